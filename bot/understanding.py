"""Everything that reads a message without Rasa, loaded together: vectors, intents, danger, answers, offers, places.

What they have learnt ships with the hotline (`nlu/readers.npz`, which names the hash of the data in `nlu/` that it was made from).
Where that data was changed, they learn anew at the next start, into the data folder.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from bot import greetings
from bot import intents as intent_data
from bot.calibration import Calibration, calibration
from bot.classifier import SCALE, Linear, train
from bot.danger.check import DangerCheck
from bot.danger.examples import Example, ordinary_messages, patterns
from bot.danger.examples import examples as danger_examples
from bot.danger.levels import Danger, Level
from bot.directory.places import Places
from bot.encoder.tuned import ensure_encoder, vector_store
from bot.encoder.tuned import fingerprint as encoder_fingerprint
from bot.faq import seeds
from bot.faq.passages import pieces
from bot.heads import Heads, Lessons, learn
from bot.intents import NOT_UNDERSTOOD, Intent, Intents
from bot.language_words import is_a_letter, is_told
from bot.layered import Both, Layered, train_layered
from bot.meaning import Embedder, Vector
from bot.offers.check import OfferCheck
from bot.offers.examples import sentences_of, texts_of
from bot.offers.meaning import Meaning, learn_meaning
from bot.offers.network import Network
from bot.paths import LOCALES, NLU
from bot.romanized import in_own_letters
from bot.spelling import spellings
from bot.training_lock import alone

SHIPPED = NLU / "readers.npz"
"""The readers as they have learnt from the data that ships (`make readers`): a first start need not learn for a quarter of an hour."""
_FORMAT = "14"
"""Change it when the way of training changes."""
_SURELY_AN_OFFER = 0.9
"""How sure of its intent a message must be (0 to 1). Practice messages that tell of exploitation in plain words and read like this
are harmless with 37 % at most.
"""
_SHORTEST_PASTED = 4
"""Words: "he has taken it" is somebody's own, whatever sign may be seen in it."""


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
        if greetings.only_a_name(text):
            return Intent("greeting", 1.0)
        read = in_own_letters(text)
        intent = self.intents.of(read, self.embedder.vector(read))
        if intent.name == "greeting" and (rest := greetings.behind(read)):
            asked = self.intents.of(rest, self.embedder.vector(rest))
            intent = (
                asked
                if asked.name in greetings.LEADS_ON and asked.confidence >= self.calibration.after_greeting
                else intent
            )
        return intent if intent.confidence >= self.calibration.believed else Intent(NOT_UNDERSTOOD, intent.confidence)

    async def vector_of(self, text: str) -> Vector:
        """What a message means, as a vector; the other talks go on meanwhile."""
        return await self.embedder.think(in_own_letters(text))

    def is_pasted(self, text: str) -> bool:
        """Whether a message is a letter or an offer in the words of whoever wrote that: nobody says "I" in it, or tells of it."""
        if is_told(text) or len(text.split()) < _SHORTEST_PASTED:
            return False
        return is_a_letter(text) or self.offers.check(text).verdict != "not_an_offer"

    def danger_in(self, text: str, *, forwarded: bool = False) -> Danger:
        """How grave a message is. `forwarded`: an offer that somebody else wrote is a concern at most, unless outright."""
        wanted = self.intent_in(text)
        of_offer = wanted.name == "share_offer" and wanted.confidence >= _SURELY_AN_OFFER
        danger = self.danger.level(text, of_offer=of_offer)
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
    """Where the readers that have learnt from today's training data are, or would be: shipped, or in the data folder."""
    wanted = fingerprint()
    if SHIPPED.exists():
        with np.load(SHIPPED) as file:
            if str(file["made.from"]) == wanted:
                return SHIPPED
    return data / "models" / f"understanding-{wanted}.npz"


def ensure(data: Path, tell: Callable[[str], None] = lambda _: None) -> Understanding:
    """Load the readers; train first if the training data changed. `tell` is given a line for each long step."""
    path = model_file(data)
    with alone(data / "models", tell):
        embedder = Embedder(ensure_encoder(data), vector_store(data))
        if not path.exists():
            tell("learning from the training phrases (a quarter of an hour, only when they changed) …")
            _train(path, embedder, tell)
    return load(path, embedder, data)


def graded() -> Iterator[Example]:
    """Everything that teaches how grave a message is.

    Sentences of danger, what people write every day, what is said of offers and is no sign, and whole texts that are offers
    without any sign, or none: adverts, advice, people looking for work.
    """
    yield from (*danger_examples(), *ordinary_messages())
    yield from (Example(sentence.text, "none", ()) for sentence in sentences_of() if not sentence.shows)
    yield from (Example(text.text, "none", ()) for text in texts_of() if not text.signs and text.kind != "told")


def _train(path: Path, embedder: Embedder, tell: Callable[[str], None]) -> None:
    intent = _learn(list(intent_data.examples()), embedder, tell)
    topics = _learn([(phrase, slug) for slug, phrase in seeds.ways_to_ask()], embedder, tell)
    # Most messages are harmless; that is learnt as it is, and the lines are drawn low instead (nlu/calibration.yml).
    grave = list(graded())
    danger = _learn([(one.text, one.level) for one in grave], embedder, tell, strength=0.3, evenly=False)
    layered = _learn_layered(grave, embedder, tell)
    signs = _learn_signs(embedder)
    plain = OfferCheck()
    sentence, kinds = learn_meaning(
        tuple(plain.rules.codes), lambda text: plain.readings(text)[-1], lambda texts: embedder.matrix(texts, tell)
    )
    for old in path.parent.glob("understanding-*.npz"):
        old.unlink()
    half = path.with_suffix(".part.npz")
    readers = (
        intent.arrays("intent"),
        topics.arrays("topic"),
        danger.arrays("danger"),
        layered.arrays("layered"),
        sentence.arrays("sentence"),
        kinds.arrays("offer"),
        signs.arrays("sign"),
    )
    arrays: dict[str, Any] = {"made.from": np.array(fingerprint())} | _answers(embedder)
    np.savez_compressed(half, **arrays, **{name: value for reader in readers for name, value in reader.items()})
    half.replace(path)


def _answers(embedder: Embedder) -> dict[str, Any]:
    """The vectors of the answers that ship: without them a first start would read these for a minute."""
    said = list(seeds.wordings())
    asked_keys, asked = embedder.kept([question for _, _, question, _ in said])
    told = [piece for _, _, question, answer in said for piece in pieces(question, answer)]
    told_keys, rows = embedder.kept(told, passages=True)
    return {"answers.keys": np.vstack([asked_keys, told_keys]), "answers.rows": np.vstack([asked, rows])}


def _learn(
    rows: Sequence[tuple[str, str]],
    embedder: Embedder,
    tell: Callable[[str], None],
    *,
    strength: float = 1.0,
    evenly: bool = True,
) -> Linear:
    spelled = [(spelling, label) for text, label in rows for spelling in spellings(in_own_letters(text))]
    texts = [text for text, _ in spelled]
    return train(texts, embedder.matrix(texts, tell), [label for _, label in spelled], strength=strength, evenly=evenly)


def _learn_layered(rows: Sequence[Example], embedder: Embedder, tell: Callable[[str], None]) -> Layered:
    spelled = [(spelling, one) for one in rows for spelling in spellings(in_own_letters(one.text))]
    vectors = embedder.matrix([text for text, _ in spelled], tell)
    return train_layered(vectors, [one.level for _, one in spelled], [one.shown for _, one in spelled])


def _learn_signs(embedder: Embedder) -> Heads:
    """By which signs somebody is in danger, learnt from the sentences that name them."""
    told = [example for example in danger_examples() if example.signs]
    names = sorted({sign for example in told for sign in example.signs})
    texts = [in_own_letters(example.text) for example in told]
    holds = np.array([[name in example.signs for name in names] for example in told], np.float32)
    return learn(names, Lessons(texts, embedder.matrix(texts), holds, np.ones_like(holds)))


def load(path: Path, embedder: Embedder, data: Path) -> Understanding:
    """Load a model file. `data`: the folder where graphs are made."""
    rule = calibration()
    with np.load(path) as file:
        embedder.know(file["answers.keys"], file["answers.rows"])
        intent, topics, graver = (Linear.from_arrays(name, file) for name in ("intent", "topic", "danger"))
        layered = Layered.from_arrays("layered", file)
        sentence, kinds = Heads.from_arrays("sentence", file), Heads.from_arrays("offer", file)
        signs = Heads.from_arrays("sign", file)
    network = Network.load(embedder.engine, data, sentence.labels)
    meaning = Meaning(sentence, kinds, network, embedder.vectors)
    danger = DangerCheck(Both(graver, layered), signs, list(patterns()), embedder.vector, rule.danger)
    return Understanding(embedder, rule, Intents(intent), topics, danger, OfferCheck(meaning=meaning), Places())
