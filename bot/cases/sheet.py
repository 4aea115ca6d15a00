"""The indicator sheet of a case: which indicators a counselor confirmed, where each was seen, and what they add up to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import consent, indicators, records
from bot.cases.consent import NoConsent
from bot.cases.days import today
from bot.cases.indicators import Outcome
from bot.cases.models import Case, CaseItem, Scope


@dataclass(frozen=True)
class Seen:
    """A confirmed indicator. `quote`: the person's words it rests on; empty if the counselor saw it elsewhere."""

    code: str
    weight: str
    quote: str


@dataclass(frozen=True)
class Part:
    """A dimension with what was confirmed in it."""

    code: str
    positive: bool
    seen: Sequence[Seen]


@dataclass(frozen=True)
class Sheet:
    """All that stands on the sheet. `identity`: names and contacts, if they are to be handed on."""

    case_id: int
    day: date
    parts: Sequence[Part]
    outcome: Outcome
    identity: Mapping[str, str] = field(default_factory=dict)


async def of_case(session: AsyncSession, case: Case) -> Sheet:
    """The sheet as counselors see it beside the record."""
    rows = await records.items(session, case.id)
    which = (rows[indicators.LIST].confirmed or [indicators.LISTS[0]])[0]
    found = {dimension.code: rows[dimension.code].confirmed for dimension in indicators.load()}
    outcome = indicators.outcome(which, found)
    parts = [_part(dimension, rows[dimension.code], outcome) for dimension in indicators.load()]
    return Sheet(case.id, today(), parts, outcome)


async def for_referral(session: AsyncSession, case: Case, *, named: bool) -> Sheet:
    """The sheet that may be handed on. `named`: with names and contacts, if they are kept.

    Raises:
        NoConsent: the person has not consented that their record is passed on.
    """
    if not await records.consented(session, case.id, Scope.SHARE):
        raise NoConsent(Scope.SHARE)
    sheet = await of_case(session, case)
    known = await consent.identity(session, case.id) if named else {}
    return Sheet(sheet.case_id, sheet.day, sheet.parts, sheet.outcome, known)


def _part(dimension: indicators.Dimension, row: CaseItem, outcome: Outcome) -> Part:
    quotes = {one["value"]: one["quote"] for one in row.suggested}
    seen = [
        Seen(one.code, one.weights[outcome.which], quotes.get(one.code, ""))
        for one in dimension.indicators
        if one.code in row.confirmed and outcome.which in one.weights
    ]
    return Part(dimension.code, outcome.positive[dimension.code], seen)
