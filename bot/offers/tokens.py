"""A whole text as the offer network reads it: the pieces of its words, and where each of them stands in the original."""

from dataclasses import dataclass

from bot.encoder.packed import Packed
from bot.offers.reading import Reading
from bot.offers.sentences import without_contacts

_MOST = 510
"""Pieces of a text that are read; the encoder has places for two more, the start and the end."""
_PURPOSE = "query:"


@dataclass(frozen=True)
class Tokens:
    """`numbers`: of the pieces, framed. `places`: start and end of each in the original; (0, 0) for what is not in it."""

    numbers: list[int]
    places: list[tuple[int, int]]


def tokens_of(packed: Packed, text: str, reading: Reading, *, plain: bool = False) -> Tokens:
    """Cut a text as it is read: without disguises, and without e-mail and web addresses.

    `plain`: all of it as a disguised text is read, in small letters without marks.
    """
    numbers = [number for number, _, _ in packed.placed(_PURPOSE)]
    places = [(0, 0)] * len(numbers)
    for start, end in reading.pieces(every=True):
        part = reading.found.part(start, end) if plain else reading.as_written(text, start, end)
        read = without_contacts(part.text)
        whole = reading.found.span(start, end)
        for number, begins, ends in packed.placed(read):
            numbers.append(number)
            places.append(part.span(begins, ends) if read == part.text else whole)
    return Tokens(packed.framed(numbers[:_MOST]), [(0, 0), *places[:_MOST], (0, 0)])
