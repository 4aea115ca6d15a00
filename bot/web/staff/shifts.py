"""The plan: teams, who belongs to them, their weekly shifts and their holidays."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated

from babel.dates import get_day_names
from fastapi import APIRouter, Form
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from bot.handoff.shifts import repository
from bot.handoff.shifts.plan import ZONES
from bot.handoff.shifts.repository import Unfit
from bot.staff import audit
from bot.staff.permissions import Permission
from bot.storage.base import now
from bot.texts import locale
from bot.web.staff.guard import needs
from bot.web.staff.pages import page
from bot.web.staff.visit import LARGEST, Here, Number, Visit

router = APIRouter()
_Typed = Annotated[str, Form()]
_Rows = Annotated[list[int], Form()]
_Words = Annotated[list[str], Form()]
_Row = Annotated[int, Form(ge=0, le=LARGEST)]


@router.get("/shifts")
@needs(Permission.MANAGE_SHIFTS)
async def everything(visit: Here) -> Response:
    """The whole plan."""
    return await _page(visit)


@router.post("/shifts/teams")
@needs(Permission.MANAGE_SHIFTS)
async def add_team(visit: Here, name: _Typed = "", zone: _Typed = "") -> Response:
    """Make a team."""
    try:
        async with _change(visit, "team-made") as session:
            await repository.add_team(session, name, zone)
    except Unfit:
        return await _page(visit, 422, "staff-shifts-team-unfit")
    return _done()


@router.post("/shifts/teams/{team_id}/dissolve")
@needs(Permission.MANAGE_SHIFTS)
async def dissolve(visit: Here, team_id: Number) -> Response:
    """End a team with its shifts."""
    try:
        async with _change(visit, "team-dissolved", f"team:{team_id}") as session:
            await repository.dissolve_team(session, team_id)
    except Unfit:
        return await _page(visit, 404, "staff-shifts-unfit")
    return _done()


@router.post("/shifts/teams/{team_id}/members")
@needs(Permission.MANAGE_SHIFTS)
async def set_members(visit: Here, team_id: Number, member: _Rows = []) -> Response:  # noqa: B006  # FastAPI copies it
    """Say who belongs to a team."""
    try:
        async with _change(visit, "team-changed", f"team:{team_id}") as session:
            await repository.set_members(session, team_id, member)
    except Unfit:
        return await _page(visit, 404, "staff-shifts-unfit")
    return _done()


@router.post("/shifts")
@needs(Permission.MANAGE_SHIFTS)
async def add_shift(
    visit: Here,
    *,
    team: _Row = 0,
    begins: _Typed = "",
    ends: _Typed = "",
    weekday: _Rows = [],  # noqa: B006  # FastAPI copies it
    language: _Words = [],  # noqa: B006
) -> Response:
    """Plan a shift on one or several days of the week."""
    spoken = visit.hotline.library.texts.languages
    try:
        async with _change(visit, "shift-planned", f"team:{team}") as session:
            for day in weekday or [-1]:
                known = [code for code in language if code in spoken]
                await repository.add_shift(session, team, day, _minutes(begins), _minutes(ends), languages=known)
    except Unfit:
        return await _page(visit, 422, "staff-shifts-unfit")
    return _done()


@router.post("/shifts/{shift_id}/remove")
@needs(Permission.MANAGE_SHIFTS)
async def remove_shift(visit: Here, shift_id: Number) -> Response:
    """Take a shift out of the plan."""
    async with _change(visit, "shift-removed") as session:
        await repository.remove_shift(session, shift_id)
    return _done()


@router.post("/shifts/holidays")
@needs(Permission.MANAGE_SHIFTS)
async def add_holiday(visit: Here, day: _Typed = "", team: _Row = 0) -> Response:
    """A day without shifts. `team`: 0 for all."""
    try:
        async with _change(visit, "holiday-planned", f"day:{day[:10]}") as session:
            await repository.add_holiday(session, date.fromisoformat(day), team or None)
    except (Unfit, ValueError):
        return await _page(visit, 422, "staff-shifts-unfit")
    return _done()


@router.post("/shifts/holidays/{holiday_id}/remove")
@needs(Permission.MANAGE_SHIFTS)
async def remove_holiday(visit: Here, holiday_id: Number) -> Response:
    """Make a holiday a day like others."""
    async with _change(visit, "holiday-removed") as session:
        await repository.remove_holiday(session, holiday_id)
    return _done()


def _minutes(clock: str) -> int:
    """Minutes after midnight of "09:30".

    Raises:
        Unfit: no time of a day.
    """
    hours, _, minutes = clock.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and int(minutes) < 60):  # noqa: PLR2004  # minutes of an hour
        raise Unfit
    return int(hours) * 60 + int(minutes)


@asynccontextmanager
async def _change(visit: Visit, action: str, subject: str = "") -> AsyncIterator[AsyncSession]:
    async with visit.hotline.storage.writing() as session:
        yield session
        audit.note(session, visit.me.id, action, subject)


def _done() -> Response:
    return RedirectResponse("/shifts", 303)


async def _page(visit: Visit, status: int = 200, problem: str = "") -> Response:
    async with visit.hotline.storage.reading() as session:
        shown = {
            "teams": await repository.teams(session),
            "shifts": await repository.shifts(session),
            "holidays": await repository.holidays(session),
            "members": await repository.members(session),
            "people": await repository.who_may_join(session),
            "open_now": (await repository.plan(session)).open_at(now()),
        }
    days = get_day_names("wide", "stand-alone", locale(visit.language))
    return page(
        visit,
        "shifts.html",
        status,
        problem=visit.say(problem) if problem else "",
        days=[days[number] for number in range(7)],
        zones=[(zone, visit.say(f"zone-{zone.rpartition('/')[2].lower()}")) for zone in ZONES],
        languages=visit.hotline.library.texts.languages,
        time=lambda minutes: f"{minutes // 60:02}:{minutes % 60:02}",
        **shown,
    )
