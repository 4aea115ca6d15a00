"""The composition root: the one place that wires the hotline's parts, and starts and stops them."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from bot.analyze import analyze_text
from bot.bus import Bus
from bot.bus_redis import RedisBus
from bot.channels.base import Channel
from bot.channels.telegram import TelegramChannel, make_bot
from bot.channels.telegram_reader import TelegramReader
from bot.channels.webchat import WebChat
from bot.dialogue import Dialogue
from bot.directory.services import Directory
from bot.directory.wording import Wording
from bot.faq.sync import sync_seeds
from bot.hotline import Hotline, Shelf
from bot.offers.registers.archive import Archive
from bot.ports import PortTaken, listen_on
from bot.privacy.fields import unlock
from bot.privacy.keys import KeyFileError, Keys, load_or_create
from bot.privacy.models import check_key
from bot.rasa_process import RasaProcess
from bot.replies.voice import Library
from bot.settings import Settings
from bot.staff.links import first_admin_link
from bot.storage.engine import Storage
from bot.storage.migrate import migrate
from bot.tables import metadata
from bot.texts import Texts
from bot.understanding import Understanding, ensure
from bot.web.callbacks import callbacks_app
from bot.web.public import public_app
from bot.web.staff import staff_app
from bot.web.stream import STOPPING
from bot.worker import Worker

log = logging.getLogger(__name__)

Tell = Callable[[str], None]


class DataFolderError(Exception):
    """The data folder cannot be written; the message is one line for the operator."""


def open_data_folder(folder: Path) -> None:
    """Make the data folder and see that it can be written.

    Raises:
        DataFolderError: it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise DataFolderError(f"the data folder {folder} cannot be written: {error.strerror}") from None


async def open_storage(settings: Settings) -> tuple[Keys, Storage]:
    """Key and database, migrated and with today's seeds."""
    keys = load_or_create(settings.key_file)
    unlock(keys)
    storage = Storage(settings.database)
    await migrate(storage, metadata())
    try:
        async with storage.writing() as session:
            await check_key(session)
            await sync_seeds(session)
    except KeyFileError:
        await storage.close()
        raise
    return keys, storage


async def assemble(settings: Settings, keys: Keys, storage: Storage, understanding: Understanding) -> Hotline:
    """Wire the parts; starts nothing."""
    texts = Texts()
    shelf, archive = Shelf(understanding), Archive()
    channels: dict[str, Channel] = {"webchat": WebChat()}
    library = Library(
        texts=texts,
        wording=Wording(Directory(), texts),
        places=understanding.places,
        offers=understanding.offers,
        embedder=understanding.embedder,
        rule=understanding.calibration.faq,
        answers=shelf.answers,
        registers=archive.lists,
        invitation=lambda: _link_of(channels),
    )
    dialogue = Dialogue(f"http://127.0.0.1:{settings.rasa_port}", rasa_secret(settings, keys))
    bus = Bus()
    hotline = Hotline(settings, keys, storage, bus, understanding, library, shelf, dialogue, archive, channels)
    await shelf.renew(storage)
    await archive.renew(storage)
    return hotline


def _link_of(channels: Mapping[str, Channel]) -> str:
    """The bot's link on Telegram; empty if it is not there, or its name is not known yet."""
    telegram = channels.get("telegram")
    return telegram.invitation() if isinstance(telegram, TelegramChannel) else ""


def rasa_secret(settings: Settings, keys: Keys) -> str:
    """What Rasa and the gateway show each other."""
    return keys.fingerprint("rasa", str(settings.callback_port))


class Gateway:
    """The running program."""

    def __init__(self, hotline: Hotline) -> None:
        self.hotline = hotline
        self.servers: list[uvicorn.Server] = []
        self.telegram: TelegramReader | None = None

    async def run(self, tell: Tell) -> None:
        """Run until cancelled or told to stop.

        Raises:
            PortTaken: a port is in use.
            BadToken: Telegram refuses the token.
        """
        settings = self.hotline.settings
        await self._connect_telegram()
        sockets = [
            (listen_on(settings.bind, settings.public_port), self._public()),
            (listen_on(settings.bind, settings.staff_port), staff_app(self.hotline)),
            (listen_on("127.0.0.1", settings.callback_port), callbacks_app(self.hotline.library, self._secret())),
        ]
        async with self._rasa(tell), asyncio.TaskGroup() as tasks:
            parts = [tasks.create_task(Worker(self.hotline).run())]
            if self.hotline.settings.redis_url:
                parts.append(tasks.create_task(self._between_replicas().run()))
            if self.telegram:
                parts += [tasks.create_task(self.telegram.introduce()), tasks.create_task(self.telegram.listen())]
            for socket, app in sockets:
                server = uvicorn.Server(_quiet(app))
                self.servers.append(server)
                tasks.create_task(server.serve(sockets=[socket]))
            await self._welcome(tell)
            await self._until_stopped()
            for part in parts:
                part.cancel()

    async def _until_stopped(self) -> None:
        """Uvicorn's servers take SIGINT and SIGTERM; when one of them wants to end, all do."""
        while not any(server.should_exit for server in self.servers):  # noqa: ASYNC110  # uvicorn has a flag, no event
            await asyncio.sleep(0.2)
        self.hotline.bus.tell(STOPPING)  # open pages let go at once
        for server in self.servers:
            server.should_exit = True

    def _public(self) -> FastAPI:
        app = public_app(self.hotline)
        if self.telegram and self.hotline.settings.public_url:
            from bot.web.telegram_hook import add_telegram_hook

            add_telegram_hook(app, self.telegram)
        return app

    def _between_replicas(self) -> RedisBus:
        hotline = self.hotline
        house = hotline.keys.fingerprint("bus", "replicas")[:16]
        return RedisBus(hotline.bus, hotline.settings.redis_url, house=house, private=(STOPPING,))

    def _secret(self) -> str:
        return rasa_secret(self.hotline.settings, self.hotline.keys)

    async def _connect_telegram(self) -> None:
        if not self.hotline.settings.telegram_token:
            return
        bot = make_bot(self.hotline.settings)
        self.hotline.channels["telegram"] = TelegramChannel(bot)
        self.telegram = TelegramReader(self.hotline, bot)
        await self.telegram.check_token()

    @asynccontextmanager
    async def _rasa(self, tell: Tell) -> AsyncIterator[None]:
        if self.hotline.settings.rasa == "off":
            yield
            return
        async with RasaProcess(self.hotline.settings, self._secret(), tell):
            yield

    async def _welcome(self, tell: Tell) -> None:
        settings = self.hotline.settings
        tell(f"web chat   http://{settings.bind}:{settings.public_port}/")
        tell(f"staff      http://{settings.bind}:{settings.staff_port}/")
        tell(f"Telegram   {'on' if self.telegram else 'off (set HOTLINE_TELEGRAM_TOKEN to switch it on)'}")
        async with self.hotline.storage.writing() as session:
            link = await first_admin_link(session)
        if link:
            tell(
                f"first admin: set a password within a day at http://{settings.bind}:{settings.staff_port}/welcome/{link}"
            )


def _quiet(app: FastAPI) -> uvicorn.Config:
    # No access log: addresses of people who write to a hotline are not written down.
    return uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=3, lifespan="off"
    )


def _warm_up(hotline: Hotline) -> None:
    """Read something in each script, so that nobody's first message waits until all that reads it has been loaded."""
    for text in ("Добрий день! Шукаю роботу в Польщі.", "Good morning! I am looking for a job in Poland."):
        analyze_text(hotline, text)


async def serve(settings: Settings, tell: Tell) -> None:
    """Start everything and run until stopped.

    Raises:
        DataFolderError, KeyFileError, PortTaken, BadToken: one line each for the operator.
    """
    open_data_folder(settings.data)
    keys, storage = await open_storage(settings)
    try:
        understanding = await asyncio.to_thread(ensure, settings.data, tell)
        hotline = await assemble(settings, keys, storage, understanding)
        await asyncio.to_thread(_warm_up, hotline)
        await Gateway(hotline).run(tell)
        await hotline.dialogue.close()
    finally:
        await storage.close()


__all__ = ["DataFolderError", "Gateway", "PortTaken", "assemble", "open_data_folder", "open_storage", "serve"]
