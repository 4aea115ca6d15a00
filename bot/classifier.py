"""A light linear classifier over sentence vectors and letter groups: trained in seconds, read in a millisecond."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.meaning import Vector
from bot.ngrams import SIZE, ngrams
from bot.small_weights import as_arrays, read_back, rounded

SCALE = 12.0
"""e5 vectors lie in a narrow cone; centred and stretched, a linear classifier learns from them in few steps."""


@dataclass(frozen=True)
class Linear:
    """A trained classifier: for each label a row of weights over the vector, one over letter groups, and a bias."""

    labels: tuple[str, ...]
    weights: Vector
    letters: Vector
    bias: Vector
    mean: Vector

    def probabilities(self, text: str, vector: Vector) -> dict[str, float]:
        """How likely each label is for a text and its vector; they add up to 1."""
        return dict(zip(self.labels, np.exp(self.log_probabilities(text, vector)).tolist(), strict=True))

    def log_probabilities(self, text: str, vector: Vector) -> Vector:
        """The logarithms of these, in the order of the labels."""
        scores = self.weights @ ((vector - self.mean) * SCALE) + self.bias
        groups = ngrams(text)
        if groups:
            places = np.fromiter(groups.keys(), np.intp, len(groups))
            scores = scores + self.letters[:, places] @ np.fromiter(groups.values(), np.float32, len(groups))
        scores = scores - scores.max()
        result: Vector = scores - np.log(np.exp(scores).sum())
        return result

    def arrays(self, prefix: str) -> dict[str, Any]:
        """As arrays for a file."""
        values = {"labels": np.array(self.labels), "bias": self.bias, "mean": self.mean}
        values |= as_arrays("weights", self.weights) | as_arrays("letters", self.letters)
        return {f"{prefix}.{name}": value for name, value in values.items()}

    @classmethod
    def from_arrays(cls, prefix: str, file: Mapping[str, Any]) -> "Linear":
        """Undo `arrays`."""
        labels = tuple(str(label) for label in file[f"{prefix}.labels"])
        weights, letters = (read_back(f"{prefix}.{name}", file) for name in ("weights", "letters"))
        return cls(labels, weights, letters, file[f"{prefix}.bias"], file[f"{prefix}.mean"])


def features(texts: Sequence[str], vectors: Vector, mean: Vector) -> Any:
    """What the classifier sees of each text, one sparse row each."""
    from scipy import sparse  # here: only training needs it

    return sparse.hstack([sparse.csr_matrix((vectors - mean) * SCALE), letter_groups(texts)]).tocsr()


def letter_groups(texts: Sequence[str]) -> Any:
    """The letter groups of each text, one sparse row each."""
    from scipy import sparse

    rows = [ngrams(text) for text in texts]
    starts = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((place for row in rows for place in row), np.intp, starts[-1])
    weights = np.fromiter((weight for row in rows for weight in row.values()), np.float32, starts[-1])
    return sparse.csr_matrix((weights, places, starts), shape=(len(rows), SIZE))


def train(
    texts: Sequence[str], vectors: Vector, labels: Sequence[str], *, strength: float = 1.0, evenly: bool = True
) -> Linear:
    """Train on at least three labels.

    Args:
        texts: the examples.
        vectors: their vectors, one a row.
        labels: their labels.
        strength: the inverse of the regularisation (scikit-learn's C).
        evenly: every label counts the same, however many examples it has; otherwise every example does.
    """
    from sklearn.linear_model import LogisticRegression  # here: only training needs scikit-learn

    mean = vectors.mean(axis=0)
    model = LogisticRegression(C=strength, class_weight="balanced" if evenly else None, max_iter=300)
    model.fit(features(texts, vectors, mean), np.array(labels))
    weights, letters = model.coef_[:, : vectors.shape[1]], model.coef_[:, vectors.shape[1] :]
    return Linear(
        tuple(str(label) for label in model.classes_),
        rounded(weights.astype(np.float32)),
        rounded(letters.astype(np.float32)),
        model.intercept_.astype(np.float32),
        mean.astype(np.float32),
    )
