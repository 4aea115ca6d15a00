"""Romanian typed in Cyrillic letters, as some people from Moldova do ("буна зиуа"): tells it from Ukrainian and Russian, and reads it.

Told by letter groups (`nlu/cyrillic.npz`, made by `tools/letter_groups.py`), as its mirror image is (`romanized.py`). The
reading into Latin letters serves the readers of a message, not people.
"""

import re
from functools import lru_cache

from bot.letter_odds import LetterOdds
from bot.paths import NLU

FILE = NLU / "cyrillic.npz"
ODDS = LetterOdds(FILE, "\u0400-\u04ff'", str.maketrans("ґёӂ", "геж"), {1: 15.0, 2: 12.0}, 8.0)
"""Of Romanian in Cyrillic letters, beside Ukrainian and Russian."""
_LATIN = re.compile(r"[A-Za-zĂÂÎȘȚăâîșțŞŢşţ]{2}")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_FEWEST_LETTERS = 4
_KEPT = 256
_PAIRS = "ке:che ки:chi ге:ghe ги:ghi ж:j же:ge жи:gi ӂ:g ч:ci че:ce чи:ci щ:șt ю:iu я:ia ь:i ъ:ă"
_LETTERS = dict(zip("абвгдезиіклмнопрстуфхцшыэйїґёє", "abvgdeziiclmnoprstufhțșâăiigee", strict=True)) | dict(
    pair.split(":") for pair in _PAIRS.split()
)
_PIECE = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))


@lru_cache(_KEPT)
def is_moldovan(text: str) -> bool:
    """Whether a text in Cyrillic letters is Romanian. A cry ("ау") is too short to tell."""
    return len(_CYRILLIC.findall(text)) >= _FEWEST_LETTERS and not _LATIN.search(text) and ODDS.tell(text)


def in_latin(text: str) -> str:
    """Romanian in Cyrillic letters, in Latin ones."""
    return _PIECE.sub(_in_latin, text.lower())


def _in_latin(piece: re.Match[str]) -> str:
    first = piece.start() == 0 or not piece.string[piece.start() - 1].isalpha()
    return "î" if first and piece.group() == "ы" else _LETTERS[piece.group()]
