"""What a message wants, by the gateway alone.

The same examples teach Rasa's classifier; this one answers when Rasa is away and for `hotline analyze`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.classifier import Linear
from bot.meaning import Vector
from bot.paths import NLU

ROUTES: Mapping[str, str] = {
    "faq": "faq",
    "follow_up": "faq",
    "ask_question": "faq",
    "inform": "services",
    "share_offer": "offer_check",
    "ask_offer_check": "offer_check",
    "human": "human",
    "leave_queue": "human",
    "services": "services",
    "greeting": "greeting",
    "menu": "greeting",
    "privacy": "privacy",
    "language": "language",
    "quiz": "quiz",
    "thanks": "smalltalk",
    "goodbye": "smalltalk",
    "bot_challenge": "smalltalk",
    "affirm": "smalltalk",
    "deny": "smalltalk",
    "dont_know": "smalltalk",
    "cannot_write": "smalltalk",
    "not_helpful": "smalltalk",
    "out_of_scope": "out_of_scope",
    "nlu_fallback": "out_of_scope",
}
"""The route of each intent (contract, section 1)."""

NOT_UNDERSTOOD = "nlu_fallback"
"""Rasa's name for a message that is not understood."""

ABOUT_THE_SERVICE = {"is-it-anonymous": "privacy", "delete-this-chat": "privacy", "talk-to-a-person": "human"}
"""FAQ entries that are routes of their own."""


@dataclass(frozen=True)
class Intent:
    """What a message wants, and how sure that is (0 to 1)."""

    name: str
    confidence: float

    @property
    def route(self) -> str:
        """Its route."""
        return ROUTES[self.name]


class Intents:
    """The classifier."""

    def __init__(self, model: Linear) -> None:
        self.model = model

    def chance(self, name: str, text: str, vector: Vector) -> float:
        """How likely a message has one intent (0 to 1)."""
        return self.model.probabilities(text, vector)[name]

    def of(self, text: str, vector: Vector) -> Intent:
        """The likeliest intent of a message."""
        chances = self.model.probabilities(text, vector)
        name = max(chances, key=lambda label: chances[label])
        return Intent(name, chances[name])


def examples(folder: Path = NLU, language: str = "*") -> Iterator[tuple[str, str]]:
    """Phrase and intent of all training examples (or of one language's), in Rasa's own format."""
    for path in [*sorted(folder.glob(f"{language}/intents.yml")), *sorted(folder.glob(f"{language}/faq/*.yml"))]:
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)[
            "nlu"
        ]:  # a second in pure Python
            yield from ((phrase, _label(block["intent"])) for phrase in _lines(block["examples"]))


def _label(intent: str) -> str:
    name, _, slug = intent.partition("/")
    return ABOUT_THE_SERVICE.get(slug, name)


def _lines(block: str) -> list[str]:
    return [line.strip().removeprefix("- ").strip() for line in block.splitlines() if line.strip()]
