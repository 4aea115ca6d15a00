"""Who has to be looked after again, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases.closing import check_date
from bot.cases.days import today
from bot.cases.models import Closing
from bot.conversations.models import Conversation, Person
from bot.conversations.people import pseudonym
from bot.handoff.models import Escalation
from bot.staff.models import Staff
from bot.storage.base import now

_MOST = 200


class NoSuchFollowUp(Exception):
    """It is not there (any more), or is another counselor's."""


@dataclass(frozen=True)
class FollowUp:
    """A line of the page."""

    id: int
    on: date
    talk_id: int
    pseudonym: str
    kind: str
    language: str
    country: str | None
    shared: bool
    mine_to_read: bool

    @property
    def due(self) -> bool:
        """Whether today is the day, or it was before."""
        return self.on <= today()


async def open_for(session: AsyncSession, counselor: Staff) -> list[FollowUp]:
    """What is not done yet: a counselor's own, and those of nobody (also of accounts that are blocked); the oldest first."""
    query = (
        select(Closing, Escalation.claimed_by, Conversation, Person)
        .join(Escalation, Escalation.id == Closing.escalation_id)
        .join(Conversation, Conversation.id == Escalation.conversation_id)
        .join(Person, Person.id == Conversation.person_id)
        .where(Closing.followed_up_at.is_(None), Closing.follow_up_on.is_not(None), _theirs(counselor))
        .order_by(Closing.follow_up_on, Closing.id)
        .limit(_MOST)
    )
    return [_line(counselor, *row) for row in (await session.execute(query)).all()]


async def count_due(session: AsyncSession, counselor: Staff) -> int:
    """How many of them are for today or were before."""
    open_ones = (Closing.followed_up_at.is_(None), Closing.follow_up_on <= today(), _theirs(counselor))
    return int((await session.execute(select(func.count()).select_from(Closing).where(*open_ones))).scalar_one())


def _theirs(counselor: Staff) -> ColumnElement[bool]:
    gone = select(Staff.id).where(~Staff.active)
    return or_(Closing.follow_up_by == counselor.id, Closing.follow_up_by.is_(None), Closing.follow_up_by.in_(gone))


def _line(counselor: Staff, closing: Closing, claimed_by: int | None, talk: Conversation, person: Person) -> FollowUp:
    return FollowUp(
        id=closing.id,
        on=closing.follow_up_on or today(),
        talk_id=talk.id,
        pseudonym=pseudonym(person),
        kind=closing.kind,
        language=talk.language,
        country=person.country,
        shared=closing.follow_up_by != counselor.id,
        mine_to_read=claimed_by == counselor.id,
    )


async def _mine(session: AsyncSession, counselor: Staff, closing_id: int) -> Closing:
    query = select(Closing).where(Closing.id == closing_id, Closing.follow_up_on.is_not(None), _theirs(counselor))
    closing = (await session.execute(query.with_for_update())).scalar_one_or_none()
    if closing is None:
        raise NoSuchFollowUp(closing_id)
    return closing


async def done(session: AsyncSession, counselor: Staff, closing_id: int) -> bool:
    """Take it off the list. False: it was done already.

    Raises:
        NoSuchFollowUp: it is not theirs.
    """
    closing = await _mine(session, counselor, closing_id)
    if closing.followed_up_at is not None:
        return False
    closing.followed_up_at, closing.follow_up_by = now(), counselor.id
    return True


async def move(session: AsyncSession, counselor: Staff, closing_id: int, to: date) -> None:
    """Put it off to another day.

    Raises:
        NoSuchFollowUp: it is not theirs.
        Unfit: it cannot be that day.
    """
    check_date(to)
    closing = await _mine(session, counselor, closing_id)
    closing.follow_up_on, closing.followed_up_at = to, None


def due(lines: Sequence[FollowUp]) -> int:
    """How many are for today or were before."""
    return sum(line.due for line in lines)
