"""The parts of one message: people ask about several things at once, and tell a story around one.

A message is cut into small pieces; any few neighbours together may be one matter, and which are is found by what answers them
(`several.py`). In a long message only what asks counts, so a story with one question stays one question. What marks a question
and what joins two of them is data (`nlu/<code>/questions.yml`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

import yaml

from bot.paths import NLU

_SENTENCE = re.compile(r"[^.!?…\n;]+[.!?…]*")
_NUMBERED = re.compile(r"(?:^|(?<=\s))\d\s?[).](?=\s)")
_PAUSE = re.compile(r"(?<=[,:–—])\s+|\s+[-–—+]\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_READ = 4000
"""Characters of a message that are looked through."""
_PIECES = 24
_MOST = 16
"""Parts that are read, each by the encoder; the first of a message."""
_TOGETHER = 3
"""Neighbouring pieces that may be one matter: "he is 19, he goes alone, will they let him out?"."""
_SHORT = 6
"""Up to so many pieces a message is no story, and what asks nothing outright may be asked for too ("papers for a dog, school")."""
_FEWEST_WORDS = 2
_FEWEST_UNASKED = 4
"""Words of a part that asks nothing, but may be meant as a question."""
_AMONG = 8
"""Among how many first words of a part a word that always asks is looked for."""
_AT_FIRST = 3
"""The same for words that also join clauses ("he said what he saw"): they ask only at the beginning."""


@dataclass(frozen=True)
class _Marks:
    asking: frozenset[str]
    leading: frozenset[str]
    opening: frozenset[str]
    anywhere: re.Pattern[str]
    cut: re.Pattern[str]


@cache
def _marks() -> _Marks:
    words: dict[str, set[str]] = {
        "asking": set(),
        "leading": set(),
        "opening": set(),
        "joining": set(),
        "adding": set(),
        "anywhere": set(),
    }
    for path in sorted(NLU.glob("*/questions.yml")):
        for kind, listed in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            words[kind] |= {word if kind == "anywhere" else word.casefold() for word in listed}
    leads = rf"(?:{_any(words['asking'] | words['leading'] | words['opening'])}|{'|'.join(sorted(words['anywhere']))})"
    # Cut before the word that asks, so that "and can she work" leaves "can she work"; "and also" cuts whatever follows.
    joining, adding = _any(words["joining"]), _any(words["adding"])
    before_a_question = rf"(?:\s*[,&]\s*(?:{joining}\s+)?|\s+{joining}\s+)(?={leads}\b)"
    cut = rf"\s*[,&]?\s+{adding}\s+|{before_a_question}"
    asking, leading, opening = (frozenset(words[kind]) for kind in ("asking", "leading", "opening"))
    anywhere = re.compile("|".join(sorted(words["anywhere"])), re.IGNORECASE)
    return _Marks(asking, leading, opening, anywhere, re.compile(cut, re.IGNORECASE))


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@dataclass(frozen=True)
class Part:
    """Pieces of a message from `start` on and before `end` (counted from 0), and whether they ask something outright."""

    start: int
    end: int
    text: str
    asks: bool


def parts(text: str) -> list[Part]:
    """What in a message may be one matter each, at most sixteen, shorter ones first where they begin alike; overlapping.

    Empty if the message is a single piece.
    """
    pieces, marked = _pieces(text[:_READ]), "?" in text
    if not pieces[1:]:
        return []  # one piece holds one matter
    spans = (
        (start, end)
        for start in range(len(pieces))
        for end in range(start + 1, min(start + _TOGETHER, len(pieces)) + 1)
    )
    read = (Part(start, end, said := ", ".join(pieces[start:end]), _asks(said, marked=marked)) for start, end in spans)
    return list(islice((part for part in read if part.asks or _may_ask(part, len(pieces))), _MOST))


def _may_ask(part: Part, pieces: int) -> bool:
    return pieces <= _SHORT and len(part.text.split()) >= _FEWEST_UNASKED


def _pieces(text: str) -> list[str]:
    """A message cut at sentences, joining words and pauses; a single word stays with what follows."""
    cut = (
        piece.strip(" ,:")
        for sentence in _SENTENCE.findall(_NUMBERED.sub("\n", text))
        for joined in _marks().cut.split(sentence.strip())
        for piece in _PAUSE.split(joined)
    )
    pieces: list[str] = []
    waiting = ""
    for piece in filter(None, cut):
        waiting = f"{waiting}, {piece}" if waiting else piece
        if len(_WORD.findall(waiting)) >= _FEWEST_WORDS:
            pieces.append(waiting)
            waiting = ""
    if waiting and pieces:
        pieces[-1] = f"{pieces[-1]}, {waiting}"
    return pieces[:_PIECES]


def _asks(part: str, *, marked: bool) -> bool:
    """Whether a part asks. Words that also begin a statement ("am", "is") ask only where no question is `marked` in the message."""
    words = [word.casefold() for word in _WORD.findall(part)]
    if len(words) < _FEWEST_WORDS:
        return False
    marks = _marks()
    return (
        part.rstrip().endswith("?")
        or (words[0] in marks.opening and not marked)
        or not marks.leading.isdisjoint(words[:_AT_FIRST])
        or not marks.asking.isdisjoint(words[:_AMONG])
        or marks.anywhere.search(part) is not None
    )
