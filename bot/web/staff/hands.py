"""To whom an open chat can be handed: colleagues and teams, and the offer that stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.handoff import queue, transfer
from bot.handoff.shifts import repository
from bot.web.staff.visit import Visit


@dataclass(frozen=True)
class Colleague:
    """Somebody who can take chats. `there`: on shift, with an open console."""

    id: int
    name: str
    there: bool


@dataclass(frozen=True)
class Hands:
    """The choices. `offered`: the name of whom the chat is offered to now; empty if it is not."""

    colleagues: Sequence[Colleague]
    teams: Sequence[tuple[int, str]]
    offered: str


async def hands(session: AsyncSession, visit: Visit, escalation_id: int) -> Hands:
    """Whom the reader can ask, who is there first."""
    there = {staff.id for staff in await queue.on_shift(session)}
    takers = [staff for staff in await repository.who_may_join(session) if staff.id != visit.me.id]
    colleagues = [Colleague(staff.id, staff.name, staff.id in there) for staff in takers]
    teams = [(team.id, team.name) for team in await repository.teams(session)]
    standing = await transfer.standing(session, escalation_id)
    names = {staff.id: staff.name for staff in takers}
    offered = (names.get(standing.to_staff or 0) or dict(teams).get(standing.to_team or 0, "…")) if standing else ""
    return Hands(sorted(colleagues, key=lambda one: not one.there), teams, offered)
