"""The console without reloading: server-sent events with pieces of the page, whenever they changed.

The bus only hints that something is new; what is new is read from the database, and every stream also looks by itself
every ten seconds, because another replica may have written. A hint says of what it is: only that part is read again, and
a message wakes only the consoles that show its talk.
"""

from collections.abc import AsyncIterator, Set
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.responses import Response, StreamingResponse

from bot.handoff.access import NotYours
from bot.staff.permissions import Permission
from bot.web.staff import lists
from bot.web.staff.console import audit_reading
from bot.web.staff.guard import needs
from bot.web.staff.pages import render
from bot.web.staff.story import MAY_CHANGE, Story, tell, tell_words
from bot.web.staff.streaming import HEADERS, event, stream_of
from bot.web.staff.visit import LARGEST, Here, Visit

router = APIRouter()

ALARM = "alarm"
"""Topic of the bus: somebody still waits."""
HANDS = "hands"
"""Topic of the bus: talks change hands, or who may look at them does."""


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


class Live:
    """What one open console shows, and what is new to it."""

    def __init__(self, visit: Visit, story: Story | None, seen: int) -> None:
        """`story`: the open chat; `seen`: the newest message that was shown already."""
        self._visit = visit
        self._story = story
        self._seen = seen
        self._shown: dict[str | int, object] = {}
        self._hands = {HANDS, f"staff:{visit.me.id}"}
        self._common: lists.Common | None = None
        self._own: lists.Own | None = None

    def run(self) -> AsyncIterator[bytes]:
        """The stream. Who is on shift hears the alarm of those who wait, too."""
        return stream_of(self._visit, self._topics, self.news)

    def _topics(self) -> Set[str]:
        return {"queue", ALARM, *self._of_own(), *self._of_talk()}

    def _of_own(self) -> Set[str]:
        own = self._own.talks if self._own else ()
        return {*self._hands, *(topic for number in own for topic in _topics_of(number))}

    def _of_talk(self) -> Set[str]:
        story = self._story
        return {*_topics_of(story.talk_id), f"person:{story.person_id}"} if story else set()

    async def news(self, heard: Set[str] = frozenset()) -> list[str]:
        """The events since the last look. `heard`: the topics of which there are news; empty: look at everything."""
        events = []
        if not heard or heard & {"queue", *self._of_own()}:
            events += await self._list_news(heard)
        if self._story and (not heard or heard & self._of_talk()):
            all_of_it = not heard or f"talk:{self._story.talk_id}" in heard
            events += await self._talk_news(self._story, all_of_it=all_of_it)
        if ALARM in heard and self._visit.me.on_shift:
            events.append(event("alarm", self._visit.say("staff-console-alarm")))
        return events

    async def _list_news(self, heard: Set[str]) -> list[str]:
        if self._common is None or not heard or "queue" in heard:
            self._common = await lists.read_common(self._visit.hotline)
        talks = {number for number in self._own.talks if heard & _topics_of(number)} if self._own else set()
        if self._own is None or not heard or heard & self._hands:
            self._own = await lists.read_own(self._visit)
        elif talks:
            self._own = await lists.read_again(self._visit, self._own, talks)
        shown = lists.Lists(self._common, self._own)
        open_talk = self._story.talk_id if self._story else 0
        html = render(self._visit, "lists.html", lists=shown, open_talk=open_talk)
        return [event("queue", html)] if self._changed("queue", html) else []

    async def _talk_news(self, shown: Story, *, all_of_it: bool) -> list[str]:
        story = None
        async with self._visit.hotline.storage.reading() as session:
            with suppress(NotYours):
                story = None if all_of_it else await tell_words(session, self._visit, shown)
                story = story or await tell(session, self._visit, shown.talk_id)
        if story is None or story.state != shown.state:
            self._story = None  # the page no longer fits: say so once, and let its reader decide
            return [event("moved", self._visit.say("staff-moved"))]
        self._story = story
        return self._line_news(story)

    def _line_news(self, story: Story) -> list[str]:
        recent = {line.id for line in story.lines[-MAY_CHANGE:]}
        lines = [line for line in story.lines if line.id > self._seen or line.id in recent]
        # told apart before they are filled in: of thirty lines one or two have changed
        new = [
            render(self._visit, "line.html", line=line, story=story) for line in lines if self._changed(line.id, line)
        ]
        notes = [note for note in story.notes if self._changed(f"n{note.id}", note)]
        new += [render(self._visit, "note.html", note=note) for note in notes]
        head = render(self._visit, "head.html", story=story)
        new += [head] if self._changed("head", head) else []
        self._seen = max(self._seen, story.last)
        return [event("talk", "".join(new), self._seen)] if new else []

    def _changed(self, what: str | int, shown: object) -> bool:
        if self._shown.get(what) == shown:
            return False
        self._shown[what] = shown
        return True


def _topics_of(talk_id: int) -> Set[str]:
    """`talk:…`: anything in it may be new; `words:…`: what was said, or what is known of that."""
    return {f"talk:{talk_id}", f"words:{talk_id}"}
