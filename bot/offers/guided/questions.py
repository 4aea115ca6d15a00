"""The questions of the guided check: data, in `questions.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).with_name("questions.yml")

MOST = 5
"""Questions of one check, at most."""
COUNTRY = "country"
UNSURE = "unsure"
"""The answer "I don't know / rather not say" to any question."""
ELSEWHERE = "other"
"""The country of an offer that is none of those we know."""
_FINE = "fine"


@dataclass(frozen=True)
class Ages:
    """How a number answers a question: from `below` years on it is `otherwise`, before that `then`."""

    below: int
    then: str
    otherwise: str


@dataclass(frozen=True)
class Question:
    """A question.

    Args:
        shows: the red flag that each answer shows, if it shows one.
        fine: the answers after which nothing has to be found out any more.
        first: it is asked before the others.
        helps: it is worth asking also when no answer can change the verdict.
        known_facts, known_signs: what of a text makes it needless.
        words: for each answer, how it is written, as beginnings of words.
        yes, no: the answers that these words stand for; empty where they can mean several things.
    """

    code: str
    shows: Mapping[str, str | None]
    fine: frozenset[str]
    first: bool
    helps: bool
    known_facts: frozenset[str]
    known_signs: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    yes: str
    no: str
    ages: Ages | None

    def takes(self, answer: str) -> bool:
        """Whether something is an answer to it."""
        if self.code == COUNTRY and (answer == ELSEWHERE or _is_country(answer)):
            return True
        return answer == UNSURE or answer in self.shows

    def settled_by(self, answer: str) -> bool:
        """Whether nothing has to be found out any more."""
        return answer in self.fine or (self.code == COUNTRY and answer != UNSURE)


@cache
def questions() -> Mapping[str, Question]:
    """All questions by code, in order."""
    rows = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return {row["code"]: _question(row) for row in rows}


def _question(row: Mapping[str, Any]) -> Question:
    answers, known, ages = row.get("answers", {}), row.get("known", {}), row.get("number")
    return Question(
        code=row["code"],
        shows={code: None if sign == _FINE else sign for code, sign in answers.items()},
        fine=frozenset(code for code, sign in answers.items() if sign == _FINE),
        first=row.get("first", False),
        helps=row.get("help", False),
        known_facts=frozenset(known.get("facts", ())),
        known_signs=frozenset(known.get("signs", ())),
        words={answer: tuple(words) for answer, words in row.get("words", {}).items()},
        yes=row.get("yes", ""),
        no=row.get("no", ""),
        ages=Ages(ages["below"], ages["then"], ages["else"]) if ages else None,
    )


def _is_country(answer: str) -> bool:
    """ISO 3166-1 alpha-2."""
    return len(answer) == 2 and answer.isascii() and answer.isupper()  # noqa: PLR2004  # two letters
