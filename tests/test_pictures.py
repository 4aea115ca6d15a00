"""Pictures and PDF files of offers: read, put to the person, checked; what cannot be read; and files made to harm."""

import asyncio
import io
import random
import sqlite3
import time
import uuid
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PIL import Image
from sqlalchemy import select

from bot import doctor, turn
from bot.channels.base import NotFetched
from bot.conversations import inbox, people, talks
from bot.conversations.incoming import File, Incoming
from bot.conversations.models import Attachment, Author, Message, State
from bot.danger.levels import NO_DANGER
from bot.hotline import Hotline
from bot.offers.check import OfferCheck
from bot.pictures import reader
from bot.pictures.read import Pictures, Seen, readable
from tests.botapi import BotApi
from tests.drawn import LOOKS, OFFERS, SIGNS, bomb, drawn, locked, pdf, saved
from tests.program import TOKEN, Program
from tests.test_telegram import heard_after, until
from tests.web import Visitor
from tests.webchat_stage import count, parts

__all__ = ["parts"]

FILE = File("reference", "image/jpeg", "photo.jpg", 1000)


@pytest.fixture(scope="session")
def tesseract() -> None:
    """The program that reads pictures, with all its languages."""
    missing = [code for code in reader.LANGUAGES if code not in reader.languages()]
    if missing:
        pytest.skip(f"apt install tesseract-ocr {' '.join(f'tesseract-ocr-{code}' for code in missing)}")


@pytest.fixture(scope="module")
def check() -> OfferCheck:
    return OfferCheck()


def program(folder: Path, code: str) -> Path:
    """A reader that behaves as a broken or captured one would."""
    path = folder / "reader.py"
    path.write_text(code)
    return path


# Reading


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", OFFERS)
async def test_the_signs_of_a_drawn_offer_are_found(
    tesseract: None, check: OfferCheck, language: str, look: str
) -> None:
    seen = await Pictures().read(drawn(OFFERS[language], look))
    assert not seen.problem
    found = {flag.code for flag in check.check(seen.text).flags}
    # a poor photo of a small paper may lose a word, and with it a sign; never the gravest two
    assert found >= ({"debt_bondage", "documents_held"} if look in ("poor", "photographed") else SIGNS), seen.text


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF", "BMP", "JPEG"])
async def test_every_usual_format_is_read(tesseract: None, form: str) -> None:
    picture = Image.open(io.BytesIO(drawn("We keep your passport")))
    assert "passport" in (await Pictures().read(saved(picture, form))).text


async def test_a_photo_is_turned_upright_and_dark_letters_may_lie_on_nothing(tesseract: None) -> None:
    picture = Image.open(io.BytesIO(drawn(OFFERS["en"])))
    lying = saved(picture.rotate(90, expand=True), "JPEG", exif=_turned(6))
    assert "hand over your passport" in (await Pictures().read(lying)).text
    clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    clear.putalpha(picture.convert("L").point(lambda light: 255 - light))
    assert "hand over your passport" in (await Pictures().read(saved(clear))).text


def _turned(how: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = how
    return exif


def test_lines_that_only_end_with_the_paper_are_joined() -> None:
    lines = [
        ("1", "We keep your pass-"),
        ("1", "port until the debt is"),
        ("1", "paid."),
        ("1", "Call"),
        ("2", "us now"),
    ]
    assert reader.flowing(lines) == "We keep your passport until the debt is paid.\nCall\nus now"
    assert reader.flowing([]) == ""
    broken = [
        ("1", "You will live in the hotel of"),
        ("1", "Rimini and pay back 500"),
        ("1", "euro a month"),
        ("1", "Call"),
    ]
    assert reader.flowing(broken) == "You will live in the hotel of Rimini and pay back 500 euro a month\nCall"
    listed = [("1", "No fees"), ("1", "Passport kept by the landlord"), ("1", "• 4000 euro")]
    assert reader.flowing(listed) == "No fees\nPassport kept by the landlord\n• 4000 euro"


@pytest.mark.parametrize("language", OFFERS)
async def test_the_text_of_a_pdf_is_read(check: OfferCheck, language: str) -> None:
    seen = await Pictures().read(pdf(OFFERS[language]))
    assert (seen.text.replace("\n", " "), seen.pages, seen.read) == (OFFERS[language], 1, 1)
    assert {flag.code for flag in check.check(seen.text).flags} >= SIGNS


async def test_of_a_long_pdf_the_first_pages_are_read() -> None:
    seen = await Pictures().read(pdf(*(f"This is page number {number}" for number in range(1, 31))))
    assert (seen.read, seen.pages) == (5, 30)
    assert "number 5" in seen.text
    assert "number 6" not in seen.text


async def test_a_pdf_that_only_forbids_printing_is_read_without_a_password() -> None:
    assert "passport" in (await Pictures().read(locked(pdf("We keep your passport"), ""))).text


# What cannot be read, and what harms


def _noise() -> bytes:
    return saved(Image.frombytes("RGB", (800, 600), random.Random(3).randbytes(800 * 600 * 3)))


def _scan() -> bytes:
    return saved(Image.new("RGB", (400, 400), "white"), "PDF")


HOPELESS = {
    "bomb": (lambda: bomb(50_000, 50_000), "too-large"),
    "over 20 megapixels": (lambda: bomb(7000, 3001), "too-large"),
    "over 10 MB": (lambda: b"\x89PNG" + b"0" * 10 * 1024 * 1024, "too-large"),
    "cut off": (lambda: drawn(OFFERS["en"])[:5000], "damaged"),
    "head of a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 200, "damaged"),
    "a lie about its size": (lambda: bomb(4000, 4000), "damaged"),
    "no picture": (lambda: b"PK\x03\x04 a document of an office", "not-a-picture"),
    "nothing": (lambda: b"", "not-a-picture"),
    "noise": (_noise, "no-text"),
    "one dot": (lambda: saved(Image.new("L", (1, 1)), "GIF"), "no-text"),
    "a line": (lambda: saved(Image.new("L", (16_000, 1))), "no-text"),
    "a PDF with a password": (lambda: locked(pdf("We keep your passport"), "secret"), "locked"),
    "a PDF of scans": (_scan, "scan"),
    "the head of a PDF": (lambda: b"%PDF-1.7\n" + b"0" * 5000, "damaged"),
    "a PDF cut off": (lambda: pdf(OFFERS["en"])[:300], "damaged"),
}


@pytest.mark.parametrize("name", HOPELESS)
async def test_what_cannot_be_read_says_why(tesseract: None, name: str) -> None:
    make, problem = HOPELESS[name]
    begun = time.monotonic()
    assert await Pictures().read(make()) == Seen(problem=problem)
    assert time.monotonic() - begun < 15


async def test_a_pdf_that_unpacks_without_end_stops_at_the_limit_of_memory() -> None:
    layer = _nested_zeros()
    body = f"<< /Length {len(layer)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode() + layer + b"\nendstream"
    made = pdf("x").replace(pdf("x").partition(b"6 0 obj\n")[2].partition(b"\nendobj")[0], body)
    begun = time.monotonic()
    seen = await Pictures().read(made)
    assert seen.problem in ("damaged", "too-large", "too-long", "scan")
    assert time.monotonic() - begun < 30


def _nested_zeros() -> bytes:
    """Two gigabytes of zeros, packed twice into some kilobytes."""
    inner, outer = zlib.compressobj(9), zlib.compressobj(9)
    packed = b"".join(outer.compress(inner.compress(bytes(10_000_000))) for _ in range(200))
    return packed + outer.compress(inner.flush()) + outer.flush()


async def test_without_tesseract_pictures_are_not_read_but_pdfs_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert await Pictures().read(saved(Image.new("L", (50, 50)))) == Seen(problem="not-installed")
    assert "passport" in (await Pictures().read(pdf("We keep your passport"))).text
    finding = doctor._pictures()
    assert not finding.good
    assert "apt install tesseract-ocr" in finding.mend


def test_the_doctor_says_that_pictures_can_be_read(tesseract: None) -> None:
    finding = doctor._pictures()
    assert finding.good
    assert "ukr" in finding.what


async def test_a_reader_that_hangs_is_ended_with_all_its_children(tmp_path: Path) -> None:
    mark = f"sleep-{uuid.uuid4().hex}"
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'import time; time.sleep(60)', '{mark}'])"
    begun = time.monotonic()
    assert await Pictures(seconds=1.5, reader=program(tmp_path, code)).read(b"x") == Seen(problem="too-long")
    assert time.monotonic() - begun < 10
    until(lambda: not [one for one in Path("/proc").glob("[0-9]*/cmdline") if _says(one, mark)], 5)


def _says(path: Path, mark: str) -> bool:
    try:
        return mark.encode() in path.read_bytes()
    except OSError:
        return False


@pytest.mark.parametrize("code", ["import os; os.abort()", "print('{')", "print('[1]')", "print('{\"x\": 1}')", ""])
async def test_a_reader_that_falls_takes_nothing_with_it(tmp_path: Path, code: str) -> None:
    assert await Pictures(reader=program(tmp_path, code)).read(b"x" * 1_000_000) == Seen(problem="damaged")


async def test_a_reader_knows_no_secrets_and_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOTLINE_TELEGRAM_TOKEN", "secret")
    code = "import json, os; print(json.dumps({'text': ' '.join(os.environ)}))"
    assert "HOTLINE" not in (await Pictures(reader=program(tmp_path, code)).read(b"x")).text
    source = reader.__file__
    code = (
        f"import runpy, resource, json, os\nown = runpy.run_path({source!r})\nown['_limit_ourselves']()\n"
        "limits = [resource.getrlimit(one)[1] for one in "
        "(resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_CPU, resource.RLIMIT_AS)]\n"
        "print(json.dumps({'text': str(limits)}))"
    )
    assert (await Pictures(reader=program(tmp_path, code)).read(b"x")).text == "[0, 0, 20, 1200000000]"


class Slow:
    """A channel that gives files when it is told to."""

    name = "slow"

    def __init__(self, reason: Exception | None = None) -> None:
        self.reason, self.go, self.fetched = reason, asyncio.Event(), 0

    async def fetch(self, _: File) -> bytes:
        self.fetched += 1
        if self.reason:
            raise self.reason
        await self.go.wait()
        return b"nothing"


async def test_many_pictures_at_once_do_not_take_all_places() -> None:
    room, channel = Pictures(), cast("Any", Slow())
    waiting = [asyncio.create_task(room.see(channel, FILE)) for _ in range(5)]
    await asyncio.sleep(0.1)
    assert channel.fetched == 2
    assert await room.see(channel, FILE) == Seen(problem="busy")
    channel.go.set()
    assert {seen.problem for seen in await asyncio.gather(*waiting)} == {"not-a-picture"}
    assert (await room.see(channel, FILE)).problem == "not-a-picture"


@pytest.mark.parametrize(
    ("reason", "size", "problem"),
    [
        (NotFetched(), 0, "not-fetched"),
        (NotFetched(too_large=True), 0, "too-large"),
        (None, 11 * 1024 * 1024, "too-large"),
    ],
)
async def test_a_file_that_cannot_be_had(reason: Exception | None, size: int, problem: str) -> None:
    assert await Pictures().see(cast("Any", Slow(reason)), replace(FILE, size=size)) == Seen(problem=problem)


@pytest.mark.parametrize(
    ("kind", "mime", "name", "yes"),
    [
        ("photo", "image/jpeg", "photo.jpg", True),
        ("file", "application/pdf", "x", True),
        ("file", "image/png", "x", True),
        ("file", "application/octet-stream", "Offer.PDF", True),
        ("file", "application/octet-stream", "offer.docx", False),
        ("file", "video/mp4", "video.mp4", False),
        ("voice", "audio/ogg", "voice.ogg", False),
    ],
)
def test_what_is_taken_for_a_picture(kind: str, mime: str, name: str, *, yes: bool) -> None:
    assert bool(readable(Incoming(kind, file=File("r", mime, name)))) is yes


# The turn


@pytest.fixture
def staged(parts: Hotline) -> Hotline:
    """A hotline that checks offers, and understands nothing else."""
    known = SimpleNamespace(danger_in=lambda _: NO_DANGER, places=parts.library.places)
    return replace(
        parts,
        understanding=cast("Any", known),
        library=replace(parts.library, offers=OfferCheck()),
        channels={"webchat": cast("Any", Slow())},
    )


async def _sends_a_picture(hotline: Hotline) -> int:
    async with hotline.storage.writing() as session:
        person = await people.person_at(session, hotline.keys, "webchat", "address")
        await inbox.store(session, person, "1", Incoming("photo", "", "1", language_hint="en", file=FILE))
        return person.id


async def _said(hotline: Hotline) -> list[Message]:
    async with hotline.storage.reading() as session:
        return list((await session.execute(select(Message).order_by(Message.id))).scalars())


async def test_a_counselor_who_takes_over_while_a_picture_is_read_gets_it(staged: Hotline) -> None:
    person_id = await _sends_a_picture(staged)
    channel = cast("Slow", staged.channels["webchat"])
    thinking = asyncio.create_task(turn.take(staged, person_id))
    await asyncio.sleep(0.3)
    async with staged.storage.writing() as session:
        (message,) = (await session.execute(select(Message))).scalars()
        (await talks.lock(session, message.conversation_id)).state = State.HUMAN
    channel.go.set()
    assert await thinking
    assert await count(staged, Attachment) == 0
    assert not await turn.take(staged, person_id)
    assert await count(staged, Attachment) == 1
    assert [message.author for message in await _said(staged)] == [Author.PERSON], "the bot is silent"


async def test_a_picture_that_nobody_could_answer_is_not_kept(staged: Hotline) -> None:
    person_id = await _sends_a_picture(staged)
    async with staged.storage.writing() as session:
        waiting = await inbox.next_of(session, person_id)
        assert waiting
        waiting.attempts = inbox.MOST_ATTEMPTS
        assert not await inbox.begin(session, waiting)
        assert waiting.payload["file"] is None


# The whole program


@pytest.fixture(scope="module")
def stage(tesseract: None, models: Path, tmp_path_factory: pytest.TempPathFactory):
    """A gateway with Telegram's stand-in, without Rasa."""
    with BotApi(token=TOKEN) as api:
        gateway = Program(tmp_path_factory.mktemp("pictures"), models, telegram=api.url).start()
        yield gateway, api
        gateway.stop()


def uploads(visitor: Visitor, content: bytes, mime: str = "image/jpeg", text: str = "") -> list[dict[str, Any]]:
    data = {"id": uuid.uuid4().hex, "text": text}
    files = {"file": ("offer", content, mime)}
    answer = visitor.client.post("/messages", data=data, files=files, headers={"Accept": "application/json"})
    assert answer.status_code == 202, answer.text
    heard = visitor.hears(90)
    time.sleep(1)  # several answers come one after the other
    more = visitor.messages()
    visitor.seen = max((message["id"] for message in more), default=visitor.seen)
    return [*heard, *(message for message in more if message["author"] != "person")]


@pytest.mark.parametrize(
    ("language", "read", "verdict", "wrong", "sorry"),
    [
        ("uk", "Ось що я бачу на вашому зображенні", "тривожн", "написано інакше", "Напишіть, будь ласка"),
        ("ro", "Iată ce am citit", "semne de alarmă", "Nu asta scrie", "Vă rog să scrieți"),
        ("en", "I read this from your picture", "warning signs", "not what it says", "Please write"),
    ],
)
def test_a_picture_is_read_checked_and_can_be_corrected(stage, language, read, verdict, wrong, sorry) -> None:
    gateway, _ = stage
    with Visitor(gateway, language) as person:
        heard = uploads(person, drawn(OFFERS[language]))
        text = "\n".join(one["text"] for one in heard)
        assert text.index(read) < text.index(verdict)
        assert OFFERS[language][20:60] in text.replace("18-30", "18–30")
        person.presses(person.button(heard, wrong))
        assert sorry in person.hears()[0]["text"]
        # by itself this would be taken for a question as well
        assert verdict in person.asks(OFFERS[language])
    with closing(sqlite3.connect(gateway.folder / "hotline.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM attachments").fetchone() == (0,)


@pytest.mark.parametrize(("language", "word"), [("uk", "парол"), ("ro", "parolă"), ("en", "password")])
def test_what_cannot_be_read_gets_a_kind_reply_with_a_way_on(stage, language: str, word: str) -> None:
    gateway, _ = stage
    with Visitor(gateway, language) as person:
        (heard,) = uploads(person, locked(pdf("We keep your passport"), "secret"), "application/pdf")
        assert word in heard["text"]
        assert any("human" in button["payload"] for row in heard["buttons"] for button in row)


def test_words_below_a_picture_are_answered_too(stage) -> None:
    gateway, _ = stage
    with Visitor(gateway, "en") as person:
        shop = drawn("Shopping list: milk, bread, butter, apples and tea")
        text = "\n".join(m["text"] for m in uploads(person, shop, text="How do I get temporary protection in Romania?"))
        assert "milk" in text
        assert "Checked on" in text
    with Visitor(gateway, "en") as person:
        text = "\n".join(m["text"] for m in uploads(person, b"broken", text=OFFERS["en"]))
        assert "can open only pictures" in text
        assert "Your papers would be kept" in text


def test_danger_below_a_picture_and_in_it_is_answered_first(stage) -> None:
    gateway, _ = stage
    with Visitor(gateway, "en") as person:
        first, *_ = uploads(
            person, drawn("Shopping list: milk and bread"), text="help me they locked me in and beat me"
        )
        assert "112" in first["text"]
    with Visitor(gateway, "en") as person:
        first, second = uploads(person, drawn("Help me, they locked me in a room and beat me, I am afraid"))
        assert "112" in first["text"]
        assert "they locked me in" in second["text"]


def test_a_shown_text_makes_no_links_of_ours(stage) -> None:
    gateway, _ = stage
    with Visitor(gateway, "en") as person:
        heard = uploads(
            person, pdf("Work in Italy, apply at https://bad.example/form **now** and pay 500 euro"), "application/pdf"
        )
        assert "bad.example/form now" in heard[0]["text"]
        assert "href" not in heard[0]["text_html"]


def test_photos_and_documents_on_telegram(stage) -> None:
    _, api = stage
    person = api.person(language_code="uk")
    person.sends_photo(drawn(OFFERS["uk"]))
    until(lambda: "тривожн" in person.heard_text(), 40)
    assert "Паспорт віддаєте нам" in person.heard_text()
    before = len(person.heard)
    person.sends_file(pdf(OFFERS["ro"]), "oferta.pdf", "application/pdf")
    until(lambda: "datoria o lucrați" in person.heard_text(), 40)
    assert "тривожн" in heard_after(person, before), "somebody else's words do not change the language"
    before = len(person.heard)
    person.sends_file(b"PK\x03\x04", "oferta.docx", "application/vnd.openxmlformats")
    assert "зображення" in heard_after(person, before)
