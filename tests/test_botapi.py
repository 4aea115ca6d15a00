"""The stand-in for api.telegram.org is as strict and as unreliable as it says, to the real python-telegram-bot.

More of its rules: `botapi/test_rules.py`, `botapi/test_person.py`, `botapi/test_delivery.py`.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler

from tests.botapi import BotApi, Person

pytestmark = pytest.mark.filterwarnings("error")
PNG = b"\x89PNG\r\n\x1a\n picture"


@pytest.fixture(autouse=True)
def intervals(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns of intervals as numbers unless it is told to use timedelta."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(token="42:TEST") as running:
        yield running


@pytest_asyncio.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with bot_at(api) as made:
        yield made


@pytest.fixture
def ana(api: BotApi) -> Person:
    person = api.person(language_code="ro", first_name="Ana")
    person.says("salut")
    return person


def bot_at(api: BotApi, token: str = "42:TEST") -> Bot:
    return Bot(token, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot")


async def get(url: str) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.get(url)


def button(data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton("Da, vreau", callback_data=data)


def descriptions(api: BotApi) -> list[str]:
    return [violation.description for violation in api.violations]


@pytest.mark.asyncio
async def test_only_the_right_token_and_known_methods(api: BotApi, bot: Bot) -> None:
    assert bot.id == 42
    with pytest.raises(InvalidToken):
        async with bot_at(api, "42:OTHER"):
            pass
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendEverything")
    assert descriptions(api) == ["Unauthorized", "Not Found"]
    unauthorized = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert (await get(f"{api.url}/bot1:NO/getMe")).json() == unauthorized


@pytest.mark.asyncio
async def test_a_broken_rule_is_refused_and_recorded(api: BotApi, bot: Bot, ana: Person) -> None:
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(ana.id, "<p>a</p>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(ana.id, "a", reply_markup=InlineKeyboardMarkup.from_button(button("a" * 65)))
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Start", "a")])
    assert [one.method for one in api.violations] == ["sendMessage", "sendMessage", "setMyCommands"]
    assert api.violations[0].params["text"] == "<p>a</p>"
    assert descriptions(api)[1:] == ["Bad Request: BUTTON_DATA_INVALID", "Bad Request: BOT_COMMAND_INVALID"]
    assert ana.heard == []


@pytest.mark.asyncio
async def test_lengths_count_utf16_units_after_parsing(api: BotApi, bot: Bot, ana: Person) -> None:
    await bot.send_message(ana.id, "<b>" + "😀" * 2048 + "</b>", parse_mode="HTML")
    await bot.send_photo(ana.id, PNG, caption="&amp;" * 1024, parse_mode="HTML")
    for text, complaint in (("😀" * 2048 + "a", "too long"), ("<b></b>", "text is empty"), (" ", "must be non-empty")):
        with pytest.raises(BadRequest, match=complaint):
            await bot.send_message(ana.id, text, parse_mode="HTML")
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(ana.id, PNG, caption="a" * 1025)
    assert len(api.violations) == 4


@pytest.mark.asyncio
async def test_a_chat_must_have_written_and_not_have_blocked(api: BotApi, bot: Bot, ana: Person) -> None:
    stranger = api.person(first_name="Ion")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger.id, "a")
    ana.blocks_the_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "a")
    ana.unblocks_the_bot()
    await bot.send_chat_action(ana.id, "typing")
    assert (await bot.get_chat(ana.id)).first_name == "Ana"
    assert descriptions(api) == ["Bad Request: chat not found"]
    changes = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]


@pytest.mark.asyncio
async def test_replies_edits_and_deletions(api: BotApi, bot: Bot, ana: Person) -> None:
    question = ana.says("?")
    sent = await bot.send_message(ana.id, "a", reply_to_message_id=question)
    assert (ana.last.reply_to, sent.reply_to_message.text) == (question, "?")
    await bot.edit_message_text("<b>b</b>", ana.id, sent.id, parse_mode="HTML")
    assert (ana.last.text, ana.last.edited, ana.heard_text()) == ("b", True, "b")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("<b>b</b>", ana.id, sent.id, parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("c", ana.id, question)
    await bot.delete_message(ana.id, sent.id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ana.id, sent.id)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ana.id, "a", reply_to_message_id=sent.id)
    await bot.send_message(ana.id, "a", reply_to_message_id=sent.id, allow_sending_without_reply=True)
    assert [one.deleted for one in ana.heard] == [True, False]
    assert len(api.violations) == 4


@pytest.mark.asyncio
async def test_a_press_is_answered_while_it_is_young(api: BotApi, bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "?", reply_markup=InlineKeyboardMarkup.from_button(button("yes")))
    press = ana.presses("Da")
    query = (await bot.get_updates(offset=-1))[0].callback_query
    assert (query.data, query.message.message_id, api.unanswered_callbacks()) == ("yes", sent.id, [press])
    await query.answer("ok")
    assert press.answers[0]["text"] == "ok"
    assert api.unanswered_callbacks() == []
    old = ana.presses(data="yes")
    old.expire()
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(old.id)
    await bot.edit_message_reply_markup(ana.id, sent.id)
    assert ana.last.buttons == []
    with pytest.raises(AssertionError, match="no button 'Da'"):
        ana.presses("Da")


@pytest.mark.asyncio
async def test_two_polls_or_a_poll_and_a_webhook_conflict(api: BotApi, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=5))
    await api.wait_for(lambda: api.calls("getUpdates"))
    async with bot_at(api) as twin:
        assert await twin.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    with pytest.raises(BadRequest, match=r"(?i)https url must be provided"):
        await bot.set_webhook("http://example.org/hook")
    with pytest.raises(BadRequest, match=r"(?i)secret token contains unallowed"):
        await bot.set_webhook("https://example.org/hook", secret_token="a b")
    await bot.set_webhook("https://hook.invalid/", secret_token="s")
    assert (await bot.get_webhook_info()).url == "https://hook.invalid/"
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


@pytest.mark.asyncio
async def test_planned_errors_come_as_often_as_planned(api: BotApi, bot: Bot, ana: Person) -> None:
    api.fail("sendMessage", times=1, status=429, retry_after=7)
    api.fail("sendMessage", times=2, status=500)
    with pytest.raises(RetryAfter) as flooded:
        await bot.send_message(ana.id, "a")
    assert flooded.value.retry_after.total_seconds() == 7
    for _ in range(2):
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await bot.send_message(ana.id, "a")
    await bot.send_message(ana.id, "a")
    api.fail("*", status=502)
    page = await get(f"{api.url}/bot42:TEST/getMe")
    assert (page.status_code, page.text.startswith("<html>")) == (502, True)
    assert [call.status for call in api.calls("sendMessage")] == [429, 500, 500, 200]
    assert (len(ana.heard), api.violations) == (1, [])


@pytest.mark.asyncio
async def test_refused_commands_stay_refused_until_healed(api: BotApi, bot: Bot) -> None:
    api.refuse("setMyCommands")
    for _ in range(2):
        with pytest.raises(BadRequest):
            await bot.set_my_commands([("start", "a")])
    api.heal("setMyCommands")
    assert await bot.set_my_commands([("start", "a")])
    assert api.violations == []


@pytest.mark.asyncio
async def test_silence_and_lost_answers(api: BotApi, bot: Bot, ana: Person) -> None:
    api.hang("sendMessage", seconds=30)
    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "never", read_timeout=0.2)
    api.hang("sendMessage", seconds=30, done=True)
    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "late", read_timeout=0.2)
    api.hang("sendMessage", seconds=0.1)
    await bot.send_message(ana.id, "slow")
    api.drop_after("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "unanswered")
    await bot.send_message(ana.id, "again")
    assert ana.heard_text().split() == ["late", "slow", "unanswered", "again"]
    assert [call.status for call in api.calls("sendMessage")] == [0, 0, 200, 0, 200]


@pytest.mark.asyncio
async def test_flood_control(api: BotApi, bot: Bot, ana: Person) -> None:
    api.flood(per_second=2, per_chat_per_second=1)
    others = [api.person(first_name=name) for name in ("Ion", "Ioana")]
    for person in others:
        person.says("salut")
    await bot.send_message(ana.id, "a")
    with pytest.raises(RetryAfter):
        await bot.send_message(ana.id, "b")
    await bot.send_message(others[0].id, "a")
    with pytest.raises(RetryAfter):
        await bot.send_message(others[1].id, "a")
    await asyncio.sleep(1)
    await bot.send_message(ana.id, "b")
    api.flood(None, None)
    await bot.send_message(ana.id, "c")
    assert (ana.heard_text(), api.violations) == ("a\nb\nc", [])


@pytest.mark.asyncio
async def test_updates_come_twice_and_out_of_order(api: BotApi, bot: Bot, ana: Person) -> None:
    first = (await bot.get_updates())[0]
    await bot.get_updates(offset=first.update_id + 1)
    api.repeat_last_update()
    assert (await bot.get_updates(offset=first.update_id + 1))[0].update_id == first.update_id
    assert await bot.get_updates(offset=first.update_id + 1) == ()
    api.shuffle_next(3)
    for text in "abc":
        assert api.pending_updates == 0
        ana.says(text)
    ids = [update.update_id for update in await bot.get_updates()]
    assert ids != sorted(ids) == [first.update_id + 1, first.update_id + 2, first.update_id + 3]


@pytest.mark.asyncio
async def test_a_whole_polling_program_runs_against_it(api: BotApi) -> None:
    keyboard = InlineKeyboardMarkup.from_button(button("yes"))

    async def start(update: Update, context: Any) -> None:
        await update.message.reply_text("Vreți?", reply_markup=keyboard)

    async def yes(update: Update, context: Any) -> None:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("Bine.")

    async def echo(update: Update, context: Any) -> None:
        await update.message.reply_text(f"<i>{update.message.text}</i>", parse_mode="HTML")

    program = Application.builder().bot(bot_at(api)).build()
    program.add_handlers([CommandHandler("start", start), CallbackQueryHandler(yes), MessageHandler(None, echo)])
    ana = api.person(language_code="ro")
    async with program:
        await program.updater.start_polling()
        await program.start()
        ana.says("/start")
        await api.wait_for(lambda: ana.heard_text() == "Vreți?")
        press = ana.presses("Da")
        await api.wait_for(lambda: press.answered and ana.last.text == "Bine.")
        ana.says("ăsta")
        await api.wait_for(lambda: ana.last.html == "<i>ăsta</i>")
        await program.updater.stop()
        await program.stop()
    assert (api.pending_updates, api.violations, api.unanswered_callbacks()) == (0, [], [])
