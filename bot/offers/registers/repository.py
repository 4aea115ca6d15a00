"""All queries on the registers."""

from collections.abc import Callable, Iterable, Sequence
from itertools import batched

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.offers.registers.models import Register, RegisterEntry
from bot.offers.registers.reading import Entry
from bot.storage import base

_AT_ONCE = 500


async def registers(session: AsyncSession) -> Sequence[Register]:
    """What is known of the lists that were ever imported or tried."""
    return (await session.execute(select(Register))).scalars().all()


async def revision(session: AsyncSession) -> int:
    """A number that changes whenever any list does."""
    return (await session.execute(select(func.coalesce(func.sum(Register.revision), 0)))).scalar_one()


async def lock(session: AsyncSession, code: str) -> Register:
    """The row of a list, under lock until the unit ends; made if it is not there."""
    empty = {"revision": 0, "rows": 0, "outcome": "", "tried_file": "", "bad_rows": 0, "bad": []}
    await session.execute(base.insert(session, Register).values(code=code, **empty).on_conflict_do_nothing())
    query = select(Register).where(Register.code == code).with_for_update()
    return (await session.execute(query, execution_options={"populate_existing": True})).scalar_one()


async def replace(
    session: AsyncSession, code: str, entries: Iterable[Entry], progress: Callable[[int], None] = lambda count: None
) -> None:
    """Put entries in place of those of a list; under its lock."""
    await session.execute(delete(RegisterEntry).where(RegisterEntry.register == code))
    done = 0
    for some in batched(entries, _AT_ONCE, strict=False):
        await session.execute(insert(RegisterEntry), [{"register": code, **vars(entry)} for entry in some])
        done += len(some)
        progress(done)


async def entries(session: AsyncSession) -> Sequence[RegisterEntry]:
    """The entries of all lists."""
    query = select(RegisterEntry).order_by(RegisterEntry.id)
    return (await session.execute(query)).scalars().all()
