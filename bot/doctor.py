"""`hotline doctor`: looks at an installation and says what to mend, in words for an operator."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from sqlalchemy import text

from bot.app import DataFolderError, open_data_folder
from bot.paths import LOCALES
from bot.pictures import reader
from bot.ports import PortTaken, listen_on
from bot.privacy.keys import KeyFileError, load_or_create
from bot.rasa_process import PYTHON
from bot.rasa_training import rasa_fingerprint
from bot.settings import Settings
from bot.storage.engine import Storage
from bot.understanding import model_file

_ROOM_NEEDED = 1_000_000_000
_SHORTEST_SECRET = 4
"""Only the form is looked at: Telegram's secrets are longer, a test server's need not be."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    good: bool
    what: str
    mend: str = ""

    @classmethod
    def fine(cls, what: str) -> Self:
        """Nothing to mend."""
        return cls(good=True, what=what)

    @classmethod
    def wrong(cls, what: str, mend: str) -> Self:
        """Something to mend, and how."""
        return cls(good=False, what=what, mend=mend)


def examine(settings: Settings) -> list[Finding]:
    """Look at everything; changes nothing but the empty data folder and a missing key."""
    return [
        *_folder(settings),
        *_key(settings),
        _database(settings),
        *_models(settings),
        *_ports(settings),
        _telegram(settings),
        _locales(),
        _pictures(),
    ]


def _folder(settings: Settings) -> Iterator[Finding]:
    try:
        open_data_folder(settings.data)
    except DataFolderError as error:
        yield Finding.wrong(
            str(error), "give the user that runs the hotline the right to write there, or set HOTLINE_DATA_DIR"
        )
        return
    yield Finding.fine(f"data folder {settings.data}")
    free = shutil.disk_usage(settings.data).free
    yield Finding(
        free > _ROOM_NEEDED,
        f"free space there: {free // 1_000_000} MB",
        "make room: models, logs and the database need about 1 GB",
    )


def _key(settings: Settings) -> Iterator[Finding]:
    try:
        load_or_create(settings.key_file)
        yield Finding.fine(f"key file {settings.key_file} (keep a copy of it apart from the database)")
    except KeyFileError as error:
        yield Finding.wrong(str(error), "put the right key file back; without it nothing that people wrote can be read")


def _database(settings: Settings) -> Finding:
    async def ask() -> None:
        storage = Storage(settings.database)
        try:
            async with storage.reading() as session:
                await session.execute(text("SELECT 1"))
        finally:
            await storage.close()

    try:
        asyncio.run(ask())
    except Exception as error:  # noqa: BLE001  # whatever a driver raises, the operator wants one line
        return Finding.wrong(
            f"the database cannot be reached ({type(error).__name__})",
            "check HOTLINE_DATABASE_URL and that the server runs",
        )
    return Finding.fine("database")


def _models(settings: Settings) -> Iterator[Finding]:
    yield Finding(model_file(settings.data).exists(), "the gateway's model fits the phrases in nlu/", "run make build")
    yield Finding(PYTHON.exists(), "Rasa's environment", "run make build")
    stamp = settings.data / "models" / "rasa.sha256"
    fits = stamp.exists() and stamp.read_text() == rasa_fingerprint()
    yield Finding(fits, "Rasa's model fits the phrases and rules", "run make build")


def _ports(settings: Settings) -> Iterator[Finding]:
    for name in ("public_port", "staff_port", "callback_port", "rasa_port"):
        port = getattr(settings, name)
        try:
            listen_on("127.0.0.1", port).close()
            yield Finding.fine(f"port {port} ({name.removesuffix('_port')}) is free")
        except PortTaken as error:
            yield Finding.wrong(
                str(error),
                f"if the hotline runs already this is as it should be; else set HOTLINE_{name.upper()}",
            )


def _telegram(settings: Settings) -> Finding:
    if not settings.telegram_token:
        return Finding.fine("Telegram is off (no HOTLINE_TELEGRAM_TOKEN): the web chat is the channel")
    number, _, secret = settings.telegram_token.partition(":")
    good = number.isdecimal() and len(secret) >= _SHORTEST_SECRET
    return Finding(
        good, "the form of HOTLINE_TELEGRAM_TOKEN", "copy the whole token that @BotFather gave, digits, colon and all"
    )


def _locales() -> Finding:
    found = sorted(path.name for path in LOCALES.iterdir() if any(path.glob("*.ftl")))
    return Finding(
        bool(found), f"languages: {', '.join(found)}", "the folder locales/ is missing: get the project again"
    )


def _pictures() -> Finding:
    found = reader.languages()
    missing = [f"tesseract-ocr-{code}" for code in reader.LANGUAGES if code not in found]
    if found:
        what = f"pictures of offers are read, in {', '.join(found)}"
        return Finding(not missing, what, f"for the other languages: apt install {' '.join(missing)}")
    return Finding.wrong("pictures of offers cannot be read", f"apt install tesseract-ocr {' '.join(missing)}")
