"""Closing a talk with a short form, and the page of those who have to be looked after again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from bot.cases import closing, follow_ups
from bot.cases.closing import LATEST_FOLLOW_UP, Unfit
from bot.cases.days import today
from bot.cases.follow_ups import NoSuchFollowUp
from bot.cases.models import Kind
from bot.conversations import outbox
from bot.conversations.models import Author, Conversation
from bot.handoff import desk
from bot.replies import person
from bot.staff import accounts, audit
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.pages import page, refusal
from bot.web.staff.story import Story, tell
from bot.web.staff.talks import tell_of
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
_Typed = Annotated[str, Form()]
_Chosen = Annotated[list[str] | None, Form()]
_EVERYWHERE = "EU"


@dataclass(frozen=True)
class Sheet:
    """The form as it is shown: what is chosen, and what can be. Services by country, the person's first."""

    form: closing.Form
    kinds: Sequence[str]
    topics: Sequence[str]
    near: Sequence[tuple[str, str]]
    far: Mapping[str, Sequence[tuple[str, str]]]
    first: date
    last: date
    problem: str = ""


async def sheet(session: AsyncSession, visit: Visit, story: Story) -> Sheet:
    """The closing form of a talk, with what is known filled in."""
    talk = await session.get_one(Conversation, story.talk_id)
    entry = visit.hotline.shelf.answers().book.entries.get(talk.topic or "")
    form = closing.suggested(story.rank, story.reason, talk.topic, entry.group if entry else None)
    return _sheet(visit, form, story.country)


def _sheet(visit: Visit, form: closing.Form, country: str | None, problem: str = "") -> Sheet:
    directory = visit.hotline.library.wording.directory
    by_country: dict[str, list[tuple[str, str]]] = {}
    for service in directory.services.values():
        by_country.setdefault(service.country, []).append((service.id, directory.name(visit.language, service.id)))
    near = [one for code in dict.fromkeys((country or "UA", _EVERYWHERE)) for one in by_country.pop(code, [])]
    topics, kinds = visit.hotline.shelf.answers().book.groups(), list(Kind)
    return Sheet(form, kinds, topics, near, by_country, today(), today() + LATEST_FOLLOW_UP, problem)


@router.post("/talks/{talk_id}/close")
@needs(Permission.TAKE_CONVERSATIONS)
async def close(
    visit: Here,
    talk_id: Number,
    *,
    kind: _Typed = "",
    topics: _Chosen = None,
    referrals: _Chosen = None,
    follow_up_on: _Typed = "",
    shared: _Typed = "",
) -> Response:
    """End a talk with its form. A form that cannot be taken comes back, and the talk stays open."""
    form = closing.Form(kind, topics or (), referrals or (), None, shared == "yes")
    try:
        form = replace(form, follow_up_on=_day(follow_up_on) if follow_up_on else None)
        directory = visit.hotline.library.wording.directory
        closing.check(form, visit.hotline.shelf.answers().book.groups(), list(directory.services))
    except Unfit as unfit:
        return await _again(visit, talk_id, form, unfit)
    async with visit.hotline.storage.writing() as session:
        me = await accounts.account(session, visit.me.id)
        talk = await desk.close(session, talk_id, me)
        await closing.record(session, talk, me, form)
        voice = visit.hotline.library.voice(talk.language)
        await outbox.say(session, talk, person.closed(voice, str(talk.id)), author=Author.SYSTEM)
        audit.note(session, me.id, "closed", f"talk:{talk.id}")
    tell_of(visit, talk)
    return RedirectResponse("/", 303)


async def _again(visit: Visit, talk_id: int, form: closing.Form, unfit: Unfit) -> Response:
    async with visit.hotline.storage.reading() as session:
        story = await tell(session, visit, talk_id)
    shown = _sheet(visit, form, story.country, visit.say(f"staff-closing-wrong-{unfit.code}"))
    return page(visit, "cases/closing.html", 422, story=story, closing=shown)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise Unfit("date") from None


@router.get("/follow-ups")
@needs(Permission.TAKE_CONVERSATIONS)
async def listed(visit: Here) -> Response:
    """One's own follow-ups and those of nobody."""
    return await _follow_ups(visit)


async def _follow_ups(visit: Visit, status: int = 200, problem: str = "") -> Response:
    async with visit.hotline.storage.reading() as session:
        lines = await follow_ups.open_for(session, visit.me)
    choices = {"first": today(), "last": today() + LATEST_FOLLOW_UP}
    due, later = [line for line in lines if line.due], [line for line in lines if not line.due]
    return page(visit, "cases/follow-ups.html", status, due=due, later=later, problem=problem, **choices)


@router.post("/follow-ups/{closing_id}/done")
@needs(Permission.TAKE_CONVERSATIONS)
async def done(request: Request, visit: Here, closing_id: Number) -> Response:
    """Take a follow-up off the list; pressed twice, it is done and audited once."""
    try:
        async with visit.hotline.storage.writing() as session:
            if await follow_ups.done(session, visit.me, closing_id):
                audit.note(session, visit.me.id, "followed-up", f"closing:{closing_id}")
    except NoSuchFollowUp:
        return refusal(request, visit, 404, "staff-follow-up-gone")
    return RedirectResponse("/follow-ups", 303)


@router.post("/follow-ups/{closing_id}/move")
@needs(Permission.TAKE_CONVERSATIONS)
async def move(request: Request, visit: Here, closing_id: Number, on: _Typed = "") -> Response:
    """Put a follow-up off."""
    try:
        async with visit.hotline.storage.writing() as session:
            await follow_ups.move(session, visit.me, closing_id, _day(on))
            audit.note(session, visit.me.id, "follow-up-moved", f"closing:{closing_id}")
    except Unfit:
        return await _follow_ups(visit, 422, visit.say("staff-closing-wrong-date"))
    except NoSuchFollowUp:
        return refusal(request, visit, 404, "staff-follow-up-gone")
    return RedirectResponse("/follow-ups", 303)
