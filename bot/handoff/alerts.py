"""Alerting counselors until somebody claims: when an alert is due, and that each is sent by one worker only.

An alert is marked as sent before it goes out: if the program dies in between, one repetition is lost, and the next comes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.danger.levels import Level
from bot.handoff.models import Alert, Escalation
from bot.storage.base import insert, now

_PLAIN = (0, 2, 5, 10)
_EMERGENCY = (0, 1, 2, 3, 5, 10)
"""Minutes after which an alert comes (again)."""
_PLAIN_AFTER, _EMERGENCY_AFTER = timedelta(hours=1), timedelta(minutes=10)
"""And the pauses between two after that."""


@dataclass(frozen=True)
class Notice:
    """What the counselors are told of one waiting person. `again`: not for the first time; `over`: why it ended."""

    escalation_id: int
    talk_id: int
    rank: int
    language: str
    since: datetime
    again: bool = False
    over: str = ""
    reply_to: str | None = None


async def begin(session: AsyncSession) -> None:
    """Have alerts for everybody who waits; who waits again, or in graver danger, is alerted of anew."""
    known = select(Alert.escalation_id)
    fresh = select(Escalation.id, Escalation.rank).where(Escalation.state == "waiting", Escalation.id.not_in(known))
    for number, rank in (await session.execute(fresh)).all():
        row = {"escalation_id": number, "rank": rank, "sent": 0, "next_at": now(), "over": False}
        await session.execute(insert(session, Alert).values(row).on_conflict_do_nothing())
    changed = select(Alert, Escalation.rank).join(Escalation, Escalation.id == Alert.escalation_id)
    anew = changed.where(Escalation.state == "waiting", Alert.over | (Escalation.rank > Alert.rank))
    for alert, rank in (await session.execute(anew.with_for_update(of=Alert))).all():
        alert.rank, alert.sent, alert.next_at, alert.over, alert.number = rank, 0, now(), False, None


async def take_due(session: AsyncSession) -> Sequence[Notice]:
    """The alerts that are due, gravest first, put off to their next time; another worker does not get them."""
    due = (Escalation.state == "waiting", Alert.over.is_(False), Alert.next_at <= now())
    order = (Escalation.rank.desc(), Escalation.requested_at)
    rows = (
        await session.execute(_all().where(*due).order_by(*order).with_for_update(of=Alert, skip_locked=True))
    ).all()
    notices = [_notice(alert, escalation, talk) for alert, escalation, talk in rows]
    for alert, escalation, _ in rows:
        alert.sent += 1
        alert.next_at = _next(alert.sent, escalation.rank)
    return notices


async def take_over(session: AsyncSession) -> Sequence[Notice]:
    """The alerts whose person no longer waits, each once, if the group had heard of them."""
    over = (Escalation.state != "waiting", Alert.over.is_(False))
    rows = (await session.execute(_all().where(*over).with_for_update(of=Alert, skip_locked=True))).all()
    for alert, _, _ in rows:
        alert.over = True
    return [_notice(alert, escalation, talk, over=True) for alert, escalation, talk in rows if alert.number]


async def sent(session: AsyncSession, escalation_id: int, number: str | None) -> None:
    """Remember the first message, to which the later ones are replies."""
    first = (Alert.escalation_id == escalation_id, Alert.number.is_(None))
    await session.execute(update(Alert).where(*first).values(number=number))


async def not_sent(session: AsyncSession, notices: Sequence[Notice]) -> None:
    """They could not be sent now: they are due again."""
    for notice in notices:
        undone = {"over": False} if notice.over else {"sent": Alert.sent - 1, "next_at": now()}
        await session.execute(update(Alert).where(Alert.escalation_id == notice.escalation_id).values(**undone))


def _all() -> Select[Alert, Escalation, Conversation]:
    query = select(Alert, Escalation, Conversation).join(Escalation, Escalation.id == Alert.escalation_id)
    return query.join(Conversation, Conversation.id == Escalation.conversation_id)


def _notice(alert: Alert, escalation: Escalation, talk: Conversation, *, over: bool = False) -> Notice:
    return Notice(
        escalation_id=escalation.id,
        talk_id=talk.id,
        rank=escalation.rank,
        language=talk.language,
        since=escalation.requested_at,
        again=alert.sent > 0,
        over=("claimed" if escalation.claimed_by else "left") if over else "",
        reply_to=alert.number,
    )


def _next(sent: int, rank: int) -> datetime:
    steps, after = (_EMERGENCY, _EMERGENCY_AFTER) if rank >= Level.EMERGENCY else (_PLAIN, _PLAIN_AFTER)
    return now() + (timedelta(minutes=steps[sent] - steps[sent - 1]) if sent < len(steps) else after)
