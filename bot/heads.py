"""Many yes-or-no questions asked of one text at once: light classifiers over its vector and its letter groups, learnt together.

`classifier.py` picks one label of several; here each label holds or not, whatever the others do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.classifier import SCALE, letter_groups
from bot.meaning import Vector
from bot.ngrams import SIZE, ngrams
from bot.small_weights import as_arrays, read_back, rounded

_RARE = -4.0
"""Where every label starts, in log odds: most texts show most labels not."""
_STEPS = 60


@dataclass(frozen=True)
class Heads:
    """For each label a column of weights over the vector, one over letter groups, and a bias."""

    labels: tuple[str, ...]
    weights: Vector
    letters: Vector
    bias: Vector
    mean: Vector

    def scores(self, texts: Sequence[str], vectors: Vector) -> Vector:
        """The log odds of each label (a column) for each text (a row)."""
        found: Vector = (((vectors - self.mean) * SCALE) @ self.weights + self.bias).astype(np.float32)
        for row, text in enumerate(texts):
            groups = ngrams(text)
            places = np.fromiter(groups.keys(), np.intp, len(groups))
            found[row] += np.fromiter(groups.values(), np.float32, len(groups)) @ self.letters[places]
        return found

    def arrays(self, prefix: str) -> dict[str, Any]:
        """As arrays for a file."""
        values = {"labels": np.array(self.labels), "bias": self.bias, "mean": self.mean}
        values |= as_arrays("weights", self.weights.T) | as_arrays("letters", self.letters.T)
        return {f"{prefix}.{name}": value for name, value in values.items()}

    @classmethod
    def from_arrays(cls, prefix: str, file: Mapping[str, Any]) -> "Heads":
        """Undo `arrays`."""
        labels = tuple(str(label) for label in file[f"{prefix}.labels"])
        weights, letters = (
            np.ascontiguousarray(read_back(f"{prefix}.{name}", file).T) for name in ("weights", "letters")
        )
        return cls(labels, weights, letters, file[f"{prefix}.bias"], file[f"{prefix}.mean"])


@dataclass(frozen=True)
class Lessons:
    """What is learnt from: for each text (a row) its vector, which labels (columns) hold, and how much each of these counts."""

    texts: Sequence[str]
    vectors: Vector
    holds: Vector
    counts: Vector


def learn(labels: Sequence[str], lessons: Lessons, strength: float = 0.3) -> Heads:
    """Train. `strength`: the inverse of the regularisation (scikit-learn's C)."""
    from scipy.optimize import minimize  # here: only training needs it

    mean = lessons.vectors.mean(axis=0)
    meant, spelt = (lessons.vectors - mean) * SCALE, letter_groups(lessons.texts)
    spelt_turned = spelt.T.tocsr()
    size, outputs = meant.shape[1], len(labels)

    def loss(flat: Any) -> tuple[float, Any]:
        weights, letters, bias = _parts(flat.astype(np.float32), size, outputs)
        scores = meant @ weights + spelt @ letters + bias
        cost = (lessons.counts * (np.logaddexp(0, scores) - lessons.holds * scores)).sum()
        missed = lessons.counts * (1 / (1 + np.exp(-scores)) - lessons.holds)
        slopes = (meant.T @ missed + weights / strength, spelt_turned @ missed + letters / strength, missed.sum(axis=0))
        cost += ((weights**2).sum() + (letters**2).sum()) / (2 * strength)
        return float(cost), np.concatenate([slope.ravel() for slope in slopes]).astype(np.float64)

    start = np.concatenate([np.zeros((size + SIZE) * outputs), np.full(outputs, _RARE)])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS, "maxcor": 8}).x
    weights, letters, bias = _parts(found.astype(np.float32), size, outputs)
    weights, letters = (rounded(part.T).T for part in (weights, letters))
    return Heads(tuple(labels), weights, letters, bias, mean.astype(np.float32))


def _parts(flat: Vector, size: int, outputs: int) -> tuple[Vector, Vector, Vector]:
    ends = size * outputs, (size + SIZE) * outputs
    weights, letters, bias = flat[: ends[0]], flat[ends[0] : ends[1]], flat[ends[1] :]
    return weights.reshape(size, outputs), letters.reshape(SIZE, outputs), bias
