"""Who is told what of the registers: the person only of official lists, counselors beside the talk, admins on their page."""

import io
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from openpyxl import Workbook

from bot.calibration import calibration
from bot.hotline import Hotline
from bot.offers.check import OfferCheck, Report
from bot.offers.registers import repository
from bot.offers.registers.known import kind
from bot.offers.registers.lists import Item, List, Lists
from bot.replies import registers, respond
from bot.replies.voice import Library, Voice
from bot.staff.models import Role
from bot.texts import Texts
from tests.claims import FORBIDDEN, found
from tests.content import LANGUAGES, Said
from tests.staff_stage import TEXTS, Arrive, Browser, app, arrives, audited, claimed, house, somebody_waits

STAGE = (app, arrives, house)  # fixtures, which pytest finds by these names
NOTHING = cast("Any", None)
DAY = date(2026, 11, 20)
OFFER = "Агенція «Zolotyi Leleka» запрошує на склад, Польща, 1200 євро. Паспорт здати координатору."
UKRAINE = List(kind("ua-list"), DAY, [Item("ПП «Золотий Лелека»", "12345678", "Львів", "виключено")])
POLAND = List(kind("pl-kraz"), DAY, [Item("Jantar Kadry Sp. z o.o.")])
REPORTED = List(kind("reported"), DAY, [Item("Чорна Квітка", note="забирали паспорти")])


def voice(language: str, *lists: List) -> Voice:
    library = Library(Texts(), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, lambda: Lists(lists, 1))
    return Voice(library, language)


def told(text: str, *lists: List, language: str = "en") -> str:
    return "\n".join(reply.text for reply in registers.said(voice(language, *lists), text))


def test_without_an_imported_list_nothing_is_said() -> None:
    assert told(OFFER) == ""


def test_found_is_said_with_list_date_number_and_what_the_list_says() -> None:
    text = told(OFFER, UKRAINE, POLAND)
    for part in ("ПП «Золотий Лелека»", "Ukraine’s List", "November 20, 2026", "12345678", "виключено"):
        assert part in text
    assert "says nothing about this offer" in text
    assert "not found" not in text


def test_a_name_that_is_only_alike_is_said_to_be_alike() -> None:
    assert "a similar name, “Jantar Kadry Sp. z o.o.”" in told("Praca! Agencja Jantas Kadri Sp. z o.o.", POLAND)


def test_not_found_names_every_list_and_its_date() -> None:
    text = told("Firma „Steaua Nordului” angajează. Mesaj pe WhatsApp.", UKRAINE, POLAND)
    assert "“Steaua Nordului” was not found here: Ukraine’s List" in text
    assert "KRAZ" in text


def test_a_text_that_names_no_firm_gets_nothing_said() -> None:
    assert told("Робота в Польщі, фірма за кордоном, деталі на місці", UKRAINE) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_reported_names_is_never_spoken_of(language: str) -> None:
    offer = "Фірма «Чорна Квітка» кличе до Італії"
    assert told(offer, REPORTED, language=language) == ""
    beside = told(offer, REPORTED, UKRAINE, language=language)
    assert "паспорти" not in beside
    assert Texts().say(language, "register-name-reported") not in beside
    assert "Чорна Квітка" in beside  # not found in the official list


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_called_safe_or_black(language: str) -> None:
    text = told(f"{OFFER} ТОВ «Невідома Фірма»", UKRAINE, POLAND, language=language)
    assert not found(FORBIDDEN[language], [Said(language, "here", text)])
    assert "black" not in text.lower()
    assert len(text) < 1500


def test_names_cannot_break_the_message() -> None:
    text = told(f"ТОВ «{'**Жирний** ' * 5}»", UKRAINE)
    assert text.count("**") == 2  # the title's own
    many = told("\n".join(f"ТОВ «Фірма Номер{at}»" for at in "АБВГДЕЖЗ"), UKRAINE)
    assert many.count("•") == 3


def test_the_answer_to_an_offer_has_signs_then_lists_then_next_steps() -> None:
    speaks = voice("en", UKRAINE)
    wording = SimpleNamespace(directory={})
    places = SimpleNamespace(service=lambda country, kind: None, countries_in=lambda text: [])
    library = Library(
        Texts(),
        cast("Any", wording),
        cast("Any", places),
        OfferCheck(),
        NOTHING,
        NOTHING,
        NOTHING,
        speaks.library.registers,
    )
    replies = respond.offer(Voice(library, "en"), OFFER)
    assert [("warning sign" in replies[0].text), ("official lists" in replies[1].text)] == [True, True]
    assert "What to check next" in replies[2].text
    assert replies[2].buttons


def test_asked_about_a_firm_without_an_offer_it_is_answered_too() -> None:
    library = voice("en", UKRAINE).library
    checks = cast("Any", SimpleNamespace(check=lambda text: Report("not_an_offer", ())))
    found_nothing = cast("Any", SimpleNamespace(vector=lambda text: None))
    answers = cast("Any", lambda: SimpleNamespace(search=SimpleNamespace(find=lambda *_: []), book=None))
    nowhere = cast("Any", SimpleNamespace(countries_in=lambda text: []))
    asking = Library(Texts(), NOTHING, nowhere, checks, found_nothing, calibration().faq, answers, library.registers)
    replies = respond.offer(Voice(asking, "en"), "ПП «Золотий Лелека»")
    assert "Ukraine’s List" in replies[0].text
    assert "I see no offer" in replies[1].text


# ---- The staff pages ----


async def uploads(
    browser: Browser, content: bytes, which: str = "ua-list", name: str = "list.csv", **fields: str
) -> Any:
    data = {"csrf": browser.csrf, "which": which, "day": "2026-11-20", **fields}
    return await browser.client.post("/registers", data=data, files={"file": (name, content)})


async def test_an_admin_imports_sees_and_removes(house: Hotline, arrives: Arrive) -> None:
    ada = await arrives("ada", Role.ADMIN)
    answer = await uploads(ada, "Назва;ЄДРПОУ\nТОВ «Золотий Лелека»;12345678\n".encode("cp1251"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/registers#ua-list")
    page = (await ada.opens("/registers")).text
    assert "1 entry" in page
    assert "November 20, 2026" in page
    assert "list.csv" in page
    assert len(house.archive.lists().lists) == 1
    searched = await ada.presses("/registers/search", name="zolotyi leleka")
    assert "12345678" in searched.text
    for _ in range(2):
        await ada.presses("/registers/ua-list/remove", confirm="yes")
    assert "The register was removed" in (await ada.opens("/registers")).text
    assert await audited(house) == [("register-imported", "register:ua-list"), ("register-removed", "register:ua-list")]


async def test_a_file_with_bad_rows_changes_nothing_and_is_reported_by_line(house: Hotline, arrives: Arrive) -> None:
    ada = await arrives("ada", Role.ADMIN)
    await uploads(ada, b"Name;No\nAlfa;1\n;2\n")
    page = (await ada.opens("/registers")).text
    assert "Not imported: 1 row cannot be read" in page
    assert "Line 3: the name is missing" in page
    assert "not imported" in page
    await uploads(ada, b"Name;No\nAlfa;1\n;2\n", skip="yes")
    assert "1 row was left out" in (await ada.opens("/registers")).text
    assert [action for action, _ in await audited(house)] == ["register-refused", "register-imported"]


@pytest.mark.parametrize(
    ("content", "which", "said"),
    [
        (b"a;b\n1;2\n", "ua-list", "The columns are: a, b"),
        (b"\0\0", "ua-list", "neither CSV"),
        (b"Name\nAlfa\n", "nope", "choose a register"),
        (b"Name\n", "ua-list", "no rows"),
    ],
)
async def test_what_is_wrong_with_a_file_is_said(
    house: Hotline, arrives: Arrive, content: bytes, which: str, said: str
) -> None:
    answer = await uploads(await arrives("ada", Role.ADMIN), content, which)
    assert (answer.status_code, said in answer.text) == (422, True)
    async with house.storage.reading() as session:
        assert await repository.registers(session) == []


async def test_large_files_are_taken_here_and_only_so_large(arrives: Arrive) -> None:
    ada = await arrives("ada", Role.ADMIN)
    book, file = Workbook(), io.BytesIO()
    book.active.append(["Name", "Address"])
    for at in range(10_000):
        book.active.append([f"Firma {at} Nord", f"Strada {at * 7919}"])
    book.save(file)
    assert (await uploads(ada, file.getvalue(), "ro-itm", "lista.xlsx")).status_code == 303
    assert "10000 entries" in (await ada.opens("/registers")).text.replace(",", "").replace("\u202f", "")
    lines = b"Name,Address,Town\n" + b"".join(
        b"Firma numarul %d, strada Florilor, sector 1\n" % at for at in range(45_000)
    )
    assert (await uploads(ada, lines, "ro-itm")).status_code == 303
    assert (await uploads(ada, b"x" * 8_200_000)).status_code == 413


async def test_a_counselor_looks_up_and_imports_nothing(house: Hotline, arrives: Arrive) -> None:
    ada, olena = await arrives("ada", Role.ADMIN), await arrives()
    await uploads(ada, "Name;Note\nЧорна Квітка;забирали паспорти\n".encode(), "reported")
    page = (await olena.opens("/registers")).text
    assert "Import a register" not in page
    assert "Remove" not in page
    assert "забирали паспорти" in (await olena.presses("/registers/search", name="чорна квитка")).text
    assert "was not found" in (await olena.presses("/registers/search", name="<b>Біла")).text
    assert (await uploads(olena, b"Name\nAlfa\n")).status_code == 403
    assert (await olena.presses("/registers/reported/remove", confirm="yes")).status_code == 403


async def test_a_counselor_sees_the_reports_beside_the_talk(house: Hotline, arrives: Arrive) -> None:
    ada, olena = await arrives("ada", Role.ADMIN), await arrives()
    talk = await claimed(house, olena, text="Фірма «Чорна Квітка» забрала мій паспорт")
    title = TEXTS.say("en", "staff-listed")
    assert title not in (await olena.opens(f"/talks/{talk}")).text
    await uploads(ada, "Name;Note\nЧорна Квітка;забирали <паспорти>\n".encode(), "reported")
    page = (await olena.opens(f"/talks/{talk}")).text
    assert title in page
    assert "забирали &lt;паспорти&gt;" in page
    other, _ = await somebody_waits(house, text="Мій бос не платить")
    assert title not in (await olena.opens(f"/talks/{other}")).text
