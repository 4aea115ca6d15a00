"""Who holds a talk: looked up under lock, and changed. What the steps of the hand-over have in common."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import talks
from bot.conversations.models import Conversation, State
from bot.handoff.errors import NotClaimed
from bot.handoff.models import Escalation
from bot.staff.models import Staff
from bot.storage.base import now


async def open_escalation(session: AsyncSession, talk: Conversation) -> Escalation | None:
    """The escalation of a talk that is waiting or claimed, under lock."""
    query = select(Escalation).where(Escalation.conversation_id == talk.id, Escalation.state != "closed")
    fresh = query.with_for_update().execution_options(populate_existing=True)
    return (await session.execute(fresh)).scalar_one_or_none()


async def held(session: AsyncSession, talk_id: int, counselor: Staff) -> tuple[Conversation, Escalation]:
    """A talk that this counselor has now, under lock.

    Raises:
        NotClaimed: it is not theirs, or not any more.
    """
    talk = await talks.lock(session, talk_id)
    escalation = await open_escalation(session, talk)
    if escalation is None or escalation.state != "claimed" or escalation.claimed_by != counselor.id:
        raise NotClaimed
    return talk, escalation


async def locked(session: AsyncSession, escalation_id: int) -> tuple[Conversation, Escalation]:
    """A talk and its open escalation, by the escalation's number, under lock.

    Raises:
        NotClaimed: it is over, or was erased.
    """
    talk_id = await session.scalar(select(Escalation.conversation_id).where(Escalation.id == escalation_id))
    if talk_id is None:
        raise NotClaimed
    talk = await talks.lock(session, talk_id)
    escalation = await open_escalation(session, talk)
    if escalation is None or escalation.id != escalation_id:
        raise NotClaimed
    return talk, escalation


def give(talk: Conversation, escalation: Escalation, counselor: Staff) -> None:
    """Make a talk, which the caller holds under lock, a counselor's own."""
    moment = now()
    escalation.state, escalation.claimed_by, escalation.claimed_at = "claimed", counselor.id, moment
    escalation.first_claimed_at = escalation.first_claimed_at or moment
    escalation.replied_at = escalation.unanswered_since = None
    talk.state = State.HUMAN
