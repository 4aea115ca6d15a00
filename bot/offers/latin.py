"""An offer in Ukrainian or Russian in Latin letters ("robota za kordonom"), read in Cyrillic; every letter keeps its place."""

from bot.offers.normalise import Normalised
from bot.romanized import cyrillic_pieces, romanized_parts


def in_cyrillic(found: Normalised) -> Normalised | None:
    """The text with what is Ukrainian or Russian in Latin letters in Cyrillic ones; None if nothing is."""
    places = romanized_parts(found.text)
    if not places:
        return None
    letters: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    for start, end, piece in cyrillic_pieces(found.text, places):
        letters.extend(piece)
        origin.extend([found.origin[start]] * len(piece))
        ends.extend([found.ends[end - 1]] * len(piece))
    return Normalised("".join(letters), origin, ends)
