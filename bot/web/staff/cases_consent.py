"""What the person consented to, and their names and contacts, on the page of a case record."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from bot.cases import catalogue, consent
from bot.cases.catalogue import UnfitValue
from bot.cases.consent import NoConsent
from bot.cases.models import Basis, Scope
from bot.staff import audit
from bot.staff.permissions import Permission
from bot.web.staff.cases import changing, record_page
from bot.web.staff.guard import needs
from bot.web.staff.pages import named
from bot.web.staff.visit import Here, Number

router = APIRouter()
_Typed = Annotated[str, Form()]


@router.post("/cases/{case_id}/consent")
@needs(Permission.KEEP_CASES)
async def give_consent(visit: Here, case_id: Number, scope: _Typed = "", basis: _Typed = "") -> Response:
    """Record a consent."""
    if scope in set(Scope) and basis in set(Basis):
        async with changing(visit, case_id) as (session, case):
            if await consent.give(session, case, visit.me, Scope(scope), Basis(basis)):
                audit.note(session, visit.me.id, "consent-recorded", f"case:{case_id}:{scope}")
    return RedirectResponse(f"/cases/{case_id}#consent", 303)


@router.post("/cases/{case_id}/withdraw")
@needs(Permission.KEEP_CASES)
async def withdraw_consent(visit: Here, case_id: Number, scope: _Typed = "") -> Response:
    """Take a consent back, and with it what was kept only by it."""
    if scope in set(Scope):
        async with changing(visit, case_id) as (session, case):
            if await consent.withdraw(session, case, Scope(scope)):
                audit.note(session, visit.me.id, "consent-withdrawn", f"case:{case_id}:{scope}")
    return RedirectResponse(f"/cases/{case_id}#consent", 303)


@router.post("/cases/{case_id}/identity")
@needs(Permission.KEEP_CASES)
async def keep_identity(request: Request, visit: Here, case_id: Number) -> Response:
    """Write names and contacts."""
    form = await request.form()
    values = {name: str(form.get(name, "")) for name in catalogue.identity()}
    try:
        async with changing(visit, case_id) as (session, case):
            await consent.keep(session, case, values)
            audit.note(session, visit.me.id, "case-changed", f"case:{case_id}")
    except NoConsent:
        return await record_page(visit, case_id, 409, visit.say("staff-case-no-consent-keep"))
    except UnfitValue as unfit:
        problem = visit.say("staff-case-unfit", what=named(visit, "staff-case-item", unfit.item))
        return await record_page(visit, case_id, 422, problem)
    return RedirectResponse(f"/cases/{case_id}#consent", 303)
