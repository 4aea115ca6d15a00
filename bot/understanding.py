"""Everything that reads a message without Rasa, loaded together: vectors, intents, danger, answers, offers, places.

`train` makes the model file from the data in `nlu/`; its name carries the hash of that data, so it is made again
when, and only when, the data changed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from bot import intents as intent_data
from bot.calibration import Calibration, calibration
from bot.classifier import SCALE, Linear, train
from bot.danger.check import DangerCheck
from bot.danger.examples import examples as danger_examples
from bot.danger.examples import ordinary_messages, patterns
from bot.danger.levels import Danger, Level
from bot.directory.places import Places
from bot.encoder.tuned import ensure_encoder, vector_store
from bot.encoder.tuned import fingerprint as encoder_fingerprint
from bot.faq import seeds
from bot.heads import Heads
from bot.intents import NOT_UNDERSTOOD, Intent, Intents
from bot.language_words import is_a_letter, speaks_of_self
from bot.meaning import Embedder, Vector
from bot.offers.check import OfferCheck
from bot.offers.examples import sentences_of
from bot.offers.meaning import Meaning, learn_meaning
from bot.offers.network import Network
from bot.paths import LOCALES, NLU
from bot.romanized import in_own_letters

_FORMAT = "9"
"""Change it when the way of training changes."""


@dataclass(frozen=True)
class Understanding:
    """All readers of a message. `topics` has learnt how people ask for the answers that ship with the hotline."""

    embedder: Embedder
    calibration: Calibration
    intents: Intents
    topics: Linear
    danger: DangerCheck
    offers: OfferCheck
    places: Places

    def intent_in(self, text: str) -> Intent:
        """What a message wants; `NOT_UNDERSTOOD` if no reading is sure enough to be believed."""
        read = in_own_letters(text)
        intent = self.intents.of(read, self.embedder.vector(read))
        return intent if intent.confidence >= self.calibration.believed else Intent(NOT_UNDERSTOOD, intent.confidence)

    async def vector_of(self, text: str) -> Vector:
        """What a message means, as a vector; the other talks go on meanwhile."""
        return await self.embedder.think(in_own_letters(text))

    def is_pasted(self, text: str) -> bool:
        """Whether a message is a letter or an offer in the words of whoever wrote that: nobody says "I" in it."""
        if speaks_of_self(text):
            return False
        return is_a_letter(text) or self.offers.check(text).verdict != "not_an_offer"

    def danger_in(self, text: str, *, forwarded: bool = False) -> Danger:
        """How grave a message is. `forwarded`: an offer that somebody else wrote is a concern at most, unless outright."""
        danger = self.danger.level(text)
        if not forwarded or danger.level <= Level.CONCERN or danger.outright:
            return danger
        if self.offers.check(text).verdict == "not_an_offer":
            return danger
        return replace(danger, level=Level.CONCERN)


def fingerprint(folder: Path = NLU) -> str:
    """The hash of all training data of the gateway."""
    digest = sha256(f"{_FORMAT}/{SCALE}/{encoder_fingerprint()}".encode())
    names = ("intents.yml", "faq/*.yml", "danger*.yml", "red-flags.yml", "offer-texts.yml")
    phrases = [path for name in names for path in folder.glob(f"*/{name}")]
    for path in [*sorted(phrases), *sorted(LOCALES.glob("*/faq/*.yml"))]:
        digest.update("/".join(path.parts[-3:]).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def model_file(data: Path) -> Path:
    """Where the model for today's training data is, or would be."""
    return data / "models" / f"understanding-{fingerprint()}.npz"


def ensure(data: Path, tell: Callable[[str], None] = lambda _: None) -> Understanding:
    """Load the readers; train first if the training data changed. `tell` is given a line for each long step."""
    embedder = Embedder(ensure_encoder(data), vector_store(data))
    path = model_file(data)
    if not path.exists():
        tell("learning from the training phrases (some minutes, only when they changed) …")
        _train(path, embedder, tell)
    return load(path, embedder)


def _train(path: Path, embedder: Embedder, tell: Callable[[str], None]) -> None:
    intent = _learn(list(intent_data.examples()), embedder, tell)
    topics = _learn([(phrase, slug) for slug, phrase in seeds.ways_to_ask()], embedder, tell)
    sentences = [*danger_examples(), *ordinary_messages()]
    # Most messages are harmless; that is learnt as it is, and the lines are drawn low instead (nlu/calibration.yml).
    graded = [(example.text, example.level) for example in sentences]
    # offers and advice are no danger
    graded += [(sentence.text, "none") for sentence in sentences_of() if not sentence.shows]
    danger = _learn(graded, embedder, tell, strength=0.3, evenly=False)
    positive = [example for example in sentences if example.signs]
    signs = {
        "sign.rows": embedder.matrix([in_own_letters(example.text) for example in positive]).astype(np.float16),
        "sign.names": np.array(["|".join(example.signs) for example in positive]),
    }
    plain = OfferCheck()
    sentence, kinds = learn_meaning(
        tuple(plain.rules.codes), lambda text: plain.readings(text)[-1], lambda texts: embedder.matrix(texts, tell)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob("understanding-*.npz"):
        old.unlink()
    half = path.with_suffix(".part.npz")
    readers = (
        intent.arrays("intent"),
        topics.arrays("topic"),
        danger.arrays("danger"),
        sentence.arrays("sentence"),
        kinds.arrays("offer"),
        signs,
    )
    arrays: dict[str, Any] = {name: value for reader in readers for name, value in reader.items()}
    np.savez(half, **arrays)
    half.replace(path)


def _learn(
    rows: Sequence[tuple[str, str]],
    embedder: Embedder,
    tell: Callable[[str], None],
    *,
    strength: float = 1.0,
    evenly: bool = True,
) -> Linear:
    texts = [in_own_letters(text) for text, _ in rows]
    return train(texts, embedder.matrix(texts, tell), [label for _, label in rows], strength=strength, evenly=evenly)


def load(path: Path, embedder: Embedder) -> Understanding:
    """Load a model file."""
    rule = calibration()
    with np.load(path) as file:
        intent = Intents(Linear.from_arrays("intent", file))
        topics = Linear.from_arrays("topic", file)
        model = Linear.from_arrays("danger", file)
        rows = file["sign.rows"].astype(np.float32)
        sentence, kinds = Heads.from_arrays("sentence", file), Heads.from_arrays("offer", file)
        neighbours = (rows, [tuple(str(names).split("|")) for names in file["sign.names"]])
    network = Network.load(embedder.engine, path.parent.parent, sentence.labels)
    meaning = Meaning(sentence, kinds, network, embedder.vectors)
    danger = DangerCheck(model, neighbours, list(patterns()), embedder.vector, rule.danger)
    return Understanding(embedder, rule, intent, topics, danger, OfferCheck(meaning=meaning), Places())
