"""What a person consented to, and the names and contacts that may be kept only with it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import catalogue, records
from bot.cases.models import Basis, Case, CaseConsent, CaseIdentity, Scope
from bot.privacy.scrub import scrub
from bot.staff.models import Staff
from bot.storage.base import now


class NoConsent(Exception):
    """The person has not consented to this; carries to what."""

    def __init__(self, scope: Scope) -> None:
        """`scope`: which consent is missing."""
        super().__init__(scope)
        self.scope = scope


async def of_case(session: AsyncSession, case_id: int) -> dict[Scope, CaseConsent]:
    """The consents in force."""
    return (await of_cases(session, [case_id]))[case_id]


async def of_cases(session: AsyncSession, case_ids: Sequence[int]) -> dict[int, dict[Scope, CaseConsent]]:
    """The consents in force for several records."""
    found: dict[int, dict[Scope, CaseConsent]] = {case_id: {} for case_id in case_ids}
    query = select(CaseConsent).where(CaseConsent.case_id.in_(case_ids)).order_by(CaseConsent.scope)
    for row in (await session.execute(query)).scalars():
        found[row.case_id][Scope(row.scope)] = row
    return found


async def give(session: AsyncSession, case: Case, counselor: Staff, scope: Scope, basis: Basis) -> bool:
    """Record a consent. False: it was recorded already."""
    if await records.consented(session, case.id, scope):
        return False
    session.add(CaseConsent(case_id=case.id, scope=scope, basis=basis, recorded_by=counselor.id))
    case.changed_at = now()
    await session.flush()
    return True


async def withdraw(session: AsyncSession, case: Case, scope: Scope) -> bool:
    """Take a consent back. Names and contacts go with it, also those in free text. False: there was none."""
    row = await session.get(CaseConsent, (case.id, scope))
    if row is None:
        return False
    if scope is Scope.KEEP:
        known = await session.get(CaseIdentity, case.id)
        if known is not None:
            await session.delete(known)
            await session.flush()
        await _scrub_texts(session, case)
    await session.delete(row)
    await session.flush()
    return True


async def _scrub_texts(session: AsyncSession, case: Case) -> None:
    for name, row in (await records.items(session, case.id)).items():
        if catalogue.items()[name].kind == "text":
            row.confirmed = [scrub(text) for text in row.confirmed]


async def identity(session: AsyncSession, case_id: int) -> dict[str, str]:
    """Names and contacts by field; empty without consent."""
    row = await session.get(CaseIdentity, case_id)
    return dict(row.known) if row else {}


async def keep(session: AsyncSession, case: Case, values: Mapping[str, str]) -> None:
    """Write names and contacts.

    Raises:
        NoConsent: the person has not consented. (The database would refuse it too.)
        UnfitValue: a value that cannot stand there.
    """
    if not await records.consented(session, case.id, Scope.KEEP):
        raise NoConsent(Scope.KEEP)
    cleaned = {name: item.cleaned([values.get(name, "")]) for name, item in catalogue.identity().items()}
    known = {name: value[0] for name, value in cleaned.items() if value}
    row = await session.get(CaseIdentity, case.id)
    if row is None:
        session.add(CaseIdentity(case_id=case.id, known=known))
    else:
        row.known = known
    case.changed_at = now()
