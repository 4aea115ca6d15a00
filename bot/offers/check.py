"""The offer check: warning signs in an offer of work, housing, transport, marriage or study, in its own words.

It says which signs a text has, never that an offer is safe, and nothing about the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.offers.latin import in_cyrillic
from bot.offers.normalise import normalise, plainly
from bot.offers.pay import Pay
from bot.offers.reading import Reading
from bot.offers.rules import Rules
from bot.offers.sentences import Meaning
from bot.offers.verdict import verdict

__all__ = ["Flag", "OfferCheck", "Report", "verdict"]


@dataclass(frozen=True)
class Flag:
    """A warning sign. `text[start:end] == quote` in the original text, in code points. `found_by`: pattern or meaning."""

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
    """Checks texts. Loading takes a moment; checking by patterns takes a millisecond or two, by meaning some more."""

    def __init__(self, rules: Rules | None = None, meaning: Meaning | None = None) -> None:
        """`meaning`: finds what no pattern lists; without it the patterns read alone."""
        self.rules = rules or Rules.load()
        self._pay = Pay()
        self._meaning = meaning

    def check(self, text: str) -> Report:
        """What is worrying in an offer; `not_an_offer` if the text offers nothing."""
        readings = self._readings(text)
        flags = self._flags(text, readings)
        grave = sum(flag.weight != "weak" for flag in flags)
        if not any(reading.offers(grave) for reading in readings) and not self._is_meant_as_offer(text, readings):
            return NOT_AN_OFFER
        flags = self._with_meaning(text, readings[0], flags)
        return Report(verdict([flag.weight for flag in flags]), flags)

    def _is_meant_as_offer(self, text: str, readings: list[Reading]) -> bool:
        if self._meaning is None or not any(reading.may_offer() for reading in readings):
            return False
        return self._meaning.is_offer(text)

    def _with_meaning(self, text: str, reading: Reading, flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
        """The flags, and those that sentences show in words that no pattern lists."""
        if self._meaning is None:
            return flags
        spans = reading.pieces()
        shown = [self._as_written(text, reading, *span) for span in spans]
        known = {flag.code for flag in flags}
        more = [
            self._flag(text, code, *reading.found.span(*spans[place]), found_by="meaning")
            for place, code in self._meaning.found(shown)
            if code not in known
        ]
        return _first_of_each([*flags, *more])

    @staticmethod
    def _as_written(text: str, reading: Reading, start: int, end: int) -> str:
        """A piece as it was written, or as it is read where it was disguised."""
        first, last = reading.found.span(start, end)
        written, read = text[first:last], reading.found.text[start:end]
        return written if plainly(written) == plainly(read) else read

    def signs(self, text: str) -> tuple[Flag, ...]:
        """The warning signs, whether or not the text is an offer; for trying out the pattern data."""
        return self._flags(text, self._readings(text))

    def _readings(self, text: str) -> list[Reading]:
        found = normalise(text)
        cyrillic = in_cyrillic(found)
        return [Reading(one, self.rules, self._pay) for one in (found, cyrillic) if one is not None]

    def _flags(self, text: str, readings: list[Reading]) -> tuple[Flag, ...]:
        flags = [
            self._flag(text, hit.code, *reading.found.span(hit.start, hit.end))
            for reading in readings
            for hit in reading.signs()
        ]
        return _first_of_each(flags)

    def _flag(self, text: str, code: str, start: int, end: int, *, found_by: str = "pattern") -> Flag:
        return Flag(code, self.rules.codes[code].weight, start, end, text[start:end], found_by)


def _first_of_each(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    first: dict[str, Flag] = {}
    for flag in sorted(flags, key=lambda flag: (flag.start, -flag.end)):
        first.setdefault(flag.code, flag)
    return tuple(first.values())
