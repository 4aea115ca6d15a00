"""Claims that nobody answers go back to the queue. Every step looks again under lock, so several workers may run it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.handoff.desk import put_back
from bot.handoff.errors import NotClaimed
from bot.handoff.holding import locked
from bot.handoff.models import Escalation, Transfer
from bot.settings import Settings
from bot.staff.models import Staff
from bot.storage.base import now

_COME_BACK = timedelta(seconds=60)
"""After a start, consoles have so long to give a sign before any counts as gone."""


@dataclass(frozen=True)
class Limits:
    """How long what may last. `since`: when this worker began to look."""

    first_reply: timedelta
    silence: timedelta
    offline: timedelta
    offer: timedelta
    since: datetime

    @classmethod
    def of(cls, settings: Settings, since: datetime) -> "Limits":
        """The limits that the operator has set."""
        return cls(
            first_reply=timedelta(minutes=settings.first_reply_minutes),
            silence=timedelta(minutes=settings.silence_minutes),
            offline=timedelta(minutes=settings.offline_minutes),
            offer=timedelta(minutes=settings.transfer_minutes),
            since=since,
        )


async def overdue(session: AsyncSession, limits: Limits) -> Sequence[int]:
    """Claimed escalations that should go back to the queue."""
    query = (
        select(Escalation, Staff).join(Staff, Staff.id == Escalation.claimed_by).where(Escalation.state == "claimed")
    )
    rows = (await session.execute(query)).all()
    return [escalation.id for escalation, holder in rows if cause(escalation, holder, limits)]


async def give_up(session: AsyncSession, escalation_id: int, limits: Limits) -> tuple[Conversation, Escalation] | None:
    """Return a claim to the queue if it is overdue, looked at again under lock; None if it is not (any more)."""
    try:
        talk, escalation = await locked(session, escalation_id)
    except NotClaimed:
        return None
    holder = await session.get(Staff, escalation.claimed_by) if escalation.claimed_by else None
    why = cause(escalation, holder, limits) if holder else ""
    if not why:
        return None
    await put_back(session, talk, escalation, None, why)
    return talk, escalation


def cause(escalation: Escalation, holder: Staff, limits: Limits) -> str:
    """Why a claim should go back: `no_reply`, `silent` or `offline`; empty if it should not."""
    moment, claimed_at = now(), escalation.claimed_at or now()
    if escalation.replied_at is None and claimed_at < moment - limits.first_reply:
        return "no_reply"
    if escalation.unanswered_since and max(escalation.unanswered_since, claimed_at) < moment - limits.silence:
        return "silent"
    sign = max(holder.seen_at or claimed_at, claimed_at)
    consoles_are_back = limits.since < moment - _COME_BACK
    gone = not holder.active or (consoles_are_back and sign < moment - limits.offline)
    return "offline" if gone else ""


async def unanswered_offers(session: AsyncSession, limits: Limits) -> Sequence[int]:
    """Escalations with a transfer that nobody accepted in time."""
    late = (Transfer.state == "offered", Transfer.offered_at < now() - limits.offer)
    return (await session.execute(select(Transfer.escalation_id).where(*late))).scalars().all()
