"""The console without reloading: server-sent events with pieces of the page, whenever they changed.

The bus only hints that something is new; what is new is read from the database, and every stream also looks by itself
every ten seconds, because another replica may have written. A hint says of what it is: only that part is read again, and
a message wakes only the consoles that show its talk.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Set
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.responses import Response, StreamingResponse

from bot.handoff import queue
from bot.handoff.access import NotYours
from bot.staff import sign_in
from bot.staff.permissions import Permission
from bot.web.staff.console import audit_reading, lists
from bot.web.staff.guard import needs
from bot.web.staff.pages import render
from bot.web.staff.story import Story, tell
from bot.web.staff.visit import LARGEST, Here, Visit
from bot.web.stream import STOPPING

router = APIRouter()

_LOOK_AGAIN = 10.0
"""Seconds between two looks when nothing was told; each look that finds nothing sends a heartbeat."""
_GATHER = 0.1
"""Seconds in which news that come together are gathered into one look."""
_RECENT = 30
"""Newest messages that may still change: delivery, what was understood, a file that arrives."""
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
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(Live(visit, story, seen).run(), media_type="text/event-stream", headers=headers)


def event(name: str, data: str, number: int | None = None) -> str:
    """One server-sent event. A lone CR would end a line of the protocol too, so every line end is split."""
    head = [f"event: {name}", *([f"id: {number}"] if number else [])]
    return "\n".join([*head, *(f"data: {line}" for line in _LINE_END.split(data))]) + "\n\n"


class Live:
    """What one open console shows, and what is new to it."""

    def __init__(self, visit: Visit, story: Story | None, seen: int) -> None:
        """`story`: the open chat; `seen`: the newest message that was shown already."""
        self._visit = visit
        self._story = story
        self._seen = seen
        self._shown: dict[str, str] = {}
        self._listed: Set[str] = frozenset()

    async def run(self) -> AsyncIterator[bytes]:
        """Send what is new until the browser leaves, its session ends or the program stops."""
        visit, listen = self._visit, self._visit.hotline.bus.listen
        with listen(STOPPING, *self._topics()) as ear:
            yield b"retry: 2000\n\n"
            heard: Set[str] = frozenset()
            while await sign_in.still_there(visit.hotline.storage, visit.token):
                news = await self.news(heard)
                ear.attend(STOPPING, *self._topics())
                yield ("".join(news) or ": still here\n\n").encode("utf-8", "replace")
                await asyncio.sleep(_GATHER)
                await ear.wait(_LOOK_AGAIN)
                heard = ear.news()
                if STOPPING in heard:
                    return
        yield event("signed-out", visit.say("staff-refused-signed-out")).encode()

    def _topics(self) -> Set[str]:
        return {"queue", *self._listed, *self._of_talk()}

    def _of_talk(self) -> Set[str]:
        story = self._story
        return {f"talk:{story.talk_id}", f"person:{story.person_id}"} if story else set()

    async def news(self, heard: Set[str] = frozenset()) -> list[str]:
        """The events since the last look. `heard`: the topics of which there are news; empty: look at everything."""
        events = []
        if not heard or heard & {"queue", *self._listed}:
            events += await self._list_news()
        if self._story and (not heard or heard & self._of_talk()):
            events += await self._talk_news(self._story)
        return events

    async def _list_news(self) -> list[str]:
        async with self._visit.hotline.storage.reading() as session:
            waiting, mine = await lists(session, self._visit)
            nobody = not await queue.on_shift(session)
        self._listed = {f"talk:{line.talk_id}" for line in (*waiting, *mine)}
        open_talk = self._story.talk_id if self._story else 0
        html = render(self._visit, "lists.html", waiting=waiting, mine=mine, nobody=nobody, open_talk=open_talk)
        return [event("queue", html)] if self._changed("queue", html) else []

    async def _talk_news(self, shown: Story) -> list[str]:
        story = None
        async with self._visit.hotline.storage.reading() as session:
            with suppress(NotYours):
                story = await tell(session, self._visit, shown.talk_id)
        if story is None or story.state != shown.state:
            self._story = None  # the page no longer fits: say so once, and let its reader decide
            return [event("moved", self._visit.say("staff-moved"))]
        return self._line_news(story)

    def _line_news(self, story: Story) -> list[str]:
        recent = {line.id for line in story.lines[-_RECENT:]}
        lines = [line for line in story.lines if line.id > self._seen or line.id in recent]
        pieces = {f"m{line.id}": render(self._visit, "line.html", line=line) for line in lines}
        pieces["head"] = render(self._visit, "head.html", story=story)
        changed = [html for key, html in pieces.items() if self._changed(key, html)]
        self._seen = max(self._seen, story.last)
        return [event("talk", "".join(changed), self._seen)] if changed else []

    def _changed(self, key: str, html: str) -> bool:
        if self._shown.get(key) == html:
            return False
        self._shown[key] = html
        return True
