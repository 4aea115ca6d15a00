"""From rows to entries: finds the columns by their names, and says of each bad row its line and what is wrong."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

import yaml

from bot.offers.registers.errors import NoNameColumn, NothingInIt
from bot.offers.registers.files import Row, rows_of

_COLUMNS = Path(__file__).with_name("columns.yml")
_HEADER_WITHIN = 15
"""Rows in which the header is looked for: official lists begin with their title."""
_LONGEST = {"name": 300, "number": 60, "address": 300, "status": 120, "note": 2000}
_NOT_WORD = re.compile(r"[\W_]+")
Progress = Callable[[int], None]
"""Is told how many rows were read."""


@dataclass(frozen=True)
class Bad:
    """A row that cannot be an entry. `why`: `no-name`, `no-letters`, `long`, `cells`."""

    line: int
    why: str


@dataclass(frozen=True)
class Entry:
    """A row that can."""

    line: int
    name: str
    number: str = ""
    address: str = ""
    status: str = ""
    note: str = ""


@dataclass
class Draft:
    """What a file holds. `doubles`: rows that say what an earlier one says; they are left out."""

    entries: list[Entry] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    doubles: int = 0


def read(content: bytes, progress: Progress = lambda count: None) -> Draft:
    """Read a whole file.

    Raises:
        FileRefused: the file is not for us; its subclasses say why.
    """
    rows = rows_of(content)
    header, width, rows = _header(rows)
    draft, seen = Draft(), set[tuple[str, ...]]()
    for count, row in enumerate(rows, 1):
        progress(count)
        if why := _wrong(row, header, width):
            draft.bad.append(Bad(row.line, why))
            continue
        entry = Entry(row.line, **{what: _cell(row, at) for what, at in header.items()})
        key = (entry.name.casefold(), entry.number, entry.note)
        draft.doubles += key in seen
        if key not in seen:
            seen.add(key)
            draft.entries.append(entry)
    if not draft.entries and not draft.bad:
        raise NothingInIt
    return draft


def _header(rows: Iterator[Row]) -> tuple[Mapping[str, int], int, Iterator[Row]]:
    """The columns by what they hold, how many there are, and the rows below."""
    passed: list[Row] = []
    for row in rows:
        if "name" in (found := columns(row.cells)):
            return found, len(row.cells), rows
        passed.append(row)
        if len(passed) == _HEADER_WITHIN:
            break
    widest = max(passed, key=lambda row: sum(map(bool, row.cells)), default=Row(1, ()))
    raise NoNameColumn([cell[:60] for cell in widest.cells if cell])


def columns(cells: Sequence[str]) -> Mapping[str, int]:
    """Which column holds what; empty if the row is no header.

    A name that is exactly one of ours goes before one that only begins so, and left goes before right. A single cell
    must be exactly ours: "Nazwa rejestru: …" above a table is its title.
    """
    plain = [_plain(cell) for cell in cells]
    alone = sum(map(bool, plain)) == 1
    found: dict[str, int] = {}
    for what, names in _names().items():
        exact = [at for at, cell in enumerate(plain) if cell in names]
        begins = [at for at, cell in enumerate(plain) if not alone and cell.startswith(tuple(f"{n} " for n in names))]
        if free := [at for at in chain(exact, begins) if at not in found.values()]:
            found[what] = free[0]
    return found


@cache
def _names() -> Mapping[str, frozenset[str]]:
    rows: Mapping[str, Iterable[str]] = yaml.safe_load(_COLUMNS.read_text(encoding="utf-8"))
    return {what: frozenset(map(_plain, names)) for what, names in rows.items()}


def _plain(cell: str) -> str:
    apart = unicodedata.normalize("NFKD", cell.casefold().replace("ł", "l"))
    return _NOT_WORD.sub(" ", "".join(sign for sign in apart if not unicodedata.combining(sign))).strip()


def _wrong(row: Row, header: Mapping[str, int], width: int) -> str:
    name = _cell(row, header["name"])
    if any(row.cells[width:]):
        return "cells"
    if not name:
        return "no-name"
    if not any(sign.isalpha() for sign in name):
        return "no-letters"
    if any(len(_cell(row, at)) > _LONGEST[what] for what, at in header.items()):
        return "long"
    return ""


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""
