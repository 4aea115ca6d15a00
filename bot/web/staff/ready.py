"""Ready replies, numbers and answers beside an open chat: as JSON for the reply field, as a page without scripts."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import JSONResponse, Response

from bot.conversations.models import Person
from bot.handoff import access
from bot.replies import ready
from bot.replies.ready import Ready
from bot.replies.voice import Voice
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.pages import page
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
_LONGEST = 200
_Asked = Annotated[str, Query(max_length=_LONGEST)]


@router.get("/talks/{talk_id}/ready")
@needs(Permission.TAKE_CONVERSATIONS)
async def pieces(request: Request, visit: Here, talk_id: Number, q: _Asked = "") -> Response:
    """What can be put into a reply. `q`: what to search among the answers; the page shows everything else as well."""
    async with visit.hotline.storage.reading() as session:
        voice = await voice_of(session, visit, talk_id)
    found = await asyncio.to_thread(ready.nearest, voice, visit.language, q)
    written = [*ready.replies(voice, visit.language), *ready.numbers(voice, visit.language)]
    if "json" in request.headers.get("accept", ""):
        return JSONResponse({"pieces": [_as_json(visit, one) for one in (found if q else written)]})
    return page(visit, "ready.html", talk_id=talk_id, asked=q, answers=found, groups=_grouped(written))


async def voice_of(session: AsyncSession, visit: Visit, talk_id: int) -> Voice:
    """The voice for the person of a talk.

    Raises:
        NotYours: the reader may not read it.
    """
    talk, _ = await access.for_counselor(session, visit.me, talk_id)
    person = await session.get_one(Person, talk.person_id)
    return visit.hotline.library.voice(talk.language, person.country)


def _as_json(visit: Visit, one: Ready) -> dict[str, str]:
    return {"name": one.name, "group": visit.say(f"staff-console-group-{one.group}"), "text": one.text}


def _grouped(written: list[Ready]) -> dict[str, list[Ready]]:
    groups: dict[str, list[Ready]] = {}
    for one in written:
        groups.setdefault(one.group, []).append(one)
    return groups
