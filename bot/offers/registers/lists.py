"""The imported lists in memory, and the search for a name in them. Renewed when a list changes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from bot.offers.registers.known import Kind
from bot.offers.registers.mentions import Mention, mentions, numbers
from bot.offers.registers.names import Name, generic, heard

_RULES = Path(__file__).with_name("matching.yml")
_LIGHT = 0.25
_COMMON = 0.01
"""A word in more than this share of a list says little."""
_LARGE = 500
"""Entries from which on shares are looked at."""
_FEWEST_LETTERS = 4
"""A name of fewer letters is found by nothing but its number."""
_WHOLE = 8
"""Letters from which on a name is compared as one word too."""
_TRIED = 400
_PIECE = 0.08
"""By how much less alike a longer name may be and still count instead of a piece of it."""


@dataclass(frozen=True)
class Item:
    """An entry of a list."""

    name: str
    number: str = ""
    address: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True)
class Found:
    """A name that stands in a list. `asked`: as it stands in the text; `score`: how alike, 1 for the same."""

    asked: str
    kind: Kind
    list_date: date
    item: Item
    score: float

    @property
    def same(self) -> bool:
        """Whether it is the name itself, and not one like it."""
        return self.score >= Rules.load().same


@dataclass(frozen=True)
class Rules:
    """How alike names must be, from 0 to 1: see `matching.yml`."""

    sure: float
    unsure: float
    word: float
    stranger: float
    generic: float
    same: float

    @classmethod
    @cache
    def load(cls) -> "Rules":
        """From the data."""
        return cls(**yaml.safe_load(_RULES.read_text(encoding="utf-8")))


class List:
    """One imported list."""

    def __init__(self, kind: Kind, list_date: date, items: Iterable[Item], rules: Rules | None = None) -> None:
        self.kind, self.list_date, self.items = kind, list_date, list(items)
        self.rules = rules or Rules.load()
        self._names = [heard.__wrapped__(item.name) for item in self.items]
        self._by_number = {digits: at for at, item in enumerate(self.items) if (digits := _digits(item.number))}
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            for word in {*name.words, name.whole}:
                holders[word].append(at)
        self._holders = dict(holders)
        self._vocabulary = list(holders)
        most = len(self.items) * _COMMON if len(self.items) >= _LARGE else len(self.items) + 1
        counts = Counter(word for name in self._names for word in set(name.words))
        self._light = generic() | {word for word, count in counts.items() if count > most}

    def numbered(self, digits: str) -> Item | None:
        """The entry with a tax or registration number."""
        at = self._by_number.get(digits)
        return None if at is None else self.items[at]

    def best(self, names: Sequence[Mention]) -> list[tuple[Mention, Item, float]]:
        """For each mention that stands in the list, the entry most like it."""
        asked = [heard(mention.text) for mention in names]
        spellings = self._spellings({word for name in asked for word in {*name.words, name.whole}})
        found = []
        for mention, name in zip(names, asked, strict=True):
            if (hit := self._most_like(name, spellings)) and hit[1] >= self._line(mention, name, hit[0]):
                found.append((mention, self.items[hit[0]], hit[1]))
        return found

    def _line(self, mention: Mention, name: Name, at: int) -> float:
        if self._light.issuperset(name.words) or self._light.issuperset(self._names[at].words):
            return max(self.rules.generic, self.rules.sure) if mention.sure else 1.0
        return self.rules.sure if mention.sure else self.rules.unsure

    def _spellings(self, words: Iterable[str]) -> Mapping[str, Mapping[str, float]]:
        """For each word, the words of the list that may be the same, and how alike they are."""
        asked = [word for word in words if len(word) > 1]
        if not asked or not self._vocabulary:
            return {}
        line = self.rules.word * 100
        alike = cdist(asked, self._vocabulary, scorer=fuzz.ratio, score_cutoff=line, dtype=np.uint8)
        return {
            word: {self._vocabulary[at]: float(row[at]) / 100 for at in np.flatnonzero(row)}
            for word, row in zip(asked, alike, strict=True)
        }

    def _most_like(self, name: Name, spellings: Mapping[str, Mapping[str, float]]) -> tuple[int, float] | None:
        if len(name.whole) < _FEWEST_LETTERS:
            return None
        near: Counter[int] = Counter()
        for word in {*name.words, name.whole}:
            for spelling, score in spellings.get(word, {}).items():
                for at in self._holders[spelling]:
                    near[at] += int(score * 100 * self._weight(spelling))
        tried = [(at, self._likeness(name, self._names[at], spellings)) for at, _ in near.most_common(_TRIED)]
        return max(tried, key=lambda one: one[1], default=None)

    def _likeness(self, asked: Name, listed: Name, spellings: Mapping[str, Mapping[str, float]]) -> float:
        """Shared words by weight, over all words of both; or the names as one word, if that is more."""
        left = list(listed.words)
        shared = of_asked = 0.0
        for word in asked.words:
            scores = spellings.get(word, {})
            twin = max(left, key=lambda other: scores.get(other, float(other == word)), default="")
            score = scores.get(twin, float(twin == word)) if twin else 0.0
            of_asked += self._weight(twin if score else word)
            if score:
                left.remove(twin)
                shared += score * self._weight(twin)
        total = of_asked + sum(map(self._weight, listed.words))
        words = 2 * shared / total if total else 0.0
        if min(len(asked.whole), len(listed.whole)) < _WHOLE or self._strangers(asked, listed):
            return words
        return max(words, float(fuzz.ratio(asked.whole, listed.whole)) / 100)

    def _strangers(self, asked: Name, listed: Name) -> bool:
        """Whether one word is plainly another: "Target Construct" and "Arieș Construct" only look alike as a whole."""
        if len(asked.words) != len(listed.words):
            return False
        pairs = zip(asked.words, listed.words, strict=True)
        return any(fuzz.ratio(*pair) < self.rules.stranger * 100 for pair in pairs)

    def _weight(self, word: str) -> float:
        return _LIGHT if word in self._light else 1.0


@dataclass(frozen=True)
class Lists:
    """All imported lists at one moment."""

    lists: Sequence[List] = ()
    revision: int = 0

    def of(self, *, people: bool) -> "Lists":
        """Those that people may hear of, or those of staff only."""
        return Lists([one for one in self.lists if one.kind.for_people == people], self.revision)

    def find(self, text: str) -> list[Found]:
        """Names and numbers of a text that stand in the lists; for each entry the most alike, best first."""
        if not self.lists:
            return []
        asked, digits = mentions(text), numbers(text)
        found: dict[tuple[str, Item], Found] = {}
        for one in self.lists:
            hits = [(Mention(number, sure=True), item, 1.0) for number in digits if (item := one.numbered(number))]
            for mention, item, score in [*hits, *one.best(asked)]:
                hit = Found(mention.text, one.kind, one.list_date, item, score)
                key = (one.kind.code, item)
                if key not in found or score > found[key].score:
                    found[key] = hit
        return sorted(_without_pieces(list(found.values())), key=lambda hit: -hit.score)

    def look_up(self, name: str) -> list[Found]:
        """A name that somebody typed, or a number."""
        found = [hit for one in self.lists for hit in _typed(one, name)]
        return sorted(found, key=lambda hit: -hit.score)


def _without_pieces(hits: Sequence[Found]) -> list[Found]:
    """Without what was found by a piece of a name that itself was found nearly as well: "Olimp" in "Olimp Europa"."""
    return [hit for hit in hits if not any(_is_piece(hit, other) for other in hits)]


def _is_piece(hit: Found, other: Found) -> bool:
    inside = hit.asked != other.asked and hit.asked.casefold() in other.asked.casefold()
    return inside and hit.kind == other.kind and other.score >= hit.score - _PIECE


def _typed(one: List, name: str) -> Iterable[Found]:
    if item := one.numbered(_digits(name)):
        yield Found(name, one.kind, one.list_date, item, 1.0)
    for mention, item, score in one.best([Mention(name, sure=True)]):
        yield Found(mention.text, one.kind, one.list_date, item, score)


def _digits(number: str) -> str:
    digits = "".join(sign for sign in number if sign.isdecimal())
    return digits if 7 <= len(digits) <= 14 else ""  # noqa: PLR2004  # as in `mentions.numbers`


Read = Callable[[], Lists]
"""Gives the newest lists."""
NO_LISTS = Lists()
