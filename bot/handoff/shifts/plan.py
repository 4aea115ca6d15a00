"""When somebody is on shift by the plan. Reckoned on the team's own clock, so that it holds over changes of the clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONES = (
    "Europe/Kyiv",
    "Europe/Bucharest",
    "Europe/Chisinau",
    "Europe/Warsaw",
    "Europe/Berlin",
    "Europe/Prague",
    "Europe/Budapest",
    "Europe/Bratislava",
    "Europe/Sofia",
    "Europe/Rome",
    "Europe/London",
)
"""Zones that a team can have: those whose cities have names in the texts."""
_AHEAD = 28
"""Days looked ahead: what is further away is no help to say."""


@dataclass(frozen=True)
class Slot:
    """A weekly shift. `begins`, `ends`: minutes after midnight; `languages`: empty for all."""

    team_id: int
    weekday: int
    begins: int
    ends: int
    zone: ZoneInfo
    languages: frozenset[str] = frozenset()

    def speaks(self, language: str) -> bool:
        """Whether somebody in it speaks a language."""
        return not self.languages or language in self.languages


@dataclass(frozen=True)
class Plan:
    """All shifts, and the days without them: of one team, or (team None) of all."""

    slots: tuple[Slot, ...] = ()
    holidays: frozenset[tuple[date, int | None]] = frozenset()

    def open_at(self, moment: datetime, language: str = "") -> bool:
        """Whether somebody is on shift by the plan. `language`: who speaks it, if anybody in the plan does."""
        return any(begin <= moment < end for begin, end, _ in self._times(moment, language))

    def next_opening(self, moment: datetime, language: str = "") -> datetime | None:
        """When the next shift begins, on the clock of its team; None while one lasts, or if none comes within weeks."""
        times = list(self._times(moment, language))
        if any(begin <= moment < end for begin, end, _ in times):
            return None
        later = [(begin, zone) for begin, _, zone in times if begin > moment]
        begin, zone = min(later, key=lambda one: one[0], default=(None, None))
        return begin.astimezone(zone) if begin else None

    def _times(self, moment: datetime, language: str) -> Iterator[tuple[datetime, datetime, ZoneInfo]]:
        speaking = [slot for slot in self.slots if slot.speaks(language)]
        for slot in speaking or self.slots:
            today = moment.astimezone(slot.zone).date()
            for ahead in range(-1, _AHEAD):
                day = today + timedelta(days=ahead)
                if day.weekday() == slot.weekday and not self._free(day, slot.team_id):
                    until = day if slot.ends > slot.begins else day + timedelta(days=1)
                    yield (
                        _instant(day, slot.begins, slot.zone),
                        _instant(until, slot.ends, slot.zone, fold=1),
                        slot.zone,
                    )

    def _free(self, day: date, team_id: int) -> bool:
        return (day, None) in self.holidays or (day, team_id) in self.holidays


def _instant(day: date, minutes: int, zone: ZoneInfo, fold: int = 0) -> datetime:
    """A time of a clock as a moment. An hour that comes twice begins with the first and ends with the second."""
    local = datetime.combine(day, time(minutes // 60, minutes % 60, fold=fold), zone)
    return local.astimezone(UTC)
