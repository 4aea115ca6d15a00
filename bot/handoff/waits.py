"""What a waiting person is told: their place, how long people usually wait, and when there is something new to tell."""

import statistics
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.danger.levels import Level
from bot.handoff import queue
from bot.handoff.models import Escalation
from bot.handoff.shifts import repository as shifts
from bot.replies.person import Standing
from bot.storage.base import now

ENOUGH = 5
"""From fewer claims nothing is said about usual waits: it would be chance."""
_RECENT = timedelta(days=14)
_NEWEST = 50
_KIND_MINUTES = (2, 5, 10, 15, 20, 30, 45, 60, 90, 120)
_PAUSE = timedelta(minutes=2)
"""No news sooner than this after the last."""
_MOST_DOUBLINGS = 3


async def standing(session: AsyncSession, talk: Conversation, escalation: Escalation) -> Standing:
    """Where a waiting person stands."""
    place = await queue.place(session, escalation)
    there = await queue.on_shift(session)
    if not any(staff.takes(talk.language) for staff in there):
        back = (await shifts.plan(session)).next_opening(now(), talk.language)
        return Standing(place, staffed=False, others=bool(there), back=back)
    usual = await usual_wait(session, talk.language)
    return Standing(place, staffed=True, usual=kindly(usual) if usual is not None else None)


async def usual_wait(session: AsyncSession, language: str) -> timedelta | None:
    """The median wait for a counselor in a language lately; None while there are too few to tell."""
    claimed = Escalation.first_claimed_at
    query = select(Escalation.requested_at, claimed).join(Conversation).where(Conversation.language == language)
    newest = query.where(claimed > now() - _RECENT).order_by(claimed.desc()).limit(_NEWEST)
    waits = [(end - begin).total_seconds() for begin, end in (await session.execute(newest)).all() if end]
    return timedelta(seconds=max(0, statistics.median(waits))) if len(waits) >= ENOUGH else None


def kindly(wait: timedelta) -> int:
    """A wait in minutes as it is said: rounded up, so that it is more often shorter than said; over two hours, to hours."""
    minutes = wait.total_seconds() / 60
    hours = int(-(-minutes // 60))
    return next((said for said in _KIND_MINUTES if minutes <= said), hours * 60)


def told(escalation: Escalation, place: int, *, asked: bool) -> None:
    """Remember what the person was told, and whether they had asked."""
    escalation.told_place, escalation.told_at = place, now()
    escalation.told_times += 0 if asked else 1


def has_news(escalation: Escalation, place: int, patience: timedelta) -> bool:
    """Whether a waiting person should hear of the queue without asking.

    They do when they moved up much, or have heard nothing for long: `patience` at first, twice as long each time.
    Somebody in present danger never does: a phone that lights up may be seen by the one they fear.
    """
    if escalation.rank >= Level.EMERGENCY or escalation.told_at is None or escalation.told_place is None:
        return False
    since = now() - escalation.told_at
    much = max(2, escalation.told_place // 3)
    moved_up = escalation.told_place - place >= much and since >= _PAUSE
    return moved_up or since >= patience * 2 ** min(escalation.told_times, _MOST_DOUBLINGS)


async def with_news(session: AsyncSession, patience: timedelta) -> Sequence[tuple[int, int]]:
    """Escalations and places of those who should hear something; nobody for whose language nobody is on shift."""
    there = await queue.on_shift(session)
    if not there:
        return []
    order = (Escalation.rank.desc(), Escalation.requested_at, Escalation.id)
    query = select(Escalation, Conversation.language).join(Conversation).where(Escalation.state == "waiting")
    waiting = (await session.execute(query.order_by(*order))).all()
    return [
        (escalation.id, place)
        for place, (escalation, language) in enumerate(waiting, 1)
        if has_news(escalation, place, patience) and any(staff.takes(language) for staff in there)
    ]
