"""Text as the word patterns of the danger check read it: one spelling for what people type in many.

Only what phones and keyboards vary is levelled; nothing that changes a meaning is removed.
"""

import unicodedata

_APOSTROPHES = "’‘`´ʼʹ′"
_ROMANIAN = {"ș": "s", "ş": "s", "ț": "t", "ţ": "t", "ă": "a", "â": "a", "î": "i"}
_LETTERS = str.maketrans({"ё": "е", **dict.fromkeys(_APOSTROPHES, "'"), **_ROMANIAN})


def plain(text: str) -> str:
    """Lower case, Romanian without diacritics, one apostrophe, ё as е, and single spaces.

    `text` may be any message; composed first, because some phones send a letter and its mark apart. Never raises.
    """
    composed = unicodedata.normalize("NFC", text).lower()
    return " ".join(composed.translate(_LETTERS).split())
