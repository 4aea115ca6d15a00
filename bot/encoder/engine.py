"""Runs the encoder: a text becomes one vector. Safe to use from several threads, which is how several texts are read at once."""

import mmap
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from bot.encoder.packed import Packed
from bot.encoder.tuned import GRAPH

Vector = NDArray[np.float32]

_TOKENS = 510
"""Of a text that are read; the model has places for two more, the start and the end."""


class Layers:
    """Transformer layers, loaded: from the rows of a text's tokens to their rows above. Safe to use from several threads."""

    def __init__(self, graph: Path) -> None:
        how = onnxruntime.SessionOptions()
        how.intra_op_num_threads = 1  # a text is short: two threads would wait for each other longer than they work
        how.log_severity_level = 3
        # Of the whole program: numpy's other threads wait for a product of half a millisecond in a loop, on a core that others need.
        threadpool_limits(1, user_api="blas")
        self._session = onnxruntime.InferenceSession(str(graph), how, providers=["CPUExecutionProvider"])

    def above(self, rows: Vector) -> Vector:
        """The rows of the top layer, one a token."""
        found: Vector = self._session.run(None, {"rows": rows[None]})[0][0]
        return found


class Engine:
    """The loaded encoder."""

    def __init__(self, model: Path) -> None:
        """`model`: its file, with its graph beside it (`ensure_encoder`)."""
        with model.open("rb") as file:
            self.packed = Packed(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        self._layers = Layers(model.with_suffix(GRAPH))
        self._threads = ThreadPoolExecutor(os.cpu_count(), "encoder")
        width = self.packed.sizes["width"]
        self._places = self.packed.numbers("emb.pos").reshape(-1, width) + self.packed.numbers("emb.type")[:width]
        self._norm = self.packed.numbers("emb.ln.w"), self.packed.numbers("emb.ln.b")

    def read(self, text: str) -> Vector:
        """The vector of a text, of length 1. e5 wants to be told what it reads: "query: …" or "passage: …"."""
        middle = self._layers.above(self.entered(self.packed.tokens(text, _TOKENS))).mean(axis=0)
        found: Vector = middle / np.linalg.norm(middle)
        return found

    def read_all(self, texts: Sequence[str]) -> Vector:
        """The vectors of texts, one a row. What stands beside a text changes nothing of its vector."""
        if len(texts) == 1:
            return self.read(texts[0])[None]
        return np.stack(list(self._threads.map(self.read, texts)))

    def entered(self, tokens: list[int]) -> Vector:
        """What the layers are given: the rows of tokens with their places."""
        rows = self.packed.words(tokens) + self._places[: len(tokens)]
        rows -= rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt((rows**2).mean(axis=1, keepdims=True) + self.packed.eps)
        entered: Vector = (rows * self._norm[0] + self._norm[1]).astype(np.float32)
        return entered
