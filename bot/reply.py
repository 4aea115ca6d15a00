"""What the hotline says: a text with buttons, and what saying it changes. Channels and Rasa pass these along."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

UNANSWERED = ("unanswered", "unanswered_slug")
"""The effects that put a question on the admins' list: why, and the entry that was nearest or did not help."""


@dataclass(frozen=True)
class Button:
    """Something to press. `payload` is at most 64 bytes (Telegram's limit for callback data)."""

    label: str
    payload: str = ""
    url: str = ""


@dataclass(frozen=True)
class Reply:
    """One message to a person. In `text`, `**…**` is bold; everything else is plain.

    `effects` says what changes when it is said, e.g. `{"hand_over": "asked"}` or `{"topic": "lost-passport"}`; the
    turn carries it out in the same unit of work that puts the reply into the outbox.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    effects: Mapping[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The reply as JSON values, the way it travels through Rasa."""
        return {"text": self.text, "buttons": rows_as_json(self.buttons), "effects": dict(self.effects)}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> "Reply":
        """Undo `as_dict`."""
        rows = tuple(tuple(Button(**button) for button in row) for row in value.get("buttons", ()))
        return cls(str(value.get("text", "")), rows, dict(value.get("effects", {})))


def rows_as_json(rows: tuple[tuple[Button, ...], ...]) -> list[list[dict[str, str]]]:
    """Rows of buttons as JSON values."""
    return [[{key: value for key, value in vars(button).items() if value} for button in row] for row in rows]


@dataclass(frozen=True)
class Press:
    """A pressed button, taken apart: `/faq{"slug": "lost-passport"}`, the form in which Rasa reads intents too."""

    intent: str
    entities: Mapping[str, str] = field(default_factory=dict)

    def payload(self) -> str:
        """The text that goes into a button and comes back when it is pressed."""
        tail = json.dumps(dict(self.entities), separators=(",", ":"), ensure_ascii=False) if self.entities else ""
        return f"/{self.intent}{tail}"


def press(intent: str, **entities: str) -> str:
    """The payload of a button."""
    return Press(intent, entities).payload()


def parse_press(payload: str) -> Press | None:
    """Take a payload apart; None if it is not one of ours (a button of an older version, or hostile)."""
    if not payload.startswith("/"):
        return None
    name, brace, rest = payload[1:].partition("{")
    if not name.isidentifier():
        return None
    try:
        entities = json.loads(brace + rest) if brace else {}
    except ValueError:
        return None
    if not isinstance(entities, dict):
        return None
    return Press(name, {str(key): str(value) for key, value in entities.items()})
