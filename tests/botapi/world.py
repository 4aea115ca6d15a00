"""Everything that the stand-in knows: chats, files, updates, faults and the record of what the program did."""

import re
import threading
import time
from dataclasses import dataclass, field

from .errors import Refusal, bad_request, blocked
from .faults import Faults, Flood
from .params import Params
from .records import Call, Chat, Json, Press, StoredFile, Violation
from .updates import Updates

FIRST_MESSAGE_ID = 1001


@dataclass
class Profile:
    """What the program says of itself in people's Telegram, by language (and scope)."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """By (field, language): `name`, `description`, `short_description`."""


@dataclass
class World:
    """The state of the stand-in. Whoever reads or changes more than one thing holds `lock`."""

    token: str
    https_webhooks_only: bool = True
    lock: threading.RLock = field(default_factory=threading.RLock)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    updates: Updates = field(default_factory=Updates)
    faults: Faults = field(default_factory=Faults)
    flood: Flood = field(default_factory=Flood)
    profile: Profile = field(default_factory=Profile)
    closing: bool = False
    """The server is stopping: nothing may wait any longer."""
    _last_message_id: int = FIRST_MESSAGE_ID - 1

    @property
    def me(self) -> Json:
        """The bot's User object."""
        name = self.profile.texts.get(("name", ""), "Stand-in")
        bot_id = int(self.token.split(":")[0])
        return {"id": bot_id, "is_bot": True, "first_name": name, "username": "stand_in_bot"}

    def new_message_id(self) -> int:
        """The next message id; one row of ids for all private chats, as with Telegram."""
        self._last_message_id += 1
        return self._last_message_id

    def chat(self, params: Params) -> Chat:
        """The chat of a call. Raises Refusal if the person has not written yet or has blocked the bot."""
        asked = params.text("chat_id")
        if not asked:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(asked)) if re.fullmatch(r"-?\d+", asked) else None
        if chat is None or not chat.known:
            raise bad_request("chat not found")
        if chat.blocked:
            raise blocked()
        return chat

    def store(self, data: bytes, folder: str, name: str) -> StoredFile:
        """Keep a file as Telegram does."""
        number = len(self.files) + 1
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{folder}/file_{number}.{suffix}"
        file = StoredFile(f"AgACAgIAAxkBAAI{number:045d}", f"AQAD{number:011d}", path, data, name)
        self.files[file.file_id] = file
        return file

    def accuse(self, method: str, refusal: Refusal, params: Json) -> None:
        """Record a broken rule, if it is one."""
        if refusal.violation:
            self.violations.append(Violation(method, refusal.description, params))


def now() -> int:
    """The present moment in whole Unix seconds, as Telegram dates everything."""
    return int(time.time())
