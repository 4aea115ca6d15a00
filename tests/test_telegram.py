"""The real program on Telegram, against a Bot API stand-in that is as strict and as unreliable as the real one."""

import asyncio
import re
import time
import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from telegram.error import BadRequest

from bot.channels.base import TryLater
from bot.channels.telegram import TelegramChannel
from bot.conversations.outbox import Parcel
from tests.botapi import BotApi
from tests.program import TOKEN, Program
from tests.web import new_counselor

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 200


@pytest.fixture(scope="module")
def shared(models: Path, tmp_path_factory: pytest.TempPathFactory):
    """A gateway on a stand-in of its own, without Rasa, for the tests that leave both whole."""
    with BotApi(token=TOKEN) as api:
        program = Program(tmp_path_factory.mktemp("telegram"), models, telegram=api.url).start()
        yield program, api
        program.stop()


@pytest.fixture
def on_telegram(shared):
    """The same, without troubles or violations of an earlier test."""
    _, api = shared
    api.heal()
    api.violations.clear()
    return shared


def until(true, seconds: float = 20):
    """Wait for something to be true and return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not happen")


def broken_rules(api: BotApi) -> list:
    """What Telegram would have refused; looking for a message that may have arrived is meant to be refused."""
    return [violation for violation in api.violations if violation.method != "editMessageText"]


def heard_after(person, count: int, seconds: float = 20) -> str:
    until(lambda: len(person.heard) > count, seconds)
    time.sleep(0.3)
    return "\n".join(message.text for message in person.heard[count:])


@pytest.mark.rasa
@pytest.mark.parametrize(
    ("language", "menu", "question", "fact"),
    [
        ("uk", "Перевірити пропозицію", "Як отримати тимчасовий захист у Румунії?", "Перевірено"),
        ("ro", "Verific", "Cum obțin protecție temporară în România?", "Verificat"),
        ("en", "Check a job offer", "How do I get temporary protection in Romania?", "Checked on"),
    ],
)
def test_start_menu_question(
    hotline: Program, botapi: BotApi, language: str, menu: str, question: str, fact: str
) -> None:
    person = botapi.person(language_code=language, first_name="Somebody")
    person.says("/start")
    until(lambda: len(person.heard) >= 2)
    assert any(menu in button.text for row in person.last.buttons for button in row)
    assert [button.text for button in person.heard[0].buttons[0]] == ["Українська", "Română", "English"]
    before = len(person.heard)
    person.says(question)
    assert fact in heard_after(person, before)
    assert not broken_rules(botapi)


def test_the_quiz_is_a_command_and_its_result_carries_the_bots_link(on_telegram) -> None:
    _, api = on_telegram
    person = api.person(language_code="en", first_name="Somebody")
    person.says("/quiz")
    assert "1 of 5" in heard_after(person, 0)
    before = len(person.heard)
    for number in range(5):
        person.presses(person.last.buttons[0][0].text)
        heard_after(person, before + 2 * number)
        person.presses(person.last.buttons[0][0].text)
        heard_after(person, before + 2 * number + 1)
    assert "of 5." in person.last.text
    person.presses("Share")
    shared_text = heard_after(person, before + 10)
    assert "https://t.me/stand_in_bot" in shared_text
    assert "Somebody" not in shared_text
    assert not broken_rules(api)


@pytest.mark.rasa
def test_buttons_are_answered_and_work(hotline: Program, botapi: BotApi) -> None:
    person = botapi.person(language_code="en", first_name="Somebody")
    person.says("/start")
    until(lambda: len(person.heard) >= 2)
    before = len(person.heard)
    person.presses("Română")
    assert "română" in heard_after(person, before).lower()
    before = len(person.heard)
    person.presses("Ajutor")
    assert "țar" in heard_after(person, before).lower()
    until(lambda: not botapi.unanswered_callbacks())
    assert not broken_rules(botapi)


def test_commands_and_descriptions_are_registered_in_every_language(on_telegram) -> None:
    _, api = on_telegram
    until(lambda: len(api.calls("setMyName")) >= 4)
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        languages = {call.params.get("language_code", "") for call in api.calls(method)}
        assert languages == {"", "uk", "ro", "en"}
    assert not broken_rules(api)


def test_refused_commands_are_not_fatal(gateway: Program) -> None:
    with BotApi(token=TOKEN) as api:
        api.fail("setMyCommands", None, 400, "Bad Request: no")
        gateway.telegram = api.url
        gateway.start()
        person = api.person(language_code="en")
        person.says("/menu")
        until(lambda: person.heard)
        gateway.stop()


@pytest.mark.parametrize(
    ("send", "word"),
    [
        (lambda p: p.sends_photo(PICTURE), "picture"),
        (lambda p: p.sends_voice(b"OggS" + b"0" * 100), "voice"),
        (lambda p: p.sends_file(b"%PDF-1.4", "offer.pdf", "application/pdf"), "file"),
        (lambda p: p.sends_location(47.1, 27.6), "location"),
        (lambda p: p.sends_contact("+380000000000", "Nobody"), "phone numbers"),
        (lambda p: p.sends_sticker(), "words"),
        (lambda p: p.says("🙂"), "words"),
        (lambda p: p.sends_raw({"dice": {"emoji": "🎲", "value": 3}}), "words"),
    ],
)
def test_every_kind_of_message_gets_a_sensible_reply(on_telegram, send, word: str) -> None:
    _, api = on_telegram
    person = api.person(language_code="en")
    send(person)
    assert word in heard_after(person, 0)


def test_a_forwarded_post_with_an_offer_is_checked(on_telegram) -> None:
    _, api = on_telegram
    person = api.person(language_code="en")
    person.forwards(
        "Work in a warehouse in Germany, 5000 euro a month, no contract, we keep your passport, write on WhatsApp only"
    )
    text = heard_after(person, 0)
    assert "warning sign" in text
    assert "keep your passport" in text


def test_an_edited_message_and_a_reply_are_answered(on_telegram) -> None:
    _, api = on_telegram
    person = api.person(language_code="en")
    number = person.says("What rigths")
    first = len(until(lambda: person.heard))
    person.edits(number, "What rights does temporary protection give me?")
    assert "Checked on" in heard_after(person, first)
    before = len(person.heard)
    person.replies_to(person.last.id, "How long does temporary protection in the EU last?")
    assert "2027" in heard_after(person, before)


def test_a_very_long_message_comes_in_parts_and_its_answer_goes_out(on_telegram) -> None:
    _, api = on_telegram
    person = api.person(language_code="en")
    person.says("Is it all right? " * 240)
    assert heard_after(person, 0)
    assert not broken_rules(api)


def test_a_repeated_update_is_one_message(on_telegram) -> None:
    _, api = on_telegram
    person = api.person(language_code="en")
    person.says("/menu")
    until(lambda: person.heard)
    api.repeat_last_update()
    time.sleep(1.5)
    assert len(person.heard) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        lambda api: api.fail("sendMessage", 2, 429, "Too Many Requests: retry after 1", retry_after=1),
        lambda api: api.fail("sendMessage", 3, 502, ""),
        lambda api: api.fail("getUpdates", 3, 500, "Internal Server Error"),
        lambda api: api.hang("sendMessage", 1, 17),
    ],
    ids=["too many", "bad gateway", "polling fails", "timeout"],
)
def test_what_telegram_fails_to_take_is_sent_again_in_order(on_telegram, trouble) -> None:
    _, api = on_telegram
    person = api.person(language_code="en")
    person.says("/menu")
    until(lambda: person.heard)
    trouble(api)
    person.says("/language")
    person.says("/privacy")
    until(lambda: len(person.heard) >= 3, 60)
    assert "language" in person.heard[1].text
    assert "Who reads this" in person.heard[2].text


def test_somebody_who_blocked_the_bot_does_not_hold_up_others(on_telegram) -> None:
    _, api = on_telegram
    gone, other = api.person(language_code="en"), api.person(language_code="en")
    gone.says("/menu")
    gone.blocks_the_bot()  # before the answer is out, or just after it
    other.says("/menu")
    until(lambda: other.heard)
    assert len(gone.heard) <= 1


def test_markup_in_what_people_write_never_breaks_a_reply(on_telegram) -> None:
    _, api = on_telegram
    person = api.person(language_code="en")
    person.forwards(
        "<b>Work</b> in Italy & Spain, 6000 euro, passport stays with us <i>always</i> **now** </b> &lt; no contract"
    )
    assert "warning sign" in heard_after(person, 0)
    assert not broken_rules(api)


def test_a_talk_with_a_counselor_goes_both_ways_with_files(on_telegram) -> None:
    gateway, api = on_telegram
    person = api.person(language_code="en")
    person.says("/human")
    until(lambda: person.heard)
    with new_counselor(gateway, "olena") as olena:
        talk = first_number(olena.client.get("/").text, r"/talks/(\d+)")
        escalation = first_number(olena.client.get(f"/talks/{talk}").text, r"/escalations/(\d+)/claim")
        assert olena.posts(f"/escalations/{escalation}/claim").status_code == 200
        until(lambda: "counselor is here" in person.heard_text())
        before = len(person.heard)
        person.says("I am in Iasi, can you hear me?")
        person.sends_photo(PICTURE, caption="this is the house")
        until(lambda: "this is the house" in olena.client.get(f"/talks/{talk}").text)
        until(lambda: "/attachments/" in olena.client.get(f"/talks/{talk}").text)
        attachment = first_number(olena.client.get(f"/talks/{talk}").text, r"/attachments/(\d+)")
        assert olena.client.get(f"/attachments/{attachment}").content == PICTURE
        assert len(person.heard) == before, "the bot is silent while a counselor answers"
        olena.posts(f"/talks/{talk}/messages", text="Yes, I am here & reading <you>.", token=uuid.uuid4().hex)
        until(lambda: "I am here & reading <you>." in person.heard_text())
        told = person.last.id
        asked = person.replies_to(told, "and who are you?")
        until(lambda: "and who are you?" in olena.client.get(f"/talks/{talk}").text)
        assert re.search(
            r"<blockquote[^>]*>(?:<[^>]+>)*Yes, I am here &amp; reading", olena.client.get(f"/talks/{talk}").text
        )
        number = first_number(olena.client.get(f"/talks/{talk}").text, r"data-to=\"(\d+)\">[^<]*</a>\s*</li>\s*</ol>")
        olena.posts(f"/talks/{talk}/messages", text="A counselor.", token=uuid.uuid4().hex, reply_to=number)
        until(lambda: person.last.text == "A counselor.")
        assert person.last.reply_to == asked
        olena.posts(f"/talks/{talk}/close", kind="information")
        until(lambda: "How do you feel now" in person.heard_text())
    before = len(person.heard)
    person.presses("Better")
    assert "Thank you" in heard_after(person, before)
    before = len(person.heard)
    person.says("/menu")
    assert "What do you need" in heard_after(person, before)
    assert not broken_rules(api)


def first_number(page: str, pattern: str) -> str:
    found = re.search(pattern, page)
    assert found, page
    return found[1]


def test_the_webhook_takes_only_telegram(gateway: Program) -> None:
    import httpx

    with BotApi(token=TOKEN, https_webhooks_only=False) as api:
        gateway.telegram = api.url
        gateway.settings["PUBLIC_URL"] = gateway.public
        gateway.start()
        until(lambda: api.calls("setWebhook"))
        assert httpx.post(f"{gateway.public}/telegram", json={"update_id": 1}).status_code == 403
        person = api.person(language_code="en")
        person.says("/menu")
        until(lambda: person.heard)
        gateway.stop()


def test_neither_the_token_nor_what_people_write_is_logged(on_telegram) -> None:
    gateway, api = on_telegram
    api.fail("sendMessage", 1, 500, "no")
    person = api.person(language_code="en")
    person.says("my secret town is Xanadu, menu please")
    until(lambda: person.heard)
    assert TOKEN not in gateway.said()
    assert "Xanadu" not in gateway.said()


async def test_nothing_is_lost_or_doubled_when_the_gateway_is_killed(gateway: Program) -> None:
    with BotApi(token=TOKEN) as api:
        gateway.telegram = api.url
        gateway.start()
        people = [api.person(language_code="en") for _ in range(6)]
        for round_ in range(3):
            for person in people:
                person.says("/language")
                person.says("/privacy")
            await asyncio.sleep(0.15 + 0.35 * round_)
            gateway.kill()
            gateway.start()
        for person in people:
            until(lambda person=person: len(person.heard) >= 6, 60)
        await asyncio.sleep(2)
        for person in people:
            texts = ["language" if "Which language" in message.text else "privacy" for message in person.heard]
            assert texts == ["language", "privacy"] * 3
        gateway.stop()


# ---- A message that may have arrived ----


class Gone:
    """A bot none of whose messages is there, but for the one with the number `there`. Counts what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.there = 0

    async def edit_message_text(self, *_: Any, message_id: int, **__: Any) -> None:
        self.asked.append(message_id)
        if message_id == self.there:
            raise BadRequest("Message is not modified")
        raise BadRequest("Message to edit not found")


async def test_a_message_that_may_have_arrived_is_looked_for_everywhere_before_it_is_sent_again() -> None:
    bot = Gone()
    channel = TelegramChannel(cast("Any", bot))
    parcel = Parcel(1, 1, "telegram", "7", "Where are you?", [], None, uncertain=True, last_known=100, newest=300)
    with pytest.raises(TryLater) as wait:
        await channel.find(parcel)
    assert (wait.value.after, wait.value.uncertain) == (timedelta(seconds=5), True)
    assert bot.asked == list(range(101, 221))
    bot.asked.clear()
    # what people wrote was read meanwhile, and is not asked for; what was asked for is not either
    later = replace(parcel, newest=310, others=frozenset(range(230, 311)))
    with pytest.raises(TryLater):
        await channel.find(later)
    assert bot.asked == [*range(221, 230), *range(311, 351)]
    assert await channel.find(later) is None  # nothing new became known in a pause: it is nowhere
    assert not channel._searches


async def test_right_after_a_start_it_is_looked_for_beyond_what_is_known_then() -> None:
    bot = Gone()
    channel = TelegramChannel(cast("Any", bot))
    parcel = Parcel(1, 1, "telegram", "7", "Where are you?", [], None, uncertain=True, last_known=100, newest=100)
    with pytest.raises(TryLater) as wait:
        await channel.find(parcel)
    assert wait.value.after == timedelta(seconds=5)
    bot.there = 160  # the 59 messages before it, which people wrote while the program was down, are read meanwhile
    assert await channel.find(replace(parcel, newest=159, others=frozenset(range(101, 160)))) == "160"
    assert not channel._searches


async def test_where_people_write_all_the_time_the_search_ends_all_the_same() -> None:
    channel = TelegramChannel(cast("Any", Gone()))
    parcel = Parcel(1, 1, "telegram", "7", "Where are you?", [], None, uncertain=True, last_known=100, newest=100)
    for more in range(6):
        with pytest.raises(TryLater):
            await channel.find(replace(parcel, newest=100 + more))
    assert await channel.find(replace(parcel, newest=106)) is None
