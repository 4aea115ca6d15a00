"""Signing in, and the session of a signed-in browser, kept on the server.

The cookie holds a random token; the database holds its SHA-256 only, so that a copy of the database signs nobody in.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shared import Shared
from bot.staff import accounts, audit, links, passwords
from bot.staff.models import SignInFailure, SignInLink, Staff, StaffSession
from bot.storage.base import now
from bot.storage.engine import Storage

SILENCE = timedelta(hours=12)
"""A session that was silent for so long has ended."""
MOST_FAILURES = 5
WINDOW = timedelta(minutes=15)
"""After so many failures of one name within this time, it waits."""
_REMEMBERED = timedelta(days=1)
_FRESH = timedelta(seconds=30)
"""How old a sign of life may get before it is written again."""

type Signs = dict[str, tuple[int, datetime | None]]
"""The sessions that last, by the digest of their token: whose each is, and the last sign of life of its account."""


class WrongPassword(Exception):
    """No such name, not its password, or blocked: who guesses must not learn which."""


class TooManyFailures(Exception):
    """The name waits; `until` tells how long."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


@dataclass(frozen=True)
class SignedIn:
    """A signed-in browser."""

    staff: Staff
    csrf: str


async def sign_in(storage: Storage, name: str, password: str, earlier: str = "") -> str:
    """Sign in. Returns the token for the cookie; it is always a new one.

    Takes the storage, not a unit of work: the failure must be kept although the sign-in fails, and the slow check of
    the password must not hold the database.

    Args:
        storage: the database.
        name: the account's name.
        password: what was typed.
        earlier: the token that the browser had before; its session ends.

    Raises:
        WrongPassword: refused.
        TooManyFailures: this name has to wait, right password or not.
    """
    async with storage.writing() as session:
        failure_id, staff = await _admit(session, name)
    known = staff if staff and staff.active else None
    if not await passwords.fits(password, known.password if known else None) or known is None or known.password is None:
        raise WrongPassword
    renewed = await passwords.hashed(password) if passwords.outdated(known.password) else None
    async with storage.writing() as session:
        await session.execute(delete(SignInFailure).where(SignInFailure.id == failure_id))
        staff = await accounts.account(session, known.id)
        if not staff.active or staff.password != known.password:  # changed while we were checking
            raise WrongPassword
        staff.password = renewed or staff.password
        await end(session, earlier)
        return await begin(session, staff)


async def _admit(session: AsyncSession, name: str) -> tuple[int, Staff | None]:
    """Count the try as a failure before it is checked: many tries at the same moment cannot slip past the count."""
    name = accounts.plain(name)
    if session.get_bind().dialect.name == "postgresql":  # SQLite has one writer at a time anyway
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(name))))
    await session.execute(delete(SignInFailure).where(SignInFailure.at < now() - _REMEMBERED))
    recent = (SignInFailure.name == name, SignInFailure.at > now() - WINDOW)
    query = select(SignInFailure.at).where(*recent).order_by(SignInFailure.at.desc())
    times = (await session.execute(query)).scalars().all()
    if len(times) >= MOST_FAILURES:
        raise TooManyFailures(times[MOST_FAILURES - 1] + WINDOW)
    failure = SignInFailure(name=name)
    session.add(failure)
    await session.flush()
    return failure.id, await accounts.by_name(session, name)


async def begin(session: AsyncSession, staff: Staff) -> str:
    """Begin a session for somebody who has shown who they are. Returns the token for the cookie."""
    await session.execute(delete(StaffSession).where(StaffSession.seen_at < now() - SILENCE))
    token = secrets.token_urlsafe(32)
    session.add(StaffSession(token=links.digest(token), staff_id=staff.id, csrf=secrets.token_urlsafe(32)))
    staff.seen_at = now()
    audit.note(session, staff.id, "signed-in")
    await session.flush()
    return token


async def find(session: AsyncSession, token: str) -> tuple[StaffSession, Staff] | None:
    """The session of a cookie and whose it is; None if it has ended or the account is blocked."""
    if not token:
        return None
    alive = (StaffSession.token == links.digest(token), StaffSession.seen_at > now() - SILENCE, Staff.active)
    query = select(StaffSession, Staff).join(Staff, Staff.id == StaffSession.staff_id).where(*alive)
    row = (await session.execute(query)).first()
    return (row[0], row[1]) if row else None


async def visit(storage: Storage, token: str) -> SignedIn | None:
    """Who makes a request, if they are signed in; keeps their session and their presence alive."""
    async with storage.reading() as session:
        found = await find(session, token)
    if found is None:
        return None
    signed_in, staff = found
    if _old(signed_in.seen_at) or _old(staff.seen_at):
        async with storage.writing() as session:
            if again := await find(session, token):
                again[0].seen_at = again[1].seen_at = now()
    return SignedIn(staff, signed_in.csrf)


async def still_there(storage: Storage, everybody: Shared[Signs], token: str) -> bool:
    """An open console gives a sign of life. It does not lengthen the session: only what somebody does, does.

    `everybody`: reads all sessions once for all consoles that ask at the same moment. Returns whether the session still lasts.
    """
    found = (await everybody.get(lambda: _signs(storage))).get(links.digest(token))
    if found is None:
        return False
    staff_id, seen_at = found
    if _old(seen_at):
        async with storage.writing() as session:
            (await accounts.account(session, staff_id)).seen_at = now()
    return True


async def _signs(storage: Storage) -> Signs:
    alive = (StaffSession.seen_at > now() - SILENCE, Staff.active)
    query = select(StaffSession.token, Staff.id, Staff.seen_at).join(Staff, Staff.id == StaffSession.staff_id)
    async with storage.reading() as session:
        return {token: (number, seen_at) for token, number, seen_at in await session.execute(query.where(*alive))}


def _old(moment: datetime | None) -> bool:
    return moment is None or now() - moment > _FRESH


async def end(session: AsyncSession, token: str) -> None:
    """End the session of a cookie."""
    await session.execute(delete(StaffSession).where(StaffSession.token == links.digest(token)))


async def set_password(session: AsyncSession, token: str, hashed: str) -> Staff:
    """Set the password with a one-time link. All earlier sessions and links of the account end.

    Args:
        session: the unit of work.
        token: the link's.
        hashed: the new password's hash (`passwords.hashed`), made before because that is slow.

    Raises:
        LinkDead: it opens nothing (any more).
    """
    staff = await links.use_link(session, token)
    staff.password = hashed
    await session.execute(delete(StaffSession).where(StaffSession.staff_id == staff.id))
    await session.execute(delete(SignInLink).where(SignInLink.staff_id == staff.id, SignInLink.used_at.is_(None)))
    await session.execute(delete(SignInFailure).where(SignInFailure.name == staff.name))
    audit.note(session, staff.id, "password-set")
    return staff
