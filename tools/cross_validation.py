"""How well the gateway's classifiers do on training phrases they have not seen: four-fold cross-validation.

Not the measure of quality (that needs messages written apart from the training data), but enough to choose between ways
of training. Run it with `.venv/bin/python tools/cross_validation.py`; it takes some minutes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot import intents  # noqa: E402  # the path must be known first
from bot.classifier import features  # noqa: E402
from bot.danger.check import Thresholds  # noqa: E402
from bot.danger.examples import examples, ordinary_messages  # noqa: E402
from bot.meaning import Embedder  # noqa: E402
from bot.ngrams import WEIGHT  # noqa: E402

LEVELS = ("none", "concern", "exploitation", "emergency")


def guessed(rows: Any, labels: Sequence[str]) -> tuple[np.ndarray, list[str]]:
    """Probabilities for each row, by classifiers that have not seen it."""
    truth = np.array(labels)
    classes = sorted(set(labels))
    chances = np.zeros((len(labels), len(classes)))
    for known, unseen in StratifiedKFold(4, shuffle=True, random_state=1).split(truth, truth):
        model = LogisticRegression(class_weight="balanced", max_iter=500).fit(rows[known], truth[known])
        chances[unseen] = model.predict_proba(rows[unseen])
    return chances, classes


def intent_figures(embedder: Embedder) -> None:
    """Accuracy and macro F1 of the intents, by sentence vector alone and with letter groups beside it."""
    texts, labels = zip(*intents.examples(), strict=True)
    vectors = embedder.matrix(list(texts))
    both = features(texts, vectors, vectors.mean(axis=0))
    print(f"intents, {len(texts)} phrases, {len(set(labels))} intents")
    for name, rows in (("vector", both[:, : vectors.shape[1]]), (f"vector + letters x {WEIGHT:g}", both)):
        chances, classes = guessed(rows, labels)
        best = np.array(classes)[chances.argmax(axis=1)]
        right = float((best == np.array(labels)).mean())
        print(f"  {name:22} accuracy {right:.3f}  macro F1 {f1_score(labels, best, average='macro'):.3f}")


def danger_figures(embedder: Embedder) -> None:
    """What the danger classifier alone (without word patterns) finds and where it alarms for nothing, at the thresholds in force."""
    hard = examples()
    sentences = [*hard, *ordinary_messages()]
    texts, labels = [one.text for one in sentences], [one.level for one in sentences]
    vectors = embedder.matrix(texts)
    chances, classes = guessed(features(texts, vectors, vectors.mean(axis=0)), labels)
    emergency = chances[:, classes.index("emergency")]
    graver = emergency + chances[:, classes.index("exploitation")]
    truth, among_hard = np.array(labels), np.arange(len(labels)) < len(hard)
    at = Thresholds()
    print(f"danger, {len(hard)} sentences of the four levels and {len(sentences) - len(hard)} ordinary messages")
    for name, mask in (
        ("emergencies found, as emergency or exploitation", truth == "emergency"),
        ("exploitation found", truth == "exploitation"),
    ):
        print(f"  {name:50} {float((graver >= at.exploitation)[mask].mean()):.3f}")
    none = truth == "none"
    for name, mask in (
        ("hard 'none' raised to emergency", none & among_hard),
        ("ordinary messages raised to emergency", ~among_hard),
    ):
        print(f"  {name:50} {float((emergency >= at.emergency)[mask].mean()):.4f}")


if __name__ == "__main__":
    store = Embedder(ROOT / "var" / "cache" / "vectors.npz")
    intent_figures(store)
    danger_figures(store)
