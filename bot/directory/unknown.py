"""Numbers in a text that look like phones and are not in the directory: a wrong digit can lead to a stranger."""

import re
from functools import cache
from re import Match, Pattern

from bot.directory.services import Directory
from bot.privacy.scrub_numbers import NUMBER, dates, number_or_mark

_EMERGENCY = re.compile(r"10[1-9]|11\d|911|999")
"""How short numbers for emergencies look; one of another country may lead nowhere."""
_GAP = r"[ ()./\-–\u00a0\u202f]{0,3}"
_MARK = ""
_BARE = re.compile(r"\(?\d{4,6}")
"""A law, a room, a code; phones of so few digits are written in groups."""


def unknown_numbers(text: str) -> list[str]:
    """What looks like a phone number and is none of the directory's, in order; sums, years and dates do not."""
    rest = _ours().sub(" ; ", dates().sub(" ; ", text))
    return list(dict.fromkeys(match[0].strip() for match in NUMBER.finditer(rest) if _looks_like_one(match)))


def _looks_like_one(number: Match[str]) -> bool:
    if _EMERGENCY.fullmatch(number[0]):
        return True
    return number_or_mark(number, _MARK) == _MARK and not _BARE.fullmatch(number[0])


@cache
def _ours() -> Pattern[str]:
    """Every number of the directory, with whatever gaps."""
    services = Directory().services.values()
    numbers = {number for one in services for number in (*one.inside, *one.abroad, *one.text)}
    digits = sorted(("".join(re.findall(r"\d", number)) for number in numbers), key=len, reverse=True)
    return re.compile(rf"(?<![\d+])(?:\+|00)?(?:{'|'.join(_GAP.join(one) for one in digits)})(?!\d)")
