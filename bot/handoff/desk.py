"""What happens to a talk on its way to a counselor and back. The only code that writes a conversation's state.

Each function is one step of `bot → waiting → human → closed`, inside the caller's unit of work, and writes its line of
history. None of them says anything to the person: that is the caller's.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import talks
from bot.conversations.models import Conversation, State
from bot.danger.levels import Level
from bot.handoff.models import Escalation, EscalationEvent
from bot.staff.models import Staff
from bot.storage.base import now


class AlreadyClaimed(Exception):
    """Somebody was faster."""

    def __init__(self, by: str) -> None:
        """`by`: the name of the counselor who has it."""
        super().__init__(by)
        self.by = by


class NotClaimed(Exception):
    """The talk is not with this counselor (any more)."""


async def open_escalation(session: AsyncSession, talk: Conversation) -> Escalation | None:
    """The escalation of a talk that is waiting or claimed."""
    query = select(Escalation).where(Escalation.conversation_id == talk.id, Escalation.state != "closed")
    return (await session.execute(query.with_for_update())).scalar_one_or_none()


async def request(session: AsyncSession, talk: Conversation, level: Level, reason: str) -> tuple[Escalation, bool]:
    """Put a talk into the queue, or move it up if it is there already. Returns whether it is new there."""
    escalation = await open_escalation(session, talk)
    if escalation is None:
        escalation = Escalation(conversation_id=talk.id, rank=int(level), reason=reason)
        session.add(escalation)
        await session.flush()
        _note(session, escalation, "requested")
        talk.state = State.WAITING
        return escalation, True
    if level > escalation.rank:
        escalation.rank, escalation.reason = int(level), reason
        _note(session, escalation, "raised")
    return escalation, False


async def leave(session: AsyncSession, talk: Conversation) -> bool:
    """The person leaves the queue. False: they were not in it. A talk that danger put there stays."""
    escalation = await open_escalation(session, talk)
    if escalation is None or escalation.state != "waiting":
        return False
    _note(session, escalation, "left")
    if escalation.rank >= Level.EMERGENCY:
        return False
    escalation.state, escalation.closed_at = "closed", now()
    talk.state = State.BOT
    return True


async def claim(session: AsyncSession, escalation_id: int, counselor: Staff) -> Conversation:
    """Give a waiting talk to one counselor.

    Raises:
        AlreadyClaimed: somebody was faster; carries who.
        NotClaimed: the person left the queue in the meantime.
    """
    query = select(Escalation).where(Escalation.id == escalation_id).with_for_update()
    escalation = (await session.execute(query)).scalar_one_or_none()
    if escalation is None or escalation.state == "closed":
        raise NotClaimed
    if escalation.claimed_by is not None and escalation.claimed_by != counselor.id:
        raise AlreadyClaimed(by=(await session.get_one(Staff, escalation.claimed_by)).name)
    talk = await talks.lock(session, escalation.conversation_id)
    if escalation.state == "waiting":
        escalation.state, escalation.claimed_by, escalation.claimed_at = "claimed", counselor.id, now()
        talk.state = State.HUMAN
        _note(session, escalation, "claimed", counselor)
    return talk


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


async def give_back(session: AsyncSession, talk_id: int, counselor: Staff) -> Conversation:
    """Return a talk to the queue; it keeps its place there.

    Raises:
        NotClaimed: it is not theirs.
    """
    talk, escalation = await held(session, talk_id, counselor)
    escalation.state, escalation.claimed_by, escalation.claimed_at = "waiting", None, None
    talk.state = State.WAITING
    _note(session, escalation, "returned", counselor)
    return talk


async def close(session: AsyncSession, talk_id: int, counselor: Staff) -> Conversation:
    """End a talk; the person's next message begins a new one with the bot.

    Raises:
        NotClaimed: it is not theirs.
    """
    talk, escalation = await held(session, talk_id, counselor)
    escalation.state, escalation.closed_at = "closed", now()
    talk.state, talk.closed_at = State.CLOSED, now()
    _note(session, escalation, "closed", counselor)
    return talk


async def add_note(session: AsyncSession, talk_id: int, counselor: Staff, note: str) -> None:
    """Keep a private note that the person never sees.

    Raises:
        NotClaimed: it is not theirs.
    """
    _, escalation = await held(session, talk_id, counselor)
    _note(session, escalation, "noted", counselor, note)


async def history(session: AsyncSession, talk_id: int) -> list[EscalationEvent]:
    """What happened to a talk, in order."""
    query = (
        select(EscalationEvent)
        .join(Escalation)
        .where(Escalation.conversation_id == talk_id)
        .order_by(EscalationEvent.id)
    )
    return list((await session.execute(query)).scalars())


def _note(session: AsyncSession, escalation: Escalation, what: str, staff: Staff | None = None, note: str = "") -> None:
    session.add(
        EscalationEvent(escalation_id=escalation.id, what=what, staff_id=staff.id if staff else None, note=note)
    )
