"""Reply markup: inline keyboards checked button by button, other keyboards by their shape."""

from typing import Any
from urllib.parse import urlsplit

from .errors import Refusal, bad_request
from .params import Params
from .records import Button, Json

MAX_BUTTONS = 100
MAX_IN_A_ROW = 8
MAX_CALLBACK_DATA = 64  # bytes
MAX_COPY_TEXT = 256

ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
OTHER_KEYBOARDS = {"keyboard": list, "remove_keyboard": bool, "force_reply": bool}


def reply_markup(params: Params) -> Json | None:
    """The checked reply markup of a call, None if there is none. Raises Refusal."""
    markup = params.structure("reply_markup", "reply keyboard markup")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    else:
        _check_other(markup)
    return markup


def inline_only(markup: Json | None) -> Json | None:
    """The markup of an edited message. Raises Refusal for a keyboard that is not inline."""
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def buttons_of(markup: Json | None) -> list[list[Button]]:
    """The inline buttons as the person sees them."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [[Button(one["text"], one.get("callback_data"), one.get("url")) for one in row] for row in rows]


def labels_of(markup: Json | None) -> list[list[str]]:
    """The labels of a reply keyboard."""
    rows = (markup or {}).get("keyboard", [])
    return [[one if isinstance(one, str) else one["text"] for one in row] for row in rows]


def _check_other(markup: Json) -> None:
    for name, kind in OTHER_KEYBOARDS.items():
        if name in markup:
            if not isinstance(markup[name], kind):
                word = "Array" if kind is list else "Boolean"
                raise bad_request(f'field "{name}" must be of type {word}')
            _check_labels(markup.get("keyboard", []))
            return
    raise bad_request("can't parse reply keyboard markup JSON object")


def _check_labels(rows: list[Any]) -> None:
    for button in _flat("keyboard", rows):
        text = button.get("text") if isinstance(button, dict) else button
        if not isinstance(text, str) or not text.strip():
            raise bad_request("can't parse keyboard button: Can't find field \"text\"")


def _flat(field: str, rows: Any) -> list[Any]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    return [button for row in rows for button in row]


def _check_inline(rows: Any) -> None:
    buttons = _flat("inline_keyboard", rows)
    if len(buttons) > MAX_BUTTONS or any(len(row) > MAX_IN_A_ROW for row in rows):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)


def _unparsable(reason: str) -> Refusal:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _check_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise _unparsable("Expected an Object")
    if not isinstance(button.get("text"), str):
        raise _unparsable('Can\'t find field "text"')
    if not button["text"].strip():
        raise _unparsable('Field "text" must be non-empty')
    used = [name for name in ACTIONS if button.get(name) is not None]
    if not used or (used == ["callback_data"] and button["callback_data"] == ""):
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(used) > 1:
        raise _unparsable(f"Exactly one action must be used, found {', '.join(used)}")
    _check_action(used[0], button[used[0]])


def _check_action(name: str, value: Any) -> None:
    if name == "callback_data":
        if not isinstance(value, str) or len(value.encode()) > MAX_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif name == "url":
        _check_url(str(value))
    elif name == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 0 < len(text) <= MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif name == "web_app":
        if not str(value.get("url", "") if isinstance(value, dict) else value).startswith("https://"):
            raise bad_request(f"inline keyboard button Web App URL '{value}' is invalid: Only HTTPS links are allowed")
    elif name in {"pay", "callback_game"}:
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_url(url: str) -> None:
    invalid = f"inline keyboard button URL '{url}' is invalid: "
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise bad_request(invalid + "Wrong HTTP URL") from None
    if parts.scheme and parts.scheme not in {"http", "https", "tg"} and "://" in url:
        raise bad_request(invalid + "Unsupported URL protocol")
    if parts.scheme not in {"http", "https", "tg"} or not host or (parts.scheme != "tg" and "." not in host):
        raise bad_request(invalid + "Wrong HTTP URL")
