"""Reads an offer as a whole, once: which of its words show which sign, and what kind of text it is.

Layers of the encoder tuned for offers alone (`nlu/offers.npz`, made by `tools/tune/offers.py`), with two heads above them. It sees
each word among all the others, which neither a sentence by itself nor one vector of the whole text does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from bot.encoder.engine import Engine, Layers
from bot.encoder.tuned import ensure_layers
from bot.meaning import Vector
from bot.offers.reading import Reading
from bot.offers.tokens import Tokens, tokens_of
from bot.paths import NLU

FILE = NLU / "offers.npz"
_STRETCH = 2.0
"""As in tools/tune/offers.py."""
_NEVER = -10.0
"""Log odds of a sign that was not taught."""
_BESIDE = 2.5
"""Log odds by which a word beside the surest may be less sure and still belong to the place."""


@dataclass(frozen=True)
class Look:
    """What the network says of one text, as log odds. `words`: tokens × codes. `kinds`: each kind of text."""

    tokens: Tokens
    words: Vector
    kinds: Vector

    def place(self, column: int) -> tuple[int, int]:
        """Where in the text the words stand that show a sign: the surest one and those beside it that show it too."""
        odds = self.words[:, column]
        first = last = int(odds.argmax())
        least = odds[first] - _BESIDE
        while first > 1 and odds[first - 1] >= least:
            first -= 1
        while last < len(odds) - 2 and odds[last + 1] >= least:
            last += 1
        shown = [place for place in self.tokens.places[first : last + 1] if place[1]]
        return (shown[0][0], shown[-1][1]) if shown else (0, 0)


class Network:
    """The loaded network. Safe to use from several threads."""

    def __init__(self, engine: Engine, layers: Layers, heads: dict[str, Vector]) -> None:
        self._engine, self._layers, self._heads = engine, layers, heads

    @classmethod
    def load(cls, engine: Engine, data: Path, codes: Sequence[str], file: Path = FILE) -> Self:
        """Load it; its graph is made in the data folder if it is missing.

        `codes`: the red flags, in the order of the columns. One that the network was not taught it never sees: patterns and
        sentences find it until it is taught anew.
        """
        with np.load(file) as arrays:
            heads = {
                name.removeprefix("head."): arrays[name].astype(np.float32)
                for name in arrays.files
                if name.startswith("head.")
            }
            taught = {str(code): row for row, code in enumerate(arrays["codes"])}
        weights, starts = heads["place.w"], heads["place.b"]
        unseen = np.zeros_like(weights[0])
        heads["place.w"] = np.stack([weights[taught[code]] if code in taught else unseen for code in codes])
        heads["place.b"] = np.array([starts[taught[code]] if code in taught else _NEVER for code in codes], np.float32)
        return cls(engine, Layers(ensure_layers(data, file)), heads)

    def look(self, text: str, reading: Reading) -> Look:
        """Read a text."""
        tokens = tokens_of(self._engine.packed, text, reading)
        known = self._heads
        rows: Vector = (self._layers.above(self._engine.entered(tokens.numbers)) - known["middle"]) * np.float32(
            _STRETCH
        )
        return Look(tokens, _over(rows, known, "place"), _over(rows.mean(axis=0), known, "kind"))


def _over(rows: Vector, heads: dict[str, Vector], name: str) -> Vector:
    scores: Vector = (rows @ heads[f"{name}.w"].T + heads[f"{name}.b"]).astype(np.float32)
    return scores
