"""Handing records on in the form of the standard: what is confirmed, and only with the person's consent to that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import catalogue, consent, records, standard
from bot.cases.models import Case, Scope
from bot.cases.table import as_csv
from bot.directory.services import Directory

_NAMES_IN = "en"
"""The language in which services are named: whoever gets the file may be anywhere."""


@dataclass(frozen=True)
class Exported:
    """A file, the numbers of the records in it, and how many were left out for want of consent."""

    content: bytes
    cases: Sequence[int]
    left_out: int


async def htcds(session: AsyncSession, cases: Sequence[Case], directory: Directory) -> Exported:
    """Records as HTCDS CSV: the standard's field names, values of its picklists, several values with its separator."""
    columns, rows, done = catalogue.exported(), list[list[str]](), list[int]()
    for case in cases:
        if await records.consented(session, case.id, Scope.SHARE):
            row = await _row(session, case, directory)
            rows.append([row.get(name, "") for name in columns])
            done.append(case.id)
    return Exported(as_csv(columns, rows), done, len(cases) - len(done))


async def _row(session: AsyncSession, case: Case, directory: Directory) -> Mapping[str, str]:
    cells = {standard.CONSENT: "TRUE"} | await consent.identity(session, case.id)
    for name, row in (await records.items(session, case.id)).items():
        values = row.confirmed
        if catalogue.items()[name].kind == "services":
            values = [directory.name(_NAMES_IN, service) for service in values]
        cells[name] = standard.SEPARATOR.join(values)
    return cells
