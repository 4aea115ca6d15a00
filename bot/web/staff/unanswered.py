"""Questions without an answer, for whoever writes answers. They hold no personal data, as far as a program can tell."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query
from starlette.responses import RedirectResponse, Response

from bot.faq import unanswered
from bot.faq.models import Reason
from bot.faq.unanswered import PAGE, Wanted
from bot.staff import audit
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.pages import page
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
_Asked = Annotated[str, Query()]
_Typed = Annotated[str, Form()]
_NEWEST = "newest"
_LAST_PAGE = 100_000


@router.get("/unanswered")
@needs(Permission.EDIT_ANSWERS)
async def waiting(
    visit: Here,
    language: _Asked = "",
    reason: _Asked = "",
    order: _Asked = "",
    number: Annotated[int, Query(alias="page", ge=1, le=_LAST_PAGE)] = 1,
) -> Response:
    """The list, a page at a time. What it cannot be sorted or filtered by is passed over."""
    wanted = _wanted(visit, language, reason, order)
    async with visit.hotline.storage.reading() as session:
        count = await unanswered.count(session, wanted)
        last = max(1, -(-count // PAGE))
        number = min(number, last)
        questions = await unanswered.waiting(session, wanted, number)
    near = {question.id: _entry(visit, question.slug) for question in questions}
    choices = {"reasons": list(Reason), "languages": visit.hotline.library.texts.languages}
    shown = {"wanted": wanted, "count": count, "number": number, "last": last, "query": _query(wanted)}
    return page(visit, "unanswered.html", 200, questions=questions, near=near, **choices, **shown)


@router.post("/unanswered/{question_id}/settle")
@needs(Permission.EDIT_ANSWERS)
async def settle(
    visit: Here,
    question_id: Number,
    language: _Typed = "",
    reason: _Typed = "",
    order: _Typed = "",
    *,
    number: Annotated[str, Form(alias="page")] = "1",
) -> Response:
    """Take a question off the list; pressed twice, it is done and audited once. Back to the same place of the list."""
    async with visit.hotline.storage.writing() as session:
        if await unanswered.settle(session, question_id, visit.me.id):
            audit.note(session, visit.me.id, "question-settled", f"question:{question_id}")
    back = _query(_wanted(visit, language, reason, order), number if number.isdecimal() else "1")
    return RedirectResponse(f"/unanswered{back}", 303)


def _wanted(visit: Visit, language: str, reason: str, order: str) -> Wanted:
    spoken = language if language in visit.hotline.library.texts.languages else ""
    return Wanted(spoken, reason if reason in set(Reason) else "", newest_first=order == _NEWEST)


def _query(wanted: Wanted, number: str = "") -> str:
    """The address part that shows the list like this again; the page may be added."""
    fields = {"language": wanted.language, "reason": wanted.reason, "order": _NEWEST if wanted.newest_first else ""}
    kept = {name: value for name, value in fields.items() if value} | (
        {"page": number} if number not in ("", "1") else {}
    )
    return f"?{urlencode(kept)}" if kept else ""


def _entry(visit: Visit, slug: str | None) -> str:
    """The question of the nearest entry, in the reader's language; empty if there is none."""
    entry = visit.hotline.shelf.answers().book.entries.get(slug or "")
    return entry.said(visit.language).question if entry else ""
