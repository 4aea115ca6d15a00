"""A second counselor, and supervisors: they read a talk that another has, and keep notes; they never write to the person."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import talks
from bot.conversations.models import Conversation
from bot.handoff import transfer
from bot.handoff.errors import CannotTake, NotClaimed
from bot.handoff.history import happened
from bot.handoff.holding import give, held, open_escalation
from bot.handoff.models import Escalation, Look, What
from bot.staff import audit
from bot.staff.models import Staff
from bot.staff.permissions import Permission, may
from bot.storage.base import now


async def ask(session: AsyncSession, talk_id: int, counselor: Staff, colleague_id: int) -> Conversation:
    """Ask a colleague to look at one's talk; asking twice is asking once.

    Raises:
        NotClaimed: it is not theirs.
        CannotTake: the colleague cannot read talks, or is the counselor.
    """
    talk, escalation = await held(session, talk_id, counselor)
    colleague = await session.get(Staff, colleague_id)
    if colleague is None or not colleague.active or colleague.id == counselor.id:
        raise CannotTake
    if not may(colleague.role, Permission.SEE_CONVERSATIONS):
        raise CannotTake
    if await session.get(Look, (escalation.id, colleague_id)) is None:
        session.add(Look(escalation_id=escalation.id, staff_id=colleague_id))
        happened(session, escalation, What.LOOK_ASKED, counselor, other_id=colleague_id)
        audit.note(session, counselor.id, "look-asked", f"talk:{talk.id}")
    return talk


async def joined(session: AsyncSession, escalation_id: int, staff: Staff) -> bool:
    """Somebody who was asked opened the talk. Returns whether it is the first time, which the history tells."""
    look = await session.get(Look, (escalation_id, staff.id), with_for_update=True)
    if look is None or look.joined_at is not None:
        return False
    look.joined_at = now()
    happened(session, await session.get_one(Escalation, escalation_id), What.LOOKED, staff)
    return True


async def add_note(session: AsyncSession, talk_id: int, staff: Staff, note: str) -> None:
    """Keep a private note: by who has the talk, by who was asked to look, and by supervisors.

    Raises:
        NotClaimed: they are none of these, or it is over.
    """
    talk = await talks.lock(session, talk_id)
    escalation = await open_escalation(session, talk)
    if escalation is None or escalation.state != "claimed" or not await _may_note(session, escalation, staff):
        raise NotClaimed
    happened(session, escalation, What.NOTED, staff, note=note)


async def _may_note(session: AsyncSession, escalation: Escalation, staff: Staff) -> bool:
    if escalation.claimed_by == staff.id or may(staff.role, Permission.SUPERVISE):
        return True
    asked = select(Look.staff_id).where(Look.escalation_id == escalation.id, Look.staff_id == staff.id)
    return await session.scalar(asked) is not None


async def take_over(session: AsyncSession, talk_id: int, supervisor: Staff) -> tuple[Conversation, bool]:
    """A supervisor takes a talk from the counselor who has it; the history and the audit say so.

    Returns the talk, and whether it was not theirs already.

    Raises:
        NotClaimed: nobody else has it, or they are no supervisor.
    """
    talk = await talks.lock(session, talk_id)
    escalation = await open_escalation(session, talk)
    if escalation is None or escalation.state != "claimed" or not may(supervisor.role, Permission.SUPERVISE):
        raise NotClaimed
    if escalation.claimed_by == supervisor.id:
        return talk, False
    happened(session, escalation, What.TAKEN_OVER, supervisor, other_id=escalation.claimed_by)
    await transfer.withdraw(session, escalation)
    give(talk, escalation, supervisor)
    audit.note(session, supervisor.id, "taken-over", f"talk:{talk.id}")
    return talk, True
