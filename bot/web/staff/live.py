"""The console without reloading: server-sent events with pieces of the page, whenever they changed.

The bus only hints that something is new; what is new is read from the database, and every stream also looks by itself
every ten seconds, because another replica may have written.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.responses import Response, StreamingResponse

from bot.handoff.access import NotYours
from bot.staff import sign_in
from bot.staff.permissions import Permission
from bot.web.staff.console import audit_reading
from bot.web.staff.guard import needs
from bot.web.staff.lists import gather
from bot.web.staff.pages import render
from bot.web.staff.story import Story, tell
from bot.web.staff.visit import LARGEST, Here, Visit
from bot.web.stream import STOPPING

router = APIRouter()

ALARM = "alarm"
"""Topic of the bus: somebody still waits."""
_LOOK_AGAIN = 10.0
"""Seconds between two looks when nothing was told; each look that finds nothing sends a heartbeat."""
_GATHER = 0.3
"""Seconds in which news that come together are gathered into one look."""
_RECENT = 30
"""Newest messages that may still change: delivery, what was understood, a file that arrives."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
"""Of a stream: nobody in between may keep it or hold it up."""
_LINE_END = re.compile(r"\r\n|\r|\n")


@router.get("/stream")
@needs(Permission.SEE_CONVERSATIONS)
async def stream(
    visit: Here,
    talk: Annotated[int | None, Query(ge=1, le=LARGEST)] = None,
    after: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
    last_event_id: Annotated[str, Header()] = "",
) -> Response:
    """The stream of an open console. `talk`: the open chat; `after`: the newest message that its page shows."""
    story = None
    if talk:
        async with visit.hotline.storage.reading() as session:
            story = await tell(session, visit, talk)
        await audit_reading(visit, story)
    seen = int(last_event_id[:18]) if last_event_id.isdecimal() else after
    return StreamingResponse(Live(visit, story, seen).run(), media_type="text/event-stream", headers=HEADERS)


def event(name: str, data: str, number: int | None = None) -> str:
    """One server-sent event. A lone CR would end a line of the protocol too, so every line end is split."""
    head = [f"event: {name}", *([f"id: {number}"] if number else [])]
    return "\n".join([*head, *(f"data: {line}" for line in _LINE_END.split(data))]) + "\n\n"


async def stream_of(
    visit: Visit, topics: tuple[str, ...], news: Callable[[], Awaitable[list[str]]]
) -> AsyncIterator[bytes]:
    """Send what is new until the browser leaves, its session ends or the program stops.

    Args:
        visit: who listens.
        topics: of the bus, on which `news` is asked again; it is asked now and then without them too.
        news: the events since it was asked last.
    """
    listen = visit.hotline.bus.listen
    with listen(STOPPING, *topics) as ear, listen(STOPPING) as end:
        yield b"retry: 2000\n\n"
        while await sign_in.still_there(visit.hotline.storage, visit.token):
            yield ("".join(await news()) or ": still here\n\n").encode("utf-8", "replace")
            await asyncio.sleep(_GATHER)
            if await ear.wait(_LOOK_AGAIN) and await end.wait(0):
                return
    yield event("signed-out", visit.say("staff-refused-signed-out")).encode()


class Live:
    """What one open console shows, and what is new to it."""

    def __init__(self, visit: Visit, story: Story | None, seen: int) -> None:
        """`story`: the open chat; `seen`: the newest message that was shown already."""
        self._visit = visit
        self._story = story
        self._seen = seen
        self._shown: dict[str, str] = {}

    async def run(self) -> AsyncIterator[bytes]:
        """The stream. Who is on shift hears the alarm of those who wait, too."""
        with self._visit.hotline.bus.listen(ALARM) as alarm:

            async def news() -> list[str]:
                rings = await alarm.wait(0) and self._visit.me.on_shift
                return [
                    *await self.news(),
                    *([event("alarm", self._visit.say("staff-console-alarm"))] if rings else []),
                ]

            async for piece in stream_of(self._visit, (*self._topics(), ALARM), news):
                yield piece

    def _topics(self) -> tuple[str, ...]:
        story = self._story
        return ("queue", f"talk:{story.talk_id}", f"person:{story.person_id}") if story else ("queue",)

    async def news(self) -> list[str]:
        """The events since the last look."""
        story, gone = None, False
        async with self._visit.hotline.storage.reading() as session:
            lists = await gather(session, self._visit)
            if self._story:
                try:
                    story = await tell(session, self._visit, self._story.talk_id)
                except NotYours:
                    gone = True
        open_talk = self._story.talk_id if self._story else 0
        html = render(self._visit, "lists.html", lists=lists, open_talk=open_talk)
        events = [event("queue", html)] if self._changed("queue", html) else []
        if self._story and (gone or (story and story.state != self._story.state)):
            self._story = None  # the page no longer fits: say so once, and let its reader decide
            return [*events, event("moved", self._visit.say("staff-moved"))]
        return [*events, *self._talk_news(story)] if story else events

    def _talk_news(self, story: Story) -> list[str]:
        recent = {line.id for line in story.lines[-_RECENT:]}
        lines = [line for line in story.lines if line.id > self._seen or line.id in recent]
        pieces = {f"m{line.id}": render(self._visit, "line.html", line=line, story=story) for line in lines}
        pieces |= {f"n{note.id}": render(self._visit, "note.html", note=note) for note in story.notes}
        pieces["head"] = render(self._visit, "head.html", story=story)
        changed = [html for key, html in pieces.items() if self._changed(key, html)]
        self._seen = max(self._seen, story.last)
        return [event("talk", "".join(changed), self._seen)] if changed else []

    def _changed(self, key: str, html: str) -> bool:
        if self._shown.get(key) == html:
            return False
        self._shown[key] = html
        return True
