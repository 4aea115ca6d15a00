"""Methods that send, edit and delete messages."""

from .errors import bad_request
from .keyboards import buttons_of, inline_only, labels_of, reply_markup
from .markup import Parsed, parse, utf16
from .params import Params
from .records import Chat, Heard, Json
from .world import World, now

MAX_TEXT = 4096  # UTF-16 code units, after entities parsing
MAX_CAPTION = 1024
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def send_message(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendmessage"""
    parsed = message_text(params)
    chat = world.chat(params)
    return post(world, chat, params, "sendMessage", {"text": parsed.text, "entities": parsed.entities}).raw


def message_text(params: Params) -> Parsed:
    """The checked text of a message. Raises Refusal."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    parsed = parse(params.text("text"), params.text("parse_mode"))
    if not parsed.text.strip():
        raise bad_request("text must be non-empty" if params.text("text").isspace() else "message text is empty")
    if utf16(parsed.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return parsed


def caption(params: Params) -> Json:
    """The checked caption as fields of a message. Raises Refusal."""
    parsed = parse(params.text("caption"), params.text("parse_mode"))
    if utf16(parsed.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return {"caption": parsed.text, "caption_entities": parsed.entities}


def post(world: World, chat: Chat, params: Params, method: str, content: Json) -> Heard:
    """Put a message of the bot into a chat. Raises Refusal for a bad markup or reply."""
    markup = reply_markup(params)
    answered = _replied_to(chat, params)
    raw: Json = {
        "message_id": world.new_message_id(), "from": world.me, "chat": chat.described(), "date": now(),
        **_filled(content),
    }  # fmt: skip
    if answered:
        raw["reply_to_message"] = {key: value for key, value in answered.items() if key != "reply_to_message"}
    heard = Heard(
        id=raw["message_id"], chat_id=chat.id, method=method, text="", html="", raw=raw,
        keyboard=labels_of(markup), reply_to=answered["message_id"] if answered else None,
    )  # fmt: skip
    _show(heard, params.text("text") or params.text("caption"), markup)
    chat.heard.append(heard)
    return heard


def _filled(content: Json) -> Json:
    """Without empty texts and entity lists, which Telegram leaves out."""
    return {key: value for key, value in content.items() if value not in ("", [])}


def _show(heard: Heard, html: str, markup: Json | None) -> None:
    """Bring the person's view into line with the raw message."""
    heard.html = html
    heard.text = heard.raw.get("text") or heard.raw.get("caption") or ""
    heard.buttons = buttons_of(markup)
    if any(heard.buttons):
        heard.raw["reply_markup"] = markup
    else:
        heard.raw.pop("reply_markup", None)


def _replied_to(chat: Chat, params: Params) -> Json | None:
    asked = params.structure("reply_parameters", "reply parameters") or {}
    if not isinstance(asked, dict) or (asked and "message_id" not in asked):
        raise bad_request('can\'t find field "message_id"')
    message_id = Params(asked).integer("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return None
    message = chat.message(message_id)
    if message is None and not (asked.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")):
        raise bad_request("message to be replied not found")
    return message


def edit_message_text(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagetext"""
    parsed = message_text(params)
    heard = _to_edit(world, params)
    if "text" not in heard.raw:
        raise bad_request("there is no text in the message to edit")
    content = {**heard.raw, "text": parsed.text, "entities": parsed.entities}
    return _edit(heard, params.text("text"), _filled(content), inline_only(reply_markup(params)))


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagereplymarkup"""
    heard = _to_edit(world, params)
    return _edit(heard, heard.html, heard.raw, inline_only(reply_markup(params)))


def _to_edit(world: World, params: Params) -> Heard:
    chat, message_id = world.chat(params), params.integer("message_id")
    heard = chat.heard_by_id(message_id)
    if heard is None:
        raise bad_request("message can't be edited" if message_id in chat.said else "message to edit not found")
    return heard


def _edit(heard: Heard, html: str, content: Json, markup: Json | None) -> Json:
    before = _content(heard.raw)
    after = {**content, "reply_markup": markup if any(buttons_of(markup)) else None}
    if _content(after) == before:
        raise bad_request(NOT_MODIFIED)
    heard.raw = {**content, "edit_date": now()}
    heard.edited = True
    _show(heard, html, markup)
    return heard.raw


def _content(raw: Json) -> list[object]:
    return [raw.get("text"), raw.get("entities") or [], raw.get("reply_markup")]


def delete_message(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemessage"""
    chat, message_id = world.chat(params), params.integer("message_id")
    heard = chat.heard_by_id(message_id)
    if heard is None and chat.said.pop(message_id, None) is None:
        raise bad_request("message to delete not found")
    if heard:
        heard.deleted = True
    return True


METHODS = {
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
}
