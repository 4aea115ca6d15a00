"""The directory: the only place from which a phone number comes.

The data is `services.yml` (numbers, hours, sources) and, for names, `locales/<code>/services.yml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.paths import LOCALES

_DATA = Path(__file__).with_name("services.yml")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Hours:
    """When somebody answers, in the service's own time zone. `days` are numbers, Monday is 0."""

    days: frozenset[int]
    opens: time
    closes: time
    zone: ZoneInfo
    written: str

    def open_at(self, moment: datetime) -> bool:
        """Whether somebody answers at a moment."""
        local = moment.astimezone(self.zone)
        return local.weekday() in self.days and self.opens <= local.time() < self.closes


@dataclass(frozen=True)
class Service:
    """Somebody who helps."""

    id: str
    country: str
    kinds: tuple[str, ...]
    inside: tuple[str, ...]
    abroad: tuple[str, ...]
    text: tuple[str, ...]
    links: tuple[str, ...]
    hours: Hours | None
    always: bool
    confidence: str
    checked_on: date
    source: str
    partly: tuple[str, ...] = ()

    def open_at(self, moment: datetime) -> bool | None:
        """Whether somebody answers now; None: the hours are not known."""
        if self.always:
            return True
        return self.hours.open_at(moment) if self.hours else None


class Directory:
    """All services, with their names by language."""

    def __init__(self, data: Path = _DATA, locales: Path = LOCALES) -> None:
        entries = yaml.safe_load(data.read_text(encoding="utf-8"))
        self.services: Mapping[str, Service] = {entry["id"]: _service(entry) for entry in entries}
        self._names = {
            path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
            for path in sorted(locales.glob("*/services.yml"))
        }

    def __getitem__(self, service_id: str) -> Service:
        return self.services[service_id]

    def name(self, language: str, service_id: str) -> str:
        """What the service is called in a language."""
        return str(self._entry(language, service_id).get("name", service_id))

    def what(self, language: str, service_id: str) -> str:
        """One sentence on what it does."""
        return str(self._entry(language, service_id).get("what", ""))

    def _entry(self, language: str, service_id: str) -> Mapping[str, Any]:
        names: Mapping[str, Mapping[str, Any]] = self._names.get(language) or self._names["en"]
        return names.get(service_id, {})

    def of(self, country: str, *kinds: str) -> list[Service]:
        """Services of a country with any of these kinds, in the order of the data (most important first)."""
        return [
            service
            for service in self.services.values()
            if service.country == country and (not kinds or set(kinds) & set(service.kinds))
        ]


def _service(entry: Mapping[str, Any]) -> Service:
    hours = entry.get("hours")
    return Service(
        id=entry["id"],
        country=entry["country"],
        kinds=tuple(entry["kinds"]),
        inside=tuple(entry.get("inside") or ()),
        abroad=tuple(entry.get("abroad") or ()),
        text=tuple(entry.get("text") or ()),
        links=tuple(entry.get("links") or ()),
        hours=_hours(hours, entry.get("timezone", "Europe/Kyiv")) if isinstance(hours, Mapping) else None,
        always=hours == "24/7",
        confidence=entry["confidence"],
        checked_on=entry["checked_on"],
        source=entry["source"],
        partly=tuple(entry.get("partly") or ()),
    )


def _hours(value: Mapping[str, Any], zone: str) -> Hours:
    opens, closes = (time.fromisoformat(str(value[key])) for key in ("from", "to"))
    return Hours(_days(str(value["days"])), opens, closes, ZoneInfo(zone), str(value["days"]))


def _days(text: str) -> frozenset[int]:
    if text == "daily":
        return frozenset(range(7))
    days: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        days |= set(range(_DAYS.index(first), _DAYS.index(last or first) + 1))
    return frozenset(days)
