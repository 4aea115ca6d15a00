"""All queries on questions without an answer. What goes in is scrubbed here, so that nothing else can get in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.faq.models import FaqEntry, Reason, UnansweredQuestion
from bot.privacy.fields import keyed_hash
from bot.privacy.scrub import scrub
from bot.storage.base import insert, now

LONGEST = 500
"""Characters of a question that are kept."""
_READ = 4000
"""Characters that are read: what is asked so much later is not kept anyway."""
PAGE = 50
_MARK = re.compile(r"‹[a-z]+›")
_Row = UnansweredQuestion


@dataclass(frozen=True)
class Wanted:
    """Which questions to list: of a language and a reason, or of all (empty); the newest first, or the most frequent."""

    language: str = ""
    reason: str = ""
    newest_first: bool = False


async def note(session: AsyncSession, text: str, language: str, reason: str, slug: str | None) -> None:
    """Put a question on the list, without personal data; count it up if it is there. Settled, it comes back.

    Args:
        session: the unit of work of the reply that did not answer it.
        text: what was asked, as it was written; passed over if nothing is left of it.
        language: the language in which an answer is missing.
        reason: a `Reason`.
        slug: the entry that was nearest or did not help; an unknown one (an old button) is left out.
    """
    kept = _shortened(scrub(text[:_READ]))
    if not any(letter.isalpha() for letter in _MARK.sub("", kept)):
        return
    entry = await session.get(FaqEntry, slug) if slug else None
    fresh = {"reason": Reason(reason), "slug": entry.slug if entry else None, "last_at": now(), "settled_at": None}
    key = keyed_hash(" ".join(kept.casefold().split()), "unanswered_questions.text")
    added = {"key": key, "text": kept, "language": language, "times": 1, "first_at": fresh["last_at"]}
    again = {"times": _Row.times + 1, "settled_by": None}
    # One statement: two people may ask the same thing at the same moment.
    put = insert(session, _Row).values(**added, **fresh)
    await session.execute(put.on_conflict_do_update(index_elements=["key", "language"], set_=fresh | again))


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


async def count(session: AsyncSession, wanted: Wanted) -> int:
    """How many questions wait for an answer."""
    return (await session.execute(select(func.count(_Row.id)).where(*_open(wanted)))).scalar_one()


async def waiting(session: AsyncSession, wanted: Wanted, page: int = 1) -> Sequence[UnansweredQuestion]:
    """A page of the questions that wait for an answer, counted from 1."""
    order = [_Row.last_at.desc()] if wanted.newest_first else [_Row.times.desc(), _Row.last_at.desc()]
    query = select(_Row).where(*_open(wanted)).order_by(*order, _Row.id.desc())
    return (await session.execute(query.limit(PAGE).offset((page - 1) * PAGE))).scalars().all()


def _open(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [_Row.settled_at.is_(None)]
    if wanted.language:
        conditions.append(_Row.language == wanted.language)
    if wanted.reason:
        conditions.append(_Row.reason == wanted.reason)
    return conditions


async def settle(session: AsyncSession, question_id: int, staff_id: int) -> bool:
    """Take a question off the list. False: it is not on it (any more), so nothing was done."""
    mine = update(_Row).where(_Row.id == question_id, _Row.settled_at.is_(None))
    done = await session.execute(mine.values(settled_at=now(), settled_by=staff_id).returning(_Row.id))
    return done.first() is not None
