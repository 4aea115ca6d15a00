"""Which answer fits a message: nearness of meaning to the questions people are known to ask, in every language at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.faq.book import Book
from bot.meaning import Embedder, Vector

ENOUGH = 0.50
"""Below this score nothing is close enough to be given as an answer."""
_FLOOR, _CEILING = 0.80, 0.95
"""e5 gives unrelated texts about 0.80 and the same question about 0.95; the score spreads that over 0 to 1."""


@dataclass(frozen=True)
class Hit:
    """An entry and how well it fits (0 to 1)."""

    slug: str
    score: float


class FaqSearch:
    """The index over questions and phrases."""

    def __init__(self, slugs: Sequence[str], rows: Vector) -> None:
        """`slugs[i]` is the entry whose question or phrase has the vector `rows[i]`."""
        self.slugs = np.array(slugs)
        self.rows = rows

    def find(self, vector: Vector, most: int = 5, only: Iterable[str] | None = None) -> list[Hit]:
        """The best entries, best first; at most one hit an entry."""
        scores = self.rows @ vector
        best: dict[str, float] = {}
        allowed = None if only is None else set(only)
        for index in np.argsort(-scores)[: 40 * most]:
            slug = str(self.slugs[index])
            if allowed is None or slug in allowed:
                best.setdefault(slug, float(scores[index]))
        ranked = sorted(best.items(), key=lambda item: -item[1])[:most]
        return [Hit(slug, _spread(score)) for slug, score in ranked]


def _spread(cosine: float) -> float:
    return round(min(1.0, max(0.0, (cosine - _FLOOR) / (_CEILING - _FLOOR))), 4)


def build(book: Book, phrases: Iterable[tuple[str, str, str]], embedder: Embedder) -> FaqSearch:
    """Index the store's questions in all languages and the phrases of the training data."""
    pairs = [(slug, words.question) for slug, entry in book.entries.items() for words in entry.words.values()]
    pairs += [(slug, phrase) for _, slug, phrase in phrases if slug in book.entries]
    return FaqSearch([slug for slug, _ in pairs], embedder.matrix([text for _, text in pairs]))
