"""Server-sent events to somebody of the staff: what is new, as soon as it is, for as long as they are signed in."""

import asyncio
import math
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Set

from bot.staff import sign_in
from bot.web.staff.visit import Visit
from bot.web.stream import STOPPING

_LOOK_AGAIN = 10.0
"""Seconds between two looks when nothing was told; each look that finds nothing sends a heartbeat."""
_TRUSTED = 2.0
"""Seconds for which a session that still lasted is not asked about again while only words of a talk are new."""
_GATHER = 0.1
"""Seconds in which news that come together are gathered into one look."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
"""Of a stream: nobody in between may keep it or hold it up."""
_WORDS = re.compile(r"(words|person):\d+")
"""Topics of what is said in a talk."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class _Session:
    """The session of who listens, asked about as seldom as is safe: with many talks that is most of a stream's questions."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._asked = -math.inf

    async def lasts(self, heard: Set[str]) -> bool:
        """Whether it does, or did two seconds ago where `heard` is only of words: a sign-out is more than that."""
        moment = time.monotonic()
        if heard and moment - self._asked < _TRUSTED and all(map(_WORDS.fullmatch, heard)):
            return True
        self._asked = moment
        hotline = self._visit.hotline
        return await sign_in.still_there(hotline.storage, hotline.signs, self._visit.token)


def event(name: str, data: str, number: int | None = None) -> str:
    """One server-sent event. A lone CR would end a line of the protocol too, so every line end is split."""
    head = [f"event: {name}", *([f"id: {number}"] if number else [])]
    return "\n".join([*head, *(f"data: {line}" for line in _LINE_END.split(data))]) + "\n\n"


async def stream_of(
    visit: Visit, topics: Callable[[], Set[str]], news: Callable[[Set[str]], Awaitable[list[str]]]
) -> AsyncIterator[bytes]:
    """Send what is new until the browser leaves, its session ends or the program stops.

    Args:
        visit: who listens.
        topics: those of the bus that concern what is shown; asked again after each look.
        news: the events since it was asked last. Given the topics of which there are news; none: look at everything,
            which it is asked at the beginning and now and then.
    """
    with visit.hotline.bus.listen(STOPPING, *topics()) as ear:
        yield b"retry: 2000\n\n"
        heard: Set[str] = frozenset()
        session = _Session(visit)
        while await session.lasts(heard):
            events = await news(heard)
            ear.attend(STOPPING, *topics())
            yield ("".join(events) or ": still here\n\n").encode("utf-8", "replace")
            await asyncio.sleep(_GATHER)
            await ear.wait(_LOOK_AGAIN)
            heard = ear.news()
            if STOPPING in heard:
                return
    yield event("signed-out", visit.say("staff-refused-signed-out")).encode()
