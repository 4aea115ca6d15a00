"""Accounts of the staff."""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.staff.models import Role, SignInLink, Staff, StaffSession

_LONGEST = 60
_NAME = re.compile(r"\w[\w.-]+")


class NameTaken(Exception):
    """There is an account of this name."""


class NameUnfit(Exception):
    """A name has 2 to 60 letters, digits, dots or dashes."""


class NoSuchAccount(Exception):
    """There is no such account."""


class OwnAccount(Exception):
    """Nobody blocks or changes the role of their own account: somebody could lock everybody out."""


def plain(name: str) -> str:
    """A name as it is stored and compared: lower case, one way of writing each letter."""
    return unicodedata.normalize("NFKC", name).strip().casefold().replace("\0", "")[:_LONGEST]


async def create(session: AsyncSession, name: str, role: Role, language: str) -> Staff:
    """Make an account; it has no password until its one-time link was used.

    Raises:
        NameUnfit: too short, too long, or other signs than letters, digits, dots and dashes.
        NameTaken: there is one of this name.
    """
    if len(name.strip()) > _LONGEST or not _NAME.fullmatch(plain(name)):
        raise NameUnfit(name)
    if await by_name(session, name):
        raise NameTaken(name)
    staff = Staff(name=plain(name), role=role, language=language, active=True, on_shift=False)
    session.add(staff)
    await session.flush()
    return staff


async def by_name(session: AsyncSession, name: str) -> Staff | None:
    """The account of a name."""
    return (await session.execute(select(Staff).where(Staff.name == plain(name)))).scalar_one_or_none()


async def everybody(session: AsyncSession) -> Sequence[Staff]:
    """All accounts, by name."""
    return (await session.execute(select(Staff).order_by(Staff.name))).scalars().all()


async def names(session: AsyncSession) -> dict[int, str]:
    """The names of all accounts, by number."""
    rows = (await session.execute(select(Staff.id, Staff.name))).all()
    return {row.id: row.name for row in rows}


async def account(session: AsyncSession, staff_id: int) -> Staff:
    """One account, under lock.

    Raises:
        NoSuchAccount: there is none.
    """
    # key_share: rows that only point to the account (a line of history) need not wait for it
    query = select(Staff).where(Staff.id == staff_id).with_for_update(key_share=True)
    staff = (await session.execute(query)).scalar_one_or_none()
    if staff is None:
        raise NoSuchAccount(staff_id)
    return staff


async def block(session: AsyncSession, actor: Staff, staff_id: int) -> Staff:
    """Block an account: its browsers are signed out at once and its one-time links open nothing.

    The caller returns the talks that it has to the queue.

    Raises:
        NoSuchAccount: there is none.
        OwnAccount: it is the actor's own.
    """
    staff = await _others(session, actor, staff_id)
    staff.active = staff.on_shift = False
    await session.execute(delete(StaffSession).where(StaffSession.staff_id == staff_id))
    await session.execute(delete(SignInLink).where(SignInLink.staff_id == staff_id, SignInLink.used_at.is_(None)))
    return staff


async def unblock(session: AsyncSession, staff_id: int) -> Staff:
    """Let an account sign in again.

    Raises:
        NoSuchAccount: there is none.
    """
    staff = await account(session, staff_id)
    staff.active = True
    return staff


async def set_role(session: AsyncSession, actor: Staff, staff_id: int, role: Role) -> Staff:
    """Give an account another role; it signs in anew. The caller returns the talks that it has to the queue.

    Raises:
        NoSuchAccount: there is none.
        OwnAccount: it is the actor's own.
    """
    staff = await _others(session, actor, staff_id)
    staff.role, staff.on_shift = role, False
    await session.execute(delete(StaffSession).where(StaffSession.staff_id == staff_id))
    return staff


async def _others(session: AsyncSession, actor: Staff, staff_id: int) -> Staff:
    staff = await account(session, staff_id)
    if staff.id == actor.id:
        raise OwnAccount
    return staff
