"""Between counselors: transfers, second looks, taking over, taking up again what was closed; and protection from abuse."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from bot.handoff import abuse, desk, looks, transfer
from bot.replies import person
from bot.staff import audit
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.talks import LONGEST, deed, tell_of, tell_person
from bot.web.staff.visit import LARGEST, Here, Number

router = APIRouter()
_Typed = Annotated[str, Form()]
_DIGITS = 9


@router.post("/talks/{talk_id}/transfer")
@needs(Permission.TAKE_CONVERSATIONS)
async def offer(visit: Here, talk_id: Number, to: _Typed = "", note: _Typed = "") -> Response:
    """Offer a talk. The person is told when somebody accepts. `to`: `colleague-3` or `team-2`."""
    kind, _, number = to.partition("-")
    chosen = int(number) if number.isdecimal() and len(number) <= _DIGITS else None
    colleague, team = (chosen if kind == "colleague" else None), (chosen if kind == "team" else None)
    note = note.strip()[:LONGEST]
    async with deed(visit) as (session, me):
        await transfer.offer(session, talk_id, me, colleague_id=colleague, team_id=team, note=note)
    visit.hotline.bus.tell("queue", "hands", f"talk:{talk_id}")
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/talks/{talk_id}/transfer/withdraw")
@needs(Permission.TAKE_CONVERSATIONS)
async def withdraw(visit: Here, talk_id: Number) -> Response:
    """Think better of it."""
    async with deed(visit) as (session, me):
        _, escalation = await desk.held(session, talk_id, me)
        await transfer.withdraw(session, escalation)
    visit.hotline.bus.tell("queue", "hands", f"talk:{talk_id}")
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/transfers/{transfer_id}/accept")
@needs(Permission.TAKE_CONVERSATIONS)
async def accept(visit: Here, transfer_id: Number) -> Response:
    """Take a talk that was offered."""
    async with deed(visit) as (session, me):
        talk = await transfer.accept(session, transfer_id, me)
        await tell_person(session, visit, talk, person.changed)
    tell_of(visit, talk)
    return RedirectResponse(f"/talks/{talk.id}", 303)


@router.post("/transfers/{transfer_id}/decline")
@needs(Permission.TAKE_CONVERSATIONS)
async def decline(visit: Here, transfer_id: Number) -> Response:
    """Say no: the talk stays where it is."""
    async with deed(visit) as (session, me):
        talk = await transfer.decline(session, transfer_id, me)
    tell_of(visit, talk)
    return RedirectResponse("/", 303)


@router.post("/talks/{talk_id}/look")
@needs(Permission.TAKE_CONVERSATIONS)
async def look(visit: Here, talk_id: Number, colleague: Annotated[int, Form(ge=1, le=LARGEST)]) -> Response:
    """Ask a colleague to look."""
    async with deed(visit) as (session, me):
        talk = await looks.ask(session, talk_id, me, colleague)
    tell_of(visit, talk)
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/talks/{talk_id}/take-over")
@needs(Permission.SUPERVISE)
async def take_over(visit: Here, talk_id: Number) -> Response:
    """A supervisor takes a talk over."""
    async with deed(visit) as (session, me):
        talk, new = await looks.take_over(session, talk_id, me)
        if new:
            await tell_person(session, visit, talk, person.changed)
    tell_of(visit, talk)
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/talks/{talk_id}/reopen")
@needs(Permission.TAKE_CONVERSATIONS)
async def reopen(visit: Here, talk_id: Number) -> Response:
    """Take up again a talk that one has closed."""
    async with deed(visit) as (session, me):
        talk = await desk.reopen(session, talk_id, me)
        await tell_person(session, visit, talk, person.reopened)
        audit.note(session, me.id, "reopened", f"talk:{talk.id}")
    tell_of(visit, talk)
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/talks/{talk_id}/restrain")
@needs(Permission.TAKE_CONVERSATIONS)
async def restrain(visit: Here, talk_id: Number, kind: _Typed = "") -> Response:
    """Slow a person down, mute or block them for a while. They are told."""
    async with deed(visit) as (session, me):
        talk = await abuse.restrain(session, talk_id, me, kind)
        await tell_person(session, visit, talk, lambda voice: person.restrained(voice, kind))
    tell_of(visit, talk)
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/talks/{talk_id}/free")
@needs(Permission.TAKE_CONVERSATIONS)
async def free(visit: Here, talk_id: Number) -> Response:
    """Undo that."""
    async with deed(visit) as (session, me):
        talk, done = await abuse.lift(session, talk_id, me)
        if done:
            await tell_person(session, visit, talk, person.freed)
    tell_of(visit, talk)
    return RedirectResponse(f"/talks/{talk_id}", 303)
