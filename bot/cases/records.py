"""Case records: opening, reaching and filling them in. A service of rules; the caller's unit of work commits."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import catalogue
from bot.cases.found import Found
from bot.cases.models import Case, CaseConsent, CaseItem, Scope
from bot.conversations.models import Conversation
from bot.handoff.models import Escalation
from bot.privacy.scrub import scrub
from bot.staff.models import Staff
from bot.storage.base import now

_STATUS, _DECIDED_BY = "vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg"
_POSSIBLE = "PossibleVictimOfTrafficking"
TAKEN, DROPPED = "taken", "dropped"
_MOST = 200


class NoSuchCase(Exception):
    """There is no such record for this counselor (or none at all: the answer is the same)."""


class NeedsAuthority(Exception):
    """Only an authority decides that somebody was, or was not, trafficked."""


def _theirs(counselor: Staff) -> ColumnElement[bool]:
    """Records that a counselor keeps, of people whose talks they have or had, and of accounts that are blocked."""
    had = select(Conversation.person_id).join(Escalation).where(Escalation.claimed_by == counselor.id)
    gone = select(Staff.id).where(~Staff.active)
    return or_(Case.opened_by == counselor.id, Case.person_id.in_(had), Case.opened_by.in_(gone))


async def for_counselor(session: AsyncSession, counselor: Staff, case_id: int) -> Case:
    """One record, under lock. The only way to reach one.

    Raises:
        NoSuchCase: it is not theirs.
    """
    query = select(Case).where(Case.id == case_id, _theirs(counselor)).with_for_update()
    case = (await session.execute(query)).scalar_one_or_none()
    if case is None:
        raise NoSuchCase(case_id)
    return case


async def all_for(session: AsyncSession, counselor: Staff) -> Sequence[Case]:
    """The records that a counselor may reach, the newest first."""
    query = select(Case).where(_theirs(counselor)).order_by(Case.id.desc()).limit(_MOST)
    return (await session.execute(query)).scalars().all()


async def of_talk(session: AsyncSession, talk_id: int) -> Case | None:
    """The record that was opened in a talk."""
    return (await session.execute(select(Case).where(Case.conversation_id == talk_id))).scalar_one_or_none()


async def open_for(session: AsyncSession, counselor: Staff, talk: Conversation, found: Iterable[Found]) -> Case:
    """Open the record of a talk with what is proposed for it; if there is one already, add what is new."""
    case = await of_talk(session, talk.id)
    if case is None:
        case = Case(person_id=talk.person_id, conversation_id=talk.id, opened_by=counselor.id)
        session.add(case)
        await session.flush()
        session.add_all(CaseItem(case_id=case.id, item=name, confirmed=[], suggested=[]) for name in catalogue.items())
        await session.flush()
    await propose(session, case, found)
    return case


async def propose(session: AsyncSession, case: Case, found: Iterable[Found]) -> None:
    """Add proposals. What was proposed before, or is confirmed already, is not proposed again."""
    rows = await items(session, case.id)
    for one in found:
        row = rows[one.item]
        if one.value not in {*row.confirmed, *(old["value"] for old in row.suggested)}:
            row.suggested = [*row.suggested, one.as_dict()]


async def items(session: AsyncSession, case_id: int) -> dict[str, CaseItem]:
    """What a record says, by item; each item has its row."""
    return (await items_of(session, [case_id]))[case_id]


async def items_of(session: AsyncSession, case_ids: Sequence[int]) -> dict[int, dict[str, CaseItem]]:
    """What several records say."""
    found: dict[int, dict[str, CaseItem]] = {case_id: {} for case_id in case_ids}
    for row in (await session.execute(select(CaseItem).where(CaseItem.case_id.in_(case_ids)))).scalars():
        if row.item in catalogue.items():
            found[row.case_id][row.item] = row
    return found


def proposals(row: CaseItem) -> list[dict[str, Any]]:
    """What is proposed for an item and not decided yet."""
    return [one for one in row.suggested if not one["decided"] and one["value"] not in row.confirmed]


async def decide(session: AsyncSession, case: Case, counselor: Staff, item: str, value: str, *, take: bool) -> bool:
    """Confirm one proposal, or put it aside. False: there is no such proposal (any more).

    Raises:
        NeedsAuthority: see `put`.
    """
    row = (await items(session, case.id)).get(item)
    if row is None or value not in [one["value"] for one in proposals(row)]:
        return False
    decided = TAKEN if take else DROPPED
    row.suggested = [one | {"decided": decided} if one["value"] == value else one for one in row.suggested]
    if take:
        several = catalogue.items()[item].several
        await put(session, case, counselor, {item: [*row.confirmed, value] if several else [value]})
    case.changed_at = now()
    return True


async def put(session: AsyncSession, case: Case, counselor: Staff, values: Mapping[str, Sequence[str]]) -> bool:
    """Write what a counselor says of some items. Returns whether anything changed.

    Free text is scrubbed of names and numbers as long as the person has not consented that they are kept.

    Raises:
        UnfitValue: a value that cannot stand there.
        NeedsAuthority: "was trafficked" or "was not", without the authority that decided it.
    """
    rows, changed = await items(session, case.id), False
    may_name = await consented(session, case.id, Scope.KEEP)
    for name, given in values.items():
        item = catalogue.items()[name]
        cleaned = item.cleaned(given)
        if item.kind == "text" and not may_name:
            cleaned = [scrub(text) for text in cleaned]
        if cleaned != rows[name].confirmed:
            rows[name].confirmed, rows[name].changed_by, rows[name].changed_at = cleaned, counselor.id, now()
            changed = True
    if not catalogue.authorities() & set(rows[_DECIDED_BY].confirmed) and set(rows[_STATUS].confirmed) - {_POSSIBLE}:
        raise NeedsAuthority
    if changed:
        case.changed_at = now()
    return changed


async def consented(session: AsyncSession, case_id: int, scope: Scope) -> bool:
    """Whether a consent is in force."""
    return await session.get(CaseConsent, (case_id, scope)) is not None


async def erase(session: AsyncSession, case: Case) -> None:
    """Erase a record, with all that hangs on it."""
    await session.delete(case)
