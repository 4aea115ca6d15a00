"""The everyday words of each language that the others here do not have, and how people ask for a language by name.

Data: `nlu/<code>/own-words.yml`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import yaml

from bot.paths import NLU

_LONGEST_REQUEST = 8
"""Words: a longer message, or clause of one, speaks of a language rather than asks for one."""
_CLAUSE = re.compile(r"[^,.!?;:\n()]+")
_WORD = re.compile(r"[^\W\d_]+")
_BARE_REQUEST = 4
"""Words: so short that a language's name is the request, if only words stand beside it that make none of their own ("ok, … then")."""
_SHORTEST_CLAUSE = 3
"""Words: in a long message a shorter clause asks for nothing."""
_FEW_OF_ONES_OWN = 15
"""Words: in a longer text "I" may also be the recruiter."""
_BEFORE = 4
_AFTER = 3
"""How many words before or after the name the word that makes it a request may stand."""


_FEW, _TELLING = 3, 4
"""Up to how many words one of how many letters tells the language: shorter ones are alike in several ("ne")."""
_PARTICLE = 2
"""Letters."""
_FILES = "*/own-words.yml"
_KINDS = (
    "requests",
    "answering",
    "self",
    "tells",
    "beside",
    "about",
    "adjectives",
    "negations",
    "hard",
    "everybody",
    "sayings",
    "terms",
    "letters",
)


@dataclass(frozen=True)
class _Words:
    own: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    requests: frozenset[str]
    answering: frozenset[str]
    self: frozenset[str]
    tells: frozenset[str]
    beside: frozenset[str]
    about: frozenset[str]
    adjectives: frozenset[str]
    negations: frozenset[str]
    hard: frozenset[str]
    everybody: frozenset[str]
    sayings: frozenset[str]
    terms: frozenset[str]
    letters: frozenset[str]


@cache
def _words() -> _Words:
    files = {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(NLU.glob(_FILES))}
    names = {
        name: code for content in files.values() for code, listed in content["languages"].items() for name in listed
    }
    own = {
        language: frozenset([*content["words"], *(name for listed in content["languages"].values() for name in listed)])
        for language, content in files.items()
    }
    listed = (frozenset(word for content in files.values() for word in content[kind]) for kind in _KINDS)
    return _Words(own, names, *listed)


def told_by_own_words(words: Sequence[str]) -> str | None:
    """The language that most of the telling words belong to; None if none tells, or two tell alike."""
    counts = Counter(
        {code: sum(word.casefold() in listed for word in words) for code, listed in _words().own.items()}
    ).most_common(2)
    return counts[0][0] if counts and counts[0][1] > (counts[1][1] if len(counts) > 1 else 0) else None


def are_latin(words: Sequence[str]) -> bool:
    """Whether a few words in Latin letters are everyday ones of Romanian or English by half: no Ukrainian typed so."""
    own = _words().own
    latin = [word for word in words if word.casefold() in own["ro"] | own["en"]]
    return len(words) <= _FEW and 2 * len(latin) >= len(words) and any(len(word) >= _TELLING for word in latin)


def asked_for(text: str) -> str | None:
    """The language that a message asks for by name ("can we speak Romanian?"); None if it asks for none.

    In a longer message only a clause that says in which language to answer asks for it; the last one counts.
    """
    clauses = [_WORD.findall(clause) for clause in _CLAUSE.findall(text.casefold())]
    if sum(map(len, clauses)) <= _LONGEST_REQUEST:
        return _request(clauses, _words().requests)
    asked = [
        _request([clause], _words().answering)
        for clause in clauses
        if _SHORTEST_CLAUSE <= len(clause) <= _LONGEST_REQUEST
    ]
    return next((code for code in reversed(asked) if code), None)


def _request(clauses: Sequence[list[str]], requests: frozenset[str]) -> str | None:
    known, words = _words(), [word for clause in clauses for word in clause]
    if not known.about.isdisjoint(words):
        return None  # a course of it, a contract in it, whether somebody else speaks it
    ends = list(accumulate(map(len, clauses)))
    begun = 0  # where the words begin that stand before the next name
    for at, word in enumerate(words):
        if word not in known.names:
            continue
        start = max(begun, at - _AFTER, max((end for end in ends if end <= at), default=0))
        before, behind = words[start:at], words[at + 1 : next(end for end in ends if end > at)]
        begun = at + 1
        if _is_denied(before, behind) or _is_an_adjective(word, behind[:1]):
            continue
        near = words[max(0, at - _BEFORE) : at] + words[at + 1 : at + 1 + _AFTER]
        if not requests.isdisjoint(near) or _is_bare(words):
            return known.names[word]
    return None


def _is_denied(before: list[str], behind: list[str]) -> bool:
    """Whether what a clause says before or behind a language's name is that it is not spoken ("english i dont understand")."""
    known = _words()
    if not known.negations.union(known.hard).isdisjoint(before):
        return True
    said = [word for word in behind if word not in known.self]
    return bool(said) and said[0] in known.negations | known.hard and not (said[1:] and said[1] in known.names)


def _is_bare(words: list[str]) -> bool:
    """Whether words hold one language's name and nothing beside it that says something else."""
    known = _words()
    others = [word for word in words if word not in known.names]
    return (
        len(words) - len(others) == 1
        and len(words) <= _BARE_REQUEST
        and known.requests.union(known.beside).issuperset(others)
    )


def _is_an_adjective(name: str, following: list[str]) -> bool:
    """Whether the name of a language means somebody or something of that country here ("Ukrainian lawyer")."""
    known = _words()
    return name in known.adjectives and not known.beside.union(known.requests, known.names).issuperset(following)


def telling(words: Sequence[str]) -> list[str]:
    """The words that tell of a language; none where beside words that everybody writes only particles stand ("permis de …")."""
    found = [word for word in words if word.casefold() not in _words().everybody]
    return [] if len(found) < len(words) and all(len(word) <= _PARTICLE for word in found) else found


def is_a_saying(words: Sequence[str]) -> bool:
    """Whether words are a courtesy or an exclamation that people of other languages use too ("thank you", "no way")."""
    return " ".join(words).casefold() in _words().sayings


def is_a_term(words: Sequence[str]) -> bool:
    """Whether words are the name of a paper or a kind of work, which people of other languages write too ("work permit")."""
    return " ".join(words).casefold() in _words().terms


def is_told(text: str) -> bool:
    """Whether somebody speaks of themselves ("my"), or tells of an offer ("they say", "what do you think"), as no advert does."""
    known = _words()
    return not known.self.union(known.tells).isdisjoint(_WORD.findall(text.casefold()))


def may_be_advert(text: str) -> bool:
    """Whether a text may be the bare words of an advert: these ask nothing, and in few words tell of nobody."""
    return "?" not in text and (len(text.split()) > _FEW_OF_ONES_OWN or not is_told(text))


def is_a_letter(text: str) -> bool:
    """Whether a text has turns of letters and notices ("Dear candidate", "vă rugăm să"), as nobody writes to a hotline."""
    plain = " ".join(_WORD.findall(text.casefold()))
    return any(f" {turn} " in f" {plain} " for turn in _words().letters)
