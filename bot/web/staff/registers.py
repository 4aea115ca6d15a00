"""Registers: what is imported and how the last import went, a search for a name, and for admins import and removal."""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from starlette.responses import RedirectResponse, Response

from bot.offers.registers import importing, repository
from bot.offers.registers.errors import FileRefused
from bot.offers.registers.files import MOST_MEGABYTES
from bot.offers.registers.importing import Source
from bot.offers.registers.known import NoSuchRegister, kind, known
from bot.offers.registers.lists import Found
from bot.offers.registers.reading import read
from bot.staff import accounts, audit
from bot.staff.permissions import Permission
from bot.storage.base import now
from bot.web.staff.guard import needs
from bot.web.staff.pages import page
from bot.web.staff.visit import Here, Visit

router = APIRouter()
_Typed = Annotated[str, Form()]
_FORM_AROUND_FILE = 100_000
_LONGEST_NAME = 200


@router.get("/registers")
@needs(Permission.SEE_REGISTERS)
async def everything(visit: Here) -> Response:
    """The registers and their last imports."""
    return await _page(visit)


@router.post("/registers/search")
@needs(Permission.SEE_REGISTERS)
async def search(visit: Here, name: _Typed = "") -> Response:
    """Look a name or a number up. By POST: what is looked for stays out of addresses and histories."""
    name = name.strip()[:_LONGEST_NAME]
    found = await asyncio.to_thread(visit.hotline.archive.lists().look_up, name) if name else []
    return await _page(visit, asked=name, found=found)


@router.post("/registers")
@needs(Permission.MANAGE_REGISTERS, MOST_MEGABYTES * 1_000_000 + _FORM_AROUND_FILE)
async def take_in(
    visit: Here, which: _Typed = "", day: _Typed = "", skip: _Typed = "", file: UploadFile | None = None
) -> Response:
    """Import a file in place of a register: all of it or nothing."""
    try:
        kind(which)
        list_date = date.fromisoformat(day) if day else now().date()
    except (NoSuchRegister, ValueError):
        return await _page(visit, 422, problem=visit.say("staff-register-incomplete"))
    if file is None or not file.filename:
        return await _page(visit, 422, problem=visit.say("staff-register-incomplete"))
    try:
        draft = await asyncio.to_thread(read, await file.read())
    except FileRefused as refused:
        problem = visit.say(f"staff-register-wrong-{refused.code}", **refused.values)
        return await _page(visit, 422, problem=problem, chosen=which)
    source = Source(file.filename, list_date, visit.me.id)
    async with visit.hotline.storage.writing() as session:
        outcome = await importing.import_draft(session, which, draft, source, skip_bad=skip == "yes")
        action = "register-imported" if outcome.done else "register-refused"
        audit.note(session, visit.me.id, action, f"register:{which}")
    await visit.hotline.archive.renew(visit.hotline.storage)
    return RedirectResponse(f"/registers#{which}", 303)


@router.post("/registers/{code}/remove")
@needs(Permission.MANAGE_REGISTERS)
async def remove(visit: Here, code: str, confirm: _Typed = "") -> Response:
    """Take a register away; pressed twice, it is done and audited once."""
    if code not in known() or confirm != "yes":
        return RedirectResponse("/registers", 303)
    async with visit.hotline.storage.writing() as session:
        if await importing.remove(session, code, visit.me.id):
            audit.note(session, visit.me.id, "register-removed", f"register:{code}")
    await visit.hotline.archive.renew(visit.hotline.storage)
    return RedirectResponse(f"/registers#{code}", 303)


async def _page(
    visit: Visit,
    status: int = 200,
    *,
    problem: str = "",
    chosen: str = "",
    asked: str = "",
    found: Sequence[Found] = (),
) -> Response:
    async with visit.hotline.storage.reading() as session:
        rows = {row.code: row for row in await repository.registers(session)}
        names = await accounts.names(session)
    shown = {"kinds": list(known().values()), "rows": rows, "names": names, "today": now().date()}
    searched = {"asked": asked, "found": found, "problem": problem, "chosen": chosen}
    return page(visit, "registers.html", status, **shown, **searched)
