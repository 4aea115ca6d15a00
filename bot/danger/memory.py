"""What the classifier of danger is not sure of, remembered as it stands: a message is also read as the examples nearest to it are.

A linear classifier learns what most examples have in common, and cannot keep the odd one ("how do I say 'do not give me to him'
in German?"). The examples that it misreads or doubts, though it has learnt from them, are kept with their levels.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.calibration import MemoryCalibration
from bot.classifier import Linear
from bot.meaning import Places, Vector
from bot.small_weights import as_arrays, read_back, rounded

_SURE = 0.97
"""Examples whose level the classifier holds for likelier than this need no remembering."""
_LEAST = 1e-6
"""A likelihood below this says no more than this."""


@dataclass(frozen=True)
class Memory:
    """Vectors of examples (a row each, as directions from `mean`) and the place of each one's level among the classifier's labels."""

    rows: Vector
    levels: Places
    mean: Vector
    rule: MemoryCalibration

    def weigh(self, log_probabilities: Vector, vector: Vector) -> Vector:
        """How likely each level is, by the classifier and by the nearest examples together; they add up to 1.

        Args:
            log_probabilities: what the classifier says, in the order of its labels.
            vector: of the same text.
        """
        near = self.rows @ _direction(vector - self.mean)
        nearest = np.argpartition(-near, self.rule.nearest)[: self.rule.nearest]
        shares = np.zeros(len(log_probabilities), np.float32)
        np.add.at(shares, self.levels[nearest], np.exp(self.rule.sharpness * (near[nearest] - near[nearest].max())))
        remembered = np.log(shares / shares.sum() + self.rule.doubt)
        read = np.maximum(log_probabilities, np.log(_LEAST))
        odds = np.exp((1 - self.rule.weight) * read + self.rule.weight * remembered)
        result: Vector = odds / odds.sum()
        return result

    def arrays(self, prefix: str) -> dict[str, Any]:
        """As arrays for a file."""
        values = as_arrays("rows", self.rows) | {"levels": self.levels.astype(np.int8), "mean": self.mean}
        return {f"{prefix}.{name}": value for name, value in values.items()}

    @classmethod
    def from_arrays(cls, prefix: str, file: Mapping[str, Any], rule: MemoryCalibration) -> "Memory":
        """Undo `arrays`."""
        rows = read_back(f"{prefix}.rows", file)
        return cls(rows, file[f"{prefix}.levels"].astype(np.intp), file[f"{prefix}.mean"], rule)


@dataclass(frozen=True)
class Graver:
    """How grave words are: what the classifier has learnt, and what it could not."""

    model: Linear
    memory: Memory

    def probabilities(self, text: str, vector: Vector) -> dict[str, float]:
        """How likely each level is for a text and its vector; they add up to 1."""
        likely = self.memory.weigh(self.model.log_probabilities(text, vector), vector)
        return dict(zip(self.model.labels, likely.tolist(), strict=True))


def remember(
    model: Linear, texts: Sequence[str], vectors: Vector, labels: Sequence[str], rule: MemoryCalibration
) -> Memory:
    """Keep of the examples that the classifier has learnt from those that it is not sure of."""
    levels = np.array([model.labels.index(label) for label in labels], np.intp)
    sure = np.log(_SURE)
    doubted = [
        row
        for row, (text, vector, level) in enumerate(zip(texts, vectors, levels, strict=True))
        if model.log_probabilities(text, vector)[level] < sure
    ]
    rows = rounded(_direction(vectors[doubted] - model.mean))
    return Memory(rows, levels[doubted], model.mean, rule)


def _direction(rows: Vector) -> Vector:
    result: Vector = (rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)).astype(np.float32)
    return result
