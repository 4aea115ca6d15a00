"""The everyday words of each language that the others here do not have, and how people ask for a language by name.

Data: `nlu/<code>/own-words.yml`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from bot.paths import NLU

_LONGEST_REQUEST = 8
"""Words: a longer message, or clause of one, speaks of a language rather than asks for one."""
_CLAUSE = re.compile(r"[^,.!?;:\n()]+")
_WORD = re.compile(r"[^\W\d_]+")
_BARE_REQUEST = 2
"""Words: so short that a language's name alone is the request."""
_BEFORE = 4
_AFTER = 3
"""How many words before or after the name the word that makes it a request may stand."""


_FILES = "*/own-words.yml"
_KINDS = ("requests", "answering", "self")


@dataclass(frozen=True)
class _Words:
    own: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    requests: frozenset[str]
    answering: frozenset[str]
    self: frozenset[str]


@cache
def _words() -> _Words:
    files = {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(NLU.glob(_FILES))}
    names = {
        name: code for content in files.values() for code, listed in content["languages"].items() for name in listed
    }
    own = {language: frozenset(content["words"]) for language, content in files.items()}
    listed = (frozenset(word for content in files.values() for word in content[kind]) for kind in _KINDS)
    return _Words(own, names, *listed)


def told_by_own_words(words: Sequence[str]) -> str | None:
    """The language that most of the telling words belong to; None if none tells, or two tell alike."""
    counts = Counter(
        {code: sum(word.casefold() in listed for word in words) for code, listed in _words().own.items()}
    ).most_common(2)
    return counts[0][0] if counts and counts[0][1] > (counts[1][1] if len(counts) > 1 else 0) else None


def asked_for(text: str) -> str | None:
    """The language that a message asks for by name ("can we speak Romanian?"); None if it asks for none.

    In a longer message only a clause that says in which language to answer asks for it; the last one counts.
    """
    words = _WORD.findall(text.casefold())
    if len(words) <= _LONGEST_REQUEST:
        return _request(words, _words().requests)
    clauses = (_WORD.findall(clause) for clause in _CLAUSE.findall(text.casefold()))
    asked = [
        _request(clause, _words().answering) for clause in clauses if _BARE_REQUEST < len(clause) <= _LONGEST_REQUEST
    ]
    return next((code for code in reversed(asked) if code), None)


def _request(words: list[str], requests: frozenset[str]) -> str | None:
    names = _words().names
    for at, word in enumerate(words):
        near = words[max(0, at - _BEFORE) : at] + words[at + 1 : at + 1 + _AFTER]
        if word in names and (len(words) <= _BARE_REQUEST or not requests.isdisjoint(near)):
            return names[word]
    return None


def speaks_of_self(text: str) -> bool:
    """Whether a writer says "I", "me" or "my", as people do and adverts do not."""
    return not _words().self.isdisjoint(_WORD.findall(text.casefold()))
