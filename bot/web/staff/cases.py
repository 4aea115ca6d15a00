"""Case records: the list, one record, and everything that a counselor does with it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from bot.cases import catalogue, closing, found, records
from bot.cases.catalogue import UnfitValue
from bot.cases.found import Found, Known
from bot.cases.models import Case
from bot.cases.records import NeedsAuthority
from bot.conversations import talks
from bot.conversations.models import Person
from bot.handoff.access import NotYours, for_counselor
from bot.staff import audit
from bot.staff.permissions import Permission
from bot.web.staff.cases_view import label, listed, view
from bot.web.staff.guard import needs
from bot.web.staff.pages import page
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
_Typed = Annotated[str, Form()]


class ChangedMeanwhile(Exception):
    """Somebody wrote into the record after this form was opened."""


@router.get("/cases")
@needs(Permission.KEEP_CASES)
async def everything(visit: Here) -> Response:
    """The records that the reader may reach."""
    async with visit.hotline.storage.reading() as session:
        lines = await listed(session, visit)
    return page(visit, "cases/list.html", lines=lines)


@router.post("/talks/{talk_id}/case")
@needs(Permission.KEEP_CASES)
async def open_case(visit: Here, talk_id: Number) -> Response:
    """Open the record of a talk that one has or had, or go to it; what the talk says by now is proposed."""
    proposed = await _found(visit, talk_id)
    async with visit.hotline.storage.writing() as session:
        talk = await talks.lock(session, talk_id)
        new = await records.of_talk(session, talk_id) is None
        case = await records.open_for(session, visit.me, talk, proposed)
        if new:
            audit.note(session, visit.me.id, "case-opened", f"case:{case.id}")
    return RedirectResponse(f"/cases/{case.id}", 303)


async def _found(visit: Visit, talk_id: int) -> list[Found]:
    """What is proposed for the record of a talk.

    Raises:
        NotYours: the reader has not taken this talk.
    """
    async with visit.hotline.storage.reading() as session:
        talk, escalation = await for_counselor(session, visit.me, talk_id)
        if escalation.claimed_by != visit.me.id:
            raise NotYours
        country = (await session.get_one(Person, talk.person_id)).country
        form = await closing.of_talk(session, talk_id)
        messages = await talks.story(session, talk_id)
    known = Known(talk.language, country, form.referrals if form else ())
    return await asyncio.to_thread(found.suggestions, known, messages, visit.hotline.library.offers.check)


@router.get("/cases/{case_id}")
@needs(Permission.KEEP_CASES)
async def one(visit: Here, case_id: Number) -> Response:
    """One record. Reading it leaves a line in the audit."""
    return await record_page(visit, case_id)


async def record_page(visit: Visit, case_id: int, status: int = 200, problem: str = "") -> Response:
    """The page of a record, perhaps with what went wrong."""
    async with visit.hotline.storage.writing() as session:
        case = await records.for_counselor(session, visit.me, case_id)
        await audit.note_once(session, visit.me.id, "case-read", f"case:{case_id}")
        shown = await view(session, visit, case)
    texts = visit.hotline.library.texts
    return page(
        visit,
        "cases/case.html",
        status,
        view=shown,
        problem=problem,
        identity_items=catalogue.identity(),
        languages=texts.languages,
    )


@router.post("/cases/{case_id}/decide")
@needs(Permission.KEEP_CASES)
async def decide(visit: Here, case_id: Number, item: _Typed = "", value: _Typed = "", take: _Typed = "") -> Response:
    """Confirm one proposal, or put it aside."""
    try:
        async with changing(visit, case_id) as (session, case):
            if await records.decide(session, case, visit.me, item, value, take=take == "yes"):
                audit.note(session, visit.me.id, "case-changed", f"case:{case_id}")
    except NeedsAuthority:
        return await record_page(visit, case_id, 422, visit.say("staff-case-needs-authority"))
    return RedirectResponse(f"/cases/{case_id}#proposals", 303)


@router.post("/cases/{case_id}/sections/{section}")
@needs(Permission.KEEP_CASES)
async def save(request: Request, visit: Here, case_id: Number, section: str) -> Response:
    """Write one section of the form."""
    items = catalogue.sections().get(section, [])
    form = await request.form()
    values = {item.name: [str(value) for value in form.getlist(item.name)] for item in items}
    try:
        async with changing(visit, case_id, str(form.get("seen", ""))) as (session, case):
            if await records.put(session, case, visit.me, values):
                audit.note(session, visit.me.id, "case-changed", f"case:{case_id}")
    except ChangedMeanwhile:
        return await record_page(visit, case_id, 409, visit.say("staff-case-changed-meanwhile"))
    except NeedsAuthority:
        return await record_page(visit, case_id, 422, visit.say("staff-case-needs-authority"))
    except UnfitValue as unfit:
        what = label(visit, catalogue.items()[unfit.item])
        return await record_page(visit, case_id, 422, visit.say("staff-case-unfit", what=what))
    return RedirectResponse(f"/cases/{case_id}#section-{section}", 303)


@router.post("/cases/{case_id}/erase")
@needs(Permission.KEEP_CASES)
async def erase(visit: Here, case_id: Number, confirm: _Typed = "") -> Response:
    """Erase a record, once that was confirmed."""
    if confirm != "yes":
        return RedirectResponse(f"/cases/{case_id}", 303)
    async with changing(visit, case_id) as (session, case):
        await records.erase(session, case)
        audit.note(session, visit.me.id, "case-erased", f"case:{case_id}")
    return RedirectResponse("/cases", 303)


@asynccontextmanager
async def changing(visit: Visit, case_id: int, seen: str | None = None) -> AsyncIterator[tuple[AsyncSession, Case]]:
    """A unit of work on a record. `seen`: the last change of it that the form knew.

    Raises:
        NoSuchCase: it is not the reader's.
        ChangedMeanwhile: there is a newer change.
    """
    async with visit.hotline.storage.writing() as session:
        case = await records.for_counselor(session, visit.me, case_id)
        if seen is not None and seen != case.changed_at.isoformat():
            raise ChangedMeanwhile
        yield session, case
