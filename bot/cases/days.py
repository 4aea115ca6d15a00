"""Days and months as the counselors' calendar has them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.storage.base import now

_ZONE = ZoneInfo("Europe/Kyiv")
"""Ukraine and Romania share a clock."""


def today() -> date:
    """The day that it is for counselors."""
    return now().astimezone(_ZONE).date()


def month(moment: datetime | None = None) -> str:
    """The month of a moment (of now), e.g. `2026-11`."""
    return f"{(moment or now()).astimezone(_ZONE):%Y-%m}"
