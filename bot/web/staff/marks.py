"""The signs of an offer, and of danger, where they stand in a person's message: marks in the text, and a name for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

_DANGER = "danger"
_ORDER = (_DANGER, "strong", "medium", "weak")


@dataclass(frozen=True)
class Sign:
    """A sign in a text. `number` is shown beside its words and its name (0: no number); `start`, `end` are code points."""

    number: int
    code: str
    weight: str
    start: int
    end: int
    found_by: str


def signs_in(notes: Mapping[str, Any]) -> list[Sign]:
    """The signs that were kept with a message, numbered in the order in which they stand there."""
    return [Sign(number, **flag) for number, flag in enumerate(notes.get("flags", ()), 1)]


def danger_in(notes: Mapping[str, Any]) -> list[Sign]:
    """The sentence of a longer message that told of danger; its level and signs are named below the message."""
    places = [notes["danger_at"]] if "danger_at" in notes else []
    return [Sign(0, _DANGER, _DANGER, start, end, "meaning") for start, end in places]


def marked(text: str, signs: Sequence[Sign]) -> Markup:
    """A text, escaped, with the words of each sign marked. Signs may overlap: the gravest gives the colour."""
    places = (min(place, len(text)) for sign in signs for place in (sign.start, sign.end))
    cuts = sorted({0, len(text), *places})
    return Markup().join(_piece(text, signs, start, end) for start, end in pairwise(cuts))


def _piece(text: str, signs: Sequence[Sign], start: int, end: int) -> Markup:
    here = [sign for sign in signs if sign.start <= start and end <= sign.end]
    if not here:
        return escape(text[start:end])
    weight = min((sign.weight for sign in here), key=_ORDER.index)
    ending = " ".join(str(sign.number) for sign in here if sign.end == end and sign.number)
    return Markup('<mark class="{}" data-n="{}">{}</mark>').format(weight, ending, text[start:end])
