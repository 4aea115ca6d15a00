"""Somebody who writes to the bot. Everything here is what a person can do in Telegram, and what reaches them."""

import re
from collections.abc import Iterator
from typing import Any

from .markup import utf16
from .media import described
from .records import Button, Chat, Heard, Json, Press
from .world import World, now

COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")
LINK = re.compile(r"https?://\S+")
PIXEL = b"\x89PNG\r\n\x1a\n"


class Person:
    """One private chat with the bot, seen from the person's side. Made by `BotApi.person`."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat

    @property
    def id(self) -> int:
        """User id and chat id; above 2**33."""
        return self._chat.id

    # What the person hears

    @property
    def heard(self) -> list[Heard]:
        """All messages of the bot to this chat, oldest first, in their present state (deleted ones are marked)."""
        with self._world.lock:
            return list(self._chat.heard)

    def heard_text(self) -> str:
        """The texts of all messages, joined by line breaks."""
        return "\n".join(one.text for one in self.heard)

    @property
    def last(self) -> Heard:
        """The newest message of the bot. Raises AssertionError if there is none."""
        heard = self.heard
        assert heard, f"{self._chat.user['first_name']} has not heard anything yet"
        return heard[-1]

    # What the person sends; each returns the message id

    def says(self, text: str) -> int:
        """Send a text; `/commands` and links get their entities as in Telegram."""
        return self.sends_raw({"text": text, **_entities("entities", text)})

    def sends_photo(self, data: bytes = PIXEL, caption: str = "") -> int:
        """Send a photo."""
        return self._sends_file("photo", data, "photo.jpg", caption=caption)

    def sends_voice(self, data: bytes = b"OggS", duration: int = 3) -> int:
        """Send a voice message; `duration` in seconds."""
        return self._sends_file("voice", data, "voice.oga", duration=duration)

    def sends_file(self, data: bytes, name: str = "file.pdf", mime: str = "application/pdf", caption: str = "") -> int:
        """Send a document."""
        return self._sends_file("document", data, name, caption=caption, mime=mime)

    def sends_location(self, latitude: float, longitude: float) -> int:
        """Send a place, in degrees."""
        return self.sends_raw({"location": {"latitude": latitude, "longitude": longitude}})

    def sends_contact(self, phone_number: str = "+380000000000", first_name: str = "", **more: Any) -> int:
        """Send a contact; `more`: other fields of Contact, such as `user_id`."""
        name = first_name or self._chat.user["first_name"]
        return self.sends_raw({"contact": {"phone_number": phone_number, "first_name": name, **more}})

    def sends_sticker(self, emoji: str = "🙂") -> int:
        """Send a sticker."""
        with self._world.lock:
            file = self._world.store(b"RIFF....WEBP", "stickers", "sticker.webp")
        kind = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self.sends_raw({"sticker": {**file.summary(), **kind, "emoji": emoji}})

    def forwards(self, text: str, sender: str = "Somebody") -> int:
        """Forward somebody's text; the sender hides their account."""
        origin = {"type": "hidden_user", "sender_user_name": sender, "date": now()}
        return self.sends_raw({"text": text, "forward_origin": origin, **_entities("entities", text)})

    def replies_to(self, message_id: int, text: str) -> int:
        """Answer a message of either side. Raises LookupError if it is not there."""
        original = {key: value for key, value in self._message(message_id).items() if key != "reply_to_message"}
        return self.sends_raw({"text": text, "reply_to_message": original, **_entities("entities", text)})

    def sends_raw(self, fields: Json) -> int:
        """Send a message with these fields of Message; id, date, sender and chat are added."""
        with self._world.lock:
            self._may_write()
            message_id = self._world.new_message_id()
            message = {"message_id": message_id, "date": now(), **self._sides(), **fields}
            self._chat.said[message_id] = message
            self._world.updates.add("message", message)
            return message_id

    def edits(self, message_id: int, text: str) -> int:
        """Edit an own text message. Raises LookupError if it is not the person's."""
        with self._world.lock:
            self._may_write()
            if message_id not in self._chat.said:
                raise LookupError(f"no message {message_id} of this person")
            message = {**self._chat.said[message_id], "text": text, "edit_date": now()}
            message = {key: value for key, value in message.items() if key != "entities"} | _entities("entities", text)
            self._chat.said[message_id] = message
            self._world.updates.add("edited_message", message)
            return message_id

    # What else the person does

    def presses(self, label: str | None = None, *, data: str | None = None) -> Press:
        """Press an inline button on the newest message that has it.

        Args:
            label: the button's text, or a part of it (an exact match on the same message wins).
            data: its callback data, exactly, instead of the label.

        Raises:
            AssertionError: no message has such a button, or it only opens a link.
        """
        with self._world.lock:
            self._may_write()
            heard, button = self._button(label, data)
            press = Press(f"{self.id}{len(self._world.presses) + 1:08d}", heard.id, button.data or "")
            self._world.presses[press.id] = press
            query = {"id": press.id, "message": heard.raw, "chat_instance": str(self.id), "data": button.data}
            self._world.updates.add("callback_query", {**query, "from": self._chat.user})
            return press

    def blocks_the_bot(self) -> None:
        """Stop the bot: from now on it gets 403; `my_chat_member` says so."""
        self._block(True)

    def unblocks_the_bot(self) -> None:
        """Restart the bot."""
        self._block(False)

    def _block(self, blocked: bool) -> None:
        with self._world.lock:
            self._chat.blocked = blocked
            member: Json = {"user": self._world.me, "status": "member"}
            kicked: Json = {"user": self._world.me, "status": "kicked", "until_date": 0}
            old, new = (member, kicked) if blocked else (kicked, member)
            change = {"date": now(), "old_chat_member": old, "new_chat_member": new}
            self._world.updates.add("my_chat_member", {**self._sides(), **change})

    def _may_write(self) -> None:
        if self._chat.blocked:
            raise RuntimeError("who has blocked the bot must unblock it before writing")
        self._chat.known = True

    def _sides(self) -> Json:
        return {"from": self._chat.user, "chat": self._chat.described()}

    def _message(self, message_id: int) -> Json:
        with self._world.lock:
            message = self._chat.message(message_id)
        if message is None:
            raise LookupError(f"no message {message_id} in this chat")
        return message

    def _sends_file(
        self, kind: str, data: bytes, name: str, *, caption: str = "", duration: int = 0, mime: str = ""
    ) -> int:
        with self._world.lock:
            file = self._world.store(data, f"{kind}s", name)
        said = {"caption": caption, **_entities("caption_entities", caption)} if caption else {}
        return self.sends_raw({kind: described(kind, file, duration, mime), **said})

    def _button(self, label: str | None, data: str | None) -> tuple[Heard, Button]:
        there = list(self._buttons())
        for message_id in dict.fromkeys(heard.id for heard, _ in there):
            found = [pair for pair in there if pair[0].id == message_id and _fits(pair[1], label, data)]
            if found:
                return next((pair for pair in found if pair[1].text == label), found[0])
        wanted = label if data is None else f"data={data}"
        raise AssertionError(f"no button {wanted!r}; there are {[button.text for _, button in there]}")

    def _buttons(self) -> Iterator[tuple[Heard, Button]]:
        """Buttons that can be pressed, those of the newest message first."""
        for heard in reversed(self._chat.heard):
            if not heard.deleted:
                yield from ((heard, button) for row in heard.buttons for button in row if button.data is not None)


def _fits(button: Button, label: str | None, data: str | None) -> bool:
    if data is not None:
        return button.data == data
    return label is not None and label in button.text


def _entities(name: str, text: str) -> Json:
    """The entities that Telegram finds by itself, as a field of Message."""
    found = [
        {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match[0])}
        for kind, pattern in (("bot_command", COMMAND), ("url", LINK))
        for match in pattern.finditer(text)
    ]
    return {name: found} if found else {}
