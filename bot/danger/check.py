"""How grave a message is.

Two readers: word patterns for what is said outright, and a classifier over sentence vectors for what is not. The graver
reading counts, unless the classifier is all but certain that the words are meant harmlessly ("mum will kill me"). A long
story is read sentence by sentence as well, because one sentence in it may be the cry for help.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np

from bot.calibration import DangerCalibration
from bot.classifier import Linear
from bot.danger.examples import Pattern
from bot.danger.levels import NO_DANGER, Danger, Level
from bot.danger.plain import plain
from bot.meaning import Vector
from bot.romanized import in_own_letters

_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_MOST_SENTENCES = 12
_SHORTEST = 12


class DangerCheck:
    """The check. `vector` turns a text into its vector."""

    def __init__(
        self,
        model: Linear,
        neighbours: tuple[Vector, Sequence[tuple[str, ...]]],
        patterns: Sequence[Pattern],
        vector: Callable[[str], Vector],
        thresholds: DangerCalibration,
    ) -> None:
        """`neighbours`: the vectors of the positive training sentences and their signs, to name the signs of a new one."""
        self.model = model
        self.neighbours = neighbours
        self.patterns = patterns
        self.vector = vector
        self.thresholds = thresholds

    def level(self, text: str) -> Danger:
        """How grave a message is, and by which signs."""
        if not text.strip():
            return NO_DANGER
        read = in_own_letters(text)
        whole, *sentences = self._pieces(read)
        # by itself a sentence of a story says less and misleads more often, so it has to be surer
        least = self.thresholds.sentence
        meant = [self._by_meaning(whole), *(self._by_meaning(sentence, least) for sentence in sentences)]
        found = (
            meant if all(map(self._harmless, meant)) else [*map(self._by_words, dict.fromkeys((text, read))), *meant]
        )
        gravest = max(found, key=lambda danger: (danger.level, danger.outright, danger.confidence))
        signs = {sign: None for danger in found if danger.level == gravest.level for sign in danger.signs}
        return Danger(gravest.level, tuple(signs), gravest.confidence, gravest.outright)

    def _harmless(self, meant: Danger) -> bool:
        return meant.level is Level.NONE and meant.confidence >= self.thresholds.harmless

    def _pieces(self, text: str) -> list[str]:
        sentences = [piece.strip() for piece in _SENTENCE.findall(text)]
        long_enough = [piece for piece in sentences if len(piece) >= _SHORTEST][:_MOST_SENTENCES]
        return [text, *long_enough] if len(long_enough) > 1 else [text]

    def _by_words(self, text: str) -> Danger:
        words = plain(text)
        hits = [pattern for pattern in self.patterns if pattern.expression.search(words)]
        if not hits:
            return NO_DANGER
        level = max(pattern.level for pattern in hits)
        signs = tuple(dict.fromkeys(hit.sign for hit in hits if hit.level == level))
        return Danger(level, signs, 1.0, outright=True)

    def _by_meaning(self, text: str, least: float = 0.0) -> Danger:
        vector = self.vector(text)
        chances = self.model.probabilities(text, vector)
        emergency = chances["emergency"]
        exploitation = emergency + chances["exploitation"]
        concern = exploitation + chances["concern"]
        for level, chance, threshold in (
            (Level.EMERGENCY, emergency, self.thresholds.emergency),
            (Level.EXPLOITATION, exploitation, self.thresholds.exploitation),
            (Level.CONCERN, concern, self.thresholds.concern),
        ):
            if chance >= max(threshold, least):
                return Danger(level, self._signs(vector), chance)
        return Danger(Level.NONE, confidence=chances["none"])

    def _signs(self, vector: Vector) -> tuple[str, ...]:
        rows, signs = self.neighbours
        return signs[int(np.argmax(rows @ vector))] if len(signs) else ()
