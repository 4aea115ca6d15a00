"""A case record as its page shows it: sections of items with names and choices in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import catalogue, consent, indicators, records, sheet
from bot.cases.catalogue import Item
from bot.cases.models import Basis, Case, CaseConsent, CaseItem, Scope
from bot.cases.sheet import Sheet
from bot.conversations.models import Person
from bot.conversations.people import pseudonym
from bot.texts import country_name, language_name
from bot.web.staff.pages import named
from bot.web.staff.visit import Visit


@dataclass(frozen=True)
class Line:
    """An item: its confirmed values, and what it may be."""

    item: Item
    label: str
    values: Sequence[str]
    choices: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Proposal:
    """A value that waits for the counselor's word."""

    item: str
    value: str
    label: str
    said: str
    quote: str
    message: int


@dataclass(frozen=True)
class View:
    """The page of one record."""

    case: Case
    pseudonym: str
    sections: Mapping[str, Sequence[Line]]
    proposals: Sequence[Proposal]
    consents: Mapping[Scope, CaseConsent]
    identity: Mapping[str, str]
    sheet: Sheet
    scopes: Sequence[Scope] = tuple(Scope)
    bases: Sequence[Basis] = tuple(Basis)


@dataclass(frozen=True)
class Listed:
    """A line of the list of records."""

    case: Case
    pseudonym: str
    status: str
    waiting: int
    consents: Mapping[Scope, CaseConsent]


async def view(session: AsyncSession, visit: Visit, case: Case) -> View:
    """A record for its page."""
    rows = await records.items(session, case.id)
    return View(
        case=case,
        pseudonym=pseudonym(await session.get_one(Person, case.person_id)),
        sections={
            section: [_line(visit, item, rows[item.name]) for item in items]
            for section, items in catalogue.sections().items()
        },
        proposals=[one for name, row in rows.items() for one in _proposals(visit, catalogue.items()[name], row)],
        consents=await consent.of_case(session, case.id),
        identity=await consent.identity(session, case.id),
        sheet=await sheet.of_case(session, case),
    )


async def listed(session: AsyncSession, visit: Visit) -> list[Listed]:
    """The records that the reader may reach, for the list."""
    cases = await records.all_for(session, visit.me)
    rows = await records.items_of(session, [case.id for case in cases])
    consents = await consent.of_cases(session, [case.id for case in cases])
    query = select(Person).where(Person.id.in_({case.person_id for case in cases}))
    persons = {person.id: person for person in (await session.execute(query)).scalars()}
    return [
        Listed(
            case=case,
            pseudonym=pseudonym(persons[case.person_id]),
            status=_status(visit, rows[case.id]),
            waiting=sum(len(records.proposals(row)) for row in rows[case.id].values()),
            consents=consents[case.id],
        )
        for case in cases
    ]


def _status(visit: Visit, rows: Mapping[str, CaseItem]) -> str:
    confirmed = rows["cas_Status"].confirmed
    return value_name(visit, catalogue.items()["cas_Status"], confirmed[0]) if confirmed else ""


def _line(visit: Visit, item: Item, row: CaseItem) -> Line:
    choices = [(value, value_name(visit, item, value)) for value in item.choices]
    if item.kind in ("country", "countries", "language"):
        choices.sort(key=lambda choice: choice[1])
    if item.kind == "services":  # the chosen ones first: the list is long
        choices.sort(key=lambda choice: choice[0] not in row.confirmed)
    return Line(item, label(visit, item), row.confirmed, choices)


def _proposals(visit: Visit, item: Item, row: CaseItem) -> list[Proposal]:
    return [
        Proposal(
            item.name,
            one["value"],
            label(visit, item),
            value_name(visit, item, one["value"]),
            one["quote"],
            one["message"],
        )
        for one in records.proposals(row)
    ]


def label(visit: Visit, item: Item) -> str:
    """What an item is called."""
    if item.name.startswith("ilo_") and item.name != indicators.LIST:
        return named(visit, "staff-ilo-dimension", item.name)
    return named(visit, "staff-case-item", item.name)


def value_name(visit: Visit, item: Item, value: str) -> str:
    """What a value is called; what has no name of ours (Facebook) is called as the standard does."""
    if item.kind in ("country", "countries"):
        return country_name(visit.language, value)
    if item.kind == "language":
        return language_name(visit.language, catalogue.languages()[value])
    if item.kind == "services":
        return visit.hotline.library.wording.directory.name(visit.language, value)
    if item.name == indicators.LIST:
        return named(visit, "staff-sheet-list", value)
    if item.name.startswith("ilo_"):
        return named(visit, "staff-ilo", value)
    return named(visit, "staff-case-value", value) if item.choices else value
