"""Warning signs told in words that nobody listed: a classifier for each code over the meaning of one sentence.

A sentence of the data (`nlu/<code>/red-flags.yml`) says something of its own code only, since one sentence can show several
signs; so each code is learnt by itself, from its own sentences and near misses, with the others' as a background that counts
little: few of them show this sign as well, and nobody has marked which.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.classifier import SCALE
from bot.meaning import Vector
from bot.offers.rules import read_data
from bot.paths import NLU

_BACKGROUND = 0.1
"""How much a sentence of another code counts beside one of its own. Less, and everything shows everything."""
_LONGEST = 160
"""Characters of a piece that is read by itself; a longer sentence is cut at its clauses."""
_SHORTEST = 10
_MOST = 24
"""Pieces of one text that are read: a long offer repeats itself."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the data: whether it shows the sign of its code."""

    code: str
    text: str
    shows: bool


def sentences_of(folder: Path = NLU) -> Iterator[Sentence]:
    """All sentences of all languages."""
    for path in sorted(folder.glob("*/red-flags.yml")):
        for code, kinds in read_data(path).items():
            yield from (Sentence(code, text, shows=True) for text in kinds["shows"])
            yield from (Sentence(code, text, shows=False) for text in kinds["leaves"])


@dataclass(frozen=True)
class SignReader:
    """The classifiers: for each code a row of weights over the vector, and a bias."""

    codes: tuple[str, ...]
    weights: Vector
    bias: Vector
    mean: Vector

    def chances(self, vectors: Vector) -> Vector:
        """How likely each text (a row) shows each code (a column), 0 to 1."""
        scores = ((vectors - self.mean) * SCALE) @ self.weights.T + self.bias
        return (1 / (1 + np.exp(-scores))).astype(np.float32)

    def arrays(self) -> dict[str, Any]:
        """As arrays for a file."""
        parts = {"codes": np.array(self.codes), "weights": self.weights, "bias": self.bias, "mean": self.mean}
        return {f"flag.{name}": value for name, value in parts.items()}

    @classmethod
    def from_arrays(cls, file: Mapping[str, Any]) -> "SignReader":
        """Undo `arrays`."""
        codes = tuple(str(code) for code in file["flag.codes"])
        return cls(codes, *(file[f"flag.{name}"].astype(np.float32) for name in ("weights", "bias", "mean")))


def learn(rows: Sequence[Sentence], vectors: Vector, strength: float = 0.1) -> SignReader:
    """Train on sentences and their vectors. `strength`: the inverse of the regularisation (scikit-learn's C)."""
    from sklearn.linear_model import LogisticRegression  # here: only training needs scikit-learn

    codes = tuple(dict.fromkeys(row.code for row in rows))
    own = np.array([row.code for row in rows])
    shows = np.array([row.shows for row in rows])
    mean = vectors.mean(axis=0)
    centred = (vectors - mean) * SCALE
    fitted = []
    for code in codes:
        counts = np.where(own == code, 1.0, _BACKGROUND)
        model = LogisticRegression(C=strength, max_iter=200)
        fitted.append(model.fit(centred, (own == code) & shows, sample_weight=counts))
    weights = np.vstack([model.coef_[0] for model in fitted]).astype(np.float32)
    bias = np.array([model.intercept_[0] for model in fitted], np.float32)
    return SignReader(codes, weights, bias, mean.astype(np.float32))


@dataclass(frozen=True)
class Meaning:
    """What the offer check asks of meaning.

    Args:
        signs: the classifiers.
        vector: from a text to its vector.
        offers: how likely a whole text is an offer made to its writer (0 to 1).
        line: from which chance on a sentence shows a sign (0 to 1).
        offer_line: from which likelihood on a text without any cue is taken for an offer.
    """

    signs: SignReader
    vector: Callable[[str], Vector]
    offers: Callable[[str], float]
    line: float
    offer_line: float

    def is_offer(self, text: str) -> bool:
        """Whether a text is an offer by its meaning."""
        return self.offers(text) >= self.offer_line

    def found(self, pieces: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The place of a piece and a code that it shows."""
        if not pieces:
            return
        chances = self.signs.chances(np.stack([self.vector(piece) for piece in pieces]))
        for place, column in zip(*np.nonzero(chances >= self.line), strict=True):
            yield int(place), self.signs.codes[int(column)]


def pieces(text: str, clause_ends: Sequence[int]) -> list[tuple[int, int]]:
    """Start and end of the parts of a text (one sentence a line) that are read by themselves.

    `clause_ends`: where a clause of the text may end, ascending.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        found += _cut(at, at + len(line), [end for end in clause_ends if at < end < at + len(line)])
        at += len(line) + 1
    return [(start, end) for start, end in found if len(text[start:end].strip()) >= _SHORTEST][:_MOST]


def _cut(start: int, end: int, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    last = start
    for place in places:
        if place - start > _LONGEST and last > start:
            yield start, last
            start = last
        last = place
    if end - start > _LONGEST and last > start:
        yield start, last
        start = last
    yield start, end
