"""The questions in one message: people ask about several things at once, and tell a story around one.

Only sentences that ask are looked at, so a story with one question stays one question. What marks a question and what
joins two of them is data (`nlu/<code>/questions.yml`).
"""

import re
from dataclasses import dataclass
from functools import cache

import yaml

from bot.paths import NLU

_SENTENCE = re.compile(r"[^.!?…\n;]+[.!?…]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_READ = 4000
"""Characters of a message that are looked through for questions."""
_MOST = 8
_FEWEST_WORDS = 2
_AMONG = 6
"""Among how many first words of a sentence a word that asks is looked for."""


@dataclass(frozen=True)
class _Marks:
    asking: frozenset[str]
    opening: frozenset[str]
    joining: re.Pattern[str]


@cache
def _marks() -> _Marks:
    words: dict[str, set[str]] = {"asking": set(), "opening": set(), "joining": set()}
    for path in sorted(NLU.glob("*/questions.yml")):
        for kind, listed in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            words[kind] |= {word.casefold() for word in listed}
    leads = _any(words["asking"] | words["opening"])
    # cut before the word that asks, so that "and can she work" leaves "can she work"
    joining = re.compile(rf"[,;]?\s+{_any(words['joining'])}\s+(?={leads}\b)", re.IGNORECASE)
    return _Marks(frozenset(words["asking"]), frozenset(words["opening"]), joining)


def _any(words: set[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def questions(text: str) -> list[str]:
    """The parts of a message that ask something, in order, at most eight; empty if nothing asks outright."""
    parts = [part for sentence in _SENTENCE.findall(text[:_READ]) for part in _joined(sentence.strip())]
    return [part for part in parts if _asks(part)][:_MOST]


def _joined(sentence: str) -> list[str]:
    """A sentence cut where it joins two questions; whole if a part by itself would ask nothing."""
    parts = _marks().joining.split(sentence)
    return parts if len(parts) > 1 and all(map(_asks, parts)) else [sentence]


def _asks(part: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(part)]
    if len(words) < _FEWEST_WORDS:
        return False
    marks = _marks()
    return part.rstrip().endswith("?") or words[0] in marks.opening or not marks.asking.isdisjoint(words[:_AMONG])
