"""The pieces of an offer that are read by themselves: its sentences, a long one cut at its clauses."""

import re
from collections.abc import Iterator, Sequence

_LONGEST = 160
"""Characters of a piece that is read by itself; a longer sentence is cut at its clauses."""
_SHORTEST = 10
_MOST = 24
"""Pieces of one text that are read: a long offer repeats itself."""
_CONTACT = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,20})+)|(?P<site>https?://\S{1,200}|www\.\S{1,200})"
)


def without_contacts(text: str) -> str:
    """A text with its e-mail and web addresses named but not shown: which they are says nothing of an offer."""
    return _CONTACT.sub(lambda found: str(found.lastgroup), text)


def pieces(text: str, clause_ends: Sequence[int], *, every: bool = False) -> list[tuple[int, int]]:
    """Start and end of the parts of a text (one sentence a line) that are read by themselves.

    `clause_ends`: where a clause of the text may end, ascending. `every`: also those that say too little by themselves.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        found += _cut(at, at + len(line), [end for end in clause_ends if at < end < at + len(line)])
        at += len(line) + 1
    if every:
        return [(start, end) for start, end in found if text[start:end].strip()]
    return [(start, end) for start, end in found if len(text[start:end].strip()) >= _SHORTEST][:_MOST]


def _cut(start: int, end: int, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    last = start
    for place in places:
        if place - start > _LONGEST and last > start:
            yield start, last
            start = last
        last = place
    if end - start > _LONGEST and last > start:
        yield start, last
        start = last
    yield start, end
