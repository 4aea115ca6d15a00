"""The set as data: a list of ten thousand invented firms, names as people write them, and texts without any of them.

`names.tsv` and `without.txt` are written by hand; `spoilt` makes more variants by machine, with a fixed seed.
"""

import random
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
ROWS = 10_000


class Written(NamedTuple):
    """A name as somebody wrote it, and as it stands in the list. `how` it differs; `part`: which half of the set."""

    listed: str
    written: str
    how: str
    part: int


def listed() -> list[str]:
    """The list: the firms of `names.tsv`, and others up to ten thousand."""
    own = list(dict.fromkeys(name for name, _ in _pairs()))
    return [*own, *fillers()][:ROWS]


def fillers() -> list[str]:
    """Invented firms that nobody wrote of, in an order of chance that is always the same."""
    made = [
        one["form"].format(root, f"{tail} {place}".strip())
        for one in _filler()["forms"]
        for root, tail, place in product(one["roots"], one["tails"], _filler()["places"])
    ]
    random.Random(527).shuffle(made)
    return made


def written() -> list[Written]:
    """All names as somebody wrote them."""
    by_hand = [Written(name, variant, "by hand", at // 2 % 2) for at, (name, variant) in enumerate(_pairs())]
    in_list = listed()[-9000:]
    random.Random(42).shuffle(in_list)
    made = [
        Written(name, spoil(_bare(name), random.Random(at)), spoil.__name__, at // 4 % 2)
        for at, (name, spoil) in enumerate(zip(in_list[:120], [romanized, mistyped, glued, louder] * 30, strict=True))
    ]
    return by_hand + made


def texts() -> Iterator[tuple[Written, str]]:
    """Each written name in a text."""
    templates = _lines("templates.txt")
    for at, one in enumerate(written()):
        yield one, templates[at * 7 % len(templates)].format(one.written)


def without() -> list[str]:
    """Texts in which no firm of the list stands."""
    return _lines("without.txt")


def romanized(name: str, chance: random.Random) -> str:
    """In Latin letters, as passports spell Ukrainian; other accents away."""
    latin = "".join(_filler()["kmu"].get(sign, sign) for sign in name.lower()).replace("-", "").replace("'", "")
    return latin.translate(str.maketrans("ąćęłńóśźżăâîșț", "acelnoszzaaist")).title()


def mistyped(name: str, chance: random.Random) -> str:
    """Two letters changed places, or one is missing."""
    at = chance.randrange(1, len(name) - 2)
    if chance.random() < 0.5:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + name[at + 1 :]


def glued(name: str, chance: random.Random) -> str:
    """Without the blank, or with a hyphen in its place."""
    return name.replace(" ", chance.choice(["", "-"]), 1)


def louder(name: str, chance: random.Random) -> str:
    """All in capitals, or all in small letters."""
    return name.upper() if chance.random() < 0.5 else name.lower()


@cache
def _filler() -> dict[str, Any]:
    return yaml.safe_load((HERE / "filler.yml").read_text(encoding="utf-8"))


def _bare(name: str) -> str:
    for form in ("ТОВ «", "»", " SP. Z O.O.", "S.C. ", " S.R.L."):
        name = name.replace(form, "")
    return name


def _pairs() -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in _lines("names.tsv"))
    return [(name, variant) for name, variant in rows]


def _lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()
