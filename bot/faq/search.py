"""Which answer fits a message.

Two readers, put together: a classifier that has learnt how people ask for the answers that ship with the hotline, and the
nearness in meaning and in words to each entry's own question and answer, which also knows the entries that an admin
added a minute ago. Every entry is compared in every language it has.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from bot.calibration import FaqCalibration
from bot.classifier import Linear
from bot.directory.places import Places as Gazetteer
from bot.faq.book import Book, Entry
from bot.faq.passages import pieces
from bot.faq.wordmatch import WordMatch
from bot.languages import hear
from bot.meaning import Embedder, Places, Vector
from bot.romanized import in_own_letters
from bot.texts import answering

_EVERYWHERE = frozenset({"UA"})
"""People ask about Ukraine wherever they are, and name where they are."""


@dataclass(frozen=True)
class Hit:
    """An entry and how likely it is the one that is asked for (0 to 1)."""

    slug: str
    score: float


def answered(hits: Sequence[Hit], rule: FaqCalibration) -> bool:
    """Whether the best entry is likely enough to be given as the answer; else it is no more than a guess."""
    return bool(hits) and hits[0].score >= rule.given


@dataclass(frozen=True)
class Asked:
    """What is looked for: the text and its vector, the countries that it names, and the language that answers it."""

    text: str
    vector: Vector
    countries: frozenset[str] = frozenset()
    language: str = ""
    """Empty: not told."""

    @classmethod
    def by(cls, text: str, embedder: Embedder, places: Gazetteer) -> Self:
        """A question as somebody typed it."""
        read = in_own_letters(text)
        countries = frozenset(places.countries_in(text)) - _EVERYWHERE
        return cls(read, embedder.vector(read), countries, answering(hear(text).code))


@dataclass
class FaqSearch:
    """The index over a picture of the store.

    `questions[i]` is the middle of the questions of entry i in all its languages, `passages[j]` a part of an answer of entry
    `owners[j]`, all centred as the classifier `learnt` is.
    """

    slugs: Sequence[str]
    questions: Vector
    passages: Vector
    owners: Places
    words: WordMatch
    learnt: Linear
    rule: FaqCalibration
    countries: Sequence[frozenset[str]] = ()
    """Of each entry: where its answer holds; empty: anywhere."""
    languages: Sequence[frozenset[str]] = ()
    """Of each entry: the languages it is written in."""

    def __post_init__(self) -> None:
        place = {label: index for index, label in enumerate(self.learnt.labels)}
        self._known = np.array([place.get(slug, -1) for slug in self.slugs], np.intp)
        codes = {code for written in self.languages for code in written}
        new = self._known < 0
        self._foreign = {code: new & np.array([code not in written for written in self.languages]) for code in codes}

    def find(self, asked: Asked, most: int = 5, only: Iterable[str] | None = None) -> list[Hit]:
        """The entries that fit best, best first. `only` leaves just these to choose from."""
        if not self.slugs:
            return []
        near = self._nearness(asked)
        fit = self._fit(asked, near) - self.rule.elsewhere * self._elsewhere(asked)
        if only is not None:
            fit = np.where(np.isin(self.slugs, list(only)), fit, -np.inf)
        order = [int(index) for index in np.argsort(-fit)[:most] if np.isfinite(fit[index])]
        if not order:
            return []
        best = order[0]
        odds = np.exp(fit - fit[best])
        likely = self.rule.likelihood(-float(np.log(odds.sum())), float(near[best]))
        return [Hit(self.slugs[index], round(likely * float(odds[index]), 4)) for index in order]

    def _fit(self, asked: Asked, near: Vector) -> Vector:
        """How well each entry fits, on a scale of log odds."""
        learnt = self.learnt.log_probabilities(asked.text, asked.vector)
        known = self._known >= 0
        trained = np.where(known, learnt[self._known], -np.inf)
        # An entry that nobody trained stands where the best of the trained ones does; nearness decides between them.
        best = trained.max(initial=-np.inf) if known.any() else 0.0
        fit: Vector = np.where(known, trained, best + self.rule.new) + self.rule.near * near
        return fit

    def _elsewhere(self, asked: Asked) -> Vector:
        """1 for each entry whose answer holds only in countries that are not named, though others are; else 0."""
        if not asked.countries or not self.countries:
            return np.zeros(len(self.slugs), np.float32)
        return np.array([bool(held) and not held & asked.countries for held in self.countries], np.float32)

    def _nearness(self, asked: Asked) -> Vector:
        vector = centred(asked.vector, self.learnt.mean)
        answers = np.full(len(self.slugs), -1.0, np.float32)
        np.maximum.at(answers, self.owners, self.passages @ vector)
        words = self.words.scores(asked.text)
        near: Vector = self.questions @ vector + self.rule.answers * answers + self.rule.words * words
        # Words of two languages are never as near as those of one: what nobody trained would stand behind whatever is at hand.
        if asked.language in self._foreign:
            near += np.float32(self.rule.foreign) * self._foreign[asked.language]
        return near


def centred(rows: Vector, middle: Vector) -> Vector:
    """Vectors as directions from the middle of all phrases: e5 puts all texts into one narrow cone."""
    moved = rows - middle
    result: Vector = moved / np.maximum(np.linalg.norm(moved, axis=-1, keepdims=True), 1e-9)
    return result


def build(book: Book, learnt: Linear, rule: FaqCalibration, embedder: Embedder) -> FaqSearch:
    """Index the store's questions and answers in all their languages."""
    entries = list(book.entries.values())
    asked = [[words.question for words in entry.words.values()] for entry in entries]
    said = [_pieces(entry) for entry in entries]
    owners = np.repeat(np.arange(len(entries)), [len(pieces) for pieces in said])
    rows = embedder.matrix([piece for pieces in said for piece in pieces], passages=True)
    return FaqSearch(
        [entry.slug for entry in entries],
        _middles(asked, learnt.mean, embedder),
        centred(rows, learnt.mean),
        owners,
        _words(entries),
        learnt,
        rule,
        [frozenset(entry.countries) - _EVERYWHERE for entry in entries],
        [frozenset(entry.words) for entry in entries],
    )


def _middles(texts: Sequence[Sequence[str]], middle: Vector, embedder: Embedder) -> Vector:
    if not texts:
        return np.zeros((0, embedder.size), np.float32)
    rows = centred(embedder.matrix([text for group in texts for text in group]), middle)
    ends = np.cumsum([len(group) for group in texts])
    return centred(np.stack([part.mean(axis=0) for part in np.split(rows, ends[:-1])]), np.zeros_like(middle))


def _pieces(entry: Entry) -> list[str]:
    return [piece for words in entry.words.values() for piece in pieces(words.question, words.answer)]


def _words(entries: Sequence[Entry]) -> WordMatch:
    texts: Mapping[int, list[str]] = {
        index: [f"{words.question} {words.question} {words.answer}" for words in entry.words.values()]
        for index, entry in enumerate(entries)
    }
    return WordMatch.over(texts, len(entries))
