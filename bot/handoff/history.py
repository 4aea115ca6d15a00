"""The history of an escalation: one row for each thing that happened, never changed."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.handoff.models import Escalation, EscalationEvent, What
from bot.staff.models import Staff


def happened(
    session: AsyncSession,
    escalation: Escalation,
    what: What,
    staff: Staff | None = None,
    *,
    note: str = "",
    cause: str = "",
    other_id: int | None = None,
    team_id: int | None = None,
) -> None:
    """Write a row with the change that it tells of.

    Args:
        session: the unit of work of the change itself.
        escalation: to which it happened.
        what: what.
        staff: who did it; nobody if the person or a timer did.
        note: a private note.
        cause: why, if a timer or an admin did it: `no_reply`, `silent`, `offline`, `timeout`, `blocked`.
        other_id: the colleague whom it concerns.
        team_id: the team whom it concerns.
    """
    who = staff.id if staff else None
    row = {"what": what, "staff_id": who, "note": note, "cause": cause, "other_id": other_id, "team_id": team_id}
    session.add(EscalationEvent(escalation_id=escalation.id, **row))


async def history(session: AsyncSession, talk_id: int) -> list[EscalationEvent]:
    """What happened to a talk, in order."""
    of_talk = select(EscalationEvent).join(Escalation).where(Escalation.conversation_id == talk_id)
    return list((await session.execute(of_talk.order_by(EscalationEvent.id))).scalars())


async def returned(session: AsyncSession, escalation_ids: Collection[int]) -> Mapping[int, str]:
    """Of those that came back to the queue, why they did last: a cause, or empty if the counselor gave them back."""
    back = (EscalationEvent.escalation_id.in_(escalation_ids), EscalationEvent.what == What.RETURNED)
    last = select(func.max(EscalationEvent.id)).where(*back).group_by(EscalationEvent.escalation_id)
    rows = await session.execute(
        select(EscalationEvent.escalation_id, EscalationEvent.cause).where(EscalationEvent.id.in_(last))
    )
    return {row.escalation_id: row.cause for row in rows}
