"""The guided check of an offer: its rules, its texts, and the whole way of it on the web chat and on Telegram."""

import json
import random
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import select, text, update

from bot.changes import carry_out
from bot.conversations import people, talks
from bot.conversations.models import Conversation, Message, State
from bot.danger.levels import Level
from bot.directory.places import Places
from bot.directory.services import Directory
from bot.directory.wording import Wording
from bot.handoff.models import Escalation
from bot.hotline import Hotline
from bot.offers.check import OfferCheck
from bot.offers.guided.models import GuidedCheck
from bot.offers.guided.offer import Offer, Piece, read
from bot.offers.guided.questions import COUNTRY, ELSEWHERE, MOST, UNSURE, questions
from bot.offers.guided.steps import Check, Given, next_question
from bot.offers.rules import codes
from bot.offers.verdict import verdict
from bot.replies import guided, guided_result, guided_sent, guided_typed, own, respond
from bot.replies.voice import Library, Voice
from bot.reply import Reply, parse_press
from bot.retention.erase import erase_old, erase_person
from bot.storage.base import now
from bot.storage.engine import Storage
from bot.texts import Texts
from tests.botapi import BotApi
from tests.claims import FORBIDDEN, found
from tests.content import LANGUAGES, Said
from tests.phones import phone_numbers
from tests.program import TOKEN, Program
from tests.staff_stage import app, arrives, house  # noqa: F401  # fixtures
from tests.test_storage import keys, storage  # noqa: F401  # fixtures
from tests.web import Visitor, new_counselor
from tests.webchat_stage import parts  # noqa: F401  # fixture

every_language = pytest.mark.parametrize("language", LANGUAGES)
NOTHING = cast("Any", SimpleNamespace())
OFFERS = OfferCheck()
OFFER = "Job in Italy at a hotel, 1400 euro a month. The employer keeps your passport."


def library() -> Library:
    texts = Texts()
    shelf = cast("Any", lambda: SimpleNamespace(book=SimpleNamespace(entries={})))
    return Library(texts, Wording(Directory(), texts), Places(), OFFERS, NOTHING, NOTHING, shelf)


LIBRARY = library()


def voice(language: str = "en", country: str | None = None) -> Voice:
    return LIBRARY.voice(language, country)


def piece_of(said: str) -> Piece:
    return read(said, OFFERS.check(said), LIBRARY.places)


def given(**answers: str) -> tuple[Given, ...]:
    return tuple(Given(question, answer) for question, answer in answers.items())


# The rules


def test_what_the_text_says_is_not_asked() -> None:
    check = Check(Offer((piece_of(OFFER),)))
    assert (check.country, [one.code for one in check.found]) == ("IT", ["documents_held"])
    asked = []
    while question := next_question(check):
        asked.append(question.code)
        check = check.with_answer(Given(question.code, UNSURE))
    assert not {"country", "papers", "work"} & set(asked)
    assert len(asked) == 5


def test_a_place_on_the_way_is_not_taken_for_the_country_of_the_work() -> None:
    assert piece_of("Робота в Польщі, виїзд зі Львова, склад, 1000 євро").country == "PL"
    assert piece_of("Робота на складі, 1000 євро, виїзд зі Львова").country is None
    assert piece_of("Робота на складі в Німеччині, виїзд з Кишинева, 1500 євро").country is None


def test_the_question_that_can_change_the_verdict_comes_first() -> None:
    one_medium = Check(Offer((Piece({"no_contract": "x"}, "IT", frozenset({"country", "work"})),)))
    question = next_question(one_medium)
    assert question
    assert "debt_bondage" in question.shows.values()
    high = Check(Offer((Piece({"no_contract": "x", "debt_bondage": "y"}, "IT", frozenset({"country"})),)))
    left = []
    while question := next_question(high):
        left.append(question.code)
        high = high.with_answer(Given(question.code, UNSURE))
    assert left == ["when", "age"], "nothing can change the verdict any more: only what helps is asked"


@pytest.mark.parametrize("seed", range(60))
def test_never_more_than_five_questions_and_answers_only_add_signs(seed: int) -> None:
    chance = random.Random(seed)
    every = list(codes())
    pieces = [
        Piece(dict.fromkeys(chance.sample(every, chance.randint(0, 4)), "…")) for _ in range(chance.randint(0, 2))
    ]
    check = Check(Offer(tuple(pieces)))
    from_text, asked, ranks = {one.code for one in check.found}, 0, ["none_found", "caution", "high"]
    while question := next_question(check):
        before = ranks.index(check.verdict)
        answers = [*question.shows, UNSURE] if question.code != COUNTRY else ["IT", ELSEWHERE, UNSURE]
        check = check.with_answer(Given(question.code, chance.choice(answers)))
        asked += 1
        assert ranks.index(check.verdict) >= before
    assert asked <= MOST
    assert from_text <= {one.code for one in check.found}
    assert check.verdict == verdict([one.weight for one in check.found])
    assert all(one.found_by == ("text" if one.code in from_text else "answer") for one in check.found)


def test_every_answer_shows_a_sign_that_there_is() -> None:
    shown = {sign for question in questions().values() for sign in question.shows.values() if sign}
    assert shown <= set(codes())
    known = {sign for question in questions().values() for sign in question.known_signs}
    assert known <= set(codes())


# Words and buttons


@every_language
def test_labels_and_payloads_fit_old_phones_and_telegram(language: str) -> None:
    check = Check(Offer((Piece(),)), given(contract="words"))
    replies = [guided.ask(voice(language), 10**12, check, question) for question in questions().values()]
    replies += guided_result.result(voice(language), 10**12, check)
    replies += guided_sent.letter(voice(language), 10**12, check, language)
    buttons = [button for reply in replies for row in reply.buttons for button in row]
    assert not [button.payload for button in buttons if len(button.payload.encode()) > 64]
    assert not [button.label for button in buttons if len(button.label) > 32]
    assert not [reply.text for reply in replies[: len(questions())] if len(reply.text) > 200]


@every_language
def test_the_result_promises_nothing_and_is_short(language: str) -> None:
    quiet = Check(Offer(), given(country="IT", contract="read", pay="nothing", papers="self", work="service"))
    grave = Check(Offer((piece_of(OFFER),)), given(contract="words", pay="worked", when="soon", age="minor"))
    for check in (quiet, grave, Check(Offer()), Check(Offer((Piece(),)))):
        for reply in guided_result.result(voice(language), 1, check):
            assert not found(FORBIDDEN[language], [Said(language, "here", _claims_only(reply.text))])
            assert len(reply.text) < 950
    sure = guided_result.result(voice(language), 1, quiet)[0].text
    assert sure.strip("*") == LIBRARY.texts.say(language, "guided-none-found")


def _claims_only(said: str) -> str:
    """Without the line that says that no signs do not mean safety."""
    for language in LANGUAGES:
        for key in ("guided-none-found", "guided-none-found-text"):
            said = said.replace(LIBRARY.texts.say(language, key), "")
    return said


def test_the_checklist_is_made_for_this_offer() -> None:
    poland = Check(Offer(), given(country="PL", contract="read", pay="nothing", papers="unsure"))
    _, checklist, card = guided_result.result(voice("uk"), 1, poland)
    assert "KRAZ" in checklist.text
    assert LIBRARY.texts.say("uk", "guided-check-papers") in checklist.text
    assert LIBRARY.texts.say("uk", "guided-check-contract") not in checklist.text
    assert "22 628 01 20" in card.text
    assert "+380 44 284 19 15" in card.text, "a line at home that can be called from there"
    _, checklist, _ = guided_result.result(voice("en"), 1, Check(Offer(), given(country="IT")))
    assert LIBRARY.texts.say("en", "guided-register-none", country="Italy") in checklist.text


@pytest.mark.parametrize("country", ["TR", "AE", "GB", ELSEWHERE, UNSURE])
def test_no_number_is_said_for_a_country_in_which_it_is_not_known_to_work(country: str) -> None:
    card = guided_result.result(voice("uk"), 1, Check(Offer(), given(country=country)))[2].text
    assert "112" not in card
    if country != "GB":
        assert LIBRARY.texts.say("uk", "guided-card-no-numbers") in card


@every_language
def test_the_letter_to_the_recruiter_stands_alone_in_the_chosen_language(language: str) -> None:
    check = Check(Offer(), given(contract="read", pay="unsure"))
    alone, how = guided_sent.letter(voice("uk"), 1, check, language)
    assert alone.text.startswith(LIBRARY.texts.say(language, "guided-letter-hello"))
    assert LIBRARY.texts.say(language, "guided-letter-pay") in alone.text
    assert LIBRARY.texts.say(language, "guided-letter-contract") not in alone.text, "settled by an answer"
    assert (alone.buttons, alone.text.count("**"), phone_numbers(alone.text)) == ((), 0, [])
    assert how.text == LIBRARY.texts.say("uk", "guided-letter-how")


# Written answers


@pytest.mark.parametrize(
    ("question", "written", "intent", "answer"),
    [
        ("country", "Італія", "inform", "IT"),
        ("country", "кажуть, що в Мілан", "inform", "IT"),
        ("country", "Germania sau Austria", "inform", None),
        ("country", "what about Italy?", "follow_up", None),
        ("country", "інша країна", "nlu_fallback", ELSEWHERE),
        ("contract", "так", "affirm", "read"),
        ("contract", "ні", "deny", "words"),
        ("contract", "не знаю", "dont_know", UNSURE),
        ("contract", "ні, лише на словах!", "nlu_fallback", "words"),
        ("contract", "no I wanted to ask you about something else", "deny", None),
        ("contract", "2", "nlu_fallback", "words"),
        ("contract", "9", "nlu_fallback", None),
        ("pay", "no", "deny", "nothing"),
        ("pay", "yes", "affirm", None),
        ("papers", "паспорт треба віддати координатору", "share_offer", "kept"),
        ("age", "мені 17", "inform", "minor"),
        ("age", "25", "inform", "adult"),
        ("age", "500", "inform", None),
        ("when", "як отримати тимчасовий захист?", "faq", None),
        ("country", "ще не знаю куди, вони кажуть на місці скажуть", "inform", UNSURE),
        ("contract", "обіцяють дати як приїду", "inform", "arrival"),
        ("contract", "на словах тока", "inform", "words"),
        ("contract", "numa din gura", "inform", "words"),
        ("contract", "в перший день на німецькій", "inform", "arrival"),
        ("pay", "нічого не просять", "deny", "nothing"),
        ("pay", "так, 200 євро наперед", "affirm", "first"),
        ("pay", "îmi rețin din salariu", "inform", "worked"),
        ("papers", "паспорт при мені буде", "inform", "self"),
        ("papers", "ramane la mine", "inform", "self"),
        ("papers", "при мне или у бригадира", "inform", None),
        ("employer", "знакомый знакомого, только имя знаю", "inform", "contact"),
        ("when", "виїзд завтра зранку", "inform", "soon"),
        ("when", "чи можна виїхати завтра?", "faq", None),
    ],
)
def test_written_answers_are_understood_where_they_are_plain(
    question: str, written: str, intent: str, answer: str | None
) -> None:
    assert guided_typed.answer_in(voice("uk"), questions()[question], written, intent) == answer


@pytest.mark.parametrize(
    ("written", "intent", "again"),
    [
        ("так, 200 євро", "affirm", True),
        ("договір якийсь ніби буде", "inform", True),
        ("а що це таке?", "follow_up", False),
        ("покличте людину", "human", False),
    ],
)
def test_what_means_to_answer_and_is_not_understood_is_asked_again(written: str, intent: str, again: bool) -> None:
    assert guided_typed.wants_it_again(written, intent) is again


# Steps, on the real tables


class Asked:
    """A person who presses the check's buttons, with the real tables and no channel."""

    def __init__(self, storage: Storage, keys: Any, address: str = "1", language: str = "en") -> None:  # noqa: F811
        self.storage, self.keys, self.address, self.voice = storage, keys, address, voice(language)
        self.last: list[Message] = []

    async def gets(self, *replies: Reply) -> list[Message]:
        """What is put into the outbox for these replies."""
        async with self.storage.writing() as session:
            person = await people.person_at(session, self.keys, "webchat", self.address)
            talk = await talks.open_talk(session, person, self.voice.language)
            before = len(await talks.story(session, talk.id))
            for reply in replies:
                await carry_out(session, person, talk, self.voice, reply)
            self.last = list(await talks.story(session, talk.id))[before:]
        return self.last

    async def presses(self, payload: str) -> list[Message]:
        pressed = parse_press(payload)
        assert pressed
        return await self.gets(*own.to_press(self.voice, pressed))

    async def shares(self, said: str) -> list[Message]:
        return await self.gets(*respond.offer(self.voice, said))

    def button(self, starts: str) -> str:
        payloads = [button["payload"] for one in self.last for row in one.buttons for button in row]
        return next(payload for payload in payloads if payload.startswith(starts))

    def answer(self, code: str) -> str:
        payloads = [button["payload"] for one in self.last for row in one.buttons for button in row]
        return next(payload for payload in payloads if payload.endswith(f'"a":"{code}"}}'))

    async def row(self) -> GuidedCheck:
        async with self.storage.reading() as session:
            newest = select(GuidedCheck).order_by(GuidedCheck.id.desc()).limit(1)
            return (await session.execute(newest)).scalar_one()


@pytest.fixture
async def asked(storage: Storage, keys: Any) -> Asked:  # noqa: F811
    return Asked(storage, keys)


async def test_after_a_text_the_check_goes_to_its_end_by_buttons(asked: Asked) -> None:
    told = await asked.shares(OFFER)
    assert "1 warning sign" in told[0].text
    assert LIBRARY.texts.say("en", "guided-offer") in told[-1].text
    await asked.presses(asked.button("/guided_go"))
    for _ in range(MOST):
        assert len(asked.last) == 1
        await asked.presses(asked.answer(UNSURE))
    assert len(asked.last) == 3
    assert "1 warning sign" in asked.last[0].text
    assert (await asked.row()).state == "done"


async def test_without_a_text_it_begins_from_the_invitation(asked: Asked) -> None:
    from bot.replies import offers

    await asked.gets(*offers.invite(asked.voice))
    await asked.presses(asked.button("/guided_go"))
    assert "Question 1" in asked.last[0].text
    await asked.presses(asked.answer("IT"))
    await asked.presses(asked.answer("words"))
    assert LIBRARY.texts.say("en", "flag-no-contract") in asked.last[0].text, "the sign is named at once"
    await asked.presses(asked.button("/guided_end"))
    assert "1 warning sign" in asked.last[0].text
    assert "Italy" in asked.last[2].text


async def test_an_answer_pressed_twice_counts_once_and_another_one_corrects_it(asked: Asked) -> None:
    await asked.presses("/guided_go")
    await asked.presses(asked.answer("IT"))
    first = asked.answer("words")
    other = asked.answer("read")
    await asked.presses(first)
    (again,) = await asked.presses(first)
    assert again.text == LIBRARY.texts.say("en", "guided-noted-before"), "the question stands just above"
    assert asked.button("/guided_go")
    (corrected,) = await asked.presses(other)
    assert corrected.text.startswith(LIBRARY.texts.say("en", "guided-changed"))
    assert (await asked.row()).answers == [["country", "IT"], ["contract", "read"]]


async def test_back_takes_one_answer_back_however_often_it_is_pressed(asked: Asked) -> None:
    await asked.presses("/guided_go")
    await asked.presses(asked.answer("IT"))
    await asked.presses(asked.answer("words"))
    back = asked.button("/guided_back")
    await asked.presses(back)
    await asked.presses(back)
    assert "Question 2" in asked.last[0].text
    assert (await asked.row()).answers == [["country", "IT"]]


async def test_a_late_answer_changes_the_result_kindly(asked: Asked) -> None:
    await asked.presses("/guided_go")
    await asked.presses(asked.answer("IT"))
    late = asked.answer("arrival")
    while len(asked.last) == 1:
        unsure = asked.answer(UNSURE)
        await asked.presses(unsure)
    assert [one.text for one in await asked.presses(unsure)] == [LIBRARY.texts.say("en", "guided-noted-before")]
    (result, *_) = await asked.presses(late)
    assert result.text.startswith(LIBRARY.texts.say("en", "guided-changed"))
    assert LIBRARY.texts.say("en", "flag-contract-later") in result.text
    assert len((await asked.row()).answers) == MOST


@pytest.mark.parametrize(
    "payload",
    [
        '/guided{"c":"1","q":"contract","a":"bribe"}',
        '/guided{"c":"1","q":"__class__","a":"x"}',
        '/guided{"c":"1"}',
        '/guided_letter{"c":"1","l":"xx"}',
        '/guided_hack{"c":"1"}',
        '/guided_other{"c":"1","n":"1"}',
        '/guided_back{"c":"1","n":"7"}',
    ],
)
async def test_a_forged_button_changes_nothing(asked: Asked, payload: str) -> None:
    await asked.presses("/guided_go")
    assert (await asked.row()).id == 1
    (told,) = await asked.presses(payload)
    assert "Question 1" in told.text
    assert (await asked.row()).answers == []


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "٣", "9" * 40, ""])
async def test_a_check_that_is_not_there_is_said_to_be_gone(asked: Asked, number: str) -> None:
    (told,) = await asked.presses(f'/guided{{"c":"{number}","q":"contract","a":"words"}}')
    assert told.text == LIBRARY.texts.say("en", "guided-gone")
    assert asked.button("/guided_go")


async def test_somebody_elses_check_cannot_be_reached(storage: Storage, keys: Any) -> None:  # noqa: F811
    ana, bo = Asked(storage, keys, "1"), Asked(storage, keys, "2")
    await ana.presses("/guided_go")
    (told,) = await bo.presses(ana.answer("IT"))
    assert told.text == LIBRARY.texts.say("en", "guided-gone")
    assert (await ana.row()).answers == []


async def test_a_text_in_the_middle_is_added_or_parted_as_another_offer(asked: Asked) -> None:
    await asked.shares(OFFER)
    await asked.presses(asked.button("/guided_go"))
    told = await asked.shares("They promise work in a warehouse and I have to pay 200 euros for the visa first")
    assert LIBRARY.texts.say("en", "guided-added") in told[-1].text
    other = asked.button("/guided_other")
    row = await asked.row()
    assert [list(one["signs"]) for one in row.offer] == [["documents_held"], ["upfront_payment"]]
    await asked.presses(other)
    parted = await asked.row()
    assert parted.id == row.id + 1
    assert [list(one["signs"]) for one in parted.offer] == [["upfront_payment"]]
    await asked.presses(other)
    assert (await asked.row()).id == parted.id, "pressed twice, it parts once"


async def test_everything_goes_to_a_counselor_once(asked: Asked) -> None:
    await asked.shares(OFFER)
    await asked.presses(asked.button("/guided_go"))
    while len(asked.last) == 1:
        await asked.presses(asked.answer(UNSURE))
    send = asked.button("/guided_send")
    summary, queued = await asked.presses(send)
    assert "keeps your passport" in summary.text
    assert summary.notes["guided"]["offer"]
    assert "queue" in queued.text
    assert len(await asked.presses(send)) == 1, "pressed twice, it is attached once"
    async with asked.storage.reading() as session:
        escalation = (await session.execute(select(Escalation))).scalar_one()
        talk = (await session.execute(select(Conversation))).scalar_one()
    assert (escalation.reason, escalation.rank, talk.state) == ("offer", Level.CONCERN, State.WAITING)


async def test_a_check_waits_seven_days_and_is_erased_with_the_talk_or_after_that(asked: Asked) -> None:
    await asked.presses("/guided_go")
    answer = asked.answer("IT")
    async with asked.storage.writing() as session:
        await session.execute(update(GuidedCheck).values(touched_at=now() - timedelta(days=7, minutes=1)))
    (told,) = await asked.presses(answer)
    assert told.text == LIBRARY.texts.say("en", "guided-gone")
    async with asked.storage.writing() as session:
        await erase_old(session)
    assert await _rows(asked) == 0
    await asked.presses("/guided_go")
    async with asked.storage.writing() as session:
        await erase_person(session, await people.person_at(session, asked.keys, "webchat", "1"))
    assert await _rows(asked) == 0


async def _rows(asked: Asked) -> int:
    async with asked.storage.engine.connect() as connection:
        return int((await connection.execute(text("SELECT count(*) FROM guided_checks"))).scalar_one())


async def test_nothing_of_a_check_is_readable_in_the_database(asked: Asked) -> None:
    await asked.shares(OFFER)
    await asked.presses(asked.button("/guided_go"))
    await asked.presses(asked.answer("words"))
    async with asked.storage.engine.connect() as connection:
        stored = repr((await connection.execute(text("SELECT * FROM guided_checks"))).all())
    assert "passport" not in stored
    assert "words" not in stored


# The counselor's page


async def test_the_counselor_reads_the_summary_in_their_own_language(house: Hotline, arrives: Any) -> None:  # noqa: F811
    counselor = await arrives()
    person = Asked(house.storage, house.keys, language="uk")
    await person.presses("/guided_go")
    await person.presses(person.answer("IT"))
    await person.presses(person.answer("words"))
    await person.presses(person.button("/guided_end"))
    await person.presses(person.button("/guided_send"))
    async with house.storage.reading() as session:
        talk = (await session.execute(select(Conversation))).scalar_one()
    page = (await counselor.opens(f"/talks/{talk.id}")).text
    for part in ("Check of the offer", "Country: Italy", "Contract: No, only words", "No written contract"):
        assert part in page
    assert "Перевірка пропозиції" not in page.partition("Check of the offer")[2].partition("</")[0]


# Through the program


def _walk(person: Visitor, messages: list[dict[str, Any]], choice: int) -> list[dict[str, Any]]:
    """Press the same place of every question until the result is there."""
    for _ in range(MOST + 1):
        if len(messages) > 1:
            return messages
        rows = [button for row in messages[-1]["buttons"] for button in row]
        answers = [button["payload"] for button in rows if button["payload"].startswith("/guided{")]
        person.presses(answers[choice])
        messages = person.hears()
    raise AssertionError("more than five questions")


@every_language
@pytest.mark.parametrize("choice", [0, 1, -1])
def test_the_whole_check_by_buttons_alone(standing: Program, language: str, choice: int) -> None:
    say = LIBRARY.texts.say
    with Visitor(standing, language) as person:
        person.presses("/menu")
        person.presses(person.button(person.hears(), say(language, "button-check-offer")))
        person.presses(person.button(person.hears(), say(language, "button-guided-told")))
        result = _walk(person, person.hears(), choice)
        assert len(result) == 3
        assert say(language, "guided-checklist") in result[1]["text"]
        assert say(language, "guided-card") in result[2]["text"]
        person.presses(person.button(result, "Română"))
        letter = person.hears()
        assert letter[0]["text"].startswith(say("ro", "guided-letter-hello"))
        person.presses(person.button(letter, say(language, "button-guided-send")))
        summary = person.hears()
        assert say(language, "guided-summary") in summary[0]["text"]
        assert len(summary) == 2


@pytest.fixture(scope="module")
def standing(models: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A gateway without Rasa for the tests that only talk to it."""
    program = Program(tmp_path_factory.mktemp("guided"), models)
    try:
        yield program.start()
    finally:
        program.stop()


def test_a_check_survives_a_restart_and_other_talk(gateway: Program) -> None:
    gateway.start()
    with Visitor(gateway, "en") as person:
        person.presses("/guided_go")
        person.hears()
        person.says("Italy")
        assert "Question 2" in person.hears()[-1]["text"], "a written country is an answer"
        gateway.kill()
        gateway.start()
        person.says("no")
        assert "Question 3" in person.hears()[-1]["text"]
        person.says("What rights does temporary protection give me?")
        answer = person.hears()
        assert "Checked on" in answer[-1]["text"]
        person.presses("/menu")
        shown = person.hears()
        assert shown[-1]["buttons"][0][0]["payload"] == "/danger"
        person.presses(person.button(shown, "Go on with the check"))
        resumed = person.hears()[-1]["text"]
        assert resumed.startswith("Let’s go on")
        assert "Question 3" in resumed


def test_danger_comes_first_and_the_check_waits(standing: Program) -> None:
    with Visitor(standing, "en") as person:
        person.presses("/guided_go")
        person.hears()
        person.says("He locked me in the room in Milan and took my phone, please help")
        (card,) = person.hears()
        assert card["text"].startswith("**If you are in danger now")
        assert "guided" not in json.dumps(card["buttons"])
        person.presses("/guided_go")
        assert "Question 1" in person.hears()[-1]["text"]


def test_who_is_in_it_already_gets_the_card_and_no_check_of_the_offer(standing: Program) -> None:
    with Visitor(standing, "ro") as person:
        person.says(
            "Mi-au oferit muncă la un hotel în Italia, 1500 euro pe lună. "
            "Lucrez aici de trei luni, pașaportul îl ține șeful și nu mi-a plătit nimic"
        )
        told = person.hears()
    assert told[0]["text"].startswith(f"{LIBRARY.texts.say('ro', 'exploitation-first')}")
    assert "Câteva întrebări" not in json.dumps(told, ensure_ascii=False)


def test_the_counselor_gets_everything(gateway: Program) -> None:
    gateway.start()
    with Visitor(gateway, "uk") as person, new_counselor(gateway, "olena") as counselor:
        person.says("Пропонують роботу в готелі в Італії, 1500 євро на місяць, паспорт забирає роботодавець")
        person.presses(person.button(person.hears(), "Кілька запитань"))
        result = _walk(person, person.hears(), 1)
        person.presses(person.button(result, "консультантові"))
        person.hears()
        queue = counselor.client.get("/").text
        talk = queue.partition('href="/talks/')[2].partition('"')[0]
        page = counselor.client.get(f"/talks/{talk}").text
    assert "Check of the offer" in page
    assert "паспорт забирає роботодавець" in page
    assert "Country: Italy" in page


@pytest.mark.rasa
def test_with_rasa_the_check_follows_a_text_and_leaves_no_form_open(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.says("They offer hotel work in Italy, 1400 euro a month, and the employer keeps my passport")
        assert person.button(person.hears(), "A few questions")
        person.presses("/ask_offer_check")
        person.presses(person.button(person.hears(), "I have no text"))
        person.hears()
        person.says("Germany")
        assert "Question 2" in person.hears()[-1]["text"]
        person.says("thank you very much")
        told = person.hears()
        assert "no offer" not in told[-1]["text"]
        assert person.button(told, "Go on with the check")


def test_on_telegram_every_button_is_taken(models: Any, tmp_path: Any) -> None:
    from tests.test_telegram import broken_rules, heard_after, until

    with BotApi(token=TOKEN) as api:
        program = Program(tmp_path, models, telegram=api.url)
        try:
            program.start()
            person = api.person(language_code="uk", first_name="Somebody")
            person.says("/offer")
            until(lambda: person.heard)
            person.presses("Тексту немає")
            until(lambda: len(person.heard) == 2)
            person.presses("Італія")
            until(lambda: len(person.heard) == 3)
            double = [person.presses("лише на словах"), person.presses("лише на словах")]
            assert len(double) == 2
            until(lambda: len(person.heard) == 5)
            before = len(person.heard)
            person.presses("До результату")
            told = heard_after(person, before)
            assert LIBRARY.texts.say("uk", "flag-no-contract") in told
            until(lambda: len(person.heard) == before + 3)
            person.presses("English")
            assert "Before I decide" in heard_after(person, before + 3)
            until(lambda: not api.unanswered_callbacks())
            assert not broken_rules(api)
        finally:
            program.stop()
