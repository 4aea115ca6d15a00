"""What the stand-in remembers of a test, in shapes that are easy to assert on."""

import time
from dataclasses import dataclass, field
from typing import Any

type Json = dict[str, Any]


@dataclass(frozen=True)
class Button:
    """An inline button as the person sees it; `data` and `url` are None unless it is of that kind."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass
class Heard:
    """One message of the bot in one chat, in its present state."""

    id: int
    chat_id: int
    method: str
    """The method that sent it, such as `sendMessage`."""
    text: str
    """Text or caption as read by the person, without tags."""
    html: str
    """Text or caption as sent by the program."""
    raw: Json
    """The Message object of the Bot API."""
    buttons: list[list[Button]] = field(default_factory=list)
    keyboard: list[list[str]] = field(default_factory=list)
    """Labels of a reply keyboard (not inline) that came with it."""
    reply_to: int | None = None
    edited: bool = False
    deleted: bool = False
    file: bytes | None = None
    """What a photo, voice or document holds, if it was uploaded or sent by file_id."""
    file_name: str | None = None

    @property
    def labels(self) -> list[str]:
        """The texts of all inline buttons, row after row."""
        return [button.text for row in self.buttons for button in row]


@dataclass
class Press:
    """One press of an inline button."""

    id: str
    message_id: int
    data: str
    answers: list[Json] = field(default_factory=list)
    """Parameters of each answerCallbackQuery, in order."""
    expired: bool = False

    @property
    def answered(self) -> bool:
        """Whether the bot has stopped the button's waiting wheel."""
        return bool(self.answers)

    def expire(self) -> None:
        """Make the press so old that Telegram refuses an answer to it."""
        self.expired = True


@dataclass
class Call:
    """One call of the program, recorded when it arrives."""

    method: str
    params: Json
    """Parameters, JSON ones decoded; names of uploaded files as `<file NAME>`."""
    at: float = field(default_factory=time.monotonic)
    status: int = 0
    """HTTP status of the answer; 0 while under way, and for an answer that was never sent."""
    description: str = ""

    @property
    def ok(self) -> bool:
        """Whether it was answered with success."""
        return self.status == 200


@dataclass(frozen=True)
class Violation:
    """A documented rule that the program broke."""

    method: str
    description: str
    params: Json


@dataclass(frozen=True)
class StoredFile:
    """A file at Telegram."""

    file_id: str
    unique_id: str
    path: str
    data: bytes
    name: str

    def summary(self) -> Json:
        """The fields that every file object of the Bot API has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


@dataclass
class Chat:
    """A private chat; `user` is the person's User object. Or a group, whose number is negative."""

    user: Json
    known: bool = False
    """Whether the person has written; before that the bot cannot find the chat."""
    blocked: bool = False
    heard: list[Heard] = field(default_factory=list)
    said: dict[int, Json] = field(default_factory=dict)
    """Message objects of the person by id."""

    @property
    def id(self) -> int:
        """Chat id, the same as the person's user id."""
        return int(self.user["id"])

    def described(self) -> Json:
        """The Chat object of the Bot API."""
        if self.id < 0:
            return {"id": self.id, "type": "supergroup", "title": self.user["first_name"]}
        names: Json = {key: self.user[key] for key in ("first_name", "last_name", "username") if key in self.user}
        return {"id": self.id, "type": "private", **names}

    def message(self, message_id: int) -> Json | None:
        """A message of either side that is still there, as a Message object."""
        heard = self.heard_by_id(message_id)
        return heard.raw if heard else self.said.get(message_id)

    def heard_by_id(self, message_id: int) -> Heard | None:
        """A message of the bot that is still there."""
        return next((one for one in self.heard if one.id == message_id and not one.deleted), None)
