"""What a text means, as a vector: near vectors mean nearly the same, across languages.

The model is in `bot/encoder/`; nothing is downloaded. Another model needs only another `Engine`.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from bot.spelling import as_read

Vector = NDArray[np.float32]
Places = NDArray[np.intp]

_LONGEST = 2000
"""Characters of a message that are read for its meaning: the model's window is about 500 tokens."""
_KEPT = 2048
_AT_ONCE = 64
"""Training texts that are embedded in one call."""
_QUERY, _PASSAGE = "query: ", "passage: "
"""What e5 is told that it reads."""
_TOLD_EVERY = 1024
_SAVED_EVERY = 8192
"""Training texts after which vectors are put away: who breaks off a first start goes on from there."""


class Embedder:
    """Turns texts into vectors of length 1. Safe to use from several threads.

    Args:
        model: the encoder's file.
        store: a file that keeps vectors of training texts between runs; None keeps none.
    """

    size = 384

    def __init__(self, model: Path, store: Path | None = None) -> None:
        from bot.encoder.engine import Engine  # here: commands that need no vectors do not pay for it

        self.engine = Engine(model)
        self._recent: OrderedDict[str, Vector] = OrderedDict()
        self._lock = Lock()
        self._store = store
        self._shipped: dict[bytes, NDArray[np.float16]] = {}

    def know(self, keys: NDArray[np.uint8], rows: NDArray[np.float16]) -> None:
        """Take over vectors that `kept` gave."""
        self._shipped |= {key.tobytes(): row for key, row in zip(keys, rows, strict=True)}

    def kept(self, texts: list[str], *, passages: bool = False) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """Vectors of texts to keep, and the keys under which `matrix` finds them; the arguments are those of `matrix`."""
        keys = [np.frombuffer(_key(text, passages=passages), np.uint8) for text in texts]
        return np.array(keys), self.matrix(texts, passages=passages).astype(np.float16)

    def vector(self, text: str) -> Vector:
        """The vector of one message; embedding the same message again costs nothing."""
        row: Vector = self.vectors([text])[0]
        return row

    def vectors(self, texts: list[str]) -> Vector:
        """The vectors of the parts of a message, one a row; quicker together than one by one."""
        texts = [_readable(text) for text in texts]
        with self._lock:
            found = {text: self._recent[text] for text in texts if text in self._recent}
        if missing := [text for text in dict.fromkeys(texts) if text not in found]:
            rows = self.engine.read_all([f"{_QUERY}{text}" for text in missing])
            found |= zip(missing, rows, strict=True)
        with self._lock:
            for text in texts:
                self._recent[text] = found[text]
                self._recent.move_to_end(text)
            while len(self._recent) > _KEPT:
                self._recent.popitem(last=False)
        return np.stack([found[text] for text in texts])

    async def think(self, text: str) -> Vector:
        """`vector`, without holding up the other talks (some 6 ms)."""
        return await asyncio.to_thread(self.vector, text)

    def matrix(
        self, texts: list[str], tell: Callable[[str], None] = lambda _: None, *, passages: bool = False
    ) -> Vector:
        """Vectors of many texts, one a row, taken from the store where it has them.

        Args:
            texts: questions and messages, or with `passages` what is looked through for an answer: the encoder has learnt
                two ways of reading.
            tell: hears how far it is.
            passages: see `texts`.
        """
        if not texts:
            return np.zeros((0, self.size), np.float32)
        known = self._shipped | _read(self._store)
        keys = [_key(text, passages=passages) for text in texts]
        wanted = dict(zip(keys, texts, strict=True))
        missing = sorted((key for key in wanted if key not in known), key=lambda key: (len(wanted[key]), key))
        kind = _PASSAGE if passages else _QUERY
        for start in range(0, len(missing), _AT_ONCE):
            some = missing[start : start + _AT_ONCE]
            rows = self.engine.read_all([f"{kind}{_readable(wanted[key])}" for key in some])
            known |= zip(some, rows.astype(np.float16), strict=True)
            if start and start % _TOLD_EVERY == 0:
                tell(f"  … {start} of {len(missing)} phrases")
            if start and start % _SAVED_EVERY == 0 and self._store:
                _write(self._store, known)
        if missing and self._store:
            _write(self._store, known)
        return np.stack([known[key] for key in keys]).astype(np.float32)


def _readable(text: str) -> str:
    return as_read(text[:_LONGEST]).encode("utf-8", "replace").decode()  # half an emoji cannot be embedded


def _key(text: str, *, passages: bool = False) -> bytes:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16, person=b"passage" if passages else b"").digest()


def _read(path: Path | None) -> dict[bytes, NDArray[np.float16]]:
    if path is None or not path.exists():
        return {}
    with np.load(path) as file:
        keys, rows = file["keys"], file["rows"]
    return {key.tobytes(): row for key, row in zip(keys, rows, strict=True)}


def _write(path: Path, vectors: dict[bytes, NDArray[np.float16]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part.npz")
    keys = np.array([np.frombuffer(key, np.uint8) for key in vectors])
    np.savez(half, keys=keys, rows=np.stack(list(vectors.values())))
    half.replace(path)
