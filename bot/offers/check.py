"""The offer check: warning signs in an offer of work, housing, transport, marriage or study, in its own words.

It says which signs a text has, never that an offer is safe, and nothing about the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bot.offers.judge import Evidence, Judge, evidence, judge
from bot.offers.latin import in_cyrillic
from bot.offers.meaning import Meaning, Seen
from bot.offers.normalise import normalise
from bot.offers.pay import Pay
from bot.offers.reading import Reading
from bot.offers.rules import Rules
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


_KEPT = 64
"""Texts whose report is kept: one turn asks of its message for the danger, the language, the reply and the counselor."""
_BARE = "messenger_only"
NOT_AN_OFFER = Report("not_an_offer", ())

_SAYS_SOMETHING = 3
"""Words of a quotation."""
_STOPS = " \t\r\n,;:–—-"
"""What no quotation begins or ends with."""


class OfferCheck:
    """Checks texts. Loading takes a moment; checking by patterns takes a millisecond or two, by meaning some more."""

    def __init__(self, rules: Rules | None = None, meaning: Meaning | None = None) -> None:
        """`meaning`: weighs what patterns found and finds what none lists; without it the patterns read alone."""
        self.rules = rules or Rules.load()
        self._pay = Pay()
        self._meaning = meaning
        self._judge: Judge = judge()
        self._known = lru_cache(_KEPT)(self._check)

    def check(self, text: str) -> Report:
        """What is worrying in an offer; `not_an_offer` if the text offers nothing. The same text again costs nothing."""
        return self._known(text)

    def _check(self, text: str) -> Report:
        readings = self.readings(text)
        flags = self._flags(text, readings)
        if self._meaning is None:
            return _report(flags) if self._has_cue(readings, flags) else NOT_AN_OFFER
        if not text.strip():
            return NOT_AN_OFFER
        seen = self._meaning.look(text, readings[-1])
        if not self._judge.may_be_offer(self._evidence(self._meaning, seen, flags, readings)):
            return NOT_AN_OFFER
        seen = self._meaning.look_closer(seen, text, readings[-1])
        known = self._evidence(self._meaning, seen, flags, readings)
        if not self._judge.is_offer(known):
            return NOT_AN_OFFER
        standing = self._standing(text, self._meaning, seen, known, flags)
        if not known.cue and {flag.code for flag in standing} == {_BARE}:
            return NOT_AN_OFFER  # who leaves a number offers nothing by that
        return _report(standing)

    def evidence(self, text: str) -> Evidence:
        """All that is known of a text, for finding the judge's weights.

        Raises:
            RuntimeError: the check reads by patterns alone.
        """
        if self._meaning is None:
            raise RuntimeError("patterns alone give no evidence to weigh")
        readings = self.readings(text)
        seen = self._meaning.look_closer(self._meaning.look(text, readings[-1]), text, readings[-1])
        return self._evidence(self._meaning, seen, self._flags(text, readings), readings)

    def _evidence(self, meaning: Meaning, seen: Seen, flags: Sequence[Flag], readings: Sequence[Reading]) -> Evidence:
        found = {flag.code for flag in flags}
        pattern = np.array([code in found for code in meaning.codes], np.float32)
        free = any(reading.may_offer() for reading in readings)
        grave = [self.rules.codes[code].weight == "strong" for code in meaning.codes]
        return evidence(seen, pattern, grave, cue=self._has_cue(readings, flags), free=free)

    def _standing(
        self, text: str, meaning: Meaning, seen: Seen, known: Evidence, flags: Sequence[Flag]
    ) -> tuple[Flag, ...]:
        """The flags that the evidence bears out, each where a pattern or the surest piece shows it."""
        by_pattern = {flag.code: flag for flag in flags}
        standing = []
        for column in self._judge.standing(meaning.codes, known):
            code = meaning.codes[column]
            if code in by_pattern:
                standing.append(by_pattern[code])
            elif place := _place(seen, column):
                shown = _trimmed(text, *_in_context(text, place, seen))
                standing.append(self._flag(text, code, *shown, found_by="meaning"))
        return tuple(sorted(standing, key=lambda flag: (flag.start, -flag.end)))

    def signs(self, text: str) -> tuple[Flag, ...]:
        """The warning signs that patterns find, whether or not the text is an offer; for trying out the pattern data."""
        return self._flags(text, self.readings(text))

    def readings(self, text: str) -> list[Reading]:
        """The text as it stands and, if it is Ukrainian or Russian in Latin letters, in Cyrillic; the surest is last."""
        found = normalise(text)
        cyrillic = in_cyrillic(found)
        return [Reading(one, self.rules, self._pay) for one in (found, cyrillic) if one is not None]

    def _has_cue(self, readings: Sequence[Reading], flags: Sequence[Flag]) -> bool:
        grave = sum(flag.weight != "weak" for flag in flags)
        return any(reading.offers(grave) for reading in readings)

    def _flags(self, text: str, readings: Sequence[Reading]) -> tuple[Flag, ...]:
        flags = [
            self._flag(text, hit.code, *reading.found.span(hit.start, hit.end))
            for reading in readings
            for hit in reading.signs()
        ]
        return _first_of_each(flags)

    def _flag(self, text: str, code: str, start: int, end: int, *, found_by: str = "pattern") -> Flag:
        return Flag(code, self.rules.codes[code].weight, start, end, text[start:end], found_by)


def _report(flags: tuple[Flag, ...]) -> Report:
    return Report(verdict([flag.weight for flag in flags]), flags)


def _place(seen: Seen, column: int) -> tuple[int, int] | None:
    """Where the words of a sign stand: as the network saw it or, where it is no surer, in the surest piece."""
    surest = -1 if seen.pieces is None else int(seen.pieces[:, column].argmax())
    piece = seen.places[surest] if surest >= 0 else None
    if seen.look is None:
        return (piece.start, piece.end) if piece else None
    place = seen.look.place(column)
    if piece is None or (seen.pieces is not None and seen.look.words[:, column].max() >= seen.pieces[surest, column]):
        return place if place[1] else None
    return piece.start, piece.end


def _in_context(text: str, place: tuple[int, int], seen: Seen) -> tuple[int, int]:
    """The place itself or, where that is a word or two ("he is"), the piece in which it stands: so little shows nobody anything."""
    if len(text[slice(*place)].split()) >= _SAYS_SOMETHING:
        return place
    around = ((piece.start, piece.end) for piece in seen.places if piece.start <= place[0] < piece.end)
    return min(around, key=lambda piece: piece[1] - piece[0], default=place)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A place in whole words, without the blanks and the stops around it; as it is if there is nothing else in it."""
    start, end = _in_words(text, start, end)
    words = text[start:end]
    if not words.strip(_STOPS):
        return start, end
    return start + len(words) - len(words.lstrip(_STOPS)), end - len(words) + len(words.rstrip(_STOPS))


def _in_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A place made wider until no word is cut: the network sees pieces of words."""
    while 0 < start < end and text[start - 1 : start + 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return start, end


def _first_of_each(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    first: dict[str, Flag] = {}
    for flag in sorted(flags, key=lambda flag: (flag.start, -flag.end)):
        first.setdefault(flag.code, flag)
    return tuple(first.values())
