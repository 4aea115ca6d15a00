"""A classifier with a layer between: it tells short, ordinary words from grave ones better than a linear one.

Several are trained from different beginnings and averaged with the linear classifier (`bot/classifier.py`): each errs elsewhere.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.classifier import Linear
from bot.meaning import Vector
from bot.small_weights import as_arrays, read_back, rounded

_STRETCH = 4.0
"""e5 vectors lie in a narrow cone; so stretched, the layer learns in few rounds."""
_HIDDEN, _ROUNDS, _BATCH = 256, 8, 256
_RATE, _DECAY = 1e-3, 1e-3
_NOISE = 0.12
"""Added to each stretched coordinate anew in each round, so that what is learnt holds nearby too."""
_TOGETHER = 2
"""How many are averaged."""


@dataclass(frozen=True)
class Layered:
    """Weights to the layer between and from there to the labels, side by side for several classifiers (first axis)."""

    labels: tuple[str, ...]
    into: Vector
    into_bias: Vector
    out: Vector
    out_bias: Vector
    mean: Vector

    def probabilities(self, vector: Vector) -> Vector:
        """How likely each label is, in their order; the mean of the classifiers."""
        between = np.maximum(self.into @ ((vector - self.mean) * _STRETCH) + self.into_bias, 0)
        scores = np.einsum("kab,kb->ka", self.out, between) + self.out_bias
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: Vector = (likely / likely.sum(axis=1, keepdims=True)).mean(axis=0)
        return result

    def arrays(self, prefix: str) -> dict[str, Any]:
        """As arrays for a file."""
        values = {"labels": np.array(self.labels), "mean": self.mean}
        values |= {"into_bias": self.into_bias, "out_bias": self.out_bias}
        for name, weights in (("into", self.into), ("out", self.out)):
            for number, rows in enumerate(weights):
                values |= as_arrays(f"{name}{number}", rows)
        return {f"{prefix}.{name}": value for name, value in values.items()}

    @classmethod
    def from_arrays(cls, prefix: str, file: Mapping[str, Any]) -> "Layered":
        """Undo `arrays`."""
        labels = tuple(str(label) for label in file[f"{prefix}.labels"])
        count = range(len(file[f"{prefix}.into_bias"]))
        into, out = (np.stack([read_back(f"{prefix}.{name}{k}", file) for k in count]) for name in ("into", "out"))
        return cls(labels, into, file[f"{prefix}.into_bias"], out, file[f"{prefix}.out_bias"], file[f"{prefix}.mean"])


@dataclass(frozen=True)
class Both:
    """The linear classifier and the layered ones, averaged: each of these counts once."""

    linear: Linear
    layered: Layered

    def probabilities(self, text: str, vector: Vector) -> dict[str, float]:
        """How likely each label is for a text and its vector; they add up to 1."""
        linear = self.linear.probabilities(text, vector)
        count = len(self.layered.into)
        likely = self.layered.probabilities(vector)
        return {
            label: float((count * likely[place] + linear[label]) / (count + 1))
            for place, label in enumerate(self.layered.labels)
        }


def train_layered(vectors: Vector, labels: Sequence[str], weights: Sequence[int]) -> Layered:
    """Train on vectors, one a row. `weights`: how often each example is shown in a round."""
    from sklearn.exceptions import ConvergenceWarning  # here: only training needs scikit-learn
    from sklearn.neural_network import MLPClassifier

    mean = vectors.mean(axis=0)
    rows, named = ((vectors - mean) * _STRETCH).astype(np.float32), np.array(labels)
    shown = np.repeat(np.arange(len(rows)), np.array(weights))
    chance = np.random.default_rng(0)
    trained = []
    for beginning in range(_TOGETHER):
        model = MLPClassifier(
            (_HIDDEN,), alpha=_DECAY, batch_size=_BATCH, max_iter=1, warm_start=True, random_state=beginning
        )
        for number in range(_ROUNDS):
            order = chance.permutation(shown)
            noise = chance.normal(0, _NOISE, (len(order), rows.shape[1])).astype(np.float32)
            model.set_params(learning_rate_init=_RATE * (1 - number / _ROUNDS))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ConvergenceWarning)  # one round at a time is meant
                model.fit(rows[order] + noise, named[order])
        trained.append(model)
    into, out = (np.stack([rounded(model.coefs_[k].T.astype(np.float32)) for model in trained]) for k in (0, 1))
    biases = [np.stack([model.intercepts_[k].astype(np.float32) for model in trained]) for k in (0, 1)]
    names = tuple(str(label) for label in trained[0].classes_)
    return Layered(names, into, biases[0], out, biases[1], mean.astype(np.float32))
