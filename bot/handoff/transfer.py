"""Transfers: a counselor offers a talk to a colleague or a team, and keeps it until somebody accepts.

A refusal, or nobody's answer in time, leaves it with the first counselor: no person is ever without one meanwhile.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.handoff.errors import CannotTake, NotClaimed, NotOffered
from bot.handoff.history import happened
from bot.handoff.holding import give, held, locked
from bot.handoff.models import Escalation, Transfer, What
from bot.handoff.shifts.models import Team, TeamMember
from bot.staff import audit
from bot.staff.models import Staff
from bot.staff.permissions import Permission, may


async def offer(
    session: AsyncSession,
    talk_id: int,
    counselor: Staff,
    *,
    colleague_id: int | None = None,
    team_id: int | None = None,
    note: str = "",
) -> Transfer:
    """Offer a talk to a colleague or to a team; an earlier offer of it is withdrawn.

    Raises:
        NotClaimed: it is not theirs.
        CannotTake: there is nobody who could accept.
    """
    talk, escalation = await held(session, talk_id, counselor)
    if (colleague_id is None) == (team_id is None) or not await _takers(session, counselor, colleague_id, team_id):
        raise CannotTake
    await withdraw(session, escalation)
    transfer = Transfer(
        escalation_id=escalation.id, by_staff=counselor.id, to_staff=colleague_id, to_team=team_id, note=note
    )
    session.add(transfer)
    happened(session, escalation, What.OFFERED, counselor, note=note, other_id=colleague_id, team_id=team_id)
    audit.note(session, counselor.id, "offered", f"talk:{talk.id}")
    await session.flush()
    return transfer


async def accept(session: AsyncSession, transfer_id: int, counselor: Staff) -> Conversation:
    """Take over a talk that was offered; of a team, the first wins.

    Raises:
        NotOffered: it is not offered to them (any more).
    """
    talk, escalation, transfer = await _offered(session, transfer_id, counselor)
    transfer.state = "accepted"
    give(talk, escalation, counselor)
    happened(session, escalation, What.ACCEPTED, counselor, other_id=transfer.by_staff, team_id=transfer.to_team)
    audit.note(session, counselor.id, "accepted", f"talk:{talk.id}")
    return talk


async def decline(session: AsyncSession, transfer_id: int, counselor: Staff) -> Conversation:
    """Say no; the talk stays with the first counselor. A member cannot say no for a whole team.

    Raises:
        NotOffered: it is not offered to them (any more).
    """
    talk, escalation, transfer = await _offered(session, transfer_id, counselor)
    if transfer.to_staff is None:
        raise NotOffered
    transfer.state = "declined"
    happened(session, escalation, What.DECLINED, counselor, other_id=transfer.by_staff)
    return talk


async def withdraw(session: AsyncSession, escalation: Escalation, state: str = "withdrawn") -> bool:
    """End the offer of a talk that the caller holds under lock. False: there is none."""
    transfer = await open_transfer(session, escalation.id)
    if transfer is None:
        return False
    transfer.state = state
    await session.flush()
    return True


async def expire(session: AsyncSession, escalation_id: int, before: datetime) -> Conversation | None:
    """End an offer that nobody answered since `before`; None if there is none (any more)."""
    try:
        talk, escalation = await locked(session, escalation_id)
    except NotClaimed:
        return None
    transfer = await open_transfer(session, escalation_id)
    if transfer is None or transfer.offered_at > before:
        return None
    transfer.state = "expired"
    to = transfer
    happened(session, escalation, What.DECLINED, cause="timeout", other_id=to.to_staff, team_id=to.to_team)
    return talk


async def open_transfer(session: AsyncSession, escalation_id: int) -> Transfer | None:
    """The offer of an escalation that waits for an answer, under lock."""
    query = select(Transfer).where(Transfer.escalation_id == escalation_id, Transfer.state == "offered")
    fresh = query.with_for_update().execution_options(populate_existing=True)
    return (await session.execute(fresh)).scalar_one_or_none()


async def standing(session: AsyncSession, escalation_id: int) -> Transfer | None:
    """The same for who only looks, without a lock."""
    query = select(Transfer).where(Transfer.escalation_id == escalation_id, Transfer.state == "offered")
    return (await session.execute(query)).scalar_one_or_none()


async def offered_to(session: AsyncSession, staff: Staff) -> Sequence[Transfer]:
    """What waits for this counselor's answer, oldest first."""
    mine = (Transfer.state == "offered", Transfer.by_staff != staff.id, is_to(staff))
    return (await session.execute(select(Transfer).where(*mine).order_by(Transfer.id))).scalars().all()


def is_to(staff: Staff) -> ColumnElement[bool]:
    """The condition that a transfer is to this counselor or to a team of theirs."""
    teams = select(TeamMember.team_id).where(TeamMember.staff_id == staff.id)
    return (Transfer.to_staff == staff.id) | Transfer.to_team.in_(teams)


async def _offered(
    session: AsyncSession, transfer_id: int, counselor: Staff
) -> tuple[Conversation, Escalation, Transfer]:
    query = select(Transfer.escalation_id).where(Transfer.id == transfer_id, is_to(counselor))
    escalation_id = await session.scalar(query.where(Transfer.by_staff != counselor.id))
    if escalation_id is None:
        raise NotOffered
    try:
        talk, escalation = await locked(session, escalation_id)
    except NotClaimed:
        raise NotOffered from None
    transfer = await open_transfer(session, escalation_id)
    if transfer is None or transfer.id != transfer_id:
        raise NotOffered
    return talk, escalation, transfer


async def _takers(
    session: AsyncSession, giver: Staff, colleague_id: int | None, team_id: int | None
) -> Sequence[Staff]:
    query = select(Staff).where(Staff.id == colleague_id)
    if team_id is not None:
        members = (
            select(Staff).join(TeamMember, TeamMember.staff_id == Staff.id).join(Team, Team.id == TeamMember.team_id)
        )
        query = members.where(Team.id == team_id, Team.active)
    found = (await session.execute(query.where(Staff.active, Staff.id != giver.id))).scalars()
    return [staff for staff in found if may(staff.role, Permission.TAKE_CONVERSATIONS)]
