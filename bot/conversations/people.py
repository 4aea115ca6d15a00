"""Who writes: found again by a keyed hash, never by name; and the lease that keeps to one turn at a time."""

from datetime import timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Person
from bot.privacy.keys import Keys
from bot.storage.base import insert, now

LEASE = timedelta(seconds=60)
"""A turn that takes longer has crashed or hangs; another worker may then try."""
_MINUTE = timedelta(minutes=1)


async def person_at(session: AsyncSession, keys: Keys, channel: str, address: str) -> Person:
    """The person behind an address of a channel; made if they are new."""
    if known := await find(session, keys, channel, address):
        return known
    key, moment = keys.fingerprint("person", f"{channel}:{address}"), now()
    values = {"key": key, "channel": channel, "address": address, "created_at": moment, "seen_at": moment}
    await session.execute(insert(session, Person).values(values).on_conflict_do_nothing(index_elements=["key"]))
    return (await session.execute(select(Person).where(Person.key == key))).scalar_one()


async def find(session: AsyncSession, keys: Keys, channel: str, address: str) -> Person | None:
    """The person behind an address of a channel, if they ever wrote; changes nothing."""
    key = keys.fingerprint("person", f"{channel}:{address}")
    return (await session.execute(select(Person).where(Person.key == key))).scalar_one_or_none()


def seen(person: Person) -> None:
    """They wrote now; kept to the minute, so that not every message is a change."""
    if now() - person.seen_at > _MINUTE:
        person.seen_at = now()


def pseudonym(person: Person) -> str:
    """What counselors call somebody: the same for a returning person, and telling nothing."""
    return f"P-{person.key[:4].upper()}"


async def lease(session: AsyncSession, person_id: int, owner: str) -> bool:
    """Claim the right to answer a person now. False: another worker is at it."""
    free = or_(Person.lease_until.is_(None), Person.lease_until < now(), Person.lease_owner == owner)
    claim = update(Person).where(Person.id == person_id, free).values(lease_owner=owner, lease_until=now() + LEASE)
    result = await session.execute(claim.returning(Person.id))
    return result.scalar_one_or_none() is not None


async def release(session: AsyncSession, person_id: int, owner: str) -> None:
    """Give the lease back."""
    mine = (Person.id == person_id, Person.lease_owner == owner)
    await session.execute(update(Person).where(*mine).values(lease_owner=None, lease_until=None))


async def leave_all(session: AsyncSession) -> None:
    """End all leases: for the start of a single process, whose earlier life may have crashed."""
    await session.execute(update(Person).values(lease_owner=None, lease_until=None))
