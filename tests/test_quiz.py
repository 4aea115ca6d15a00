"""The awareness quiz: its items, checked by the offer check itself, and the playing of it through the web chat."""

import re
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, text, update

from bot.changes import carry_out
from bot.conversations import people, talks
from bot.conversations.models import Message
from bot.hotline import Hotline
from bot.offers.check import OfferCheck
from bot.quiz.items import ROUND, Item, draw, items, wordings
from bot.quiz.models import QuizProgress
from bot.replies import quiz
from bot.replies.voice import Voice
from bot.reply import Reply, parse_press
from bot.retention.erase import erase_person
from bot.storage.base import now
from tests.claims import FORBIDDEN, GENDERED, found
from tests.content import LANGUAGES, Said, left_in_another_language, mixed_words
from tests.phones import phone_numbers
from tests.program import Program
from tests.web import Visitor
from tests.webchat_stage import library, parts, web  # noqa: F401  # fixtures

CHECK = OfferCheck()
ALL = list(items().values())
WITH_SIGN = [item for item in ALL if item.code]
FAIR = [item for item in ALL if item.kind == "fair"]
every_language = pytest.mark.parametrize("language", LANGUAGES)


def voice(language: str) -> Voice:
    return library().voice(language)


def key(code: str) -> str:
    return f"flag-{code.replace('_', '-')}"


def said(language: str, part: str) -> list[Said]:
    rows = wordings(language).items()
    return [Said(language, f"{language}/quiz.yml {name}.{part}", getattr(words, part)) for name, words in rows]


def spoken(language: str) -> list[Said]:
    """What the hotline itself says in the quiz: notes and answers, not the invented offers."""
    labels = [
        Said(language, f"{language}/quiz.yml {name}.{one}", label)
        for name, words in wordings(language).items()
        for one, label in words.choices.items()
    ]
    return [*said(language, "note"), *labels]


# The items


def test_there_are_enough_items_of_every_kind_and_they_cover_the_grave_signs() -> None:
    assert len(ALL) >= 36
    grave = {name for name, code in CHECK.rules.codes.items() if code.weight != "weak"}
    assert grave <= {item.code for item in WITH_SIGN} <= set(CHECK.rules.codes)
    kinds = [item.kind for item in ALL]
    assert all(kinds.count(kind) >= 4 * ROUND.count(kind) for kind in ROUND), "four rounds without a repetition"


@every_language
def test_every_language_has_the_same_items_with_the_same_answers(language: str) -> None:
    assert list(wordings(language)) == list(items())
    for item in ALL:
        labels = wordings(language)[item.id].choices
        assert set(labels) == ({item.right, *item.others} if item.kind == "next" else set()), item.id
        assert len(set(labels.values())) == len(labels), item.id


@every_language
@pytest.mark.parametrize("item", WITH_SIGN, ids=lambda item: item.id)
def test_the_offer_check_finds_the_sign_and_none_of_the_wrong_answers(language: str, item: Item) -> None:
    codes = {flag.code for flag in CHECK.check(wordings(language)[item.id].offer).flags}
    assert item.code in codes
    assert not codes & set(item.others)
    assert item.right not in item.others


@every_language
@pytest.mark.parametrize("item", FAIR, ids=lambda item: item.id)
def test_the_offer_check_finds_nothing_in_a_fair_offer(language: str, item: Item) -> None:
    report = CHECK.check(wordings(language)[item.id].offer)
    assert (report.verdict, report.flags) == ("none_found", ())


@every_language
def test_an_explanation_names_the_sign_as_the_offer_check_does(language: str) -> None:
    for item in WITH_SIGN:
        told = quiz.explained(voice(language), item.id, 1, 5, Random(1), right=True).text
        assert item.code
        assert voice(language).say(key(item.code)) in told
        assert voice(language).say(f"{key(item.code)}-why") in told
        assert wordings(language)[item.id].note in told


@every_language
def test_of_a_fair_offer_it_is_said_that_it_has_to_be_checked_still(language: str) -> None:
    for item in FAIR:
        told = quiz.explained(voice(language), item.id, 1, 5, Random(1), right=True).text
        assert voice(language).say("quiz-fair") in told
        assert {"en": "Still ", "uk": "Усе одно ", "ro": " totuși "}[language] in told


@every_language
def test_the_words_of_the_quiz_are_in_their_language_and_promise_nothing(language: str) -> None:
    read = [*spoken(language), *said(language, "offer")]
    assert not [(one.where, words) for one in read if (words := mixed_words(one.text))]
    assert not [(one, why) for one in read if (why := left_in_another_language(one.text, language))]
    assert not [one.where for one in read if phone_numbers(one.text) or "http" in one.text or "**" in one.text]
    assert not found(GENDERED[language], spoken(language))
    assert not found(FORBIDDEN[language], spoken(language))
    if language == "uk":
        assert not [one.where for one in read if re.search(r"\w['ʼ`]\w", one.text)]
    if language == "ro":
        assert not [one.where for one in read if re.search("[ŞşŢţ]", one.text)]


@every_language
def test_an_item_fits_the_screen_of_an_old_phone_and_its_buttons_fit_telegram(language: str) -> None:
    for item in ALL:
        for chance in map(Random, range(4)):
            asked = quiz.question(voice(language), item.id, 5, 5, chance)
            told = quiz.explained(voice(language), item.id, 5, 5, chance, right=False)
            assert len(asked.text) <= 360, item.id
            assert len(told.text) <= 520, item.id
            for row in (*asked.buttons, *told.buttons):
                assert all(len(button.label) <= 42 for button in row), item.id
                assert all(len(button.payload.encode()) <= 64 for button in row), item.id
            right = [b for row in asked.buttons for b in row if b.payload.endswith(f'"a":"{item.right}"}}')]
            assert len(right) == 1, item.id


@every_language
def test_what_would_have_been_better_is_said(language: str) -> None:
    for item in (item for item in ALL if item.kind == "next"):
        better = wordings(language)[item.id].choices[item.right]
        assert better in quiz.explained(voice(language), item.id, 1, 5, Random(1), right=False).text


# Rounds


def test_a_round_mixes_the_kinds_and_repeats_nothing_before_all_were_met() -> None:
    seen: list[str] = []
    for number in range(8):
        drawn = draw(seen, Random(number))
        assert sorted(items()[name].kind for name in drawn) == sorted(ROUND)
        assert not set(drawn) & set(seen)
        seen += drawn
    assert set(draw(seen, Random(0))) & set(seen[:15]), "then those met longest ago"
    assert len({tuple(draw([], Random(seed))) for seed in range(40)}) > 35, "different every time"


class Player:
    """A person who presses the quiz's buttons, with the real tables and no channel."""

    def __init__(self, hotline: Hotline, address: str = "1", language: str = "en") -> None:
        self.hotline, self.address, self.language = hotline, address, language

    async def hears(self, *replies: Reply) -> Message:
        """What is put into the outbox for these replies; the last of it."""
        async with self.hotline.storage.writing() as session:
            person = await people.person_at(session, self.hotline.keys, "webchat", self.address)
            talk = await talks.open_talk(session, person, self.language)
            for reply in replies:
                await carry_out(session, person, talk, voice(self.language), reply)
        async with self.hotline.storage.reading() as session:
            newest = select(Message).where(Message.conversation_id == talk.id).order_by(Message.id.desc()).limit(1)
            return (await session.execute(newest)).scalar_one()

    async def goes(self) -> Message:
        return await self.hears(*quiz.go(voice(self.language)))

    async def next(self) -> Message:
        return await self.hears(*quiz.on("next"))

    async def answers(self, asked: Message, *, right: bool = True) -> Message:
        buttons = [parse_press(button["payload"]) for row in asked.buttons for button in row]
        choices = [one.entities for one in buttons if one and one.intent == "quiz_answer"]
        choice = next(one for one in choices if (items()[one["i"]].right == one["a"]) is right)
        return await self.hears(*quiz.on("answer", choice["i"], choice["a"]))


async def test_a_round_is_played_to_its_end_and_ends_with_the_menu(parts: Hotline) -> None:  # noqa: F811
    player = Player(parts)
    asked = await player.goes()
    assert "You can leave at any moment" in asked.text
    for number in range(5):
        assert f"{number + 1} of 5" in asked.text
        told = await player.answers(asked, right=number < 3)
        assert told.text.startswith("**✅" if number < 3 else "**🔎")
        asked = await player.next()
    assert "3 of 5" in asked.text
    assert "talk to a person" in asked.text
    payloads = [button["payload"] for row in asked.buttons for button in row]
    assert payloads[:4] == ["/quiz_go", '/quiz_share{"spotted":"3"}', "/human", "/danger"]
    assert {"/ask_offer_check", "/ask_question", "/services", "/language", "/privacy"} <= set(payloads)
    again = await player.goes()
    assert "1 of 5" in again.text
    assert "You can leave" not in again.text, "told once"


async def test_a_round_that_was_left_goes_on_within_a_day_and_not_after(parts: Hotline) -> None:  # noqa: F811
    player = Player(parts)
    await player.answers(await player.goes())
    resumed = await player.goes()
    assert "2 of 5" in resumed.text
    assert "where you stopped" in resumed.text
    async with parts.storage.writing() as session:
        await session.execute(update(QuizProgress).values(touched_at=now() - timedelta(hours=25)))
    assert "1 of 5" in (await player.goes()).text


async def test_a_button_pressed_twice_counts_once_and_an_old_one_leads_on(parts: Hotline) -> None:  # noqa: F811
    player = Player(parts)
    asked = await player.goes()
    await player.answers(asked)
    twice = await player.answers(asked, right=False)
    assert "behind us" in twice.text
    assert "2 of 5" in (await player.next()).text
    async with parts.storage.reading() as session:
        progress = (await session.execute(select(QuizProgress))).scalar_one()
    assert (progress.answered, progress.spotted) == (1, 1)


@pytest.mark.parametrize(("name", "choice"), [("", ""), ("no-such", "x"), ("courier", "🔥" * 999), ("__class__", "1")])
async def test_a_forged_button_changes_nothing(parts: Hotline, name: str, choice: str) -> None:  # noqa: F811
    player = Player(parts)
    assert (await player.hears(*quiz.on("answer", name, choice))).buttons
    assert (await player.hears(Reply("", effects={"quiz": "hack"}))).buttons


async def test_an_item_that_is_gone_ends_the_round_kindly(parts: Hotline) -> None:  # noqa: F811
    player = Player(parts)
    await player.goes()
    async with parts.storage.writing() as session:
        await session.execute(update(QuizProgress).values(items=["gone-since", "courier"]))
    assert "1 of 5" in (await player.goes()).text


async def test_each_person_has_a_round_of_their_own_and_erasing_erases_it(parts: Hotline) -> None:  # noqa: F811
    ana, bo = Player(parts, "1"), Player(parts, "2")
    await ana.answers(await ana.goes())
    await bo.goes()
    async with parts.storage.writing() as session:
        await erase_person(session, await people.person_at(session, parts.keys, "webchat", "1"))
    async with parts.storage.engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM quiz_progress"))).scalar_one() == 1
        stored = repr((await connection.execute(text("SELECT * FROM quiz_progress"))).all())
    assert not [name for name in items() if f'"{name}"' in stored]
    assert "You can leave at any moment" in (await ana.goes()).text


# Sharing


@every_language
def test_the_text_to_share_is_alone_in_its_message_and_names_nobody(language: str) -> None:
    shared, how = quiz.share(voice(language), "4")
    assert "4" in shared.text
    assert "http" not in shared.text, "no link while the bot's name is not known"
    assert shared.buttons == ()
    assert how.buttons


def test_the_bots_link_goes_with_it_when_its_name_is_known() -> None:
    known: Any = library().__class__(**{**vars(library()), "invitation": lambda: "https://t.me/some_bot"})
    assert quiz.share(known.voice("en"), "5")[0].text.endswith("\nhttps://t.me/some_bot")


@pytest.mark.parametrize("forged", [None, "", "6", "-1", "5 of 5, says Ana", "٣"])
def test_a_forged_result_cannot_be_shared(forged: str | None) -> None:
    assert quiz.share(voice("en"), forged)[0].text == voice("en").say("menu")


# Through the program


@pytest.mark.parametrize(("language", "word"), [("uk", "тест"), ("ro", "test"), ("en", "quiz"), ("uk", "quiz")])
def test_the_word_and_the_button_start_it_without_rasa(gateway: Program, language: str, word: str) -> None:
    gateway.start()
    with Visitor(gateway, language) as person:
        person.presses("/menu")
        person.presses(person.button(person.hears(), "🎯"))
        (asked,) = person.hears()
        first = library().texts.say(language, "quiz-head", number=1, of=5)
        assert first in asked["text"]
        person.presses(person.button([asked], "☰"))
        person.hears()
        person.says(word)
        (again,) = person.hears()
        assert first in again["text"], "where they left it, in their language"
