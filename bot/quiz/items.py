"""The items of the quiz: what each is about and which answer is right (`items.yml`), and its words in every language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bot.paths import LOCALES
from bot.texts import FALLBACKS

SOMETHING, NOTHING = "something", "nothing"
"""The two answers to "is something wrong here?"."""

_DATA = Path(__file__).with_name("items.yml")
_CHOICES = 3


@dataclass(frozen=True)
class Item:
    """One invented offer and its question.

    `kind`: `sign` (which sign is in it?), `doubt` (is something wrong? yes), `fair` (is something wrong? nothing stands
    out) or `next` (what would you do?). `code`: the red flag that is in it, None for a fair offer. `right`: the right
    answer; `others`: wrong ones, of which a question shows as many as fit.
    """

    id: str
    kind: str
    code: str | None
    right: str
    others: tuple[str, ...]

    def choices(self, chance: Random) -> list[str]:
        """The answers to show: three in a new order each time, or the two of "is something wrong?" always in theirs."""
        if self.kind in ("doubt", "fair"):
            return [SOMETHING, NOTHING]
        shown = [self.right, *chance.sample(self.others, _CHOICES - 1)]
        chance.shuffle(shown)
        return shown


@dataclass(frozen=True)
class Wording:
    """What an item says in one language. `choices`: the labels of its answers, for the kind `next` only."""

    offer: str
    note: str
    choices: Mapping[str, str] = field(default_factory=dict)


@cache
def items() -> Mapping[str, Item]:
    """All items by id."""
    rows = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return {row["id"]: _item(row) for row in rows}


def _item(row: Mapping[str, Any]) -> Item:
    kind, code = row["kind"], row.get("code")
    if kind in ("doubt", "fair"):
        right, wrong = (SOMETHING, NOTHING) if kind == "doubt" else (NOTHING, SOMETHING)
        return Item(row["id"], kind, code, right, (wrong,))
    return Item(row["id"], kind, code, row.get("right", code), tuple(row["others"]))


@cache
def wordings(language: str) -> Mapping[str, Wording]:
    """The words of all items in a language; in the first that has them if this one has none."""
    paths = (LOCALES / code / "quiz.yml" for code in (language, *FALLBACKS))
    path = next(path for path in paths if path.exists())
    rows: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        name: Wording(row["offer"].strip(), row["note"].strip(), row.get("choices", {})) for name, row in rows.items()
    }


ROUND: Sequence[str] = ("sign", "sign", "doubt", "fair", "next")
"""The kinds of one round; their order is drawn."""


def draw(seen: Sequence[str], chance: Random) -> list[str]:
    """The items of a new round: of each kind those met longest ago, never met ones first; in a new order each time.

    `seen`: ids already answered, oldest first.
    """
    met = {name: place for place, name in enumerate(seen)}
    drawn: list[str] = []
    for kind in sorted(set(ROUND)):
        of_kind = [name for name, item in items().items() if item.kind == kind]
        chance.shuffle(of_kind)
        of_kind.sort(key=lambda name: met.get(name, -1))
        drawn += of_kind[: ROUND.count(kind)]
    chance.shuffle(drawn)
    return drawn
