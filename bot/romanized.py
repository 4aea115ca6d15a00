"""Ukrainian and Russian typed in Latin letters ("yak otrymaty zakhyst"): tells them from Romanian and English, and reads them.

Told by letter groups and how much likelier each is in the one than in the other (`nlu/latin.npz`, made by
`tools/letter_groups.py`). The reading back into Cyrillic serves the readers of a message, not people: it follows no one standard.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.letter_odds import LetterOdds
from bot.moldovan import in_latin, is_moldovan
from bot.paths import NLU

FILE = NLU / "latin.npz"
ODDS = LetterOdds(FILE, "a-zăâîșțşţ'", str.maketrans("ăâîșțşţ", "aaistst"), {1: 9.0, 2: 5.0}, 3.0)
"""Of Ukrainian and Russian in Latin letters, beside Romanian and English."""
_PAIRS = (
    "shch:щ sch:щ zh:ж kh:х ts:ц tz:ц ch:ч sh:ш ck:к ii:ії ya:я ia:я ja:я yu:ю iu:ю ju:ю ye:є ie:є je:є yo:йо "
    "iy:ій yi:иї yy:ий ij:ій yj:ий oy:ой ay:ай ey:ей uy:уй"
)
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефггійклмнопкрстуввхиз", strict=True)) | dict(
    pair.split(":") for pair in _PAIRS.split()
)
_PIECE = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z]")
_SENTENCE = re.compile(r"[^.!?…\n]+")
_KEPT = 256
"""Texts whose answer is remembered: one message is asked about by several readers."""


@lru_cache(_KEPT)
def is_romanized(text: str) -> bool:
    """Whether a text without Cyrillic letters is Ukrainian or Russian; they are typed with plain letters only."""
    if not text.isascii() and any(letter[0].isalpha() for letter in _FOREIGN.finditer(text)):
        return False
    return ODDS.tell(text)


def in_own_letters(text: str) -> str:
    """A text as its language writes it: Ukrainian and Russian in Cyrillic, Romanian in Latin letters."""
    if is_moldovan(text):
        return in_latin(text)
    places = romanized_parts(text)
    if not places:
        return text
    return "".join(letters for _, _, letters in cyrillic_pieces(text.lower(), places))


def romanized_parts(text: str) -> list[tuple[int, int]]:
    """Start and end of what is Ukrainian or Russian in Latin letters: the whole text, or sentences beside Cyrillic ones."""
    if is_romanized(text):
        return [(0, len(text))]
    if not _CYRILLIC.search(text):
        return []
    return [match.span() for match in _SENTENCE.finditer(text) if is_romanized(match.group())]


def cyrillic_pieces(text: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """A text in lower case, piece by piece, in Cyrillic at these places: where each piece begins and ends, and its letters."""
    at = 0
    for match in (match for start, end in places for match in _PIECE.finditer(text, start, end)):
        yield from ((place, place + 1, text[place]) for place in range(at, match.start()))
        yield match.start(), match.end(), _LETTERS[match.group()]
        at = match.end()
    yield from ((place, place + 1, text[place]) for place in range(at, len(text)))
