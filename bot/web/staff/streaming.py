"""Server-sent events to somebody of the staff: what is new, as soon as it is, for as long as they are signed in."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Set

from bot.staff import sign_in
from bot.web.staff.visit import Visit
from bot.web.stream import STOPPING

_LOOK_AGAIN = 10.0
"""Seconds between two looks when nothing was told; each look that finds nothing sends a heartbeat."""
_GATHER = 0.1
"""Seconds in which news that come together are gathered into one look."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
"""Of a stream: nobody in between may keep it or hold it up."""
_LINE_END = re.compile(r"\r\n|\r|\n")


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
        while await sign_in.still_there(visit.hotline.storage, visit.hotline.signs, visit.token):
            events = await news(heard)
            ear.attend(STOPPING, *topics())
            yield ("".join(events) or ": still here\n\n").encode("utf-8", "replace")
            await asyncio.sleep(_GATHER)
            await ear.wait(_LOOK_AGAIN)
            heard = ear.news()
            if STOPPING in heard:
                return
    yield event("signed-out", visit.say("staff-refused-signed-out")).encode()
