"""The audit: who did what in the staff application. It never holds what people wrote."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.staff.models import AuditEntry
from bot.storage.base import now

_SAME_READING = timedelta(minutes=10)


def note(session: AsyncSession, staff_id: int | None, action: str, subject: str = "") -> None:
    """Write an entry with the change that it tells of.

    Args:
        session: the unit of work of the change itself, so that neither is kept without the other.
        staff_id: who did it.
        action: what, e.g. `claimed`.
        subject: on what, by number or name of an account, e.g. `talk:12`. Never content.
    """
    session.add(AuditEntry(staff_id=staff_id, action=action, subject=subject))


async def note_once(session: AsyncSession, staff_id: int, action: str, subject: str) -> None:
    """Write an entry unless there is the same one of the last minutes: reloading a page is no second reading."""
    same = (AuditEntry.staff_id == staff_id, AuditEntry.action == action, AuditEntry.subject == subject)
    query = select(AuditEntry.id).where(*same, AuditEntry.at > now() - _SAME_READING).limit(1)
    if (await session.execute(query)).scalar_one_or_none() is None:
        note(session, staff_id, action, subject)
