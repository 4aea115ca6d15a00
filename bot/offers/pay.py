"""Sums of money in an offer, and which are far above what unskilled work pays. The numbers, coarse: `pay.yml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).with_name("pay.yml")
_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[ .,']\d{3})+(?!\d)|\d{1,7}(?:[.,]\d{1,2})?)(?!\d)")
_CLAUSE_END = re.compile(r"[\n,()•]")
_BEFORE, _AFTER = 26, 26
_PAID_BEFORE, _PAID_AFTER = 60, 25


@dataclass(frozen=True)
class Sum:
    """An amount in euros per hour, day, week, month, task, or `unsaid`; its place in the text."""

    euros: float
    period: str
    start: int
    end: int


class Pay:
    """Reads sums with currency and period."""

    def __init__(self, path: Path = _DATA) -> None:
        data: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        self._currencies = {re.compile(row["words"]): _worth(row) for row in data["currencies"].values()}
        self._behind = re.compile(rf"\+? ?(?P<many>(?:{data['many']})(?![^\W\d_]))?\+? ?(?P<currency>{_any(data)})?")
        self._ahead = re.compile(rf"(?P<currency>{_any(data)}) ?$")
        self._from = {name: float(row["from"]) for name, row in data["periods"].items()}
        self._periods = {name: re.compile(row["words"]) for name, row in data["periods"].items() if row["words"]}
        self._paid, self._costs = re.compile(data["paid"]), re.compile(rf"(?:{data['costs']})[^\d]{{0,25}}$")
        self._shift, self._few = re.compile(data["working_time"]), re.compile(data["few_hours"]["words"])
        self._few_factor = float(data["few_hours"]["factor"])
        self._factors = [
            (float(data[key]["factor"]), re.compile(data[key]["words"])) for key in ("skilled", "unskilled")
        ]

    def sums(self, text: str) -> Iterator[Sum]:
        """Every sum of money in a normalised text."""
        text = self._shift.sub(lambda shift: "_" * len(shift.group()), text)
        found = [amount for match in _NUMBER.finditer(text) if (amount := self._amount(text, match))]
        for number, (start, end, euros) in enumerate(found):
            until = found[number + 1][0] if number + 1 < len(found) else len(text)
            since = found[number - 1][1] if number else 0
            yield Sum(euros, self._period(text, (since, start), (end, until)), start, end)

    def _amount(self, text: str, match: re.Match[str]) -> tuple[int, int, float] | None:
        """Start, end and euros of a number that has a currency before or behind it."""
        start, behind = match.start(), self._behind.match(text, match.end())
        ahead = self._ahead.search(text, max(0, start - 5), start)
        end = behind.end() if behind and (behind["currency"] or behind["many"]) else match.end()
        written = (behind and behind["currency"]) or (ahead and ahead["currency"])
        if not written:
            return None
        many = 1000 if behind and behind["many"] else 1
        rate = next(rate for words, rate in self._currencies.items() if words.match(written))
        return (ahead.start() if ahead else start), end, _number(match.group()) * many * rate

    def too_good(self, text: str) -> Iterator[Sum]:
        """The sums that are far above ordinary pay."""
        sums = [found for found in self.sums(text) if self._is_pay(text, found)]
        factor = self._factor(text) if sums else 1.0
        yield from (found for found in sums if found.euros >= self._from[found.period] * factor)

    def _factor(self, text: str) -> float:
        few = self._few_factor if self._few.search(text) else 1.0
        return few * next((factor for factor, words in self._factors if words.search(text)), 1.0)

    def _is_pay(self, text: str, found: Sum) -> bool:
        if self._costs.search(text, max(0, found.start - 45), found.start):
            return False
        if found.period != "unsaid":
            return True
        around = text[max(0, found.start - _PAID_BEFORE) : found.end + _PAID_AFTER]
        return bool(self._paid.search(around))

    def _period(self, text: str, before: tuple[int, int], after: tuple[int, int]) -> str:
        following = _CLAUSE_END.split(text[after[0] : min(after[1], after[0] + _AFTER)], maxsplit=1)[0]
        leading = _CLAUSE_END.split(text[max(before[0], before[1] - _BEFORE) : before[1]])[-1]
        return self._first_period(following) or self._last_period(leading) or "unsaid"

    def _first_period(self, part: str) -> str | None:
        found = [(match.start(), name) for name, words in self._periods.items() if (match := words.search(part))]
        return min(found)[1] if found else None

    def _last_period(self, part: str) -> str | None:
        found = [(m.end(), name) for name, words in self._periods.items() for m in words.finditer(part)]
        return max(found)[1] if found else None


def _worth(row: Mapping[str, Any]) -> float:
    return float(row["rate"]) * float(row.get("local", 1))


def _any(data: Mapping[str, Any]) -> str:
    return "|".join(str(row["words"]) for row in data["currencies"].values())


def _number(written: str) -> float:
    """A number as people write it: 1 500, 1.500, 1,500 and 7,50 alike."""
    if re.fullmatch(r"\d{1,3}(?:[ .,']\d{3})+", written):
        return float(re.sub(r"\D", "", written))
    return float(written.replace(",", "."))
