"""Which conversations a member of staff may reach. Every page loads a talk through here, and only through here."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.handoff.models import Escalation
from bot.staff.models import Role, Staff


class NotYours(Exception):
    """The conversation is not for this member of staff (or does not exist: the answer is the same)."""


async def for_counselor(session: AsyncSession, staff: Staff, talk_id: int) -> tuple[Conversation, Escalation]:
    """A talk that waits for somebody, or that this counselor has or had.

    Raises:
        NotYours: never escalated, another counselor's, or no counselor at all.
    """
    if staff.role != Role.COUNSELOR:  # the column gives plain text
        raise NotYours
    query = select(Conversation, Escalation).join(Escalation, Escalation.conversation_id == Conversation.id)
    mine = (Escalation.state == "waiting") | (Escalation.claimed_by == staff.id)
    row = (
        await session.execute(query.where(Conversation.id == talk_id, mine).order_by(Escalation.id.desc()).limit(1))
    ).first()
    if row is None:
        raise NotYours
    return row[0], row[1]
