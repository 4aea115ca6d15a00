"""Protection from abuse: slow a person down, mute or block them for a while. It ends by itself, and never hides danger.

A message that the danger check finds passes whatever was set, and exploitation or an emergency ends what was set: who is
in danger must be able to go on writing. What is held back stays in the transcript, folded, and is passed on to nobody.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import talks
from bot.conversations.models import Conversation, Message, State
from bot.danger.levels import Level
from bot.handoff import access
from bot.handoff.errors import NotClaimed
from bot.handoff.history import happened
from bot.handoff.models import Escalation, Restraint, What
from bot.staff import audit
from bot.staff.models import Staff
from bot.staff.permissions import Permission, may
from bot.storage.base import now

LASTS = {"slow": timedelta(hours=1), "mute": timedelta(hours=1), "block": timedelta(days=1)}
HELD_BACK = "held_back"
"""Note of a message that was not passed on."""
_ONE_EACH = timedelta(minutes=1)
"""How often somebody who was slowed down gets through, and how often somebody is told that they did not."""


async def restrain(session: AsyncSession, talk_id: int, staff: Staff, kind: str) -> Conversation:
    """Slow a person down, mute or block them, from a talk that one has or had; it takes the place of what was set before.

    Raises:
        NotYours: the talk is not open to them.
        NotClaimed: nobody has it, or another counselor, and they are no supervisor; or there is no such kind.
    """
    talk, escalation = await _theirs(session, talk_id, staff)
    if kind not in LASTS:
        raise NotClaimed
    row = await session.get(Restraint, talk.person_id, with_for_update=True)
    if row is None:
        row = Restraint(person_id=talk.person_id)
        session.add(row)
    row.kind, row.until, row.set_by = kind, now() + LASTS[kind], staff.id
    row.passed_at = row.told_at = None
    happened(session, escalation, What.RESTRAINED, staff, cause=kind)
    audit.note(session, staff.id, f"restrained-{kind}", f"talk:{talk.id}")
    return talk


async def lift(session: AsyncSession, talk_id: int, staff: Staff) -> tuple[Conversation, bool]:
    """Undo it. Returns the talk, and whether there was something to undo.

    Raises:
        NotYours, NotClaimed: as with `restrain`.
    """
    talk, escalation = await _theirs(session, talk_id, staff)
    if await active(session, talk.person_id) is None:
        return talk, False
    await _end(session, talk.person_id)
    happened(session, escalation, What.FREED, staff)
    audit.note(session, staff.id, "restraint-lifted", f"talk:{talk.id}")
    return talk, True


async def active(session: AsyncSession, person_id: int) -> Restraint | None:
    """What is set for a person now."""
    query = select(Restraint).where(Restraint.person_id == person_id, Restraint.until > now())
    return (await session.execute(query)).scalar_one_or_none()


async def holds_back(session: AsyncSession, talk: Conversation) -> str:
    """Why a person's next message is not passed on unless it tells of danger: `slow`, `mute`, `block`; empty if it is.

    Slowing and muting keep messages from a counselor only: the bot goes on helping.
    """
    row = await active(session, talk.person_id)
    if row is None or (row.kind != "block" and talk.state != State.HUMAN):
        return ""
    return "" if row.kind == "slow" and _long_ago(row.passed_at) else row.kind


async def passed(session: AsyncSession, person_id: int, level: Level) -> None:
    """A message was passed on: the next minute begins, or, in danger, everything that was set ends."""
    row = await active(session, person_id)
    if row is None:
        return
    if level >= Level.EXPLOITATION:
        await _end(session, person_id)
        audit.note(session, None, "restraint-ended-by-danger", f"person:{person_id}")
    else:
        row.passed_at = now()


async def hold_back(session: AsyncSession, message: Message, person_id: int, kind: str) -> bool:
    """Keep a message from being passed on. Returns whether its writer should be told so: once a minute at most."""
    talks.add_notes(message, {HELD_BACK: kind})
    row = await active(session, person_id)
    if row is None or not _long_ago(row.told_at):
        return False
    row.told_at = now()
    return True


async def keeps_from_queue(session: AsyncSession, talk: Conversation) -> str:
    """Why a person cannot call a counselor now: `mute` or `block`. Never one in whose talk danger was found."""
    row = await active(session, talk.person_id)
    return row.kind if row and row.kind != "slow" and not talk.level else ""


async def forget_old(session: AsyncSession) -> None:
    """Forget what has ended."""
    await session.execute(delete(Restraint).where(Restraint.until < now()))


async def _theirs(session: AsyncSession, talk_id: int, staff: Staff) -> tuple[Conversation, Escalation]:
    await talks.lock(session, talk_id)
    talk, escalation = await access.for_counselor(session, staff, talk_id)
    if escalation.claimed_by != staff.id and not may(staff.role, Permission.SUPERVISE):
        raise NotClaimed
    return talk, escalation


async def _end(session: AsyncSession, person_id: int) -> None:
    await session.execute(delete(Restraint).where(Restraint.person_id == person_id))


def _long_ago(moment: datetime | None) -> bool:
    return moment is None or now() - moment >= _ONE_EACH
