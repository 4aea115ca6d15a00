"""Returning people: what is still known of their earlier talks with counselors. Summaries only, never what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.handoff.models import Escalation
from bot.storage.base import now

_MOST = 20


@dataclass(frozen=True)
class Earlier:
    """An earlier talk with a counselor. What was said of it on closing hangs on the escalation."""

    talk_id: int
    escalation_id: int
    requested_at: datetime
    closed_at: datetime
    rank: int
    reason: str
    counselor_id: int


async def earlier(session: AsyncSession, talk: Conversation, kept_for: timedelta) -> Sequence[Earlier]:
    """The earlier talks of the same person that a counselor closed, newest first.

    Args:
        session: the unit of work.
        talk: loaded through `access.for_counselor`: whoever may read it may know these.
        kept_for: how long talks are kept after closing (`bot.retention.erase.AFTER_CLOSING`); one whose time is over
            counts as gone also before the hourly sweep has erased it.
    """
    same = (Conversation.person_id == talk.person_id, Conversation.id != talk.id)
    kept = (Escalation.claimed_by.is_not(None), Conversation.closed_at > now() - kept_for)
    query = select(Escalation).join(Conversation, Conversation.id == Escalation.conversation_id)
    newest = query.where(*same, *kept, Escalation.state == "closed").order_by(Escalation.closed_at.desc()).limit(_MOST)
    return [_summary(escalation) for escalation in (await session.execute(newest)).scalars()]


def _summary(escalation: Escalation) -> Earlier:
    return Earlier(
        talk_id=escalation.conversation_id,
        escalation_id=escalation.id,
        requested_at=escalation.requested_at,
        closed_at=escalation.closed_at or escalation.requested_at,
        rank=escalation.rank,
        reason=escalation.reason,
        counselor_id=escalation.claimed_by or 0,
    )
