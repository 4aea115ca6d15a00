"""The stage for tests of the hand-over: people in the web chat and counselors at the console of one hotline.

Real storage on SQLite and PostgreSQL, real texts, both applications, the real worker's steps, one after the other. Only
the reading of words is left out: one sentence is an emergency, and no other means anything.
"""

import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import select, update

from bot import turn
from bot.bus import Bus
from bot.channels.webchat import WebChat
from bot.conversations import inbox, outbox, people, talks
from bot.conversations.incoming import Incoming
from bot.conversations.models import Conversation, Message, Person
from bot.danger.levels import NO_DANGER, Danger, Level
from bot.dialogue import Dialogue
from bot.directory.places import Places
from bot.directory.services import Directory
from bot.directory.wording import Wording
from bot.faq.book import Book
from bot.handoff.models import Escalation, EscalationEvent
from bot.hotline import Hotline
from bot.intents import Intent
from bot.offers.registers.archive import Archive
from bot.privacy.fields import unlock
from bot.privacy.keys import Keys
from bot.replies.voice import Library
from bot.reply import press
from bot.settings import Settings
from bot.staff import accounts
from bot.staff import sign_in as signing
from bot.staff.models import Role, Staff
from bot.storage.base import Base, now
from bot.storage.engine import Storage
from bot.storage.migrate import migrate
from bot.tables import metadata
from bot.texts import Texts
from bot.watch import Watch
from bot.web.staff import staff_app
from bot.worker import Worker
from tests.staff_stage import Browser

POSTGRES = os.environ.get("HOTLINE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
TEXTS = Texts()
DANGER = "he locked me in and hits me"
LONG = timedelta(hours=1)


def text(key: str, language: str = "en", **values: Any) -> str:
    return TEXTS.say(language, key, **values)


class _Understanding:
    """Knows one sentence."""

    places = Places()

    def danger_in(self, said: str, *, forwarded: bool) -> Danger:
        return Danger(Level.EMERGENCY, ("locked_in",), 1.0) if DANGER in said and not forwarded else NO_DANGER

    def intent_in(self, said: str) -> Intent:
        return Intent("menu", 1.0)

    def is_pasted(self, said: str) -> bool:
        return False

    async def vector_of(self, said: str) -> Any:
        return SimpleNamespace(tobytes=lambda: b"")


async def _on_server(statement: str) -> None:
    try:
        connection = await asyncpg.connect(POSTGRES)
    except OSError as error:
        pytest.skip(f"no PostgreSQL: {error}")
    await connection.execute(statement)
    await connection.close()


@asynccontextmanager
async def empty_database(kind: str, folder: Path) -> AsyncIterator[Storage]:
    """A database without tables, taken away at the end."""
    name = "" if kind == "sqlite" else f"hotline_test_{uuid.uuid4().hex[:12]}"
    if name:
        await _on_server(f"CREATE DATABASE {name}")
        url = POSTGRES.replace("postgresql://", "postgresql+asyncpg://").rpartition("/")[0] + f"/{name}"
    else:
        url = f"sqlite+aiosqlite:///{folder / 'hotline.sqlite3'}"
    storage = Storage(url)
    yield storage
    await storage.close()
    if name:
        await _on_server(f"DROP DATABASE {name}")


@pytest_asyncio.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Storage]:
    async with empty_database(request.param, tmp_path) as storage:
        await migrate(storage, metadata())
        yield storage


@pytest_asyncio.fixture
async def hall(database: Storage, tmp_path: Path) -> AsyncIterator["Hall"]:
    hall = Hall(database, tmp_path)
    yield hall
    await hall.hotline.dialogue.close()


class Hall:
    """A hotline with its people and its staff."""

    def __init__(self, storage: Storage, folder: Path, **settings: Any) -> None:
        keys = Keys(b"k" * 32)
        unlock(keys)
        known = _Understanding()
        absent = cast("Any", SimpleNamespace())
        offers = cast("Any", SimpleNamespace(check=lambda _: SimpleNamespace(verdict="not_an_offer", flags=())))
        answers = cast("Any", lambda: SimpleNamespace(book=Book({}, 0)))
        library = Library(TEXTS, Wording(Directory(), TEXTS), Places(), offers, absent, absent, answers)
        self.hotline = Hotline(
            settings=Settings(_env_file=None, data_dir=folder, **settings),  # type: ignore[call-arg]
            keys=keys,
            storage=storage,
            bus=Bus(),
            understanding=cast("Any", known),
            library=library,
            shelf=cast("Any", SimpleNamespace(answers=answers)),
            dialogue=Dialogue("http://127.0.0.1:9", "nobody"),
            archive=Archive(),
            channels={"webchat": WebChat()},
        )
        self.app = staff_app(self.hotline)
        self.worker = Worker(self.hotline)
        self.watch = Watch(self.hotline)
        self.watch.limits = self.watch.limits.__class__(**{**vars(self.watch.limits), "since": now() - LONG})
        self._count = 0

    async def person(self, language: str = "en") -> "Caller":
        self._count += 1
        async with self.hotline.storage.writing() as session:
            person = await people.person_at(session, self.hotline.keys, "webchat", f"visitor {self._count}")
            person.chosen_language = person.language = language
            return Caller(self, person.id)

    async def counselor(
        self, name: str = "olena", role: Role = Role.COUNSELOR, *, on_shift: bool = True
    ) -> "Counselor":
        async with self.hotline.storage.writing() as session:
            staff = await accounts.create(session, name, role, "en")
            staff.on_shift = on_shift
            token = await signing.begin(session, staff)
            found = await signing.find(session, token)
        assert found
        return Counselor(self.app, staff, token, found[0].csrf)

    async def answers(self) -> None:
        """The worker answers and delivers everything that waits."""
        storage = self.hotline.storage
        async with storage.reading() as session:
            waiting = await inbox.people_waiting(session)
        for person_id in waiting:
            while await turn.take(self.hotline, person_id):
                pass
        await self.delivers()

    async def delivers(self) -> None:
        async with self.hotline.storage.reading() as session:
            waiting = await outbox.people_waiting(session)
        for person_id in waiting:
            await self.worker._send(person_id)

    async def time_passes(self) -> None:
        """The timers look once, and what they say is delivered."""
        await self.watch.look()
        await self.delivers()

    async def aged(self, by: timedelta, *names: str, table: type[Base] = Escalation) -> None:
        """Let moments of all rows of a table lie further back."""
        async with self.hotline.storage.writing() as session:
            for row in (await session.execute(select(table))).scalars():
                for name in names:
                    if getattr(row, name) is not None:
                        setattr(row, name, getattr(row, name) - by)

    async def gone(self, counselor: "Counselor") -> None:
        """The counselor's console has given no sign for long."""
        assert counselor.staff
        async with self.hotline.storage.writing() as session:
            row = update(Staff).where(Staff.id == counselor.staff.id)
            await session.execute(row.values(seen_at=now() - LONG))

    async def history(self) -> list[str]:
        async with self.hotline.storage.reading() as session:
            query = select(EscalationEvent.what).order_by(EscalationEvent.id)
            return list((await session.execute(query)).scalars())


class Caller:
    """Somebody in the web chat."""

    def __init__(self, hall: Hall, person_id: int) -> None:
        self.hall, self.id = hall, person_id
        self._heard = 0

    async def sends(self, kind: str, words: str) -> None:
        """Without waiting for an answer."""
        async with self.hall.hotline.storage.writing() as session:
            person = await session.get_one(Person, self.id)
            assert await inbox.store(session, person, uuid.uuid4().hex, Incoming(kind, words))

    async def says(self, words: str) -> list[str]:
        """Say something; returns what comes back."""
        await self.sends("text", words)
        await self.hall.answers()
        return await self.hears()

    async def presses(self, intent: str, **entities: str) -> list[str]:
        await self.sends("button", press(intent, **entities))
        await self.hall.answers()
        return await self.hears()

    async def hears(self) -> list[str]:
        """What was delivered since one listened last."""
        new = [one for one in await self.messages() if one.author != "person" and one.id > self._heard]
        delivered = [one for one in new if one.delivery == "sent"]
        self._heard = max([self._heard, *(one.id for one in new)])
        return [one.text for one in delivered]

    async def messages(self) -> list[Message]:
        async with self.hall.hotline.storage.reading() as session:
            return list(await talks.story_of_person(session, self.id))

    async def talk(self) -> Conversation:
        """The newest talk."""
        async with self.hall.hotline.storage.reading() as session:
            query = select(Conversation).where(Conversation.person_id == self.id).order_by(Conversation.id.desc())
            return (await session.execute(query.limit(1))).scalar_one()

    async def escalation(self) -> Escalation:
        """The newest escalation."""
        async with self.hall.hotline.storage.reading() as session:
            query = select(Escalation).join(Conversation).where(Conversation.person_id == self.id)
            return (await session.execute(query.order_by(Escalation.id.desc()).limit(1))).scalar_one()


class Counselor(Browser):
    """Somebody at the console."""

    @property
    def id(self) -> int:
        assert self.staff
        return self.staff.id

    async def claims(self, person: Caller) -> int:
        """Returns the status of the answer."""
        answer = await self.presses(f"/escalations/{(await person.escalation()).id}/claim")
        return answer.status_code

    async def does(self, person: Caller, deed: str, **fields: str) -> int:
        """A deed with a person's talk; returns the status of the answer."""
        return (await self.presses(f"/talks/{(await person.talk()).id}/{deed}", **fields)).status_code

    async def reads(self, person: Caller) -> str:
        """The page of a person's talk, or of the refusal."""
        return (await self.opens(f"/talks/{(await person.talk()).id}")).text

    async def queue(self) -> str:
        return (await self.opens("/")).text
