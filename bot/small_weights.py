"""Weights in eight bits: a row of them is whole numbers from -127 to 127 and the size of one step."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from bot.meaning import Vector

_MOST = 127


def rounded(weights: Vector) -> Vector:
    """Weights as they will be read back: whoever judges what was learnt judges what is kept."""
    return read_back("", as_arrays("", weights))


def as_arrays(name: str, weights: Vector) -> dict[str, Any]:
    """Weights (rows × columns) as arrays for a file, a fourth of their size."""
    step = (np.abs(weights).max(axis=1, keepdims=True) / _MOST).astype(np.float32)
    step[step == 0] = 1
    return {f"{name}.steps": np.rint(weights / step).astype(np.int8), f"{name}.step": step}


def read_back(name: str, file: Mapping[str, Any]) -> Vector:
    """Undo `as_arrays`."""
    weights: Vector = file[f"{name}.steps"].astype(np.float32) * file[f"{name}.step"]
    return weights
