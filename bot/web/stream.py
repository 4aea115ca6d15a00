"""News for an open page, as server-sent events.

Events: `message` (its id is the message's number, so a browser that comes back says where it was), `anew` (everything
was erased: clear the screen) and `page` (language and emergency number of this person, when they changed).
"""

import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

from bot.bus import Ear
from bot.conversations.models import Person
from bot.hotline import Hotline
from bot.web.rich import Rich
from bot.web.story import Story, Teller
from bot.web.visitors import Visitor

Page = dict[str, str]
"""What of the page itself follows the person: its language and its emergency number."""

_LOOK_AGAIN = 10.0
"""Seconds after which a stream looks by itself: another process may have written."""
_HEARTBEAT = 15.0
"""Seconds of silence after which a line is sent, so that nobody in between takes the stream for dead."""
STOPPING = "stopping"
"""Topic of the bus that ends all streams, told when the program is about to stop."""


class TooManyStreams(Exception):
    """A visitor has as many open pages as are served."""


class Streams:
    """All open streams; counts them, so that one visitor cannot hold them all."""

    def __init__(self, hotline: Hotline, rich: Rich, most: int = 3) -> None:
        """`most`: of one visitor."""
        self._hotline = hotline
        self._rich = rich
        self._most = most
        self._open: Counter[int] = Counter()

    def open(self, visitor: Visitor, person: Person, after: int) -> AsyncIterator[str]:
        """Everything new for a visitor, from after a message's number, until they leave or the program stops.

        Raises:
            TooManyStreams: they have too many already.
        """
        if self._open[person.id] >= self._most:
            raise TooManyStreams
        return self._news(visitor, person.id, after)

    @contextmanager
    def _counted(self, person_id: int) -> Iterator[None]:
        self._open[person_id] += 1
        try:
            yield
        finally:
            self._open[person_id] -= 1
            if not self._open[person_id]:
                del self._open[person_id]

    async def _news(self, visitor: Visitor, person_id: int, after: int) -> AsyncIterator[str]:
        listen = self._hotline.bus.listen
        with self._counted(person_id), listen(f"person:{person_id}", STOPPING) as ear, listen(STOPPING) as end:
            page: Page = {}
            yield ": hello\n\n"
            sent = time.monotonic()
            while True:
                now, story = await self._look(visitor, person_id, after)
                for event in _events(now if now != page else {}, story):
                    yield event
                    sent = time.monotonic()
                page, after = now, story.newest
                if time.monotonic() - sent >= _HEARTBEAT:
                    yield ": still here\n\n"
                    sent = time.monotonic()
                if await _ended(ear, end, min(_LOOK_AGAIN, sent + _HEARTBEAT - time.monotonic())):
                    return

    async def _look(self, visitor: Visitor, person_id: int, after: int) -> tuple[Page, Story]:
        async with self._hotline.storage.reading() as session:
            person = await session.get(Person, person_id)
            if person is None:  # silent for so long that everything was forgotten
                return {}, Story([], 0, anew=after > 0)
            language = person.chosen_language or person.language or visitor.language
            voice = self._hotline.library.voice(language, person.country)
            story = await Teller(voice, self._rich).news(session, person_id, after)
        return {"language": language, "emergency": self._rich.html(voice.service("emergency"), ours=True)}, story


async def _ended(ear: Ear, end: Ear, seconds: float) -> bool:
    return await ear.wait(max(seconds, 0.1)) and await end.wait(0)


def _events(page: Page, story: Story) -> Iterator[str]:
    if page:
        yield _event("page", page)
    if story.anew:
        yield _event("anew", {})
    for bubble in story.bubbles:
        yield f"id: {bubble.id}\n" + _event("message", bubble.as_json())


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
