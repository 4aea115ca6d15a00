"""The console: who waits, my chats, and the open chat."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.responses import RedirectResponse, Response

from bot.handoff import looks
from bot.replies import ready
from bot.staff import accounts, audit
from bot.staff.permissions import Permission
from bot.web.staff.cases_closing import sheet
from bot.web.staff.guard import needs
from bot.web.staff.hands import hands
from bot.web.staff.lists import gather
from bot.web.staff.pages import page
from bot.web.staff.ready import voice_of
from bot.web.staff.story import Story, tell
from bot.web.staff.visit import LARGEST, Here, Number, Visit

router = APIRouter()


@router.get("/")
@needs(Permission.OWN_ACCOUNT)
async def front(visit: Here, talk: Annotated[int | None, Query(ge=1, le=LARGEST)] = None) -> Response:
    """The first page of everybody: the console for counselors, the accounts for admins."""
    if visit.may(Permission.SEE_CONVERSATIONS):
        return await _console(visit, talk)
    return RedirectResponse("/accounts", 303)


@router.get("/talks/{talk_id}")
@needs(Permission.SEE_CONVERSATIONS)
async def open_talk(
    visit: Here,
    talk_id: Number,
    put: Annotated[str, Query(max_length=100)] = "",
    to: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> Response:
    """The console with an open chat. `put`: a ready piece to begin the reply with; `to`: the message that it answers."""
    return await _console(visit, talk_id, put, to)


@router.post("/shift")
@needs(Permission.TAKE_CONVERSATIONS)
async def shift(visit: Here, on: Annotated[str, Form()] = "", talk: Annotated[int, Form()] = 0) -> Response:
    """Go on shift, or off it."""
    async with visit.hotline.storage.writing() as session:
        me = await accounts.account(session, visit.me.id)
        me.on_shift = on == "1"
        audit.note(session, me.id, "shift-began" if me.on_shift else "shift-ended")
    visit.hotline.bus.tell("queue")
    return RedirectResponse(f"/talks/{talk}" if talk else "/", 303)


async def _console(visit: Visit, talk_id: int | None, put: str = "", to: int = 0) -> Response:
    async with visit.hotline.storage.reading() as session:
        story = await tell(session, visit, talk_id) if talk_id else None
        mine_now = story is not None and story.state == "mine"
        closing = await sheet(session, visit, story) if story and mine_now else None
        passed_to = await hands(session, visit, story.escalation_id) if story and mine_now else None
        draft = ready.by_id(await voice_of(session, visit, story.talk_id), put) if story and mine_now and put else ""
    lists = await gather(visit)
    if story:
        await audit_reading(visit, story)
    answered = next((line for line in story.lines if line.id == to), None) if story else None
    token = secrets.token_hex(16)  # of the next message, for a browser without scripts
    shown = {"lists": lists, "open_talk": talk_id or 0, "hands": passed_to}
    return page(
        visit, "console.html", 200, story=story, token=token, closing=closing, draft=draft, answered=answered, **shown
    )


async def audit_reading(visit: Visit, story: Story) -> None:
    """Reading the story of somebody whom one has not claimed leaves a line in the audit."""
    if story.state not in ("waiting", "other"):
        return
    action = "read-waiting" if story.state == "waiting" else "read-along"
    async with visit.hotline.storage.writing() as session:
        await audit.note_once(session, visit.me.id, action, f"talk:{story.talk_id}")
        if story.state == "other":
            await looks.joined(session, story.escalation_id, visit.me)
