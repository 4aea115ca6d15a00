"""Accounts: admins make and block them and hand out one-time links; everybody chooses the language of their pages."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from bot.staff import accounts, audit, links
from bot.staff.models import Role
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.pages import page
from bot.web.staff.talks import return_all, tell_of
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
_Typed = Annotated[str, Form()]
_Chosen = Annotated[list[str] | None, Form()]


@router.get("/accounts")
@needs(Permission.MANAGE_ACCOUNTS)
async def everybody(visit: Here) -> Response:
    """All accounts."""
    return await _page(visit)


@router.post("/accounts")
@needs(Permission.MANAGE_ACCOUNTS)
async def create(
    request: Request, visit: Here, name: _Typed = "", role: _Typed = "", language: _Typed = ""
) -> Response:
    """Make an account; its one-time link is shown once, here."""
    if role not in set(Role) or language not in _languages(visit):
        return await _page(visit, 422, problem=visit.say("staff-account-incomplete"), typed=name)
    try:
        async with visit.hotline.storage.writing() as session:
            staff = await accounts.create(session, name, Role(role), language)
            token = await links.make_link(session, staff)
            audit.note(session, visit.me.id, "account-made", staff.name)
    except accounts.NameTaken:
        return await _page(visit, 409, problem=visit.say("staff-account-taken"), typed=name)
    except accounts.NameUnfit:
        return await _page(visit, 422, problem=visit.say("staff-account-unfit"), typed=name)
    return await _page(visit, 201, link=_address(request, token), link_for=staff.name)


@router.post("/accounts/{staff_id}/link")
@needs(Permission.MANAGE_ACCOUNTS)
async def link(request: Request, visit: Here, staff_id: Number) -> Response:
    """A fresh one-time link, for somebody who lost their password or their first link."""
    async with visit.hotline.storage.writing() as session:
        staff = await accounts.account(session, staff_id)
        token = await links.make_link(session, staff)
        audit.note(session, visit.me.id, "link-made", staff.name)
    return await _page(visit, 201, link=_address(request, token), link_for=staff.name)


@router.post("/accounts/{staff_id}/block")
@needs(Permission.MANAGE_ACCOUNTS)
async def block(visit: Here, staff_id: Number) -> Response:
    """Block an account; its talks go back to the queue."""
    try:
        async with visit.hotline.storage.writing() as session:
            staff = await accounts.block(session, visit.me, staff_id)
            returned = await return_all(session, visit, staff)
            audit.note(session, visit.me.id, "account-blocked", staff.name)
    except accounts.OwnAccount:
        return await _page(visit, 409, problem=visit.say("staff-account-own"))
    for talk in returned:
        tell_of(visit, talk)
    return RedirectResponse("/accounts", 303)


@router.post("/accounts/{staff_id}/unblock")
@needs(Permission.MANAGE_ACCOUNTS)
async def unblock(visit: Here, staff_id: Number) -> Response:
    """Let an account sign in again."""
    async with visit.hotline.storage.writing() as session:
        staff = await accounts.unblock(session, staff_id)
        audit.note(session, visit.me.id, "account-unblocked", staff.name)
    return RedirectResponse("/accounts", 303)


@router.get("/accounts/me")
@needs(Permission.OWN_ACCOUNT)
async def mine(visit: Here) -> Response:
    """One's own account."""
    return page(visit, "me.html", languages=_languages(visit), takes=set(visit.me.speaks.split()))


@router.post("/me")
@needs(Permission.OWN_ACCOUNT)
async def choose_languages(visit: Here, language: _Typed = "", takes: _Chosen = None) -> Response:
    """Choose the language of one's own pages, and those in which one takes chats (none or all: all)."""
    able = _languages(visit)
    if language in able:
        spoken = [code for code in able if code in (takes or ())]
        async with visit.hotline.storage.writing() as session:
            account = await accounts.account(session, visit.me.id)
            account.language = language
            account.speaks = "" if len(spoken) == len(able) else " ".join(spoken)
    return RedirectResponse("/accounts/me", 303)


async def _page(visit: Visit, status: int = 200, **said: str) -> Response:
    """The page of all accounts. `said`: a `problem` with the name as `typed`, or a fresh `link` and `link_for` whom."""
    async with visit.hotline.storage.reading() as session:
        everyone = await accounts.everybody(session)
    shown = {"problem": "", "typed": "", "link": "", "link_for": ""} | said
    choices = {"roles": list(Role), "languages": _languages(visit)}
    return page(visit, "accounts.html", status, everyone=everyone, **choices, **shown)


def _languages(visit: Visit) -> tuple[str, ...]:
    return visit.hotline.library.texts.languages


def _address(request: Request, token: str) -> str:
    return f"{request.base_url}welcome/{token}"
