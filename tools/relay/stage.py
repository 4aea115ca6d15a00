"""The stage: a database, the real program, Telegram's stand-in, and people and counselors who are connected to it."""

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
import httpx

from bot.app import open_data_folder, open_storage
from bot.settings import Settings
from bot.staff import accounts, links
from bot.staff.models import Role
from tests.botapi import BotApi
from tests.program import ROOT, TOKEN, Program
from tools.relay.counselor import Console
from tools.relay.marks import Sightings
from tools.relay.people import InWebChat, OnStandIn, Writer

POSTGRES = os.environ.get("HOTLINE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
FIRST_START = 600
"""Seconds that a start may take: the first one reads all answers into vectors, which then stay in var/cache."""
DATABASES = ("SQLite", "PostgreSQL")


@dataclass
class Chat:
    """A person and the counselor who has their talk."""

    number: int
    person: Writer
    console: Console
    talk: str = ""
    said: int = 0
    """Messages so far, of both."""


@dataclass
class Stage:
    """Everybody."""

    program: Program
    api: BotApi
    links: Sequence[str]
    sightings: Sightings = field(default_factory=Sightings)
    consoles: list[Console] = field(default_factory=list)
    people: list[Writer] = field(default_factory=list)
    chats: list[Chat] = field(default_factory=list)
    transport: httpx.AsyncHTTPTransport = field(
        default_factory=lambda: httpx.AsyncHTTPTransport(limits=httpx.Limits(max_connections=None), retries=0)
    )

    async def staff(self) -> None:
        """Everybody who has an account signs in, goes on shift and opens the console."""
        for number, link in enumerate(self.links):
            console = Console(f"console {number}", self.program.staff, self.transport, self.sightings)
            await console.welcomed(f"/welcome/{link}")
            console.opens()
            self.consoles.append(console)

    def newcomer(self) -> Writer:
        """Somebody new: in turn in the web chat and on Telegram."""
        number = len(self.people)
        name = f"person {number}"
        if number % 2:
            person: Writer = OnStandIn(name, self.api.person(language_code="uk"))
        else:
            person = InWebChat(name, self.program.public, self.transport, self.sightings)
        self.people.append(person)
        return person

    @property
    def on_telegram(self) -> list[OnStandIn]:
        """Those on the stand-in."""
        return [one for one in self.people if isinstance(one, OnStandIn)]


@asynccontextmanager
async def open_stage(database: str, counselors: int) -> AsyncIterator[Stage]:
    """A fresh stage on `SQLite` or `PostgreSQL`, taken away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="relay-"))
    address, name = "", f"hotline_relay_{uuid.uuid4().hex[:12]}"
    if database == "PostgreSQL":
        await _on_server(f"CREATE DATABASE {name}")
        address = POSTGRES.rpartition("/")[0] + f"/{name}"
    try:
        with BotApi(token=TOKEN) as api:
            program = Program(folder, ROOT / "var", telegram=api.url, **({"DATABASE_URL": address} if address else {}))
            made = await _accounts(folder, address, counselors)
            try:
                await started(program)
                yield Stage(program, api, made)
            finally:
                print(*(line for line in program.said().splitlines() if " ERROR " in line), sep="\n")
                await asyncio.to_thread(program.stop)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if address:
            await _on_server(f"DROP DATABASE {name} WITH (FORCE)")


async def started(program: Program) -> None:
    """Start it and wait until it answers."""
    program.start(wait=False)
    await asyncio.to_thread(program.wait, program.health, FIRST_START)


async def _on_server(statement: str) -> None:
    connection = await asyncpg.connect(POSTGRES)
    await connection.execute(statement)
    await connection.close()


async def _accounts(folder: Path, address: str, count: int) -> list[str]:
    """Accounts of counselors, made as `hotline account` makes them; returns the secrets of their one-time links."""
    settings = Settings(_env_file=None, data_dir=folder, database_url=address)  # type: ignore[call-arg]
    open_data_folder(settings.data)
    _, storage = await open_storage(settings)
    async with storage.writing() as session:
        staff = [await accounts.create(session, f"counselor{number}", Role.COUNSELOR, "uk") for number in range(count)]
        made = [await links.make_link(session, one) for one in staff]
    await storage.close()
    return made
