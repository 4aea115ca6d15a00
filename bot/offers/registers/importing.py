"""Imports a list: all of it or nothing, in one unit of work, in place of what was there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from bot.offers.registers import repository
from bot.offers.registers.known import kind
from bot.offers.registers.models import Register
from bot.offers.registers.reading import Bad, Draft
from bot.storage.base import now

MOST_REPORTED = 200
"""Bad rows that are kept in the report."""


@dataclass(frozen=True)
class Outcome:
    """How an import went. Not `done`: there were bad rows, and nothing was changed."""

    done: bool
    rows: int
    doubles: int
    bad: Sequence[Bad]


@dataclass(frozen=True)
class Source:
    """Where a list is from: file name, the day of the list, and who imports it (None: the command line)."""

    file: str
    list_date: date
    staff_id: int | None = None


async def import_draft(
    session: AsyncSession,
    code: str,
    draft: Draft,
    source: Source,
    *,
    skip_bad: bool = False,
    progress: Callable[[int], None] = lambda count: None,
) -> Outcome:
    """Put what was read in place of a list, in the caller's unit of work.

    Args:
        session: a writing unit; nothing else reads the new entries before it ends.
        code: of the register.
        draft: from `reading.read`.
        source: where it is from.
        skip_bad: import the good rows although there are bad ones; otherwise bad rows refuse the whole file.
        progress: is told how many entries were written.

    Raises:
        NoSuchRegister: no such code.
    """
    register = await repository.lock(session, kind(code).code)
    done = bool(draft.entries) and (skip_bad or not draft.bad)
    _report(register, source, "imported" if done else "refused", draft.bad)
    if done:
        keeps_notes = not kind(code).for_people
        entries = (entry if keeps_notes else replace(entry, note="") for entry in draft.entries)
        await repository.replace(session, code, entries, progress)
        register.rows, register.list_date, register.imported_at = len(draft.entries), source.list_date, now()
    return Outcome(done, len(draft.entries), draft.doubles, draft.bad)


async def remove(session: AsyncSession, code: str, staff_id: int) -> bool:
    """Take a list away with all its entries. False: it was not imported (any more).

    Raises:
        NoSuchRegister: no such code.
    """
    register = await repository.lock(session, kind(code).code)
    if not register.rows:
        return False
    _report(register, Source("", now().date(), staff_id), "removed", ())
    await repository.replace(session, code, ())
    register.rows, register.list_date, register.imported_at = 0, None, None
    return True


def _report(register: Register, source: Source, outcome: str, bad: Sequence[Bad]) -> None:
    register.revision += 1
    register.outcome, register.tried_at, register.tried_by = outcome, now(), source.staff_id
    register.tried_file, register.bad_rows = source.file[-200:], len(bad)
    register.bad = [[one.line, one.why] for one in bad[:MOST_REPORTED]]
