"""What measuring gives: shares with their intervals, confusion matrices, errors one by one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

ALL = "all"
_Z = 1.959964
"""Of the normal distribution, for 95 %."""

type Pairs = list[tuple[str, str]]
"""What was wanted and what was said, of each message."""


@dataclass(frozen=True)
class Figure:
    """One figure of one language (or of all). `right` is empty where the value is no share of a count."""

    measure: str
    language: str
    value: float
    total: int
    right: int | None = None

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % of a share."""
        return None if self.right is None else wilson(self.right, self.total)


@dataclass
class Findings:
    """Collects what one run measures."""

    figures: list[Figure] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    confusions: dict[tuple[str, str], Pairs] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def shares(self, measure: str, marks: Iterable[tuple[str, bool]]) -> None:
        """Shares of right ones, by language and over all. `marks`: language and right or not, of each message."""
        for language, own in _with_all(list(marks)):
            right = sum(own)
            self.figures.append(Figure(measure, language, right / len(own), len(own), right))

    def macro_f1(self, measure: str, said: Iterable[tuple[str, tuple[str, str]]], labels: Sequence[str]) -> None:
        """Macro F1 by language and over all. `said`: language, and wanted and said label, of each message."""
        for language, own in _with_all(list(said)):
            self.figures.append(Figure(measure, language, macro_f1(own, labels), len(own)))

    def confusion(self, measure: str, said: Iterable[tuple[str, tuple[str, str]]]) -> None:
        """Keep the pairs for the pictures."""
        self.confusions |= {(measure, language): own for language, own in _with_all(list(said))}

    def wrong(self, measure: str, language: str, row: Any, said: Any) -> None:
        """Keep an error; it goes to a file and never to the screen."""
        self.errors.append({"measure": measure, "language": language, "row": row, "said": said})

    def of(self, measure: str, language: str) -> Figure | None:
        """One figure, if it was measured."""
        found = (one for one in self.figures if (one.measure, one.language) == (measure, language))
        return next(found, None)


def _with_all[T](marks: list[tuple[str, T]]) -> Iterator[tuple[str, list[T]]]:
    """The items of each language, and of all together first."""
    if marks:
        yield ALL, [item for _, item in marks]
    for language in dict.fromkeys(code for code, _ in marks):
        yield language, [item for code, item in marks if code == language]


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927): honest also for few messages and for shares near 0 or 1.

    Raises:
        ValueError: nothing was counted.
    """
    if total < 1:
        raise ValueError("no share of nothing")
    share, square = right / total, _Z * _Z
    middle = share + square / (2 * total)
    half = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total))
    return max(0.0, (middle - half) / (1 + square / total)), min(1.0, (middle + half) / (1 + square / total))


def macro_f1(pairs: Pairs, labels: Sequence[str]) -> float:
    """The mean of the labels' F1, over the labels that were wanted or said at all."""
    count, wanted, said = Counter(pairs), Counter(want for want, _ in pairs), Counter(got for _, got in pairs)
    used = [label for label in labels if wanted[label] or said[label]]
    return sum(2 * count[label, label] / (wanted[label] + said[label]) for label in used) / len(used) if used else 0.0
