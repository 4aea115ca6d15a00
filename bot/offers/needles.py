"""Which patterns can match a text at all, found without trying each of them.

From every pattern come the pieces of plain text one of which any match must contain. An index of these pieces by
three of their letters turns "try eight hundred patterns" into "look up the text's own letter triples".
"""

import importlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

_PARSER: Any = importlib.import_module("re._parser")  # the tree that `re` compiles from; Python 3.13 is pinned
_MOST = 64
_SHORTEST, _USUAL = 2, 3
_SMALL_CLASS = 5

type Pieces = frozenset[str]
_NOTHING: Pieces = frozenset({""})


def needles(pattern: str) -> Pieces | None:
    """Texts one of which every match contains; None if there are none long enough to be of use."""
    exact, best = _sequence(_PARSER.parse(pattern))
    found = _better(exact, best)
    return found if found and _length(found) >= _SHORTEST else None


def _length(pieces: Pieces | None) -> int:
    return min(map(len, pieces)) if pieces else 0


def _better(one: Pieces | None, other: Pieces | None) -> Pieces | None:
    """The pieces that sift more: longer, then fewer."""
    return max(one, other, key=lambda pieces: (min(_length(pieces), 5), -len(pieces or ())))


def _sequence(nodes: Iterable[Any]) -> tuple[Pieces | None, Pieces | None]:
    """What a sequence is exactly, if that is a short list, and the best pieces within it."""
    run: Pieces = _NOTHING
    best: Pieces | None = None
    whole = True
    for name, argument in nodes:
        exact, inner = _node(str(name), argument)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(a + b for a in run for b in exact)
            continue
        whole = False
        best = _better(_better(best, run), inner)
        run = exact if exact is not None else _NOTHING
    return (run if whole else None), _better(best, run)


def _node(name: str, argument: Any) -> tuple[Pieces | None, Pieces | None]:
    match name:
        case "LITERAL":
            return frozenset({chr(argument)}), None
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _NOTHING, None
        case "SUBPATTERN":
            return _sequence(argument[3])
        case "BRANCH":
            return _branch(argument[1])
        case "IN":
            return _class(argument), None
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeat(*argument)
    return None, None


def _branch(branches: Sequence[Any]) -> tuple[Pieces | None, Pieces | None]:
    found = [_sequence(branch) for branch in branches]
    exacts = [exact for exact, _ in found]
    bests = [_better(exact, best) for exact, best in found]
    exact = frozenset[str]().union(*[one for one in exacts if one is not None]) if None not in exacts else None
    best = frozenset[str]().union(*[one for one in bests if one]) if all(bests) else None
    return (exact if exact and len(exact) <= _MOST else None), best


def _class(members: Sequence[Any]) -> Pieces | None:
    if len(members) > _SMALL_CLASS or any(str(name) != "LITERAL" for name, _ in members):
        return None
    return frozenset(chr(code) for _, code in members)


def _repeat(least: int, most: int, inner: Any) -> tuple[Pieces | None, Pieces | None]:
    exact, best = _sequence(inner)
    if (least, most) == (0, 1) and exact is not None:
        return exact | _NOTHING, None
    return None, (_better(exact, best) if least else None)


class Index:
    """Finds, for a text, the numbers of the patterns that may match it."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._always: list[int] = []
        self._by_two: dict[str, list[int]] = defaultdict(list)
        self._by_three: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            self._add(number, needles(pattern))

    def _add(self, number: int, found: Pieces | None) -> None:
        if found is None:
            self._always.append(number)
            return
        for needle in found:
            if len(needle) < _USUAL:
                self._by_two[needle].append(number)
                continue
            threes = [needle[i : i + 3] for i in range(len(needle) - 2)]
            rarest = min(threes, key=lambda three: len(self._by_three.get(three, ())))
            self._by_three[rarest].append((needle, number))

    def candidates(self, text: str) -> list[int]:
        """In ascending order."""
        threes = set(map("".join, zip(text, text[1:], text[2:], strict=False)))
        found = set(self._always)
        for two in self._by_two.keys() & set(map("".join, pairwise(text))):
            found.update(self._by_two[two])
        for three in threes & self._by_three.keys():
            found.update(number for needle, number in self._by_three[three] if needle in text)
        return sorted(found)

    @property
    def unsifted(self) -> list[int]:
        """Patterns that are tried on every text; few, for speed."""
        return self._always
