"""Everything that reads a message without Rasa, loaded together: vectors, intents, danger, answers, offers, places.

`train` makes the model file from the data in `nlu/`; its name carries the hash of that data, so it is made again
when, and only when, the data changed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from bot import intents as intent_data
from bot.classifier import SCALE, Linear, train
from bot.danger.check import DangerCheck
from bot.danger.examples import examples as danger_examples
from bot.danger.examples import ordinary_messages, patterns
from bot.danger.levels import Danger, Level
from bot.directory.places import Places
from bot.intents import Intents
from bot.meaning import Embedder
from bot.offers.check import OfferCheck
from bot.paths import NLU

_FORMAT = "2"
"""Change it when the way of training changes."""


@dataclass(frozen=True)
class Understanding:
    """All readers of a message."""

    embedder: Embedder
    intents: Intents
    danger: DangerCheck
    offers: OfferCheck
    places: Places

    def danger_in(self, text: str) -> Danger:
        """How grave a message is. An offer is not yet a deed: what only sounds grave in one is a concern at most."""
        danger = self.danger.level(text)
        if danger.level <= Level.CONCERN or danger.outright or self.offers.check(text).verdict == "not_an_offer":
            return danger
        return replace(danger, level=Level.CONCERN)


def fingerprint(folder: Path = NLU) -> str:
    """The hash of all training data of the gateway."""
    digest = sha256(f"{_FORMAT}/{SCALE}".encode())
    for path in sorted([*folder.glob("*/intents.yml"), *folder.glob("*/faq/*.yml"), *folder.glob("*/danger.yml")]):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def model_file(data: Path) -> Path:
    """Where the model for today's training data is, or would be."""
    return data / "models" / f"understanding-{fingerprint()}.npz"


def vector_store(data: Path) -> Path:
    """Where vectors of training texts are kept, for the gateway's training and Rasa's."""
    return data / "cache" / "vectors.npz"


def ensure(data: Path, tell: Callable[[str], None] = lambda _: None) -> Understanding:
    """Load the readers; train first if the training data changed. `tell` is given a line for each long step."""
    embedder = Embedder(vector_store(data))
    path = model_file(data)
    if not path.exists():
        tell("learning from the training phrases (a minute or two, only when they changed) …")
        _train(path, embedder, tell)
    return load(path, embedder)


def _train(path: Path, embedder: Embedder, tell: Callable[[str], None]) -> None:
    rows = list(intent_data.examples())
    texts = [text for text, _ in rows]
    intent = train(texts, embedder.matrix(texts, tell), [label for _, label in rows])
    sentences = [*danger_examples(), *ordinary_messages()]
    texts = [example.text for example in sentences]
    vectors = embedder.matrix(texts, tell)
    danger = train(texts, vectors, [example.level for example in sentences])
    positive = [index for index, example in enumerate(sentences) if example.signs]
    signs = np.array(["|".join(sentences[index].signs) for index in positive])
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part.npz")
    arrays = intent.arrays("intent") | danger.arrays("danger") | {"sign.rows": vectors[positive], "sign.names": signs}
    np.savez(half, **arrays)
    half.replace(path)


def load(path: Path, embedder: Embedder) -> Understanding:
    """Load a model file."""
    with np.load(path) as file:
        intent = Intents(Linear.from_arrays("intent", file))
        model = Linear.from_arrays("danger", file)
        neighbours = (file["sign.rows"], [tuple(str(names).split("|")) for names in file["sign.names"]])
    danger = DangerCheck(model, neighbours, list(patterns()), embedder.vector)
    return Understanding(embedder, intent, danger, OfferCheck(), Places())
