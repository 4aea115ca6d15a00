"""Records without people in them, for statistics: every row of the export is there at least k times (k-anonymity).

All that a row says counts as something by which somebody could be known, so whole rows have to be alike. What makes a row
rare is taken out of it step by step; a row that stays rare is left out, and the export says how many.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import standard
from bot.cases.days import month
from bot.cases.models import Case, CaseItem
from bot.cases.table import as_csv

_DATA = Path(__file__).with_name("deidentified.yml")
_YEAR, _AGE = "Year", "vic_AgeWhenTrafficked"
_GROWN = 18
Row = tuple[str, ...]


@dataclass(frozen=True)
class Crowd:
    """The rows, and what was done to them: `whole` say all, `coarser` less, `left_out` are not there."""

    columns: Sequence[str]
    rows: Sequence[Row]
    k: int
    whole: int
    coarser: int
    left_out: int

    def csv(self) -> bytes:
        """The table."""
        return as_csv(self.columns, self.rows)


async def crowd(session: AsyncSession) -> Crowd:
    """All records, without people in them."""
    found: dict[int, dict[str, str]] = {}
    for case_id, opened_at in (await session.execute(select(Case.id, Case.opened_at))).all():
        found[case_id] = {_YEAR: month(opened_at)[:4]}
    query = select(CaseItem).where(CaseItem.item.in_(columns()))
    for item in (await session.execute(query)).scalars():
        if item.case_id in found:  # one opened a moment ago waits for the next export
            found[item.case_id][item.item] = _cell(item.item, item.confirmed)
    return hidden([tuple(cells.get(name, "") for name in columns()) for cells in found.values()])


def hidden(rows: Sequence[Row]) -> Crowd:
    """Make rows so alike that each stands there at least k times. Their order tells nothing: they are sorted."""
    k, steps = int(_data()["k"]), _data()["steps"]
    kept, rare = _apart(rows, k)
    whole = len(kept)
    for step in steps:
        more, rare = _apart([_without(row, step) for row in rare], k)
        kept += more
    return Crowd(columns(), sorted(kept), k, whole, len(kept) - whole, len(rare))


def _apart(rows: Sequence[Row], k: int) -> tuple[list[Row], list[Row]]:
    """Rows that stand there k times or more, and the rare ones."""
    times = Counter(rows)
    return [row for row in rows if times[row] >= k], [row for row in rows if times[row] < k]


def _without(row: Row, step: Sequence[str]) -> Row:
    cells = dict(zip(columns(), row, strict=True))
    for name in step:
        if name == "adult":
            cells[_AGE] = _coarse(cells[_AGE])
        else:
            cells[name] = ""
    return tuple(cells.values())


def _coarse(band: str) -> str:
    first = band.partition("-")[0].rstrip("+")
    return band and (f"{_GROWN}+" if int(first) >= _GROWN else f"0-{_GROWN - 1}")


def _cell(name: str, confirmed: Sequence[str]) -> str:
    if name == _AGE:
        return band(int(confirmed[0])) if confirmed else ""
    return standard.SEPARATOR.join(sorted(confirmed))


def band(age: int) -> str:
    """The band of an age in years, e.g. `18-20`, `48+`."""
    ages = [int(first) for first in _data()["ages"]]
    place = max(number for number, first in enumerate(ages) if first <= age)
    return f"{ages[place]}+" if ages[place] == ages[-1] else f"{ages[place]}-{ages[place + 1] - 1}"


def columns() -> list[str]:
    """What a row says."""
    return list(_data()["columns"])


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return data
