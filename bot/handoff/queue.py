"""The queue: who waits, in order of danger and then of waiting time; and who is there to take them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import glimpses
from bot.conversations.glimpses import Glimpse
from bot.conversations.models import Conversation, Person
from bot.conversations.people import pseudonym
from bot.handoff.models import Escalation, Look, Transfer
from bot.handoff.transfer import is_to
from bot.staff.models import Staff
from bot.staff.permissions import Permission, roles_with
from bot.storage.base import now

PRESENT = timedelta(seconds=90)
"""A console that gave no sign for longer counts as gone."""


@dataclass(frozen=True)
class Waiting:
    """A line of the queue or of "my chats": enough to decide before claiming."""

    talk_id: int
    escalation_id: int
    state: str
    pseudonym: str
    rank: int
    reason: str
    since: datetime
    language: str
    country: str | None
    channel: str
    topic: str | None
    first_lines: tuple[str, ...]
    last_message_id: int
    raised: bool
    """A graver danger was found while they waited."""
    held_by: int | None
    """The account that has it."""


async def waiting(session: AsyncSession) -> list[Waiting]:
    """Everybody who waits."""
    return await _lines(session, Escalation.state == "waiting")


async def mine(session: AsyncSession, staff: Staff, talks: Collection[int] | None = None) -> list[Waiting]:
    """The chats a counselor has now. `talks`: only those of these talks."""
    theirs = (Escalation.state == "claimed") & (Escalation.claimed_by == staff.id)
    return await _lines(session, theirs if talks is None else theirs & Escalation.conversation_id.in_(talks))


async def taken(session: AsyncSession) -> list[Waiting]:
    """Who has what now, for supervisors."""
    return await _lines(session, Escalation.state == "claimed")


async def offered(session: AsyncSession, staff: Staff) -> list[Waiting]:
    """The talks that are offered to this counselor or to a team of theirs."""
    mine = (Transfer.state == "offered", Transfer.by_staff != staff.id, is_to(staff))
    return await _lines(session, Escalation.id.in_(select(Transfer.escalation_id).where(*mine)))


async def to_look_at(session: AsyncSession, staff: Staff) -> list[Waiting]:
    """The talks of others at which this counselor was asked to look."""
    asked = select(Look.escalation_id).where(Look.staff_id == staff.id)
    others = (Escalation.state == "claimed") & (Escalation.claimed_by != staff.id)
    return await _lines(session, others & Escalation.id.in_(asked))


async def _lines(session: AsyncSession, condition: ColumnElement[bool]) -> list[Waiting]:
    query = (
        select(Escalation, Conversation, Person)
        .join(Conversation, Conversation.id == Escalation.conversation_id)
        .join(Person, Person.id == Conversation.person_id)
        .where(condition)
        .order_by(Escalation.rank.desc(), Escalation.requested_at, Escalation.id)
    )
    rows = (await session.execute(query)).all()
    seen = await glimpses.of_talks(session, [talk.id for _, talk, _ in rows])
    return [_line(escalation, talk, person, seen[talk.id]) for escalation, talk, person in rows]


def _line(escalation: Escalation, talk: Conversation, person: Person, glimpse: Glimpse) -> Waiting:
    return Waiting(
        talk_id=talk.id,
        escalation_id=escalation.id,
        state=escalation.state,
        pseudonym=pseudonym(person),
        rank=escalation.rank,
        reason=escalation.reason,
        since=escalation.claimed_at or escalation.requested_at,
        language=talk.language,
        country=person.country,
        channel=person.channel,
        topic=talk.topic,
        first_lines=glimpse.words,
        last_message_id=glimpse.last_message_id,
        raised=escalation.state == "waiting" and escalation.raised_at is not None,
        held_by=escalation.claimed_by,
    )


async def place(session: AsyncSession, escalation: Escalation) -> int:
    """The place of one escalation in the queue, counted from 1."""
    graver = Escalation.rank > escalation.rank
    earlier = (Escalation.rank == escalation.rank) & (Escalation.requested_at < escalation.requested_at)
    query = select(func.count()).select_from(Escalation).where(Escalation.state == "waiting", graver | earlier)
    return int((await session.execute(query)).scalar_one()) + 1


async def on_shift(session: AsyncSession) -> Sequence[Staff]:
    """Counselors who take chats now: on shift, and with an open console."""
    there = (
        Staff.on_shift,
        Staff.active,
        Staff.role.in_(roles_with(Permission.TAKE_CONVERSATIONS)),
        Staff.seen_at >= now() - PRESENT,
    )
    return (await session.execute(select(Staff).where(*there))).scalars().all()
