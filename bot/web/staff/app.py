"""The staff application, put together."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.cases.records import NoSuchCase
from bot.conversations.talks import NoSuchTalk
from bot.handoff.access import NotYours
from bot.handoff.errors import AlreadyClaimed, CannotTake, NotClaimed, NotOffered, TalkedOn
from bot.hotline import Hotline
from bot.staff.accounts import NoSuchAccount
from bot.web.security import SecurityHeaders
from bot.web.staff import (
    accounts,
    analyze,
    attachments,
    board,
    cases,
    cases_closing,
    cases_consent,
    cases_export,
    console,
    handover,
    live,
    ready,
    registers,
    shifts,
    sign_in,
    talks,
    unanswered,
)
from bot.web.staff.guard import Guard
from bot.web.staff.pages import refusal
from bot.web.staff.visit import here

_STATIC = Path(__file__).parent.parent / "static"
_PAGES = (
    sign_in,
    console,
    talks,
    accounts,
    attachments,
    board,
    cases_closing,
    cases_export,  # before `cases`, whose pages have a number where its addresses have a word
    cases,
    cases_consent,
    handover,
    live,
    ready,
    registers,
    shifts,
    unanswered,
    analyze,
)


class _Static(StaticFiles):
    """Styles and scripts: kept by the browser, but asked about each time, so that an update shows at once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "no-cache"
        return answer


def staff_app(hotline: Hotline) -> FastAPI:
    """The staff application. Serve it on a port of its own, which may be kept off the internet."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.hotline = hotline
    for pages in _PAGES:
        app.router.routes.extend(pages.router.routes)  # flat, so that the guard sees every route by itself
    app.add_api_route("/health", health, methods=["GET"])
    app.mount("/static", _Static(directory=_STATIC), name="static")
    app.add_middleware(Guard, hotline=hotline)
    app.add_middleware(SecurityHeaders, https_only=hotline.settings.secure_cookies)
    _explain_errors(app)
    return app


async def health(request: Request) -> Response:
    """Whether the staff application can work."""
    hotline: Hotline = request.app.state.hotline
    try:
        async with hotline.storage.reading() as session:
            await session.execute(select(1))
    except (SQLAlchemyError, OSError):
        return JSONResponse({"ok": False, "database": False}, 503)
    return JSONResponse({"ok": True, "database": True})


def _explain_errors(app: FastAPI) -> None:
    """Business errors as pages in plain words. Whether a talk is another's or there is none, the answer is the same."""
    answers: dict[type[Exception], tuple[int, str]] = {
        NotYours: (403, "staff-refused-talk"),
        NoSuchTalk: (403, "staff-refused-talk"),
        NotClaimed: (409, "staff-refused-not-claimed"),
        NotOffered: (409, "staff-refused-not-offered"),
        CannotTake: (409, "staff-refused-cannot-take"),
        TalkedOn: (409, "staff-refused-talked-on"),
        NoSuchCase: (404, "staff-case-gone"),
        NoSuchAccount: (404, "staff-refused-missing"),
        RequestValidationError: (404, "staff-refused-missing"),
    }

    async def explain(request: Request, error: Exception) -> Response:
        status, key = answers[type(error)]
        return refusal(request, here(request), status, key)

    async def who_was_faster(request: Request, error: Exception) -> Response:
        by = error.by if isinstance(error, AlreadyClaimed) else ""
        return refusal(request, here(request), 409, "staff-refused-claimed", name=by)

    async def other(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return refusal(request, here(request), status, "staff-refused-missing")

    for kind in answers:
        app.add_exception_handler(kind, explain)
    app.add_exception_handler(AlreadyClaimed, who_was_faster)
    app.add_exception_handler(HTTPException, other)
