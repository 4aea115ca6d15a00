"""What happened to a talk, and what is known of earlier ones with the same person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.handoff.history import history
from bot.handoff.shifts import repository
from bot.staff import accounts


@dataclass(frozen=True)
class Happening:
    """Something that happened to the talk; `note` is a counselor's private one."""

    id: int
    what: str
    by: str
    at: datetime
    note: str
    other: str = ""
    """The colleague or the team whom it concerns."""
    cause: str = ""
    """Why, if a timer or an admin did it."""


async def happenings(session: AsyncSession, talk_id: int) -> Sequence[Happening]:
    """Everything that happened to a talk, in order."""
    names, teams = await accounts.names(session), await repository.team_names(session)
    return [
        Happening(
            id=event.id,
            what=event.what,
            by=names.get(event.staff_id or 0, ""),
            at=event.at,
            note=event.note,
            other=names.get(event.other_id or 0) or teams.get(event.team_id or 0, ""),
            cause=event.cause,
        )
        for event in await history(session, talk_id)
    ]
