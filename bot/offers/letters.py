"""What single characters are read as: the tables behind `normalise`.

Only looks matter here. A table entry may be wrong as spelling and right as disguise.
"""

import html
import re
import unicodedata
from functools import cache

MARK = "•"
"""Stands for every emoji and other symbol."""

BREVE, DIAERESIS = "\u0306", "\u0308"
_COMPOSED = {"и" + BREVE: "й", "і" + DIAERESIS: "ї", "i" + DIAERESIS: "ї"}
_BLANKS = "\u115f\u1160\u3164\uffa0\u2800"  # letters and symbols that show nothing
_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_SINGLE = {
    **dict.fromkeys("’‘ʼ`´′ʹ‛＇", "'"),
    **dict.fromkeys("–—‒−‐‑―", "-"),
    **dict.fromkeys("«»“”„‟", '"'),
    **dict.fromkeys("\r\n\v\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("·∙●▪", MARK),
    **dict(zip("ёЁґҐłŁđĐøØı", "ееггllddooi", strict=True)),
}
_SQUARED_A = (0x1F130, 0x1F150, 0x1F170)  # squared, negative circled, negative squared capital letters

ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)

_STRICT_LATIN = "acehikmoptxyb"
_STRICT_CYRILLIC = "асеһікмортхув"
TO_CYRILLIC = {
    ord(a): b for a, b in zip(_STRICT_LATIN + "nurjswgl", _STRICT_CYRILLIC.replace("һ", "н") + "пигјсшді", strict=True)
} | {ord(a): b for a, b in zip("αβεικμνορτυχγпηѕ", "авеікмпортухгпнс", strict=True)}
TO_LATIN = {ord(a): b for a, b in zip("асеікмортхувнпигјѕьї", "aceikmoptxybhnurjsbi", strict=True)} | {
    ord(a): b for a, b in zip("αβεικμνορτυχγη", "abeikmnoptuxyn", strict=True)
}
LOOKALIKES = frozenset(_STRICT_LATIN + "js" + "асеікмортхувнјѕ" + "αβεικμνορτυχγη")
"""Letters that another alphabet also seems to have: they do not tell a word's script."""


@cache
def read(character: str) -> str:
    """What one character is read as: nothing, or lower-case letters; a combining breve or diaeresis stays."""
    if character in _SINGLE:
        return _SINGLE[character]
    for first in _SQUARED_A:
        if first <= ord(character) < first + 26:
            return chr(ord("a") + ord(character) - first)
    category = unicodedata.category(character)
    if category == "Cf" or character in _BLANKS:
        return ""
    if category in ("Mn", "Me"):
        return character if character in (BREVE, DIAERESIS) else ""
    if category in ("Zs", "Cc"):
        return " "
    if category in ("So", "Sk", "Cs", "Co", "Cn"):
        return _plain(character) if unicodedata.normalize("NFKC", character).isalnum() else MARK
    return _plain(character)


def _plain(character: str) -> str:
    lowered = unicodedata.normalize("NFKC", character).lower().translate(_SMALL_CAPITALS)
    return "".join(_without_diacritic(letter) for letter in lowered)


def _without_diacritic(letter: str) -> str:
    if "\u0400" <= letter <= "\u04ff":  # й and ї are letters of their own
        return _SINGLE.get(letter, letter)
    kept = "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return "".join(_SINGLE.get(part, part) for part in kept)


def composed(letter: str, mark: str) -> str | None:
    """The Cyrillic letter that a letter and a combining mark make, if they make one."""
    return _COMPOSED.get(letter + mark)


def unescaped(entity: str) -> str:
    """An HTML entity's text, also when it was escaped more than once."""
    for _ in range(4):
        entity = html.unescape(entity)
    return entity
