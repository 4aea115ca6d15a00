"""What happened to a talk, and what is known of earlier ones with the same person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import closing
from bot.cases.models import Closing
from bot.conversations.models import Conversation
from bot.handoff import returning
from bot.handoff.history import history
from bot.handoff.returning import Earlier
from bot.handoff.shifts import repository
from bot.retention.erase import AFTER_CLOSING


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


async def happenings(session: AsyncSession, talk_id: int, names: Mapping[int, str]) -> Sequence[Happening]:
    """Everything that happened to a talk, in order. `names`: of the accounts."""
    events = await history(session, talk_id)
    teams = await repository.team_names(session) if any(event.team_id for event in events) else {}
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
        for event in events
    ]


@dataclass(frozen=True)
class Before:
    """An earlier talk of the same person. `closing`: the form with which it was closed, if it has one."""

    talk: Earlier
    closing: Closing | None


async def before(session: AsyncSession, talk: Conversation) -> Sequence[Before]:
    """The earlier talks of the person, newest first; `talk` was loaded for the reader."""
    found = await returning.earlier(session, talk, AFTER_CLOSING)
    forms = await closing.of_escalations(session, [one.escalation_id for one in found])
    return [Before(one, forms.get(one.escalation_id)) for one in found]
