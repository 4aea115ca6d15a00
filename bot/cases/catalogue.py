"""What a case record can hold: fields of the standard, names and contacts, and the dimensions of the indicators."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.cases import indicators, standard
from bot.cases.days import today
from bot.directory.services import Directory

_DATA = Path(__file__).with_name("items.yml")
_LONGEST = {"text": 1000, "phone": 20}
_OLDEST = 120
_EARLIEST = date(1900, 1, 1)
_PHONE = re.compile(r"\+?[1-9]\d{1,14}")
_SEVERAL = ("many", "countries", "services")


class UnfitValue(Exception):
    """A value that cannot stand in this place; carries the name of the item."""

    def __init__(self, item: str) -> None:
        """`item`: which one."""
        super().__init__(item)
        self.item = item


@dataclass(frozen=True)
class Item:
    """One thing that a record says. `choices`: what it may be, where that is a list."""

    name: str
    kind: str
    choices: tuple[str, ...] = ()

    @property
    def several(self) -> bool:
        """Whether it can have more than one value."""
        return self.kind in _SEVERAL

    def cleaned(self, values: Sequence[str]) -> list[str]:
        """The values as they are kept: without blanks, doubles and empty ones, in the order of the choices.

        Raises:
            UnfitValue: one of them is no value of this item, or there are too many.
        """
        found = list(dict.fromkeys(value.strip() for value in values if value.strip()))
        if self.kind == "phone":
            found = [re.sub(r"[ ()./-]", "", value) for value in found]
        if (len(found) > 1 and not self.several) or not all(map(self._fits, found)):
            raise UnfitValue(self.name)
        return sorted(found, key=self.choices.index) if self.choices else found

    def _fits(self, value: str) -> bool:
        if self.choices:
            return value in self.choices
        if self.kind == "number":
            return value.isascii() and value.isdecimal() and int(value[:4]) <= _OLDEST
        if self.kind == "date":
            return _is_day(value)
        if self.kind == "phone":
            return _PHONE.fullmatch(value) is not None
        return len(value) <= _LONGEST.get(self.kind, 100) and "\0" not in value


def _is_day(value: str) -> bool:
    try:
        return _EARLIEST <= date.fromisoformat(value) <= today()
    except ValueError:
        return False


@cache
def sections() -> Mapping[str, Sequence[Item]]:
    """The items of a record by section; the indicators' dimensions are a section of their own, `indicators`."""
    of_standard = {
        section: [_item(name, kind) for name, kind in entries.items()]
        for section, entries in _data()["sections"].items()
    }
    return of_standard | {"indicators": [Item(indicators.LIST, "one", indicators.LISTS), *map(_of, indicators.load())]}


@cache
def items() -> Mapping[str, Item]:
    """All items of a record by name; not names and contacts."""
    return {item.name: item for section in sections().values() for item in section}


@cache
def identity() -> Mapping[str, Item]:
    """Names and contacts by field."""
    return {name: _item(name, kind) for name, kind in _data()["identity"].items()}


@cache
def languages() -> Mapping[str, str]:
    """ISO 639-2 codes, and the two letters by which their names are known."""
    return dict(_data()["languages"])


@cache
def authorities() -> frozenset[str]:
    """Who may decide on the status."""
    return frozenset(_data()["authorities"])


def exported() -> list[str]:
    """The fields of the standard that are handed on, in its order."""
    ours = {*items(), *identity(), standard.CONSENT}
    return [name for name in standard.fields() if name in ours]


def _item(name: str, kind: str) -> Item:
    lists: Mapping[str, Callable[[], Sequence[str]]] = {
        "country": standard.countries,
        "countries": standard.countries,
        "language": lambda: tuple(languages()),
        "services": lambda: tuple(Directory().services),
    }
    return Item(name, kind, tuple(lists[kind]()) if kind in lists else standard.fields()[name].values)


def _of(dimension: indicators.Dimension) -> Item:
    return Item(dimension.code, "many", tuple(one.code for one in dimension.indicators))


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return data
