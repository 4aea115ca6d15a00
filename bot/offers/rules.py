"""The codes and patterns as compiled rules. What is known of wordings is data: `codes.yml`, `nlu/<code>/offers.yml`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from bot.offers.needles import Index
from bot.offers.normalise import normalise
from bot.paths import NLU

_CODES = Path(__file__).with_name("codes.yml")
_MOST_MATCHES = 40
_LINE = re.compile(r"[^\n]{2,}\n?")
HELPERS = ("_offer", "_seeking", "_advice", "_question", "_denial", "_contact", "_firm")
"""Lists in the pattern files that are no red flags: they say what a text is and what cancels a flag."""


@dataclass(frozen=True)
class Code:
    """A red flag. `yields_to`: codes that make this one not count in the same clause (or sentence: `scope`)."""

    code: str
    weight: str
    indicator: str
    yields_to: tuple[str, ...] = ()
    scope: str = "clause"


@dataclass(frozen=True)
class Rule:
    """One pattern. `catches` and `leaves` are its examples and counter-examples, which the tests try.

    `where`: whether a denial stands `before` or `after` what it denies. `weak`: such an offer cue needs a second one.
    `denying`: what it finds has a denial in it ("no contract"), so that a denial inside does not cancel it.
    """

    code: str
    language: str
    expression: re.Pattern[str]
    catches: tuple[str, ...]
    leaves: tuple[str, ...] = ()
    where: str = "before"
    weak: bool = False
    denying: bool = False


@cache
def codes() -> Mapping[str, Code]:
    """All red flags by code, in order."""
    return {row["code"]: _code(row) for row in read_data(_CODES)}


class Rules:
    """All rules of all languages: people mix languages, so every text is read by all of them."""

    def __init__(self, codes: Sequence[Code], patterns: Sequence[Rule]) -> None:
        self.codes: Mapping[str, Code] = {code.code: code for code in codes}
        self.patterns = patterns
        self._index = Index([rule.expression.pattern for rule in patterns])

    @classmethod
    def load(cls, folder: Path = NLU) -> "Rules":
        """From the data files.

        Raises:
            ValueError: a pattern file names a code that does not exist, or a pattern is no regular expression.
        """
        known = {*codes(), *HELPERS}
        patterns = [rule for path in sorted(folder.glob("*/offers.yml")) for rule in _rules(path, known)]
        return cls(tuple(codes().values()), _with_denying(patterns))

    def matches(self, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Every place in a normalised text where a rule's pattern matches; no match goes beyond a line."""
        lines = [line.span() for line in _LINE.finditer(text)]
        for line, numbers in zip(lines, self._index.candidates(text, lines), strict=True):
            for rule in (self.patterns[number] for number in numbers):
                for match in islice(rule.expression.finditer(text, *line), _MOST_MATCHES):
                    yield rule, match


def _with_denying(patterns: Sequence[Rule]) -> list[Rule]:
    denials = [rule.expression for rule in patterns if rule.code == "_denial" and rule.where == "before"]
    return [replace(rule, denying=_denies(rule, denials)) for rule in patterns]


def _denies(rule: Rule, denials: Sequence[re.Pattern[str]]) -> bool:
    found = (rule.expression.search(normalise(example).text) for example in rule.catches)
    return any(denial.search(match.group()) for match in found if match for denial in denials)


def read_data(path: Path) -> Any:
    """A data file of the offer check."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # a safe loader, and the quick one


def _code(row: Mapping[str, Any]) -> Code:
    return Code(**{**row, "yields_to": tuple(row.get("yields_to", ()))})


def _rules(path: Path, known: set[str]) -> Iterator[Rule]:
    lists = read_data(path)
    gap = lists.pop("_gap")
    for code, rows in lists.items():
        if code not in known:
            raise ValueError(f"{path}: no such code: {code}")
        for row in rows or ():
            yield _rule(code, path.parent.name, row, gap)


def _rule(code: str, language: str, row: Mapping[str, Any], gap: str) -> Rule:
    try:
        expression = re.compile(row["pattern"].replace("…", gap))
    except re.error as wrong:
        raise ValueError(f"{language}, {code}: {row['pattern']}: {wrong}") from wrong
    return Rule(
        code,
        language,
        expression,
        tuple(row.get("catches") or ()),
        tuple(row.get("leaves") or ()),
        row.get("where", "before"),
        bool(row.get("weak")),
    )
