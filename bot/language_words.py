"""The everyday words of each language that the others here do not have, and how people ask for a language by name.

Data: `nlu/<code>/own-words.yml`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from bot.paths import NLU

_LONGEST_REQUEST = 8
"""Words: a longer message speaks of a language rather than asks for one."""
_BARE_REQUEST = 2
"""Words: so short that a language's name alone is the request."""
_BEFORE = 4
_AFTER = 3
"""How many words before or after the name the word that makes it a request may stand."""


@dataclass(frozen=True)
class _Words:
    own: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    requests: frozenset[str]


@cache
def _words() -> _Words:
    own: dict[str, frozenset[str]] = {}
    names: dict[str, str] = {}
    requests: set[str] = set()
    for path in sorted(NLU.glob("*/own-words.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        own[path.parent.name] = frozenset(content["words"])
        names |= {name: code for code, listed in content["languages"].items() for name in listed}
        requests |= set(content["requests"])
    return _Words(own, names, frozenset(requests))


def told_by_own_words(words: Sequence[str]) -> str | None:
    """The language that most of the telling words belong to; None if none tells, or two tell alike."""
    counts = Counter(
        {code: sum(word.casefold() in listed for word in words) for code, listed in _words().own.items()}
    ).most_common(2)
    return counts[0][0] if counts and counts[0][1] > (counts[1][1] if len(counts) > 1 else 0) else None


def asked_for(words: Sequence[str]) -> str | None:
    """The language that a short message asks for by name ("can we speak Romanian?"); None if it asks for none."""
    if len(words) > _LONGEST_REQUEST:
        return None
    known, small = _words(), [word.casefold() for word in words]
    for at, word in enumerate(small):
        near = small[max(0, at - _BEFORE) : at] + small[at + 1 : at + 1 + _AFTER]
        if word in known.names and (len(small) <= _BARE_REQUEST or not known.requests.isdisjoint(near)):
            return known.names[word]
    return None
