"""The hotline as one object: everything a turn or a page needs, wired once by `app.py`."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.bus import Bus
from bot.channels.base import Channel
from bot.danger.levels import NO_DANGER, Danger
from bot.dialogue import Dialogue
from bot.faq.book import Book, read_book
from bot.faq.search import build
from bot.intents import Intent
from bot.offers.registers.archive import Archive
from bot.pictures.read import Pictures
from bot.privacy.keys import Keys
from bot.replies.voice import Answers, Library
from bot.settings import Settings
from bot.shared import Shared
from bot.staff.sign_in import Signs
from bot.storage.engine import Storage
from bot.understanding import Understanding


class Shelf:
    """Holds the newest picture of the answers, and renews it when a wording changed."""

    def __init__(self, understanding: Understanding) -> None:
        self._understanding = understanding
        self._answers: Answers | None = None

    def answers(self) -> Answers:
        """The picture."""
        if self._answers is None:
            raise RuntimeError("the answers were not read yet")
        return self._answers

    async def renew(self, storage: Storage) -> bool:
        """Read the store again if it changed. Returns whether it did."""
        async with storage.reading() as session:
            book = await read_book(session)
        if self._answers is not None and self._answers.book.revision == book.revision:
            return False
        self._answers = await asyncio.to_thread(self._index, book)
        return True

    def _index(self, book: Book) -> Answers:
        known = self._understanding
        return Answers(book, build(book, known.topics, known.calibration.faq, known.embedder))


@dataclass(frozen=True)
class Hotline:
    """The wired parts."""

    settings: Settings
    keys: Keys
    storage: Storage
    bus: Bus
    understanding: Understanding
    library: Library
    shelf: Shelf
    dialogue: Dialogue
    archive: Archive = field(default_factory=Archive)
    channels: dict[str, Channel] = field(default_factory=dict)
    pictures: Pictures = field(default_factory=Pictures)
    consoles: Shared[Any] = field(default_factory=Shared)
    """What all consoles of this process show alike."""
    signs: Shared[Signs] = field(default_factory=Shared)
    """Which of them are still signed in."""

    def first_language(self, hint: str) -> str:
        """The language for somebody who has written nothing yet: their app's, if it is one of ours."""
        return self.library.texts.spoken(hint.partition("-")[0]) or self.settings.default_language

    async def danger_of(self, text: str, *, forwarded: bool = False) -> Danger:
        """How grave a message is. `forwarded`: somebody else wrote it."""
        if not text.strip():
            return NO_DANGER
        return await asyncio.to_thread(self.understanding.danger_in, text, forwarded=forwarded)

    async def intent_of(self, text: str) -> Intent:
        """What a message wants."""
        return await asyncio.to_thread(self.understanding.intent_in, text)
