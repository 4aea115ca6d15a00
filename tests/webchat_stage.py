"""The stage for tests of the public app: real storage, texts, directory and worker; nothing that reads words."""

import asyncio
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
import pytest
from sqlalchemy import func, select

from bot.bus import Bus
from bot.channels.webchat import WebChat
from bot.conversations import outbox, people, talks
from bot.conversations.models import Author, Delivery, Inbound, Person
from bot.dialogue import Dialogue
from bot.directory.places import Places
from bot.directory.services import Directory
from bot.directory.wording import Wording
from bot.hotline import Hotline
from bot.privacy.fields import unlock
from bot.privacy.keys import Keys
from bot.replies.voice import Library
from bot.reply import Reply
from bot.settings import Settings
from bot.storage.engine import Storage
from bot.tables import metadata
from bot.texts import Texts
from bot.web.public import public_app
from bot.web.visitors import COOKIE
from bot.worker import Worker

JSON = {"Accept": "application/json"}


class Web(httpx.AsyncClient):
    """A browser at the public app."""

    def __init__(self, hotline: Hotline, language: str = "en") -> None:
        transport = httpx.ASGITransport(public_app(hotline), raise_app_exceptions=False)
        super().__init__(transport=transport, base_url="http://chat.example", headers={"Accept-Language": language})
        self.hotline = hotline

    async def sends(self, **fields: Any) -> httpx.Response:
        return await self.post("/messages", data=fields, headers=JSON)

    async def person(self) -> Person:
        async with self.hotline.storage.reading() as session:
            found = await people.find(session, self.hotline.keys, "webchat", self.cookies[COOKIE])
        assert found
        return found

    async def hears(self, reply: Reply, author: Author = Author.BOT, delivery: Delivery = Delivery.SENT) -> int:
        """Somebody says something to this visitor."""
        async with self.hotline.storage.writing() as session:
            person = await session.get_one(Person, (await self.person()).id)
            message = await outbox.say(session, await talks.open_talk(session, person, "en"), reply, author=author)
            message.delivery = delivery
            return message.id

    async def news(self, after: int = 0) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", (await self.get("/messages", params={"after": after})).json())


def settings(folder: Path, **more: Any) -> Settings:
    return Settings(_env_file=None, data_dir=folder, **more)  # type: ignore[call-arg]  # pydantic-settings' own argument


@cache
def library() -> Library:
    texts, absent = Texts(), cast("Any", SimpleNamespace())
    return Library(texts, Wording(Directory(), texts), Places(), absent, absent, absent, absent)


async def never(_: Storage) -> bool:
    return False


@pytest.fixture
async def parts(tmp_path: Path) -> AsyncIterator[Hotline]:
    keys = Keys(b"k" * 32)
    unlock(keys)
    storage = Storage(settings(tmp_path).database)
    async with storage.engine.begin() as connection:
        await connection.run_sync(metadata().create_all)
    absent = cast("Any", SimpleNamespace())
    dialogue = Dialogue("http://127.0.0.1:9", "nobody")
    shelf = cast("Any", SimpleNamespace(renew=never))
    hotline = Hotline(settings(tmp_path), keys, storage, Bus(), absent, library(), shelf, dialogue)
    hotline.channels["webchat"] = WebChat()
    yield hotline
    await dialogue.close()
    await storage.close()


@pytest.fixture
async def web(parts: Hotline) -> AsyncIterator[Web]:
    async with Web(parts) as browser:
        yield browser


@pytest.fixture
async def at_work(parts: Hotline) -> AsyncIterator[None]:
    """The worker answers; only buttons that need no understanding of words."""
    working = asyncio.create_task(Worker(parts).run())
    yield
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)


async def count(hotline: Hotline, table: type[Any]) -> int:
    async with hotline.storage.reading() as session:
        return (await session.execute(select(func.count()).select_from(table))).scalar_one()


async def inbox_of(hotline: Hotline) -> list[Inbound]:
    async with hotline.storage.reading() as session:
        return list((await session.execute(select(Inbound).order_by(Inbound.id))).scalars())
