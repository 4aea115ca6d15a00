"""Holds the newest picture of the registers, and what was found by them in the talks that counselors have open."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.offers.registers import repository
from bot.offers.registers.known import known
from bot.offers.registers.lists import NO_LISTS, Found, Item, List, Lists
from bot.storage.engine import Storage

_REMEMBERED = 1000
"""Messages whose findings are kept in memory: an open console looks at the same ones every few seconds."""


class Archive:
    """The imported lists, renewed when one changes."""

    def __init__(self) -> None:
        self._lists = NO_LISTS
        self._found: OrderedDict[int, Sequence[Found]] = OrderedDict()

    def lists(self) -> Lists:
        """The picture."""
        return self._lists

    async def renew(self, storage: Storage) -> bool:
        """Read the lists again if one changed. Returns whether one did."""
        async with storage.reading() as session:
            revision = await repository.revision(session)
            if revision == self._lists.revision:
                return False
            dates = {row.code: row.list_date for row in await repository.registers(session) if row.rows}
            rows = await repository.entries(session)
        items = _by_list((row.register, Item(row.name, row.number, row.address, row.status, row.note)) for row in rows)
        self._lists = await asyncio.to_thread(_picture, items, dates, revision)
        self._found.clear()
        return True

    def in_messages(self, messages: Iterable[tuple[int, str]]) -> list[Found]:
        """What stands in any list, also that of staff, of the names in messages (number and text); each entry once.

        Args:
            messages: number and text of each; a number always means the same text.
        """
        if not self._lists.lists:
            return []
        found: dict[tuple[str, Item], Found] = {}
        for number, text in messages:
            for hit in self._in_message(number, text):
                found.setdefault((hit.kind.code, hit.item), hit)
        return sorted(found.values(), key=lambda hit: (hit.kind.for_people, -hit.score))

    def _in_message(self, number: int, text: str) -> Sequence[Found]:
        if number not in self._found:
            self._found[number] = self._lists.find(text)
            if len(self._found) > _REMEMBERED:
                self._found.popitem(last=False)
        return self._found[number]


def _by_list(rows: Iterable[tuple[str, Item]]) -> Mapping[str, list[Item]]:
    items: dict[str, list[Item]] = {}
    for code, item in rows:
        items.setdefault(code, []).append(item)
    return items


def _picture(items: Mapping[str, list[Item]], dates: Mapping[str, date | None], revision: int) -> Lists:
    made = [
        List(kind, list_date, items[code])
        for code, kind in known().items()
        if code in items and (list_date := dates.get(code))
    ]
    return Lists(made, revision)
