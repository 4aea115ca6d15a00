"""Questions without an answer: what is taken out of them, how they are kept, and the admins' page."""

import re
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from alembic import command
from sqlalchemy import select, text, update

from bot.conversations import asked, outbox, people, talks
from bot.conversations.models import Author, Conversation, Message
from bot.faq import unanswered
from bot.faq.models import FaqEntry, Reason, UnansweredQuestion
from bot.faq.unanswered import Wanted
from bot.hotline import Hotline
from bot.privacy.keys import Keys
from bot.privacy.scrub import scrub
from bot.reply import Button, Reply, press
from bot.retention.erase import AFTER_ASKING, AFTER_SETTLING, erase_old
from bot.staff.models import Role, Staff
from bot.storage.base import now
from bot.storage.engine import Storage
from bot.storage.migrate import alembic_config, migrate
from bot.tables import metadata
from tests.program import Program
from tests.staff_stage import TEXTS, Arrive, aged, app, arrives, audited, house
from tests.test_storage import keys, storage
from tests.web import StaffMember, Visitor

STAGE = (app, arrives, house, keys, storage)  # fixtures, which pytest finds by these names


# ---- What is taken out ----


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Мене звати Олена Коваленко, мій номер +380 67 123 45 67", "Мене звати ‹name›, мій номер ‹number›"),
        ("мене звати олена, як отримати візу", "мене звати ‹name›, як отримати візу"),
        ("Як отримати захист у Чернівцях для Марії Петрівни?", "Як отримати захист у Чернівцях для ‹name›?"),
        ("О. П. Коваленко обіцяв 3000 €", "‹name› обіцяв 3000 €"),
        ("Пан Іваненко і Мельник Олена їдуть", "Пан ‹name› і ‹name› їдуть"),
        ("Живу на вул. Шевченка, буд. 5, кв. 12 у Києві", "Живу на ‹address› у Києві"),
        ("дивіться rabota.example.com.ua/olena?id=1, t.me/olena.", "дивіться ‹link›, ‹link›."),
        ("моя вул шевченка 5 кв 3", "моя ‹address›"),
        ("Мій ІПН 0000000000, народилася 12.05.1985", "Мій ІПН ‹number›, народилася ‹date›"),
        ("Дитина народилась 05.06.2021", "Дитина народилась ‹date›"),
        ("мій паспорт АА123456, авто АА1234ВВ", "мій паспорт ‹number›, авто ‹number›"),
        ("картка 0000 0000 0000 0000", "картка ‹number›"),
        ("Пишіть olena@gmail.com, @olena_k або https://t.me/olena.", "Пишіть ‹email›, ‹link› або ‹link›."),
        ("Меня зовут дмитрий, как получить ВНЖ для Сергея Иванова", "Меня зовут ‹name›, как получить ВНЖ для ‹name›"),
        ("родился 12 марта 1995 года, ул. Пушкинская 10", "родился ‹date› года, ‹address›"),
        ("Numele meu este Ion Popescu, am CNP 0000000000000", "Numele meu este ‹name›, am CNP ‹number›"),
        (
            "mă numesc elena și stau pe str. Mihai Eminescu nr. 10, bl. A3, ap. 4",
            "mă numesc ‹name› și stau pe ‹address›",
        ),
        ("Ungureanu m-a sunat de la 0 00 000 000", "‹name› m-a sunat de la ‹number›"),
        ("IBAN RO49AAAA1B31007593840000, mașina CJ 12 ABC", "IBAN ‹number›, mașina ‹number›"),
        ("My name is john smith and I live in Warsaw", "My name is ‹name› and I live in Warsaw"),
        ("I'm at 12 Baker Street, call Anna at 0000000000", "I'm at ‹address›, call ‹name› at ‹number›"),
        ("my boss Mr. Smith, born March 12, 1985", "my boss Mr. ‹name›, born ‹date›"),
        ("МЕНЕ ЗВАТИ ОЛЕНА ДОПОМОЖІТЬ МЕНІ", "МЕНЕ ЗВАТИ ‹name› ДОПОМОЖІТЬ МЕНІ"),
    ],
)
def test_what_could_point_to_a_person_is_taken_out(written: str, kept: str) -> None:
    assert scrub(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "Як отримати тимчасовий захист у Румунії з 2022 року?",
        "Телефонувати на 112, 527 чи 116 111?",
        "Обіцяють від 1500 до 2000 євро, паспорт 1 500 грн, віза €200",
        "Захист діє до 04.03.2027, працюю з 9:00 до 18:00, вік 18-35",
        "Я з Нью-Йорка до Великої Британії? Ні, у Великій Британії для Ваших дітей",
        "Чи діє ЄС директива для громадян Узбекистану? ООН, МОМ",
        "на вулиці вже 3 дні",
        "їду поїздом Київ Варшава 2 дні",
        "Как уехать в Кишинёв из Одессы? Мы поедем в Январе, Ваша помощь нужна",
        "Cum obțin protecție temporară în România? Am 2 copii și 4000 euro",
        "pe strada de 2 zile, la Chișinău sau la București",
        "Does Telegram work in Germany with a Schengen visa from IGI?",
        "I'm Ukrainian and my husband is Polish. Can I work 24/7?",
        "т.д. і т.п., e.g. this",
        "Vreau la București.Unde merg? I need a visa.What now",
        "",
    ],
)
def test_what_points_to_nobody_stays(written: str) -> None:
    assert scrub(written) == written


_PIECES = [
    "Мене звати ", "олена ", "Коваленко ", "О. П. ", "вул. Шевченка ", "5, кв. 3 ", "+380 67 ", "1234567 ", "2022 ",
    "1500 ", "грн ", "@a_b ", "a.b@c.de ", "my name is ", "john ", "smith. ", "Mr. ", "I ", "În ", "\n", "‹name› ",
    "‹number› ", "— ", "АА1234", "New York ", "12.05.1985 ", "«Робота» ", "d'", "-", "str. ", ": ", "\ud83d",
]  # fmt: skip


def test_scrubbing_twice_changes_nothing_more() -> None:
    import random

    chance = random.Random(7)
    for _ in range(3000):
        once = scrub("".join(chance.choices(_PIECES, k=chance.randint(1, 12))))
        assert scrub(once) == once


@pytest.mark.parametrize(
    "piece",
    ["A", "A ", "1 ", "a@", "a.", "вул. ", "вул. а ", "str. a b c ", "мене звати ", "‹", "(+", "AA00 ", "а-", "12 Aa "],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        times = []
        for _ in range(3):  # the machine may be busy
            start = time.process_time()
            scrub(text)
            times.append(time.process_time() - start)
        return min(times)

    seconds(100)  # the lists are loaded
    assert seconds(20_000) < 12 * max(seconds(5_000), 0.01)


# ---- The list, on both databases ----


async def put(
    storage: Storage, *texts: str, language: str = "uk", reason: str = "nothing_found", slug: str = ""
) -> None:
    for one in texts:
        async with storage.writing() as session:
            await unanswered.note(session, one, language, reason, slug or None)


async def listed(storage: Storage, wanted: Wanted | None = None) -> list[UnansweredQuestion]:
    async with storage.reading() as session:
        return list(await unanswered.waiting(session, wanted or Wanted()))


def entry(slug: str) -> FaqEntry:
    return FaqEntry(slug=slug, group="papers", number=1, facts="verified", checked_on=now().date())


async def admin(storage: Storage) -> int:
    async with storage.writing() as session:
        session.add(staff := Staff(name="ada", role=Role.ADMIN, language="en"))
    return staff.id


async def test_the_same_question_is_counted_up_and_kept_without_the_person(storage: Storage) -> None:
    await put(storage, "Дайте візу, я Олена", "дайте  візу, я Марія")
    (question,) = await listed(storage)
    assert (question.text, question.times) == ("Дайте візу, я ‹name›", 2)
    assert question.first_at < question.last_at
    async with storage.engine.connect() as connection:
        stored = repr((await connection.execute(text("SELECT * FROM unanswered_questions"))).all())
    assert "Дайте" not in stored
    assert repr("Дайте".encode())[2:-1] not in stored


async def test_each_language_lacks_an_answer_of_its_own(storage: Storage) -> None:
    await put(storage, "viza?")
    await put(storage, "viza?", language="ro")
    assert len(await listed(storage)) == 2


async def test_the_reason_and_the_entry_are_those_of_the_last_time(storage: Storage) -> None:
    async with storage.writing() as session:
        session.add(entry("visa"))
    await put(storage, "як з візою?")
    await put(storage, "як з візою?", reason="not_helped", slug="visa")
    (question,) = await listed(storage)
    assert (question.reason, question.slug, question.times) == (Reason.NOT_HELPED, "visa", 2)
    await put(storage, "як з візою?", slug="an-old-button")
    assert (await listed(storage))[0].slug is None


async def test_nothing_is_kept_of_texts_with_nothing_to_ask(storage: Storage) -> None:
    await put(storage, "", " \n", "+380671234567", "Олена", "???", "@olena")
    assert await listed(storage) == []


async def test_long_questions_are_cut_after_scrubbing(storage: Storage) -> None:
    await put(storage, "а чому " * 3000 + "0671234567")
    (question,) = await listed(storage)
    assert len(question.text) <= unanswered.LONGEST
    assert question.text.endswith("…")


async def test_order_filter_and_pages(storage: Storage) -> None:
    await put(storage, "часте", "часте", "старе", "нове")
    await put(storage, "rar", language="ro", reason="out_of_scope")
    assert [one.text for one in await listed(storage)] == ["часте", "rar", "нове", "старе"]
    assert [one.text for one in await listed(storage, Wanted(newest_first=True))] == ["rar", "нове", "старе", "часте"]
    assert [one.text for one in await listed(storage, Wanted(language="ro"))] == ["rar"]
    assert [one.text for one in await listed(storage, Wanted(reason="out_of_scope"))] == ["rar"]
    async with storage.reading() as session:
        assert await unanswered.count(session, Wanted(language="uk")) == 3
        assert await unanswered.waiting(session, Wanted(), page=2) == []


async def test_a_settled_question_is_off_the_list_until_it_is_asked_again(storage: Storage) -> None:
    ada = await admin(storage)
    await put(storage, "де мій поїзд")
    (question,) = await listed(storage)
    async with storage.writing() as session:
        assert await unanswered.settle(session, question.id, ada)
        assert not await unanswered.settle(session, question.id, ada)
        assert not await unanswered.settle(session, question.id + 1, ada)
    assert await listed(storage) == []
    await put(storage, "де мій поїзд")
    (again,) = await listed(storage)
    assert (again.id, again.times, again.settled_by) == (question.id, 2, None)


async def test_settled_ones_go_after_30_days_and_forgotten_ones_after_180(storage: Storage) -> None:
    ada = await admin(storage)
    await put(storage, "вирішене", "забуте", "свіже", "щойно вирішене")
    minute = timedelta(minutes=1)
    for text_of, values in {
        "вирішене": {"settled_at": now() - AFTER_SETTLING - minute, "settled_by": ada},
        "забуте": {"last_at": now() - AFTER_ASKING - minute},
        "свіже": {"last_at": now() - AFTER_ASKING + minute},
        "щойно вирішене": {"settled_at": now() - AFTER_SETTLING + minute, "settled_by": ada},
    }.items():
        number = next(one.id for one in await listed(storage) if one.text == text_of)
        async with storage.writing() as session:
            await session.execute(update(UnansweredQuestion).where(UnansweredQuestion.id == number).values(**values))
    async with storage.writing() as session:
        await erase_old(session)
    async with storage.reading() as session:
        left = (await session.execute(select(UnansweredQuestion))).scalars().all()
    assert {one.text for one in left} == {"свіже", "щойно вирішене"}


async def test_the_migration_leaves_what_is_there(storage: Storage) -> None:
    def to(revision: str, step):
        return lambda sync: step(alembic_config(sync, metadata()), revision)

    ada = await admin(storage)
    async with storage.writing() as session:
        session.add(entry("visa"))
    async with storage.engine.begin() as connection:
        await connection.run_sync(to("0001", command.downgrade))
        assert "unanswered_questions" not in await connection.run_sync(lambda sync: sync.dialect.get_table_names(sync))
    await migrate(storage, metadata())
    await put(storage, "як з візою?", slug="visa")
    async with storage.reading() as session:
        assert (await session.get_one(Staff, ada)).name == "ada"
    assert (await listed(storage))[0].slug == "visa"


# ---- What had been asked before "that is not what I asked" ----

ANSWER = Reply("an answer", ((Button("No", press("not_helpful", slug="visa")),),))
CHOICE = ("button", press("faq", slug="visa"))
NOT_THAT = ("text", "that is not what I asked")
NO_HELP = ("button", press("not_helpful", slug="visa"))


async def before(
    storage: Storage, keys: Keys, *story: Reply | tuple[str, str], danger: int = -1, unknowns: int = 0
) -> str:
    """What is found after a story of the person's messages (kind, text) and replies. `danger`: which of them has some."""
    async with storage.writing() as session:
        person = await people.person_at(session, keys, "webchat", "somebody")
        talk = await talks.open_talk(session, person, "en")
        talk.unknowns = unknowns
        for number, one in enumerate(story):
            if isinstance(one, Reply):
                await outbox.say(session, talk, one)
                continue
            notes = {"danger": "concern"} if number == danger else {}
            kind, words = one
            session.add(Message(conversation_id=talk.id, author=Author.PERSON, kind=kind, text=words, notes=notes))
            await session.flush()
        return await asked.before_the_answer(session, talk)


async def test_the_question_is_the_text_before_the_answer(storage: Storage, keys: Keys) -> None:
    question = ("text", "Do I need a visa?")
    assert await before(storage, keys, question, ANSWER, NOT_THAT) == "Do I need a visa?"
    assert await before(storage, keys, question, Reply("which?"), CHOICE, ANSWER, NO_HELP) == "Do I need a visa?"
    later = (("text", "Where is the station?"), Reply("there"))
    assert await before(storage, keys, question, ANSWER, *later, NO_HELP) == "Do I need a visa?"


async def test_what_was_no_question_or_is_listed_already_is_not_taken(storage: Storage, keys: Keys) -> None:
    question = ("text", "Do I need a visa?")
    assert await before(storage, keys, ("button", "/menu"), CHOICE, ANSWER, NO_HELP) == ""
    assert await before(storage, keys, ("photo", "a picture"), ANSWER, NOT_THAT) == ""
    assert await before(storage, keys, question, ANSWER, NOT_THAT, danger=0) == ""
    assert await before(storage, keys, question, ANSWER, NOT_THAT, danger=2) == ""
    assert await before(storage, keys, question, Reply("not understood"), NOT_THAT, unknowns=1) == ""
    assert await before(storage, keys, question, ANSWER, NOT_THAT) == "Do I need a visa?"
    assert await before(storage, keys, Reply("sorry"), CHOICE, ANSWER, NO_HELP) == "", "the objection is no question"


async def test_an_empty_talk_has_no_question(storage: Storage, keys: Keys) -> None:
    assert await before(storage, keys) == ""
    async with storage.reading() as session:
        assert len((await session.execute(select(Conversation))).scalars().all()) == 1


# ---- The admins' page ----


async def test_an_admin_reads_the_list_and_settles(house: Hotline, arrives: Arrive) -> None:
    ada = await arrives("ada", Role.ADMIN)
    assert TEXTS.say("en", "staff-unanswered-none") in (await ada.opens("/unanswered")).text
    await put(house.storage, "<b>Where</b> is my train, I am Olena", language="en")
    page = (await ada.opens("/unanswered")).text
    assert "&lt;b&gt;Where&lt;/b&gt; is my train, I am ‹name›" in page
    assert TEXTS.say("en", "staff-unanswered-why-nothing-found") in page
    (address,) = re.findall(r'action="(/unanswered/\d+/settle)"', page)
    for _ in range(2):
        answer = await ada.presses(address, language="en", reason="nothing_found", order="newest", page="1")
        back = "/unanswered?language=en&reason=nothing_found&order=newest"
        assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert await audited(house) == [("question-settled", f"question:{address.split('/')[2]}")]
    assert TEXTS.say("en", "staff-unanswered-none-of") in (await ada.opens(back)).text
    assert (await ada.presses("/unanswered/999/settle", page="x")).headers["location"] == "/unanswered"


async def test_the_list_is_for_admins_only_and_changes_need_the_token(house: Hotline, arrives: Arrive) -> None:
    await put(house.storage, "де мій поїзд")
    counselor, ada = await arrives("olena"), await arrives("ada", Role.ADMIN)
    assert (await counselor.opens("/unanswered")).status_code == 403
    assert (await counselor.presses("/unanswered/1/settle")).status_code == 403
    assert "/unanswered" not in (await counselor.opens("/")).text
    assert 'href="/unanswered"' in (await ada.opens("/accounts")).text
    ada.csrf = "wrong"
    assert (await ada.presses("/unanswered/1/settle")).status_code == 403
    assert len(await listed(house.storage)) == 1


async def test_fifty_stand_on_a_page_and_the_nearest_entry_is_named(house: Hotline, arrives: Arrive) -> None:
    words = SimpleNamespace(said=lambda _: SimpleNamespace(question="Do I need a visa?"))
    house.shelf.answers = lambda: SimpleNamespace(book=SimpleNamespace(entries={"visa": words}))  # type: ignore[method-assign]
    async with house.storage.writing() as session:
        session.add(entry("visa"))
    await put(house.storage, *(f"а чому {'так' * number}" for number in range(1, 52)), slug="visa")
    ada = await arrives("ada", Role.ADMIN)
    first = (await ada.opens("/unanswered?language=uk")).text
    assert first.count('class="question"') == 50
    assert "Do I need a visa?" in first
    assert 'href="/unanswered?language=uk&amp;page=2"' in first or 'href="/unanswered?language=uk&page=2"' in first
    assert (await ada.opens("/unanswered?page=2")).text.count('class="question"') == 1
    assert (await ada.opens("/unanswered?page=777")).text.count('class="question"') == 1
    await aged(house, UnansweredQuestion, reason="not_helped")
    assert "Answer given: “Do I need a visa?”" in (await ada.opens("/unanswered?reason=not_helped&order=newest")).text
    for silly in ("?page=0", "?page=x", "?page=99999999999999999999"):
        assert (await ada.opens(f"/unanswered{silly}")).status_code == 404
    assert (await ada.opens("/unanswered?language=xx&reason='&order=%00")).status_code == 200


# ---- The whole way, in the real program without Rasa ----


def test_what_the_hotline_cannot_answer_reaches_the_admins_without_the_person(gateway: Program) -> None:
    gateway.start()
    with Visitor(gateway, "uk") as person, StaffMember(gateway).welcomed(gateway.admin_link()) as ada:
        person.asks("Скажіть, у чому сенс квадратного кольору, мене звати Олена, +380 67 123 45 67")
        person.asks("Як отримати тимчасовий захист у Румунії?")
        person.asks("Ні, я не про це питала")
        page = ada.client.get("/unanswered?language=uk").text
    assert "сенс квадратного кольору, мене звати ‹name›, ‹number›" in page
    assert "67 123" not in page
    assert "Олена" not in page
    assert "Як отримати тимчасовий захист у Румунії?" in page
    assert "не про це" not in page


def test_the_question_of_an_answer_that_is_turned_down_with_its_button_is_listed(gateway: Program) -> None:
    gateway.start()
    with Visitor(gateway, "en") as person, StaffMember(gateway).welcomed(gateway.admin_link()) as ada:
        person.says("What rights does temporary protection give me?")
        answer = person.hears()
        person.asks("the thing with the thing from before you know the blue one")
        person.presses(person.button(answer, "👎"))
        person.hears()
        page = ada.client.get("/unanswered?reason=not_helped").text
    assert page.count('class="question"') == 1
    assert "What rights does temporary protection give me?" in page
    assert TEXTS.say("en", "staff-unanswered-near-wrong", question="").split(":")[0] in page


def test_what_is_asked_while_a_counselor_is_waited_for_is_listed_too(gateway: Program) -> None:
    gateway.start()
    with Visitor(gateway, "en") as person, StaffMember(gateway).welcomed(gateway.admin_link()) as ada:
        person.presses("/human")
        person.hears()
        assert "counselor will read this too" in person.asks("please tell me what the meaning of a square colour is")
        assert "meaning of a square colour" in ada.client.get("/unanswered").text


def test_danger_and_offers_are_not_for_the_admins(gateway: Program) -> None:
    gateway.start()
    with Visitor(gateway, "en") as person, StaffMember(gateway).welcomed(gateway.admin_link()) as ada:
        person.asks("He locked me in the room in Warsaw and took my phone, please help")
        person.asks("the thing with the thing from before you know the blue one")
        person.asks("They promise 900 euros a week in a warehouse and I pay 200 euros for the visa first")
        person.presses('/not_helpful{"slug":"offer"}')
        person.hears()
        page = ada.client.get("/unanswered").text
    assert 'class="question"' not in page
