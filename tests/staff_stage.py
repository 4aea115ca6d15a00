"""The stage for tests of the staff application: a real database, the real application, a browser without scripts."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlalchemy import func, select, update

from bot.bus import Bus
from bot.conversations import outbox, people, talks
from bot.conversations.models import Author, Message, Person
from bot.danger.levels import Level
from bot.dialogue import Dialogue
from bot.directory.services import Directory
from bot.directory.wording import Wording
from bot.faq.book import Book
from bot.handoff import desk
from bot.hotline import Hotline
from bot.privacy.fields import unlock
from bot.privacy.keys import Keys
from bot.replies.voice import Library
from bot.reply import Reply
from bot.settings import Settings
from bot.staff import accounts
from bot.staff import sign_in as signing
from bot.staff.models import AuditEntry, Role, Staff
from bot.storage.base import Base
from bot.storage.engine import Storage
from bot.texts import Texts
from bot.web.staff import staff_app
from bot.web.staff.guard import COOKIE
from bot.web.staff.live import Live
from bot.web.staff.story import Story, tell
from bot.web.staff.visit import Visit

TEXTS = Texts()
WORDING = Wording(Directory(), TEXTS)


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[Hotline]:
    keys = Keys(b"k" * 32)
    unlock(keys)
    storage = Storage(f"sqlite+aiosqlite:///{tmp_path / 'hotline.sqlite3'}")
    async with storage.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    nothing = cast("Any", None)
    hotline = Hotline(
        settings=Settings(_env_file=None, data_dir=tmp_path),  # type: ignore[call-arg]
        keys=keys,
        storage=storage,
        bus=Bus(),
        understanding=nothing,
        library=Library(TEXTS, WORDING, nothing, nothing, nothing, nothing, nothing),
        shelf=cast("Any", SimpleNamespace(answers=lambda: SimpleNamespace(book=Book({}, 0)))),
        dialogue=Dialogue("http://127.0.0.1:9", "nobody"),
    )
    yield hotline
    await hotline.dialogue.close()
    await storage.close()


@pytest.fixture
def app(house: Hotline) -> FastAPI:
    return staff_app(house)


class Browser:
    """Somebody at a browser without scripts: forms, links, cookies."""

    def __init__(self, app: FastAPI, staff: Staff | None = None, token: str = "", csrf: str = "") -> None:
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://staff.test")
        self.client.headers["accept-language"] = "fr, en-GB;q=0.9"
        self.staff, self.csrf = staff, csrf
        if token:
            self.client.cookies.set(COOKIE, token)

    async def opens(self, path: str) -> httpx.Response:
        return await self.client.get(path, headers={"accept": "text/html"})

    async def presses(self, path: str, **fields: str) -> httpx.Response:
        return await self.client.post(path, data={"csrf": self.csrf, **fields})

    async def asks(self, method: str, path: str, **fields: str) -> httpx.Response:
        body = {"csrf": self.csrf, **fields} if method == "POST" else None
        return await self.client.request(method, path, data=body)


Arrive = Callable[..., Awaitable[Browser]]


@pytest.fixture
def arrives(house: Hotline, app: FastAPI) -> Arrive:
    """Somebody who is signed in."""

    async def arrive(name: str = "olena", role: Role = Role.COUNSELOR) -> Browser:
        async with house.storage.writing() as session:
            staff = await accounts.create(session, name, role, "en")
            token = await signing.begin(session, staff)
            found = await signing.find(session, token)
        assert found
        return Browser(app, staff, token, found[0].csrf)

    return arrive


async def somebody_waits(
    house: Hotline, text: str = "my boss keeps my passport", level: Level = Level.NONE
) -> tuple[int, int]:
    """Returns the numbers of the talk and of its escalation."""
    async with house.storage.writing() as session:
        count = (await session.execute(select(func.count(Person.id)))).scalar_one()
        person = await people.person_at(session, house.keys, "webchat", f"visitor {count}")
        talk = await talks.open_talk(session, person, "en")
        notes = {"language": "en", "danger": "exploitation", "signs": ["documents_held", "brand_new_sign"]}
        session.add(Message(conversation_id=talk.id, author=Author.PERSON, text=text, notes=notes))
        await outbox.say(session, talk, Reply("**I am** a program"))
        escalation, _ = await desk.request(session, talk, level, "asked")
        return talk.id, escalation.id


async def claimed(house: Hotline, counselor: Browser, **kwargs: Any) -> int:
    talk, escalation = await somebody_waits(house, **kwargs)
    assert (await counselor.presses(f"/escalations/{escalation}/claim")).status_code == 303
    return talk


async def visit_of(house: Hotline, browser: Browser) -> Visit:
    token = browser.client.cookies[COOKIE]
    return Visit(house, "en", token, await signing.visit(house.storage, token))


async def console_with(house: Hotline, browser: Browser, talk: int) -> tuple[Story, Live]:
    """The open console of somebody who looks at a talk, and what it shows of it."""
    visit = await visit_of(house, browser)
    async with house.storage.reading() as session:
        story = await tell(session, visit, talk)
    return story, Live(visit, story, story.last)


async def said(house: Hotline, talk: int) -> list[tuple[str, str]]:
    async with house.storage.reading() as session:
        return [(message.author, message.text) for message in await talks.story(session, talk)]


async def audited(house: Hotline) -> list[tuple[str, str]]:
    async with house.storage.reading() as session:
        rows = (await session.execute(select(AuditEntry).order_by(AuditEntry.id))).scalars()
        return [(row.action, row.subject) for row in rows if row.action != "signed-in"]


async def aged(house: Hotline, table: type, **values: Any) -> None:
    async with house.storage.writing() as session:
        await session.execute(update(table).values(**values))


async def attached(house: Hotline, talk: int, mime: str, name: str = "фото.jpg") -> int:
    async with house.storage.writing() as session:
        message = (await talks.story(session, talk))[0]
        return (await talks.attach(session, message, name, mime, b"bytes")).id
