"""Which patterns can match a text at all, found without trying each of them.

From every pattern come the pieces of plain text one of which any match must contain. One pass over a text (Aho and
Corasick, 1975) finds which of all pieces it holds, and with them the few patterns that are worth a try.
"""

import importlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import ahocorasick

_PARSER: Any = importlib.import_module("re._parser")  # the tree that `re` compiles from; Python 3.13 is pinned
_MOST = 64
_SMALL_CLASS = 10
_DIGITS = frozenset(map(str, range(10)))

type Pieces = frozenset[str]
_NOTHING: Pieces = frozenset({""})


def needles(pattern: str) -> Pieces | None:
    """Texts one of which every match contains; None if there are none."""
    exact, best = _sequence(_PARSER.parse(pattern))
    found = _better(exact, best)
    return found if _length(found) else None


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
    found: set[str] = set()
    for name, argument in members:
        match str(name), argument:
            case "LITERAL", code:
                found.add(chr(code))
            case "RANGE", (first, last) if last - first < _SMALL_CLASS:
                found.update(map(chr, range(first, last + 1)))
            case "CATEGORY", category if str(category) == "CATEGORY_DIGIT":
                found |= _DIGITS
            case _:
                return None
    return frozenset(found) if len(found) <= _SMALL_CLASS else None


def _repeat(least: int, most: int, inner: Any) -> tuple[Pieces | None, Pieces | None]:
    exact, best = _sequence(inner)
    if (least, most) == (0, 1) and exact is not None:
        return exact | _NOTHING, None
    return None, (_better(exact, best) if least else None)


class Index:
    """Finds, for a text, the numbers of the patterns that may match in each of its parts."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._always: list[int] = []
        numbers: dict[str, set[int]] = defaultdict(set)
        for number, pattern in enumerate(patterns):
            found = needles(pattern)
            if found is None:
                self._always.append(number)
            for needle in found or ():
                numbers[needle].add(number)
        self._needles = ahocorasick.Automaton()
        for needle, those in numbers.items():
            self._needles.add_word(needle, (len(needle), tuple(those)))
        self._needles.make_automaton()

    def candidates(self, text: str, parts: Sequence[tuple[int, int]]) -> list[list[int]]:
        """For each part of a text (start and end, ascending, apart) those whose words stand in it, in ascending order."""
        starts = [start for start, _ in parts]
        found = [set(self._always) for _ in parts]
        for last, (length, numbers) in self._needles.iter(text):
            part = bisect_right(starts, last) - 1
            if part >= 0 and last - length + 1 >= starts[part]:
                found[part].update(numbers)
        return [sorted(numbers) for numbers in found]

    @property
    def unsifted(self) -> list[int]:
        """Patterns that are tried on every text; few, for speed."""
        return self._always
