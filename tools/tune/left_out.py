"""Which whole offers are left out of learning, so that something can be found on texts that were not learnt."""

import numpy as np

_PARTS = 4


def left_out(count: int, part: int = 0) -> list[bool]:
    """Which of so many texts are in one of their four parts: what is found on it must not have learnt it."""
    parts = np.random.default_rng(0).integers(0, _PARTS, count)
    return [bool(own == part) for own in parts]
