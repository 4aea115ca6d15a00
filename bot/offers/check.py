"""The offer check: warning signs in an offer of work, housing, transport, marriage or study, in its own words.

It says which signs a text has, never that an offer is safe, and nothing about the person.
"""

from dataclasses import dataclass

from bot.offers.latin import in_cyrillic
from bot.offers.normalise import normalise
from bot.offers.pay import Pay
from bot.offers.reading import Reading
from bot.offers.rules import Rules
from bot.offers.verdict import verdict

__all__ = ["Flag", "OfferCheck", "Report", "verdict"]


@dataclass(frozen=True)
class Flag:
    """A warning sign. `text[start:end] == quote` in the original text, in code points."""

    code: str
    weight: str
    start: int
    end: int
    quote: str
    found_by: str = "pattern"


@dataclass(frozen=True)
class Report:
    """`verdict` is high, caution, none_found or not_an_offer; flags in order of first appearance, one for a code."""

    verdict: str
    flags: tuple[Flag, ...]


NOT_AN_OFFER = Report("not_an_offer", ())


class OfferCheck:
    """Checks texts. Loading takes a moment; checking takes a millisecond or two."""

    def __init__(self, rules: Rules | None = None) -> None:
        self.rules = rules or Rules.load()
        self._pay = Pay()

    def check(self, text: str) -> Report:
        """What is worrying in an offer; `not_an_offer` if the text offers nothing."""
        readings = self._readings(text)
        flags = self._flags(text, readings)
        grave = sum(flag.weight != "weak" for flag in flags)
        if not any(reading.offers(grave) for reading in readings):
            return NOT_AN_OFFER
        return Report(verdict([flag.weight for flag in flags]), flags)

    def signs(self, text: str) -> tuple[Flag, ...]:
        """The warning signs, whether or not the text is an offer; for trying out the pattern data."""
        return self._flags(text, self._readings(text))

    def _readings(self, text: str) -> list[Reading]:
        found = normalise(text)
        cyrillic = in_cyrillic(found)
        return [Reading(one, self.rules, self._pay) for one in (found, cyrillic) if one is not None]

    def _flags(self, text: str, readings: list[Reading]) -> tuple[Flag, ...]:
        flags = [
            self._flag(text, reading, hit.code, hit.start, hit.end) for reading in readings for hit in reading.signs()
        ]
        first: dict[str, Flag] = {}
        for flag in sorted(flags, key=lambda flag: (flag.start, -flag.end)):
            first.setdefault(flag.code, flag)
        return tuple(first.values())

    def _flag(self, text: str, reading: Reading, code: str, start: int, end: int) -> Flag:
        start, end = reading.found.span(start, end)
        return Flag(code, self.rules.codes[code].weight, start, end, text[start:end])
