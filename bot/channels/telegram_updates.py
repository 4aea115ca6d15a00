"""From Telegram's updates to the inbox: what each kind of message is to the hotline."""

from collections.abc import Callable
from dataclasses import dataclass

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType

from bot.conversations.incoming import File, Incoming
from bot.reply import press

COMMANDS = {
    "start": press("start"),
    "menu": press("menu"),
    "help": press("danger"),
    "offer": press("ask_offer_check"),
    "ask": press("ask_question"),
    "human": press("human"),
    "quiz": press("quiz"),
    "language": press("language"),
    "privacy": press("privacy"),
    "stop": press("leave_queue"),
}
"""What each command of the bot does: the same as a button."""


@dataclass(frozen=True)
class Received:
    """An update that is a message to us. `acknowledge`: a pressed button's query, to be answered."""

    update_id: str
    chat: str
    incoming: Incoming
    acknowledge: str = ""


def read(update: Update) -> Received | None:
    """What an update says; None if it is nothing to answer (groups, channels, joins and leaves)."""
    query = update.callback_query
    if query is not None:
        return _press(update, query)
    message = update.message or update.edited_message
    if message is None or message.chat.type != ChatType.PRIVATE or _is_service(message):
        return None
    incoming = _edit(message) if update.edited_message else _message(message)
    return Received(str(update.update_id), str(message.chat.id), incoming)


def _press(update: Update, query: CallbackQuery) -> Received | None:
    if query.message is None or query.message.chat.type != ChatType.PRIVATE:
        return None
    incoming = Incoming("button", query.data or "", language_hint=query.from_user.language_code or "")
    return Received(str(update.update_id), str(query.message.chat.id), incoming, str(query.id))


def _is_service(message: Message) -> bool:
    kinds = (
        "text",
        "caption",
        *_KINDS,
        "location",
        "contact",
        "sticker",
        "venue",
        "poll",
        "dice",
        "game",
        "story",
        "paid_media",
        "checklist",
    )
    return not any(getattr(message, kind, None) for kind in kinds)


def _message(message: Message) -> Incoming:
    text = message.text or message.caption or ""
    command = text.split(maxsplit=1)[0].partition("@")[0] if text.startswith("/") else ""
    if payload := COMMANDS.get(command[1:].lower()):
        return _incoming(message, "button", payload)
    for name, (kind, file) in _KINDS.items():
        if getattr(message, name):
            return _incoming(message, kind, text, file(message))
    for kind in ("location", "contact", "sticker"):
        if getattr(message, kind):
            return _incoming(message, kind, "")
    return _incoming(message, "text" if message.text else "other", text)


def _edit(message: Message) -> Incoming:
    return _incoming(message, "edit", message.text or message.caption or "")


def _incoming(message: Message, kind: str, text: str, file: File | None = None) -> Incoming:
    return Incoming(
        kind=kind,
        text=text,
        external_id=str(message.message_id),
        reply_to=str(message.reply_to_message.message_id) if message.reply_to_message else "",
        forwarded=message.forward_origin is not None,
        language_hint=(message.from_user.language_code or "") if message.from_user else "",
        file=file,
    )


def _photo(message: Message) -> File:
    best = message.photo[-1]  # sizes come smallest first
    return File(best.file_id, "image/jpeg", "photo.jpg", best.file_size or 0)


def _media(name: str, mime: str, file_name: str) -> Callable[[Message], File]:
    def read_media(message: Message) -> File:
        media = getattr(message, name)
        given = getattr(media, "file_name", None) or file_name
        return File(media.file_id, getattr(media, "mime_type", None) or mime, given, media.file_size or 0)

    return read_media


_KINDS: dict[str, tuple[str, Callable[[Message], File]]] = {
    "photo": ("photo", _photo),
    "voice": ("voice", _media("voice", "audio/ogg", "voice.ogg")),
    "audio": ("voice", _media("audio", "audio/mpeg", "audio.mp3")),
    "video_note": ("file", _media("video_note", "video/mp4", "video.mp4")),
    "video": ("file", _media("video", "video/mp4", "video.mp4")),
    "animation": ("file", _media("animation", "video/mp4", "animation.mp4")),
    "document": ("file", _media("document", "application/octet-stream", "file")),
}
