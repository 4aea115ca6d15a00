"""Each documented rule is held, in Telegram's words: HTML, keyboards, what the bot says of itself."""

import json
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest

from .api import BotApi
from .person import Person

pytestmark = pytest.mark.filterwarnings("error")


def one_button(**fields: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Da", **fields}]]}


def descriptions(api: BotApi) -> list[str]:
    return [violation.description for violation in api.violations]


@pytest.mark.asyncio
async def test_html_is_read_as_the_person_sees_it(api: BotApi, bot: Bot, ana: Person) -> None:
    html = '<b>Bună</b> 😀 <i><u>x</u></i> &lt;3 &amp; <a href="https://example.org">link</a>'
    sent = await bot.send_message(ana.id, html, parse_mode="HTML")
    assert ana.last.text == sent.text == "Bună 😀 x <3 & link"
    assert (ana.last.html, ana.last.id, ana.id > 2**33) == (html, sent.message_id, True)
    assert sent.parse_entity(sent.entities[-1]) == "link"
    assert api.violations == []


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("ă <br/>", 'Unsupported start tag "br/" at byte offset 3'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("A & B", 'Unescaped character "&" at byte offset 2'),
        ("A &nbsp; B", 'Unescaped character "&" at byte offset 2'),
    ],
)
async def test_wrong_html_is_refused(api: BotApi, bot: Bot, ana: Person, html: str, complaint: str) -> None:
    with pytest.raises(BadRequest, match="Can't parse entities: "):
        await bot.send_message(ana.id, html, parse_mode="HTML")
    assert descriptions(api) == [f"Bad Request: can't parse entities: {complaint}"]
    assert ana.heard == []


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        (one_button(), "Text buttons are unallowed"),
        (one_button(callback_data="a", url="https://example.org"), "Exactly one action"),
        (one_button(callback_data="ă" * 33), "BUTTON_DATA_INVALID"),
        (one_button(callback_data=""), "Text buttons are unallowed"),
        (one_button(text="", callback_data="a"), 'Field "text" must be non-empty'),
        (one_button(url="tel:112"), "Wrong HTTP URL"),
        (one_button(url="ftp://example.org"), "Unsupported URL protocol"),
        (one_button(url="http://localhost/"), "Wrong HTTP URL"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 9]}, "REPLY_MARKUP_TOO_LONG"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * 101}, "REPLY_MARKUP_TOO_LONG"),
        ({"inline_keyboard": "a"}, "must be of type Array"),
        ("{", "can't parse reply keyboard markup JSON object"),
    ],
)
def test_wrong_keyboards_are_refused_in_json_and_in_forms(
    api: BotApi, ana: Person, markup: Any, complaint: str
) -> None:
    call = {"chat_id": ana.id, "text": "a", "reply_markup": markup}
    form = {**call, "reply_markup": markup if isinstance(markup, str) else json.dumps(markup)}
    for body in ({"json": call}, {"data": form}):
        answer = httpx.post(f"{api.url}/bot42:TEST/sendMessage", **body)
        assert answer.status_code == 400
        assert complaint in answer.json()["description"]
    assert [complaint in one for one in descriptions(api)] == [True, True]


@pytest.mark.asyncio
async def test_what_the_bot_says_of_itself_has_limits(api: BotApi, bot: Bot) -> None:
    await bot.set_my_commands([("start", "Început")], language_code="ro")
    assert [one.command for one in await bot.get_my_commands(language_code="ro")] == ["start"]
    await bot.delete_my_commands(language_code="ro")
    assert await bot.get_my_commands(language_code="ro") == ()
    for commands in ([("Start", "a")], [("a" * 33, "a")], [("a", "")], [("a", "a" * 257)], [("a", "a")] * 101):
        with pytest.raises(BadRequest):
            await bot.set_my_commands(commands)
    with pytest.raises(BadRequest, match="language code"):
        await bot.set_my_commands([("a", "a")], language_code="ron")
    await bot.set_my_description("a" * 512)
    await bot.set_my_short_description("a" * 120)
    await bot.set_my_name("a" * 64)
    for setter, length in ((bot.set_my_description, 513), (bot.set_my_short_description, 121), (bot.set_my_name, 65)):
        with pytest.raises(BadRequest, match="too long"):
            await setter("a" * length)
    assert len(api.violations) == 9
    assert api.calls("setMyCommands")[0].params["commands"] == [{"command": "start", "description": "Început"}]
