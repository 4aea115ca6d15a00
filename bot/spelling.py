"""The spellings of one and the same text: what keyboards and habits vary, and what the readers of meaning make of it."""

import re
import unicodedata

_ONE = str.maketrans("şţŞŢёЁ", "șțȘȚеЕ")
"""Old phones have only the cedilla; hardly anybody types ё."""
_MARKS = str.maketrans("ăâîșțşţĂÂÎȘȚŞŢ", "aaiststAAISTST")
_INNER = re.compile(r"(?<=\w)â(?=\w)|(?<=\w)Â(?=\w)")
_BE = re.compile(r"\b([Ss])unt(em|eți|eti)?\b")


def as_read(text: str) -> str:
    """A text in the one spelling in which it is turned into a vector; a text in capitals only is read in small letters."""
    one = unicodedata.normalize("NFC", text).translate(_ONE)
    return one.lower() if one.isupper() else one


def spellings(text: str) -> list[str]:
    """A phrase in all the ways in which it is typed, itself first: Romanian without marks, and as before 1993 ("sînt", "mîine")."""
    before = _BE.sub(r"\1înt\2", _INNER.sub(_old, text))
    return list(dict.fromkeys([text, unmarked(text), unmarked(before)]))


def unmarked(text: str) -> str:
    """Romanian without its marks, letter for letter, so that places in the text stay."""
    return text.translate(_MARKS)


def _old(letter: re.Match[str]) -> str:
    return "î" if letter.group() == "â" else "Î"
