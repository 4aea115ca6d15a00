"""The questions in one message: people ask about several things at once, and tell a story around one.

Only what asks is looked at, so a story with one question stays one question. What marks a question and what joins two of them
is data (`nlu/<code>/questions.yml`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import yaml

from bot.paths import NLU

_SENTENCE = re.compile(r"[^.!?…\n;]+[.!?…]*")
_NUMBERED = re.compile(r"(?:^|(?<=\s))\d\s?[).](?=\s)")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_READ = 4000
"""Characters of a message that are looked through for questions."""
_MOST = 8
_FEWEST_WORDS = 2
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


def questions(text: str) -> list[str]:
    """The parts of a message that ask something, in order, at most eight; empty if nothing asks outright."""
    sentences = _SENTENCE.findall(_NUMBERED.sub("\n", text[:_READ]))
    parts = [part for sentence in sentences for part in _joined(sentence.strip())]
    return [part for part in parts if _asks(part)][:_MOST]


def _joined(sentence: str) -> list[str]:
    """A sentence cut where it joins questions; what asks nothing by itself stays with the question beside it."""
    parts: list[str] = []
    waiting = ""
    for piece in _marks().cut.split(sentence):
        waiting = f"{waiting}, {piece}" if waiting else piece
        if _asks(piece) or _asks(waiting):
            parts.append(waiting)
            waiting = ""
    if waiting and parts:
        parts[-1] = f"{parts[-1]}, {waiting}"
    return parts or [sentence]


def _asks(part: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(part)]
    if len(words) < _FEWEST_WORDS:
        return False
    marks = _marks()
    return (
        part.rstrip().endswith("?")
        or words[0] in marks.opening
        or not marks.leading.isdisjoint(words[:_AT_FIRST])
        or not marks.asking.isdisjoint(words[:_AMONG])
        or marks.anywhere.search(part) is not None
    )
