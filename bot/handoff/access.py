"""Which conversations a member of staff may reach. Every page loads a talk through here, and only through here."""

from sqlalchemy import ColumnElement, exists, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.handoff.models import Escalation, Look, Transfer
from bot.handoff.transfer import is_to
from bot.staff.models import Staff
from bot.staff.permissions import Permission, may


class NotYours(Exception):
    """The conversation is not for this member of staff (or does not exist: the answer is the same)."""


async def for_counselor(session: AsyncSession, staff: Staff, talk_id: int) -> tuple[Conversation, Escalation]:
    """A talk that waits for somebody, that this counselor has or had, or at which they were asked to look.

    Reading is all that it allows: who may write to the person is asked by `desk.held`.

    Raises:
        NotYours: never escalated, another counselor's, or no counselor at all.
    """
    if not may(staff.role, Permission.SEE_CONVERSATIONS):
        raise NotYours
    query = select(Conversation, Escalation).join(Escalation, Escalation.conversation_id == Conversation.id)
    mine = query.where(Conversation.id == talk_id, _open_to(staff)).order_by(Escalation.id.desc()).limit(1)
    row = (await session.execute(mine)).first()
    if row is None:
        raise NotYours
    return row[0], row[1]


def _open_to(staff: Staff) -> ColumnElement[bool]:
    if may(staff.role, Permission.SUPERVISE):
        return true()
    waiting = Escalation.state == "waiting"
    mine = Escalation.claimed_by == staff.id
    offered = exists().where(Transfer.escalation_id == Escalation.id, Transfer.state == "offered", is_to(staff))
    asked = exists().where(Look.escalation_id == Escalation.id, Look.staff_id == staff.id)
    return or_(waiting, mine, offered, asked & (Escalation.state != "closed"))
