"""The supervisors' board: who is there, who has what, who waits. Reading along and taking over happen in the open chat."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response, StreamingResponse

from bot.handoff import queue
from bot.handoff.queue import Waiting
from bot.staff import accounts
from bot.staff.permissions import Permission, may
from bot.web.staff.guard import needs
from bot.web.staff.pages import page, render
from bot.web.staff.streaming import HEADERS, event, stream_of
from bot.web.staff.visit import Here, Visit

router = APIRouter()


@dataclass(frozen=True)
class Desk:
    """A counselor and the chats they have. `state`: `there`, `away` (on shift without an open console) or `off`."""

    name: str
    state: str
    talks: Sequence[Waiting]


@dataclass(frozen=True)
class Board:
    """Everything at one moment."""

    desks: Sequence[Desk]
    waiting: Sequence[Waiting]


async def look(session: AsyncSession) -> Board:
    """Who is there or has chats, and who waits."""
    there = {staff.id for staff in await queue.on_shift(session)}
    taken = await queue.taken(session)
    desks = []
    for staff in await accounts.everybody(session):
        talks = [line for line in taken if line.held_by == staff.id]
        on = staff.active and staff.on_shift and may(staff.role, Permission.TAKE_CONVERSATIONS)
        if on or talks:
            desks.append(Desk(staff.name, "there" if staff.id in there else "away" if on else "off", talks))
    return Board(desks, await queue.waiting(session))


@router.get("/board")
@needs(Permission.SUPERVISE)
async def board(visit: Here) -> Response:
    """The page."""
    async with visit.hotline.storage.reading() as session:
        shown = await look(session)
    return page(visit, "board.html", board=shown)


@router.get("/board/stream")
@needs(Permission.SUPERVISE)
async def stream(visit: Here) -> Response:
    """Its news."""
    return StreamingResponse(
        stream_of(visit, lambda: {"queue"}, News(visit).news), media_type="text/event-stream", headers=HEADERS
    )


class News:
    """What one open board shows."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._shown = ""

    async def news(self, _: Set[str] = frozenset()) -> list[str]:
        """The board, if it changed. Who has what is shown at once; single messages of all the talks now and then."""
        async with self._visit.hotline.storage.reading() as session:
            html = render(self._visit, "board-body.html", board=await look(session))
        if html == self._shown:
            return []
        self._shown = html
        return [event("board", html)]
