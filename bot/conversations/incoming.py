"""One message of a person, in the hotline's own form, whatever the channel."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

LONGEST = 20_000
"""Characters of one message that are kept; the rest is cut and said so."""


@dataclass(frozen=True)
class File:
    """A picture, voice message or file. `reference` is the channel's own handle with which it can be fetched."""

    reference: str
    mime: str = "application/octet-stream"
    name: str = ""
    size: int = 0


@dataclass(frozen=True)
class Incoming:
    """What came in.

    `kind`: text, button, photo, voice, file, location, contact, sticker, edit or other. `text` is what was written, the
    caption, or a button's payload. `external_id` and `reply_to` are numbers of the channel.
    """

    kind: str
    text: str = ""
    external_id: str = ""
    reply_to: str = ""
    forwarded: bool = False
    language_hint: str = ""
    file: File | None = None

    def as_dict(self) -> dict[str, Any]:
        """As JSON values, for the inbox."""
        return asdict(self)

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> "Incoming":
        """Undo `as_dict`."""
        file = value.get("file")
        return cls(**{**value, "file": File(**file) if file else None})

    @property
    def cut(self) -> bool:
        """Whether it is longer than is kept."""
        return len(self.text) > LONGEST
