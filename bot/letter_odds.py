"""Tells one way of writing from others by its groups of letters, and how much likelier each is in the one than in the others."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

_SIZES = (2, 3, 4)
_KEPT_WORDS = 20_000
"""Words whose letter groups are remembered: most words of a text are met again."""


class LetterOdds:
    """The odds of one way of writing (a file that `tools/letter_groups.py` makes)."""

    def __init__(
        self, file: Path, letters: str, plain: Mapping[int, int], clear: Mapping[int, float], clear_of_more: float
    ) -> None:
        """`letters`: of its words, as the inside of a character class. `plain`: letters to be read as others.

        `clear`: from how much (natural logarithm) the likelier reading counts, by the number of words; `clear_of_more`: of
        more words.
        """
        self._file, self._plain = file, plain
        self._clear, self._clear_of_more = clear, clear_of_more
        self._word = re.compile(rf"[{letters}]+")
        self._odds_of = lru_cache(_KEPT_WORDS)(self._look_up)

    def groups(self, text: str) -> Iterator[str]:
        """The groups of two to four letters in the words of a text, ends marked."""
        for word in self._word.findall(text.lower().translate(self._plain)):
            marked = f"^{word}$"
            for size in _SIZES:
                yield from (marked[at : at + size] for at in range(len(marked) - size + 1))

    def tell(self, text: str) -> bool:
        """Whether a text is clearly written in this way."""
        odds, words = self.of(text)
        return odds > self._clear.get(words, self._clear_of_more)

    def of(self, text: str) -> tuple[float, int]:
        """How much likelier (natural logarithm) a text is in the one than in the nearest other, and how many words tell it."""
        words = self._word.findall(text.lower())
        odds = [sum(column) for column in zip(*map(self._odds_of, words), strict=True)]
        return (min(odds), len(words)) if any(odds) else (0.0, len(words))

    def _look_up(self, word: str) -> tuple[float, ...]:
        found = [row for group in self.groups(word) if (row := self._table.get(group)) is not None]
        return tuple(np.sum(found, axis=0).tolist()) if found else (0.0,) * len(next(iter(self._table.values())))

    @cached_property
    def _table(self) -> dict[str, np.ndarray]:
        with np.load(self._file) as file:
            groups, odds = file["groups"], file["odds"].astype(np.float32)
        return dict(zip(groups.tolist(), odds.T, strict=True))
