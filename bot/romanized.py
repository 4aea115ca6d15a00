"""Tells Ukrainian and Russian typed in Latin letters ("yak otrymaty zakhyst") from Romanian and English.

By letter groups and how much likelier each is in the one than in the other (`nlu/latin.npz`, made by `tools/latin_letters.py`).
"""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from bot.paths import NLU

FILE = NLU / "latin.npz"
_WORD = re.compile(r"[a-zăâîșțşţ']+")
_PLAIN = str.maketrans("ăâîșțşţ", "aaistst")
_SIZES = (2, 3, 4)
_CLEAR = {1: 9.0, 2: 5.0}
"""From how much (natural logarithm) the likelier reading counts, by the number of words."""
_CLEAR_OF_MORE = 3.0


def letter_groups(text: str) -> Iterator[str]:
    """The groups of two to four letters in the words of a text, ends marked."""
    for word in _WORD.findall(text.lower().translate(_PLAIN)):
        marked = f"^{word}$"
        for size in _SIZES:
            yield from (marked[at : at + size] for at in range(len(marked) - size + 1))


def is_romanized(text: str) -> bool:
    """Whether a text without Cyrillic letters is Ukrainian or Russian; they are typed with plain letters only."""
    if any(letter.isalpha() and not letter.isascii() for letter in text):
        return False
    words = len(_WORD.findall(text.lower()))
    odds = _odds()
    found = [row for group in letter_groups(text) if (row := odds.get(group)) is not None]
    return bool(found) and float(np.sum(found, axis=0).min()) > _CLEAR.get(words, _CLEAR_OF_MORE)


@cache
def _odds() -> dict[str, np.ndarray]:
    with np.load(FILE) as file:
        groups, odds = file["groups"], file["odds"].astype(np.float32)
    return dict(zip(groups.tolist(), odds.T, strict=True))
