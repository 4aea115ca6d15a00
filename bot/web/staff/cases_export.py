"""Handing case records on: as files of the standard, as indicator sheets, and as figures without people in them."""

import asyncio
import io
import zipfile
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from bot.cases import deidentified, export, records, sheet
from bot.cases.consent import NoConsent
from bot.cases.days import today
from bot.cases.deidentified import Crowd
from bot.staff import audit
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.pages import page, refusal
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
_Typed = Annotated[str, Form()]
_MOST = 500


@router.post("/cases/export")
@needs(Permission.EXPORT_CASES)
async def as_standard(
    request: Request, visit: Here, case: Annotated[list[int] | None, Form(max_length=_MOST)] = None
) -> Response:
    """The chosen records as HTCDS CSV; those without consent are left out."""
    directory = visit.hotline.library.wording.directory
    async with visit.hotline.storage.writing() as session:
        cases = [await records.for_counselor(session, visit.me, case_id) for case_id in sorted(set(case or ()))]
        file = await export.htcds(session, cases, directory)
        for case_id in file.cases:
            audit.note(session, visit.me.id, "case-exported", f"case:{case_id}")
    if not file.cases:
        return refusal(request, visit, 409, "staff-cases-none-exported")
    return _download(file.content, f"htcds-{today()}.csv", "text/csv; charset=utf-8")


@router.post("/cases/{case_id}/sheet")
@needs(Permission.EXPORT_CASES)
async def as_sheet(
    request: Request, visit: Here, case_id: Number, language: _Typed = "", named: _Typed = ""
) -> Response:
    """The indicator sheet as PDF."""
    from bot.cases.sheet_pdf import draw  # heavy, and only this page needs it

    texts = visit.hotline.library.texts
    spoken = language if language in texts.languages else visit.language
    try:
        async with visit.hotline.storage.writing() as session:
            case = await records.for_counselor(session, visit.me, case_id)
            drawn = await sheet.for_referral(session, case, named=named == "yes")
            audit.note(session, visit.me.id, "sheet-exported", f"case:{case_id}")
    except NoConsent:
        return refusal(request, visit, 409, "staff-case-no-consent-share")
    content = await asyncio.to_thread(draw, drawn, texts, spoken)
    return _download(content, f"indicators-{case_id}.pdf", "application/pdf")


@router.get("/cases/figures")
@needs(Permission.EXPORT_DEIDENTIFIED)
async def figures(visit: Here) -> Response:
    """What an export without people in it would hold."""
    async with visit.hotline.storage.reading() as session:
        crowd = await deidentified.crowd(session)
    return page(visit, "cases/figures.html", crowd=crowd)


@router.post("/cases/figures")
@needs(Permission.EXPORT_DEIDENTIFIED)
async def as_figures(visit: Here) -> Response:
    """All records without people in them, with a page that says what was done to them."""
    async with visit.hotline.storage.writing() as session:
        crowd = await deidentified.crowd(session)
        audit.note(session, visit.me.id, "case-figures-exported")
    return _download(_parcel(visit, crowd), f"case-figures-{today()}.zip", "application/zip")


def _parcel(visit: Visit, crowd: Crowd) -> bytes:
    out = io.BytesIO()
    said = visit.say("staff-figures-done", k=crowd.k, whole=crowd.whole, coarser=crowd.coarser, out=crowd.left_out)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parcel:
        parcel.writestr("cases.csv", crowd.csv())
        parcel.writestr("README.txt", f"{said}\n\n{visit.say('staff-cases-attribution')}\n")
    return out.getvalue()


def _download(content: bytes, name: str, media: str) -> Response:
    return Response(content, 200, {"content-disposition": f'attachment; filename="{name}"'}, media)
