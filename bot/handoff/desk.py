"""What happens to a talk on its way to a counselor and back. With its neighbours the only code that writes a talk's state.

Each function is one step of `bot → waiting → human → closed`, inside the caller's unit of work, and writes its line of
history. None of them says anything to the person: that is the caller's. Locks are taken in one order everywhere, so that
two steps never wait for each other: account, talk, escalation, then what hangs on it.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import outbox, talks
from bot.conversations.models import Conversation, State
from bot.danger.levels import Level
from bot.handoff import transfer
from bot.handoff.errors import AlreadyClaimed, NotClaimed, TalkedOn
from bot.handoff.history import happened
from bot.handoff.holding import give, held, locked, open_escalation
from bot.handoff.models import Escalation, What
from bot.staff.models import Staff
from bot.storage.base import now

__all__ = [
    "AlreadyClaimed",
    "Claim",
    "NotClaimed",
    "TalkedOn",
    "claim",
    "close",
    "give_back",
    "held",
    "leave",
    "open_escalation",
    "put_back",
    "reopen",
    "request",
]


@dataclass(frozen=True)
class Claim:
    """A talk that was claimed. `new`: by this very claim; `dialogue`: the name under which Rasa knew it until then."""

    talk: Conversation
    new: bool
    dialogue: str


async def request(session: AsyncSession, talk: Conversation, level: Level, reason: str) -> tuple[Escalation, bool]:
    """Put a talk into the queue, or move it up if it is there already. Returns whether it is new there."""
    escalation = await open_escalation(session, talk)
    if escalation is None:
        escalation = Escalation(conversation_id=talk.id, rank=int(level), reason=reason)
        session.add(escalation)
        await session.flush()
        happened(session, escalation, What.REQUESTED)
        talk.state = State.WAITING
        return escalation, True
    if level > escalation.rank:
        escalation.rank, escalation.reason, escalation.raised_at = int(level), reason, now()
        happened(session, escalation, What.RAISED)
    return escalation, False


async def leave(session: AsyncSession, talk: Conversation) -> bool:
    """The person leaves the queue. False: they were not in it. A talk that danger put there stays."""
    escalation = await open_escalation(session, talk)
    if escalation is None or escalation.state != "waiting":
        return False
    happened(session, escalation, What.LEFT)
    if escalation.rank >= Level.EMERGENCY:
        return False
    escalation.state, escalation.closed_at = "closed", now()
    talk.state = State.BOT
    return True


async def claim(session: AsyncSession, escalation_id: int, counselor: Staff) -> Claim:
    """Give a waiting talk to one counselor. What the bot had ready for the person is not sent any more.

    Rasa gets a new name for the talk, so that it knows nothing of what was before if the bot should answer again.

    Raises:
        AlreadyClaimed: somebody was faster; carries who.
        NotClaimed: the person left the queue in the meantime.
    """
    talk, escalation = await locked(session, escalation_id)
    if escalation.claimed_by not in (None, counselor.id):
        raise AlreadyClaimed(by=(await session.get_one(Staff, escalation.claimed_by)).name)
    before = Claim(talk, escalation.state == "waiting", talk.public_id)
    if before.new:
        give(talk, escalation, counselor)
        happened(session, escalation, What.CLAIMED, counselor)
        talk.public_id = talks.random_name()
        await outbox.silence_bot(session, talk.id)
    return before


async def give_back(session: AsyncSession, talk_id: int, counselor: Staff, *, cause: str = "") -> Conversation:
    """Return a talk to the queue; it keeps its place there.

    Raises:
        NotClaimed: it is not theirs.
    """
    talk, escalation = await held(session, talk_id, counselor)
    await put_back(session, talk, escalation, None if cause else counselor, cause)
    return talk


async def put_back(
    session: AsyncSession, talk: Conversation, escalation: Escalation, by: Staff | None, cause: str = ""
) -> None:
    """Return a claimed talk, which the caller holds under lock, to its old place in the queue. `by`: empty for a timer."""
    happened(session, escalation, What.RETURNED, by, cause=cause, other_id=None if by else escalation.claimed_by)
    await transfer.withdraw(session, escalation)
    escalation.state, escalation.claimed_by, escalation.claimed_at = "waiting", None, None
    escalation.replied_at = escalation.unanswered_since = None
    talk.state = State.WAITING


async def close(session: AsyncSession, talk_id: int, counselor: Staff) -> Conversation:
    """End a talk; the person's next message begins a new one with the bot.

    Raises:
        NotClaimed: it is not theirs.
    """
    talk, escalation = await held(session, talk_id, counselor)
    await transfer.withdraw(session, escalation)
    escalation.state, escalation.closed_at = "closed", now()
    talk.state, talk.closed_at = State.CLOSED, now()
    happened(session, escalation, What.CLOSED, counselor)
    return talk


async def reopen(session: AsyncSession, talk_id: int, counselor: Staff) -> Conversation:
    """Take up again a talk that this counselor closed by mistake or too early.

    The closed escalation stays as it is, with what was said of it on closing; a new one goes on.

    Raises:
        NotClaimed: it was not theirs, or is not closed.
        TalkedOn: the person has begun another talk since.
    """
    talk = await talks.lock(session, talk_id)
    query = select(Escalation).where(Escalation.conversation_id == talk_id).order_by(Escalation.id.desc()).limit(1)
    closed = (await session.execute(query)).scalar_one_or_none()
    if talk.state != State.CLOSED or closed is None or closed.claimed_by != counselor.id:
        raise NotClaimed
    since = {"requested_at": closed.requested_at, "first_claimed_at": closed.first_claimed_at}
    escalation = Escalation(conversation_id=talk_id, rank=closed.rank, reason=closed.reason, **since)
    session.add(escalation)
    give(talk, escalation, counselor)
    talk.closed_at = None
    try:
        await session.flush()
    except IntegrityError:  # one open talk a person: the table says so
        raise TalkedOn from None
    happened(session, escalation, What.REOPENED, counselor)
    return talk
