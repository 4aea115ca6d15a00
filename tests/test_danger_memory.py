"""What the classifier of danger cannot learn is remembered."""

import io

import numpy as np
import pytest

from bot.calibration import calibration
from bot.classifier import Linear, train
from bot.danger.memory import Graver, Memory, remember

RULE = calibration().danger.memory
LABELS = ("concern", "emergency", "none")


@pytest.fixture(scope="module")
def examples() -> tuple[list[str], np.ndarray, list[str]]:
    """600 vectors whose level one direction each tells, and ten alike that look harmless and are not."""
    chance = np.random.default_rng(7)
    vectors = chance.normal(0, 0.02, (610, 32)).astype(np.float32)
    labels = [LABELS[row % 3] for row in range(600)] + ["emergency"] * 10
    for row, label in enumerate(labels[:600]):
        vectors[row, LABELS.index(label)] += 0.2
    vectors[600:, LABELS.index("none")] += 0.2
    vectors[600:, 20] += 0.1
    return [f"text {row}" for row in range(610)], vectors, labels


@pytest.fixture(scope="module")
def graver(examples: tuple[list[str], np.ndarray, list[str]]) -> Graver:
    texts, vectors, labels = examples
    model = train(texts, vectors, labels, strength=0.01)
    return Graver(model, remember(model, texts, vectors, labels, RULE))


def likeliest(chances: dict[str, float]) -> str:
    return max(chances, key=lambda label: chances[label])


def test_an_odd_example_is_read_as_the_ones_like_it(
    graver: Graver, examples: tuple[list[str], np.ndarray, list[str]]
) -> None:
    odd = examples[1][600:].mean(axis=0)
    assert likeliest(graver.model.probabilities("like the odd ones", odd)) == "none"
    assert likeliest(graver.probabilities("like the odd ones", odd)) == "emergency"
    harmless = examples[1][2:600:3].mean(axis=0)
    assert likeliest(graver.probabilities("harmless", harmless)) == "none"


def test_likelihoods_add_up_and_none_is_ruled_out(graver: Graver) -> None:
    for vector in np.eye(32, dtype=np.float32):
        chances = graver.probabilities("whatever", vector)
        assert sum(chances.values()) == pytest.approx(1, abs=1e-5)
        assert min(chances.values()) > 0


def test_only_what_is_doubted_is_remembered(examples: tuple[list[str], np.ndarray, list[str]]) -> None:
    texts, vectors, labels = examples
    sure = train(texts[:600], vectors[:600], labels[:600], strength=100.0)
    kept = remember(sure, texts, vectors, labels, RULE)
    assert 10 <= len(kept.rows) < 100
    assert list(kept.levels).count(sure.labels.index("emergency")) >= 10


def test_a_memory_is_kept_in_a_file(graver: Graver) -> None:
    file = io.BytesIO()
    np.savez_compressed(file, **graver.memory.arrays("memory"), **graver.model.arrays("model"))
    file.seek(0)
    with np.load(file) as read:
        again = Graver(Linear.from_arrays("model", read), Memory.from_arrays("memory", read, RULE))
    vector = np.full(32, 0.1, np.float32)
    assert again.probabilities("text", vector) == pytest.approx(graver.probabilities("text", vector), abs=1e-6)
