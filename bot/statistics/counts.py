"""Adding to the counts and reading them."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.statistics.models import MonthlyCount
from bot.storage.base import insert

Counts = dict[str, dict[str, int]]
"""Times by subject and code."""


async def add(session: AsyncSession, month: str, subject: str, codes: Iterable[str], times: int = 1) -> None:
    """Count each code once more. `times`: -1 takes a count back that was given by mistake or was changed."""
    for code in sorted(set(codes)):  # in one order, so that two units of work never wait for each other crosswise
        values = {"month": month, "subject": subject, "code": code, "times": max(times, 0)}
        statement = insert(session, MonthlyCount).values(values)
        more = MonthlyCount.times + times
        keys = ["month", "subject", "code"]
        await session.execute(statement.on_conflict_do_update(index_elements=keys, set_={"times": more}))


async def between(session: AsyncSession, first: str, last: str) -> dict[str, Counts]:
    """The counts of the months `first` to `last` (both included, as `2026-11`), by month."""
    query = select(MonthlyCount).where(MonthlyCount.month >= first, MonthlyCount.month <= last, MonthlyCount.times > 0)
    found: dict[str, Counts] = {}
    for row in (await session.execute(query.order_by(MonthlyCount.month))).scalars():
        found.setdefault(row.month, {}).setdefault(row.subject, {})[row.code] = row.times
    return found
