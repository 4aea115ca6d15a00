"""Nearness in words: letter groups that a question and an entry share, the rare ones counting more.

It finds what a sentence vector blurs: a name, an abbreviation, a word with a typo. (Lemmas with BM25 gave no more on our data
and need a dictionary a language: docs/benchmarks/quality.md.)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.meaning import Places, Vector
from bot.ngrams import SIZE, ngrams


@dataclass(frozen=True)
class WordMatch:
    """`places[i]` and `weights[i]` are the letter groups of a text of entry `owners[i]`, in one long list."""

    places: Places
    weights: Vector
    texts: Places
    owners: Places
    rarity: Vector
    entries: int

    @classmethod
    def over(cls, texts: Mapping[int, Sequence[str]], entries: int) -> "WordMatch":
        """Index texts by the number of the entry they belong to."""
        rows = [(owner, ngrams(text)) for owner, group in texts.items() for text in group]
        seen = np.zeros(SIZE, np.float32)
        for _, groups in rows:
            seen[list(groups)] += 1
        rarity = np.log((1 + len(rows)) / (1 + seen)) + 1
        places = np.array([place for _, groups in rows for place in groups], np.intp)
        weights = np.concatenate([_weighed(groups, rarity) for _, groups in rows] or [np.zeros(0, np.float32)])
        texts_of = np.repeat(np.arange(len(rows)), [len(groups) for _, groups in rows])
        return cls(places, weights, texts_of, np.array([owner for owner, _ in rows], np.intp), rarity, entries)

    def scores(self, text: str) -> Vector:
        """For every entry how near its best text is (0 to 1)."""
        best = np.zeros(self.entries, np.float32)
        groups = ngrams(text)
        if not groups or not len(self.owners):
            return best
        asked = np.zeros(SIZE, np.float32)
        asked[list(groups)] = _weighed(groups, self.rarity)
        found = np.bincount(self.texts, self.weights * asked[self.places], len(self.owners)).astype(np.float32)
        np.maximum.at(best, self.owners, found)
        return best


def _weighed(groups: Mapping[int, float], rarity: Vector) -> Vector:
    weights = np.fromiter(groups.values(), np.float32, len(groups)) * rarity[list(groups)]
    result: Vector = weights / np.linalg.norm(weights)
    return result
