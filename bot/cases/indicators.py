"""The ILO's operational indicators, and what they add up to. Help for a counselor's judgement, never a finding on a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.offers.verdict import verdict

_DATA = Path(__file__).with_name("indicators.yml")
LIST = "ilo_list"
"""The item of a record that says which list counts."""
LISTS = ("adult", "child")
_PREFIX = "ilo_"


@dataclass(frozen=True)
class Indicator:
    """One indicator. `weights` by list; a list without it does not have it."""

    code: str
    weights: Mapping[str, str]


@dataclass(frozen=True)
class Dimension:
    """One of the six dimensions. Its code is the name of the record's item."""

    code: str
    indicators: Sequence[Indicator]

    def weights(self, which: str, found: Iterable[str]) -> list[str]:
        """The weights in a list of the indicators that were found."""
        there = set(found)
        return [one.weights[which] for one in self.indicators if one.code in there and which in one.weights]


@dataclass(frozen=True)
class Outcome:
    """What the rule gives. `positive`: by dimension; `result`: a code of the combined table."""

    which: str
    positive: Mapping[str, bool]
    result: str


@cache
def load() -> Sequence[Dimension]:
    """The dimensions in the ILO's order."""
    data = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return [Dimension(_PREFIX + code, [_indicator(one) for one in rows]) for code, rows in data.items()]


def _indicator(row: Mapping[str, str]) -> Indicator:
    return Indicator(row["code"], {which: row[which] for which in LISTS if which in row})


def outcome(which: str, found: Mapping[str, Sequence[str]]) -> Outcome:
    """What the confirmed indicators add up to.

    Args:
        which: `adult` or `child`.
        found: codes of indicators by dimension.
    """
    # A dimension is positive by the rule that also gives an offer "high": two strong; one strong and another; and so on.
    positive = {one.code: verdict(one.weights(which, found.get(one.code, ()))) == "high" for one in load()}
    deceived, coerced, vulnerable, exploited, held, _ = positive.values()
    if which == "child":
        # Means are not needed for a child: act and exploitation are enough (Palermo Protocol, article 3(c)).
        return Outcome(which, positive, "child" if exploited else _unclear(positive))
    return Outcome(which, positive, _adult(positive, (deceived, coerced or vulnerable, exploited, held)))


def _adult(positive: Mapping[str, bool], dimensions: tuple[bool, bool, bool, bool]) -> str:
    """The table that the rule ends in. Abuse of vulnerability may stand in for coercion in recruitment."""
    deceived, otherwise, exploited, held = dimensions
    if exploited and held and (deceived or otherwise):
        return "trafficking"
    if exploited and deceived and not held:
        return "deceived"
    if exploited and not (held or deceived or otherwise):
        return "labour"
    return _unclear(positive)


def _unclear(positive: Mapping[str, bool]) -> str:
    return "between" if any(positive.values()) else "none"
