"""All queries about teams, shifts and holidays, and how admins change them."""

from collections.abc import Collection, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.handoff.shifts.models import Holiday, Shift, Team, TeamMember
from bot.handoff.shifts.plan import ZONES, Plan, Slot
from bot.staff.models import Staff
from bot.staff.permissions import Permission, roles_with
from bot.storage.base import insert

_DAY = 24 * 60
_LONGEST = 60


class Unfit(Exception):
    """A team, shift or holiday that cannot be: an unknown zone, a time that is none, a name that is taken or empty."""


async def plan(session: AsyncSession) -> Plan:
    """Today's plan."""
    rows = (
        await session.execute(select(Shift, Team.zone).join(Team, Team.id == Shift.team_id).where(Team.active))
    ).all()
    slots = tuple(
        Slot(shift.team_id, shift.weekday, shift.begins, shift.ends, ZoneInfo(zone), frozenset(shift.languages.split()))
        for shift, zone in rows
    )
    return Plan(slots, frozenset((one.day, one.team_id) for one in await holidays(session)))


async def teams(session: AsyncSession) -> Sequence[Team]:
    """The teams, by name."""
    return (await session.execute(select(Team).where(Team.active).order_by(Team.name))).scalars().all()


async def team_names(session: AsyncSession) -> dict[int, str]:
    """The names of all teams by number, also of those that were dissolved."""
    return {team.id: team.name for team in (await session.execute(select(Team))).scalars()}


async def shifts(session: AsyncSession) -> Sequence[Shift]:
    """All shifts, in the order of the week."""
    return (await session.execute(select(Shift).order_by(Shift.weekday, Shift.begins, Shift.id))).scalars().all()


async def holidays(session: AsyncSession) -> Sequence[Holiday]:
    """All holidays, by day."""
    return (await session.execute(select(Holiday).order_by(Holiday.day, Holiday.id))).scalars().all()


async def members(session: AsyncSession) -> set[tuple[int, int]]:
    """Who belongs to which team, as pairs of team and account."""
    return {(row.team_id, row.staff_id) for row in (await session.execute(select(TeamMember))).scalars()}


async def who_may_join(session: AsyncSession) -> Sequence[Staff]:
    """The accounts that take talks."""
    able = (Staff.active, Staff.role.in_(roles_with(Permission.TAKE_CONVERSATIONS)))
    return (await session.execute(select(Staff).where(*able).order_by(Staff.name))).scalars().all()


async def add_team(session: AsyncSession, name: str, zone: str) -> Team:
    """Make a team; one of the same name that was dissolved comes back.

    Raises:
        Unfit: no name, a name that is taken, an unknown zone.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= _LONGEST or zone not in ZONES:
        raise Unfit
    team = (await session.execute(select(Team).where(Team.name == name).with_for_update())).scalar_one_or_none()
    if team is not None and team.active:
        raise Unfit
    if team is None:
        team = Team(name=name)
        session.add(team)
    team.zone, team.active = zone, True
    await session.flush()
    return team


async def dissolve_team(session: AsyncSession, team_id: int) -> None:
    """End a team with its shifts; its name stays in the history of talks.

    Raises:
        Unfit: there is none.
    """
    (await _team(session, team_id)).active = False
    for table in (Shift, Holiday, TeamMember):
        await session.execute(delete(table).where(table.team_id == team_id))


async def set_members(session: AsyncSession, team_id: int, staff_ids: Collection[int]) -> None:
    """Say who belongs to a team.

    Raises:
        Unfit: there is no such team.
    """
    await _team(session, team_id)
    able = {staff.id for staff in await who_may_join(session)} & set(staff_ids)
    await session.execute(delete(TeamMember).where(TeamMember.team_id == team_id, TeamMember.staff_id.not_in(able)))
    for staff_id in sorted(able):
        row = insert(session, TeamMember).values(team_id=team_id, staff_id=staff_id)
        await session.execute(row.on_conflict_do_nothing())


async def add_shift(
    session: AsyncSession, team_id: int, weekday: int, begins: int, ends: int, *, languages: Collection[str] = ()
) -> None:
    """Plan a weekly shift; times in minutes after midnight, an end that is not later than the begin is on the next day.

    Raises:
        Unfit: no such team, day or time.
    """
    await _team(session, team_id)
    if weekday not in range(7) or begins not in range(_DAY) or ends not in range(_DAY):
        raise Unfit
    row = {"team_id": team_id, "weekday": weekday, "begins": begins, "ends": ends}
    session.add(Shift(**row, languages=" ".join(sorted(languages))))


async def remove_shift(session: AsyncSession, shift_id: int) -> None:
    """Take a shift out of the plan."""
    await session.execute(delete(Shift).where(Shift.id == shift_id))


async def add_holiday(session: AsyncSession, day: date, team_id: int | None) -> None:
    """A day without shifts, for one team or (None) for all; the same twice is once.

    Raises:
        Unfit: there is no such team.
    """
    if team_id is not None:
        await _team(session, team_id)
    if not any((one.day, one.team_id) == (day, team_id) for one in await holidays(session)):
        session.add(Holiday(day=day, team_id=team_id))


async def remove_holiday(session: AsyncSession, holiday_id: int) -> None:
    """Make a holiday a day like others."""
    await session.execute(delete(Holiday).where(Holiday.id == holiday_id))


async def _team(session: AsyncSession, team_id: int) -> Team:
    team = await session.get(Team, team_id, with_for_update=True)
    if team is None or not team.active:
        raise Unfit
    return team
