"""Writing to a person: ready replies, answers and numbers; numbers that nobody checked; replies to one message."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from bot.conversations import talks
from bot.conversations.models import Author, Message, Person
from bot.directory.places import Places
from bot.directory.services import Directory
from bot.directory.unknown import unknown_numbers
from bot.directory.wording import Wording
from bot.faq.sync import sync_seeds
from bot.hotline import Hotline, Shelf
from bot.replies import ready
from bot.replies.voice import Library
from bot.understanding import ensure
from bot.web.staff import staff_app
from tests.content import LANGUAGES, answers
from tests.staff_stage import TEXTS, Arrive, Browser, app, arrives, claimed, house, said, somebody_waits

STAGE = (app, arrives, house)  # fixtures, which pytest finds by these names
WORDING = Wording(Directory(), TEXTS)
NOBODYS = "+373 60 000 000"


@pytest.fixture
def knowing(house: Hotline) -> Hotline:
    """The house, with the directory and the places."""
    return cast("Hotline", replace(house, library=replace(house.library, wording=WORDING, places=Places())))


def seen_by(hotline: Hotline, browser: Browser) -> Browser:
    return Browser(staff_app(hotline), browser.staff, browser.client.cookies["hotline_staff"], browser.csrf)


async def of(house: Hotline, talk: int, author: Author) -> list[Message]:
    async with house.storage.reading() as session:
        return [message for message in await talks.story(session, talk) if message.author == author]


# ---- Ready pieces ----


@pytest.mark.parametrize("language", LANGUAGES)
def test_ready_replies_are_the_same_in_every_language_and_can_be_sent(language: str) -> None:
    voice = Library(TEXTS, WORDING, Places(), *cast("Any", [None] * 4)).voice(language, "RO")
    pieces = [*ready.replies(voice, "en"), *ready.numbers(voice, "en")]
    english = [*ready.replies(replace(voice, language="en"), "en"), *ready.numbers(voice, "en")]
    assert [(one.id, one.name) for one in pieces] == [(one.id, one.name) for one in english]
    assert len({one.id for one in pieces}) == len(pieces) > 25
    assert all(0 < len(one.text) <= 600 and "**" not in one.text for one in pieces)
    assert not [one.id for one in pieces if unknown_numbers(one.text)]
    assert all(ready.by_id(voice, one.id) == one.text for one in pieces)


def test_numbers_are_those_of_the_country_or_of_both_sides() -> None:
    library = Library(TEXTS, WORDING, Places(), *cast("Any", [None] * 4))
    assert ready.numbers(library.voice("uk", "RO"), "en")[0].id == "service/ro-112"
    anywhere = {one.id for one in ready.numbers(library.voice("uk"), "en")}
    assert anywhere >= {"service/eu-112", "service/ua-police", "service/ua-527"}


def test_a_piece_that_does_not_exist_is_nothing() -> None:
    voice = Library(TEXTS, WORDING, Places(), *cast("Any", [None] * 4)).voice("uk")
    assert [ready.by_id(voice, name) for name in ("canned/none", "service/none", "../x", "")] == [""] * 4


async def test_the_list_is_for_those_who_may_read_the_talk(knowing: Hotline, arrives: Arrive) -> None:
    counselor, other = [seen_by(knowing, await arrives(name)) for name in ("olena", "ihor")]
    talk = await claimed(knowing, counselor)
    answer = await counselor.client.get(f"/talks/{talk}/ready", headers={"accept": "application/json"})
    first = answer.json()["pieces"][0]
    assert (first["name"], first["group"]) == ("Greeting", TEXTS.say("en", "staff-console-group-begin"))
    assert (await other.opens(f"/talks/{talk}/ready")).status_code == 403
    page = (await counselor.opens(f"/talks/{talk}/ready")).text
    assert f'href="/talks/{talk}?put=canned/greeting#reply-text"' in page
    begun = (await counselor.opens(f"/talks/{talk}?put=canned/greeting")).text
    assert f"{first['text']}</textarea>" in begun.replace("&#39;", "'")


async def test_answers_are_found_in_any_language(house: Hotline, arrives: Arrive, models: Path) -> None:
    understanding = await asyncio.to_thread(ensure, models)
    shelf = Shelf(understanding)
    async with house.storage.writing() as session:
        await sync_seeds(session)
    await shelf.renew(house.storage)
    library = replace(
        house.library,
        wording=WORDING,
        places=understanding.places,
        embedder=understanding.embedder,
        rule=understanding.calibration.faq,
        answers=shelf.answers,
    )
    hotline = cast("Hotline", replace(house, library=library, shelf=shelf))
    counselor = seen_by(hotline, await arrives())
    talk = await claimed(hotline, counselor)
    for query in ("lost passport", "загубили паспорт", "am pierdut pașaportul"):
        asked = await counselor.client.get(
            f"/talks/{talk}/ready", params={"q": query}, headers={"accept": "application/json"}
        )
        found = asked.json()["pieces"]
        assert "passport" in found[0]["name"].lower()
        assert "Checked on" in found[0]["text"]  # in the person's language
        assert not [one["name"] for one in found if unknown_numbers(one["text"])]
    page = (await counselor.client.get(f"/talks/{talk}/ready", params={"q": "lost passport"})).text
    assert "?put=answer/lost-passport" in page
    assert found[0]["text"].split("\n")[0] in (await counselor.opens(f"/talks/{talk}?put=answer/lost-passport")).text


# ---- Numbers ----


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_and_no_service_asks_whether_its_number_is_right(language: str) -> None:
    texts = [WORDING.fill(language, one.text) for one in answers(language)]
    texts += [WORDING.line(language, service) for service in WORDING.directory.services.values()]
    assert not [unknown_numbers(text) for text in texts if unknown_numbers(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"call {NOBODYS}, or 112", [NOBODYS]),
        ("дзвоніть 911", ["911"]),
        ("0800505501 / 0-800-505-501 / 00380 44 284 19 15", []),
        ("112 0 800 505 501", []),
        ("1 200 євро, 3000 lei, 24/7, 4 березня 2027, 18:30, закон 1706, будинок 12", []),
        (f"{NOBODYS} {NOBODYS}", [NOBODYS]),
        ("дзвони101, черга c102n7", ["101"]),
    ],
)
def test_what_is_not_in_the_directory(text: str, numbers: list[str]) -> None:
    assert unknown_numbers(text) == numbers


async def test_an_unknown_number_is_sent_only_when_somebody_says_it_is_right(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    path, text = f"/talks/{talk}/messages", f"Please call {NOBODYS} <now>"
    asked = await counselor.presses(path, text=text, token="one")
    assert asked.status_code == 409
    assert NOBODYS in asked.text
    assert "&lt;now&gt;</textarea>" in asked.text
    assert 'name="token" value="one"' in asked.text
    headers = {"accept": "application/json", "x-csrf": counselor.csrf}
    question = await counselor.client.post(path, data={"text": text, "token": "one"}, headers=headers)
    assert (question.status_code, NOBODYS in question.json()["question"]) == (409, True)
    assert await of(house, talk, Author.COUNSELOR) == []
    assert (await counselor.presses(path, text=text, token="one", sure="yes")).status_code == 303
    assert (await counselor.presses(path, text=text, token="one", sure="yes")).status_code == 303
    assert [message.text for message in await of(house, talk, Author.COUNSELOR)] == [text]


# ---- Replies to one message ----


async def test_a_reply_to_a_message_is_kept_as_one(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor, text="where can I sleep tonight?")
    (asked,) = await of(house, talk, Author.PERSON)
    link = f"/talks/{talk}?to={asked.id}#reply-text"
    assert link in (await counselor.opens(f"/talks/{talk}")).text
    page = (await counselor.opens(f"/talks/{talk}?to={asked.id}")).text
    assert f'name="reply_to" value="{asked.id}"' in page
    await counselor.presses(f"/talks/{talk}/messages", text="In the shelter", reply_to=str(asked.id))
    (told,) = await of(house, talk, Author.COUNSELOR)
    assert told.reply_to_id == asked.id
    assert f'<a href="#m{asked.id}">where can I sleep tonight?</a>' in (await counselor.opens(f"/talks/{talk}")).text


@pytest.mark.parametrize("foreign", ["another", "0", "-1", "x", "9" * 30])
async def test_only_a_message_of_this_talk_can_be_answered(house: Hotline, arrives: Arrive, foreign: str) -> None:
    counselor = await arrives()
    other, _ = await somebody_waits(house, "another person's words")
    if foreign == "another":
        foreign = str((await of(house, other, Author.PERSON))[0].id)
    talk = await claimed(house, counselor)
    await counselor.presses(f"/talks/{talk}/messages", text="hello", reply_to=foreign)
    (told,) = await of(house, talk, Author.COUNSELOR)
    assert told.reply_to_id is None
    assert "another person" not in (await counselor.opens(f"/talks/{talk}?to={foreign}")).text.split('id="story"')[-1]


# ---- Notes ----


async def test_a_private_note_stands_in_the_story_at_its_place(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    await counselor.presses(f"/talks/{talk}/messages", text="before it")
    await counselor.presses(f"/talks/{talk}/notes", text="asked for a lawyer")
    await counselor.presses(f"/talks/{talk}/messages", text="after it")
    story = (await counselor.opens(f"/talks/{talk}")).text.split('id="story"')[1]
    assert story.index("before it") < story.index("asked for a lawyer") < story.index("after it")
    assert not [text for _, text in await said(house, talk) if "lawyer" in text]


async def test_the_country_decides_the_numbers(knowing: Hotline, arrives: Arrive) -> None:
    counselor = seen_by(knowing, await arrives())
    talk = await claimed(knowing, counselor)
    async with knowing.storage.writing() as session:
        row = await talks.lock(session, talk)
        (await session.get_one(Person, row.person_id)).country = "RO"
    page = (await counselor.opens(f"/talks/{talk}/ready")).text
    assert "put=service/ro-112" in page
    assert "put=service/ua-police" not in page
