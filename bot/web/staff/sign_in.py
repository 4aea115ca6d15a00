"""The way in and out: sign-in with name and password, and the one-time link with which a password is set."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from bot.staff import accounts, audit, links, passwords
from bot.staff import sign_in as signing
from bot.staff.permissions import Permission
from bot.storage.base import now
from bot.web.staff.guard import COOKIE, needs
from bot.web.staff.pages import page
from bot.web.staff.visit import Here, Visit

router = APIRouter()
_Typed = Annotated[str, Form()]


@router.get("/sign-in")
async def ask(visit: Here) -> Response:
    """The sign-in page."""
    if visit.signed_in:
        return RedirectResponse("/", 303)
    return page(visit, "sign-in.html", name="", problem="")


@router.post("/sign-in")
async def sign_in(request: Request, visit: Here, name: _Typed = "", password: _Typed = "") -> Response:
    """Sign in."""
    try:
        token = await signing.sign_in(visit.hotline.storage, name, password, request.cookies.get(COOKIE, ""))
    except signing.WrongPassword:
        return page(visit, "sign-in.html", 403, name=name, problem=visit.say("staff-sign-in-wrong"))
    except signing.TooManyFailures as failed:
        minutes = max(1, round((failed.until - now()).total_seconds() / 60))
        return page(visit, "sign-in.html", 429, name=name, problem=visit.say("staff-sign-in-wait", count=minutes))
    return _signed_in(visit, token)


@router.post("/sign-out")
@needs(Permission.OWN_ACCOUNT)
async def sign_out(visit: Here) -> Response:
    """End this browser's session; a counselor who leaves is off shift."""
    async with visit.hotline.storage.writing() as session:
        me = await accounts.account(session, visit.me.id)
        me.on_shift = False
        await signing.end(session, visit.token)
        audit.note(session, me.id, "signed-out")
    visit.hotline.bus.tell("queue")
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


@router.get("/welcome/{token}")
async def welcome(visit: Here, token: str) -> Response:
    """The page on which a one-time link sets a password."""
    try:
        async with visit.hotline.storage.reading() as session:
            staff = await links.look(session, token)
    except links.LinkDead:
        return _dead(visit)
    return page(visit, "welcome.html", name=staff.name, problem="")


@router.post("/welcome/{token}")
async def set_password(visit: Here, token: str, password: _Typed = "", again: _Typed = "") -> Response:
    """Set the password, and be signed in."""
    try:
        async with visit.hotline.storage.reading() as session:
            name = (await links.look(session, token)).name
        if problem := _problem(visit, password, again, name):
            return page(visit, "welcome.html", 422, name=name, problem=problem)
        hashed = await passwords.hashed(password)
        async with visit.hotline.storage.writing() as session:
            staff = await signing.set_password(session, token, hashed)
            await signing.end(session, visit.token)
            cookie = await signing.begin(session, staff)
    except links.LinkDead:
        return _dead(visit)
    return _signed_in(visit, cookie)


def _problem(visit: Visit, password: str, again: str, name: str) -> str:
    try:
        passwords.accept(password, name)
    except passwords.PasswordTooWeak as weak:
        return visit.say(f"staff-password-{weak.reason}", count=passwords.SHORTEST)
    return "" if password == again else visit.say("staff-password-differs")


def _dead(visit: Visit) -> Response:
    return page(visit, "refused.html", 410, text=visit.say("staff-link-dead"))


def _signed_in(visit: Visit, token: str) -> Response:
    answer = RedirectResponse("/", 303)
    secure = visit.hotline.settings.secure_cookies
    answer.set_cookie(COOKIE, token, path="/", httponly=True, samesite="strict", secure=secure)
    return answer
