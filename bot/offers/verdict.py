"""How flags add up to a verdict."""

from collections import Counter
from collections.abc import Sequence

_HIGH = (
    Counter(strong=2),
    Counter(strong=1, medium=1),
    Counter(strong=1, weak=1),
    Counter(medium=3),
    Counter(medium=2, weak=1),
)
"""What is enough for "high": the combination rule of the ILO/European Commission operational indicators."""


def verdict(weights: Sequence[str]) -> str:
    """`high`, `caution` or `none_found`, from the weights of the flags."""
    if not weights:
        return "none_found"
    found = Counter(weights)
    return "high" if any(enough <= found for enough in _HIGH) else "caution"
