"""One-time links with which somebody sets their password: the only way in that needs none."""

import secrets
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.staff import accounts
from bot.staff.models import Role, SignInLink, Staff
from bot.storage.base import now

VALID = timedelta(hours=24)
FIRST_ADMIN = "admin"


class LinkDead(Exception):
    """The link was used, is too old, or never was one: who holds it need not know which."""


def digest(token: str) -> str:
    """What is stored of a token: who reads the database cannot use it."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


async def make_link(session: AsyncSession, staff: Staff) -> str:
    """A fresh link for an account, valid for 24 hours; earlier ones that were not used die. Returns its token."""
    await session.execute(delete(SignInLink).where(SignInLink.staff_id == staff.id, SignInLink.used_at.is_(None)))
    token = secrets.token_urlsafe(32)
    session.add(SignInLink(token=digest(token), staff_id=staff.id, expires_at=now() + VALID))
    await session.flush()
    return token


async def look(session: AsyncSession, token: str) -> Staff:
    """Whose link it is, without using it.

    Raises:
        LinkDead: it opens nothing.
    """
    alive = (SignInLink.token == digest(token), SignInLink.used_at.is_(None), SignInLink.expires_at > now())
    query = select(Staff).join(SignInLink, SignInLink.staff_id == Staff.id).where(*alive, Staff.active)
    staff = (await session.execute(query)).scalar_one_or_none()
    if staff is None:
        raise LinkDead
    return staff


async def use_link(session: AsyncSession, token: str) -> Staff:
    """Use a link; of two who try at the same moment one succeeds. Returns whose it is.

    Raises:
        LinkDead: it opens nothing (any more).
    """
    staff = await look(session, token)
    unused = (SignInLink.token == digest(token), SignInLink.used_at.is_(None))
    mark = update(SignInLink).where(*unused).values(used_at=now()).returning(SignInLink.staff_id)
    if (await session.execute(mark)).scalar_one_or_none() is None:
        raise LinkDead
    return staff


async def first_admin_link(session: AsyncSession) -> str | None:
    """The way in at the first start: a link for the first admin, as long as nobody has ever set a password.

    Makes the account `admin` if there is no account at all. Returns the token of a fresh link, or None if somebody
    can sign in already.
    """
    if (await session.execute(select(func.count()).where(Staff.password.is_not(None)))).scalar_one():
        return None
    admins = select(Staff).where(Staff.role == Role.ADMIN, Staff.active).order_by(Staff.id).limit(1)
    admin = (await session.execute(admins)).scalar_one_or_none()
    if admin is None and (await session.execute(select(func.count(Staff.id)))).scalar_one():
        return None
    return await make_link(session, admin or await accounts.create(session, FIRST_ADMIN, Role.ADMIN, "en"))
