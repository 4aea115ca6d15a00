"""Text as lists of words are compared with it (danger, needs, places): one spelling for what people type in many.

Only what phones and keyboards vary is levelled; nothing that changes a meaning is removed.
"""

import unicodedata

_APOSTROPHES = "’‘`´ʼʹ′"
_ROMANIAN = {"ș": "s", "ş": "s", "ț": "t", "ţ": "t", "ă": "a", "â": "a", "î": "i"}
_LETTERS = str.maketrans({"ё": "е", **dict.fromkeys(_APOSTROPHES, "'"), **_ROMANIAN})
_OWN = "йї"
"""Letters of their own, although they can be parted into a letter and a mark."""


def plain(text: str) -> str:
    """Lower case, Romanian without diacritics, one apostrophe, ё as е, and single spaces.

    `text` may be any message; composed first, because some phones send a letter and its mark apart. Never raises.
    """
    composed = unicodedata.normalize("NFC", text).lower()
    return " ".join(composed.translate(_LETTERS).split())


def bare(text: str) -> str:
    """The same without the marks that people leave out of foreign names ("Łódź", "Köln")."""
    parted = "".join(one if one in _OWN else unicodedata.normalize("NFKD", one) for one in plain(text).casefold())
    return "".join(one for one in parted if not unicodedata.combining(one)).replace("ł", "l")
