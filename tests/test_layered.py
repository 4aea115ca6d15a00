"""The classifier with a layer between, and both together."""

from pathlib import Path

import numpy as np
import pytest

from bot.classifier import train
from bot.layered import Both, Layered, train_layered

CHANCE = np.random.default_rng(7)
CORNERS = CHANCE.integers(0, 2, (600, 2))
VECTORS = np.hstack([CORNERS + CHANCE.normal(0, 0.1, (600, 2)), CHANCE.normal(0, 0.05, (600, 14))]).astype(np.float32)
LABELS = ["grave" if left != right else "idle" if left else "calm" for left, right in CORNERS]


@pytest.fixture(scope="module")
def layered() -> Layered:
    return train_layered(VECTORS, LABELS, [1] * len(LABELS))


def test_it_learns_what_no_line_divides(layered: Layered) -> None:
    read = [layered.labels[int(layered.probabilities(vector).argmax())] for vector in VECTORS]
    assert np.mean([one == other for one, other in zip(read, LABELS, strict=True)]) > 0.95


def test_it_is_read_back_as_it_was_kept(layered: Layered, tmp_path: Path) -> None:
    np.savez(tmp_path / "kept.npz", **layered.arrays("layered"))
    with np.load(tmp_path / "kept.npz") as file:
        again = Layered.from_arrays("layered", file)
    assert np.allclose(layered.probabilities(VECTORS[0]), again.probabilities(VECTORS[0]), atol=1e-6)


def test_together_they_are_still_probabilities(layered: Layered) -> None:
    texts = [f"text {label}" for label in LABELS]
    both = Both(train(texts, VECTORS, LABELS), layered)
    likely = both.probabilities(texts[0], VECTORS[0])
    assert set(likely) == set(LABELS)
    assert sum(likely.values()) == pytest.approx(1, abs=1e-5)
