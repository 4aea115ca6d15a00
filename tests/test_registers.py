"""Registers: what is read from files, how a list takes another's place, and names found in texts."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from openpyxl import Workbook
from sqlalchemy import select, text

from bot.offers.registers import importing, repository
from bot.offers.registers.archive import Archive
from bot.offers.registers.errors import FileRefused, NoNameColumn, NothingInIt, TooLarge, TooManyRows, Unreadable
from bot.offers.registers.files import MOST_ROWS
from bot.offers.registers.importing import Source
from bot.offers.registers.known import NoSuchRegister, kind, known
from bot.offers.registers.lists import Item, List, Lists
from bot.offers.registers.mentions import mentions
from bot.offers.registers.names import heard
from bot.offers.registers.reading import Draft, Entry, read
from bot.staff.models import Role, Staff
from bot.storage.engine import Storage
from bot.storage.migrate import alembic_config, migrate
from bot.tables import metadata
from tests.program import Program
from tests.registers import sets
from tests.test_storage import keys, storage

STAGE = (keys, storage)  # fixtures, which pytest finds by these names
DAY = date(2026, 11, 20)


def workbook(*rows: list[object]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def names(content: bytes) -> list[str]:
    return [entry.name for entry in read(content).entries]


# ---- Files ----


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Найменування;Код ЄДРПОУ\nТОВ «Їжак»;12345678\n"),
        ("utf-8-sig", "Назва,ЄДРПОУ\nТОВ «Їжак»,12345678\n"),
        ("utf-16", "Назва\tЄДРПОУ\nТОВ «Їжак»\t12345678\n"),
        ("cp1251", "Назва;ЄДРПОУ\r\nТОВ «Їжак»;12345678\r\n"),
        ("cp1250", "Nazwa podmiotu;NIP\nŻÓŁTY DOM Sp. z o.o.;1234567890\n"),
        ("cp1250", "Denumire|CUI\nSC Forţă de Muncă SRL|1234567\n"),
    ],
)
def test_encodings_and_delimiters_are_told(encoding: str, text: str) -> None:
    (entry,) = read(text.encode(encoding)).entries
    assert entry.name in text
    assert len(entry.number) >= 7


@pytest.mark.parametrize(
    "header",
    [
        "№;Повне найменування;X",
        "№;Найменування суб'єкта господарювання;X",
        "Lp.;Nazwa podmiotu (pełna);NIP",
        "Nr. crt.;Denumirea agentului;CUI",
        "No;COMPANY NAME;Tax number",
        "n;Название;x",
    ],
)
def test_columns_are_known_in_every_language(header: str) -> None:
    assert names(f"{header}\n1;Zorile;7654321\n".encode()) == ["Zorile"]


def test_titles_above_the_header_are_passed_over_and_lines_counted_from_the_top() -> None:
    text = 'Nazwa rejestru: KRAZ\n\nstan na;2026-11-01\nLp.;Nazwa;Adres;Status\n1;"Alfa\nBeta";Łódź;czynny\n2;Gama;;\n'
    draft = read(text.encode())
    assert draft.entries == [Entry(5, "Alfa Beta", "", "Łódź", "czynny"), Entry(7, "Gama")]


def test_unknown_columns_are_named_in_the_error() -> None:
    with pytest.raises(NoNameColumn, match="Kolor, Rozmiar"):
        read(b"Kolor;Rozmiar\nczerwony;5\n")


def test_bad_rows_are_told_by_line_and_doubles_left_out() -> None:
    text = "Name;Number\nAlfa;1\n;2\n123;3\nBeta;4;five\n\nALFA;1\n" + "x" * 301 + ";6\n"
    draft = read(text.encode())
    assert [(bad.line, bad.why) for bad in draft.bad] == [(3, "no-name"), (4, "no-letters"), (5, "cells"), (8, "long")]
    assert [entry.name for entry in draft.entries] == ["Alfa"]
    assert draft.doubles == 1


def test_a_workbook_is_read_with_numbers_and_dates_as_text() -> None:
    content = workbook(
        ["KRAZ"], ["Nazwa", "NIP", "Uwagi"], ["Zażółć", 1234567890.0, date(2026, 1, 2)], [], ["Gęśl", None]
    )
    assert read(content).entries == [Entry(3, "Zażółć", "1234567890", note="2026-01-02"), Entry(5, "Gęśl")]


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with one of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, part if one == name else old.read(one))
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "%s">%s]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<sheetData><row><c t="inlineStr"><is><t>&z;</t></is></c></row>'
    b"</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"\x7fELF\0\0\0", Unreadable),
        (b"PK\x03\x04 no zip", Unreadable),
        (workbook(["Name"], ["A"])[:-200], Unreadable),
        (with_part(workbook(["Name"], ["A"]), SHEET, b"<worksheet><sheet"), Unreadable),
        (with_part(workbook(["Name"], ["A"]), "[Content_Types].xml", b"<Types/>"), Unreadable),
        (with_part(workbook(["Name"], ["A"]), SHEET, BOMB % (b"ha" * 9, b'<!ENTITY z "&a;&a;">')), Unreadable),
        (with_part(workbook(["Name"], ["A"]), SHEET, b" " * 61_000_000), TooLarge),
        (b"Name\n" + b"x" * 8_000_000, TooLarge),
        (b"Name\n" + b"Alfa\n" * (MOST_ROWS + 1), TooManyRows),
        (b'Name\n"' + b"x" * 200_000, Unreadable),
        (b"", NoNameColumn),
        (b"Name\n\n\n", NothingInIt),
    ],
    ids=range(12),
)
def test_hostile_and_broken_files_are_refused(content: bytes, refused: type[FileRefused]) -> None:
    with pytest.raises(refused):
        read(content)


def test_a_sheet_that_claims_a_distant_row_costs_nothing() -> None:
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    cell = b'<row r="%d"><c r="XFD%d" t="inlineStr"><is><t>Name</t></is></c></row>'
    content = with_part(workbook(["x"]), SHEET, head + cell % (1_048_576, 1_048_576) + b"</sheetData></worksheet>")
    with pytest.raises(FileRefused):
        read(content)


# ---- A list in place of another ----


def draft(*listed: str) -> Draft:
    return Draft([Entry(at + 2, name, note="seen twice") for at, name in enumerate(listed)])


async def put(storage: Storage, code: str, what: Draft, **options: object) -> importing.Outcome:
    async with storage.writing() as session:
        return await importing.import_draft(session, code, what, Source("list.csv", DAY), **options)


async def listed(storage: Storage, code: str = "ua-list") -> list[str]:
    async with storage.reading() as session:
        return [one.name for one in await repository.entries(session) if one.register == code]


async def test_a_new_import_takes_the_place_of_the_old_one_of_that_register(storage: Storage) -> None:
    await put(storage, "ua-list", draft("Alfa", "Beta"))
    await put(storage, "pl-kraz", draft("Gama"))
    assert (await put(storage, "ua-list", draft("Delta"))).done
    assert await listed(storage) == ["Delta"]
    assert await listed(storage, "pl-kraz") == ["Gama"]


async def test_bad_rows_refuse_the_file_unless_they_may_be_left_out(storage: Storage) -> None:
    await put(storage, "ua-list", draft("Alfa"))
    partly = read(b"Name;x\nBeta;\n;1\n")
    assert not (await put(storage, "ua-list", partly)).done
    assert await listed(storage) == ["Alfa"]
    async with storage.reading() as session:
        (row,) = await repository.registers(session)
    assert (row.outcome, row.rows, row.bad_rows, row.bad) == ("refused", 1, 1, [[3, "no-name"]])
    assert (await put(storage, "ua-list", partly, skip_bad=True)).done
    assert await listed(storage) == ["Beta"]


async def test_an_import_that_breaks_off_leaves_everything_as_it_was(storage: Storage) -> None:
    await put(storage, "ua-list", draft("Alfa"))

    def pull_the_plug(done: int) -> None:
        if done > 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await put(storage, "ua-list", draft(*(f"Firma {at}" for at in range(1200))), progress=pull_the_plug)
    assert await listed(storage) == ["Alfa"]


async def test_reports_are_kept_only_for_the_list_of_staff_and_lie_encrypted(storage: Storage) -> None:
    await put(storage, "ua-list", draft("Alfa"))
    await put(storage, "reported", draft("Beta"))
    async with storage.reading() as session:
        notes = {one.register: one.note for one in await repository.entries(session)}
        raw = (await session.execute(text("SELECT name, note FROM register_entries"))).all()
    assert notes == {"ua-list": "", "reported": "seen twice"}
    assert not any(word in bytes(cell) for row in raw for cell in row for word in (b"Alfa", b"Beta", b"seen"))


async def test_an_unknown_register_is_refused(storage: Storage) -> None:
    with pytest.raises(NoSuchRegister):
        await put(storage, "nope", draft("Alfa"))


async def test_the_program_sees_a_new_list_and_forgets_a_removed_one(storage: Storage) -> None:
    archive = Archive()
    assert not await archive.renew(storage)
    await put(storage, "ua-list", draft("ТОВ «Золотий Лелека»"))
    assert await archive.renew(storage)
    assert not await archive.renew(storage)
    (hit,) = archive.lists().find("Агенція Zolotyi Leleka кличе до Польщі")
    assert (hit.kind.code, hit.list_date, hit.same) == ("ua-list", DAY, True)
    assert [one.item for one in archive.in_messages([(1, "ні"), (2, "ТОВ Золотий Лелека")])] == [hit.item]
    async with storage.writing() as session:
        ada = Staff(name="ada", role=Role.ADMIN)
        session.add(ada)
        await session.flush()
        assert await importing.remove(session, "ua-list", ada.id)
        assert not await importing.remove(session, "ua-list", ada.id)
    assert await archive.renew(storage)
    assert archive.lists().lists == []
    assert archive.in_messages([(2, "ТОВ Золотий Лелека")]) == []


async def test_the_migration_leaves_what_is_there(storage: Storage) -> None:
    def to(revision: str, step):
        return lambda sync: step(alembic_config(sync, metadata()), revision)

    async with storage.writing() as session:
        session.add(Staff(name="ada", role=Role.ADMIN))
    await put(storage, "reported", draft("Alfa"))
    async with storage.engine.begin() as connection:
        await connection.run_sync(to("0002", command.downgrade))
        assert "register_entries" not in await connection.run_sync(lambda sync: sync.dialect.get_table_names(sync))
    await migrate(storage, metadata())
    assert await listed(storage, "reported") == []
    async with storage.reading() as session:
        assert [one.name for one in (await session.execute(select(Staff))).scalars()] == ["ada"]


# ---- The command ----


@pytest.fixture
def installed(models: Path, tmp_path: Path) -> Iterator[Program]:
    return Program(tmp_path, models)


def test_ten_thousand_rows_by_the_command(installed: Program, tmp_path: Path) -> None:
    file = tmp_path / "перелік.csv"
    rows = [f"{name};{10_000_000 + at}" for at, name in enumerate(sets.listed())]
    file.write_text("\n".join(["Найменування;Код ЄДРПОУ", *rows]), encoding="utf-8-sig")
    done = installed.command("registers", "import", str(file), "--register", "ua-list", "--date", "2026-11-20")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "ua-list: 10000 rows imported")
    file.write_text("Name\nAlfa\n7\n")
    done = installed.command("registers", "import", str(file), "--register", "ua-list")
    assert done.returncode == 1
    assert "line 3: the name has no letters\nua-list: nothing was changed" in done.stdout
    done = installed.command("registers", "import", str(file), "--register", "ua-list", "--skip-bad")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "ua-list: 1 rows imported, 1 bad rows left out")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--register", "nope"], "there is no register 'nope'"),
        (["--register", "ua-list", "--date", "tomorrow"], "is no date"),
        (["--register", "ua-list"], "the columns are: a, b"),
    ],
)
def test_the_command_says_in_a_line_what_is_wrong(
    installed: Program, tmp_path: Path, options: list[str], said: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("a;b\n1;2\n")
    done = installed.command("registers", "import", str(file), *options)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


# ---- Names ----


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ТОВ «Ворк Сервіс»", "WORK SERVICE Sp. z o.o."),
        ("S.C. Target Recruitment S.R.L.", "target recruitment"),
        ("Товариство з обмеженою відповідальністю «Альфа Груп»", "Alfa Grup LLC"),
        ("ФОП Гуменчук Роман", "Humenchuk Roman"),
        ("Forța de Muncă SRL", "Forta de munca"),
        ("Żółty Dom S.A.", "Zolty Dom"),
        ("W0rk Express", "Wоrk Express"),  # a digit, and a Cyrillic letter
    ],
)
def test_one_name_sounds_the_same_however_it_is_spelled(one: str, other: str) -> None:
    assert heard(one) == heard(other)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Агенція Ворк Сервіс запрошує", "Ворк Сервіс"),
        ("кадрова агенція «золотий лелека» бере гроші", "золотий лелека"),
        ("ТОВ Європерсонал, Київ", "Європерсонал"),
        ("lucrez prin Munca Pentru Toți SRL", "Munca Pentru Toți"),
        ("Angajăm prin agenția de recrutare Steaua Nord", "Steaua Nord"),
        ("We at EuroJob Poland Sp. z o.o. offer", "EuroJob Poland"),
        ("a company called Blue Sky takes my passport", "Blue Sky"),
        ("Agencja pracy Jantar Kadry zatrudni", "Jantar Kadry"),
    ],
)
def test_a_name_is_seen_in_a_text(text: str, name: str) -> None:
    assert name in [one.text for one in mentions(text) if one.quotable]


@pytest.mark.parametrize(
    "text",
    [
        "Фірма за кордоном, деталі на місці",
        "Агенція Польща, посередник Андрій",
        "Наша компанія шукає водіїв",
        "The agency charges 500 euro. Our Company pays",
        "Agenția cere 300 de euro",
        "РОБОТА В ПОЛЬЩІ! АГЕНЦІЯ ЗАПРОШУЄ НА СКЛАД!",
        "",
        "«»“”„ ТОВ",
    ],
)
def test_words_that_are_no_name_are_not_spoken_of(text: str) -> None:
    assert [one for one in mentions(text) if one.quotable] == []


def test_a_hostile_text_is_read_in_a_moment() -> None:
    for said in (
        "ТОВ " * 5000,
        "«А» " * 5000,
        "A" * 100_000,
        "Агенція " * 5000,
        "s . r . l . " * 3000,
        "\u200b" * 50_000,
    ):
        assert len(mentions(said)) <= 60
    huge = Lists([List(kind("ua-list"), DAY, [Item("А" * 300), Item("ТОВ"), Item("«»")])])
    assert huge.find("ТОВ «" + "А" * 60 + "» і SRL") == []


def test_a_tax_number_finds_its_firm() -> None:
    lists = Lists([List(kind("pl-kraz"), DAY, [Item("Jantar Kadry", "PL 123-456-78-90"), Item("Wawel", "77")])])
    assert [hit.item.name for hit in lists.find("NIP 1234567890, 77 zł")] == ["Jantar Kadry"]
    assert [hit.item.name for hit in lists.look_up("123 456 78 90")] == ["Jantar Kadry"]


@pytest.fixture(scope="module")
def ten_thousand() -> Lists:
    return Lists([List(kind("ua-list"), DAY, map(Item, sets.listed()))])


def test_names_are_found_among_ten_thousand(ten_thousand: Lists) -> None:
    """A floor under the figures in docs/benchmarks/registers.md."""
    right = wrong = 0
    for one, offer in sets.texts():
        found = {hit.item.name for hit in ten_thousand.find(offer)}
        right += one.listed in found
        wrong += len(found - {one.listed})
    assert right / len(sets.written()) > 0.93
    assert wrong <= 2


def test_texts_without_a_listed_name_find_hardly_anything(ten_thousand: Lists) -> None:
    assert len(sets.without()) >= 100
    assert sum(bool(ten_thousand.find(text)) for text in sets.without()) <= 2


def test_every_register_is_official_or_for_staff() -> None:
    assert {one.shown for one in known().values()} == {"people", "staff"}
    assert not kind("reported").for_people
