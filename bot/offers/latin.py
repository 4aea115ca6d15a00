"""Ukrainian and Russian in Latin letters ("robota za kordonom, pasport zdaty"), read back into Cyrillic.

The reading serves patterns, not people: it follows no one standard, and every letter keeps its place.
"""

import re

from bot.offers.normalise import Normalised

_TELLING = re.compile(
    r"\b(?:rabot|robot[aiuy]|pasport|passport[aui]|hrosh|grosh|deng|dengi|zarplat|zarobit|zarabot|kordon|granic|"
    r"divcha?t|devush|devoch|vyizd|vyezd|dosvid|opyt|zhytl|jytl|zhitl|zhil|jil|potrib|nuzhn|nujn|trebu|propon|"
    r"predl[ao]g|prats|dohovir|dogovor|shuka|ishch|ischem|kvyt|bilet|oplat|dokument[yi]|treba|mozhna|mojna|kazhut|"
    r"hovor|govor|pysh|pish|lyud|liud|tysiach|tysyach|hodyn|godyn|misiats|mesyats|druzi|bez|yak|shcho|chto|meni|mne|"
    r"nam|ye|budet|bude|vidda|otda|zabyra|zabira|viza|vizu|borh|dolg)\w*"
)
_ENOUGH = 3
_PAIRS = (
    "shch:щ sch:щ zh:ж kh:х ts:ц tz:ц ch:ч sh:ш ck:к ii:ії ya:я ia:я ja:я yu:ю iu:ю ju:ю ye:є ie:є je:є yo:йо "
    "iy:ій yi:иї yy:ий ij:ій yj:ий oy:ой ay:ай ey:ей uy:уй"
)
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефггійклмнопкрстуввхиз", strict=True)) | dict(
    pair.split(":") for pair in _PAIRS.split()
)
_PIECE = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))


def in_cyrillic(found: Normalised) -> Normalised | None:
    """The text in Cyrillic letters if it is Ukrainian or Russian in Latin ones; None otherwise."""
    if len({match.group() for match in _TELLING.finditer(found.text)}) < _ENOUGH:
        return None
    letters: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _PIECE.finditer(found.text):
        for start, end, piece in ((at, match.start(), None), (*match.span(), _LETTERS[match.group()])):
            _add(found, start, end, piece, (letters, origin, ends))
        at = match.end()
    _add(found, at, len(found.text), None, (letters, origin, ends))
    return Normalised("".join(letters), origin, ends)


def _add(
    found: Normalised, start: int, end: int, piece: str | None, to: tuple[list[str], list[int], list[int]]
) -> None:
    """Append a stretch of the text as it is (`piece` None) or as the letters that it stands for."""
    letters, origin, ends = to
    if piece is None:
        letters.extend(found.text[start:end])
        origin.extend(found.origin[start:end])
        ends.extend(found.ends[start:end])
        return
    letters.extend(piece)
    origin.extend([found.origin[start]] * len(piece))
    ends.extend([found.ends[end - 1]] * len(piece))
