"""How grave a message is.

Two readers: word patterns for what is said outright, and a classifier over sentence vectors for what is not. The graver
reading counts, unless the classifier is all but certain that the words are meant harmlessly ("mum will kill me"). What is
said outright in a few words it cannot unsay. A long story is read sentence by sentence as well, because one sentence in it
may be the cry for help.
"""

import re
from collections.abc import Callable, Sequence

from bot.calibration import DangerCalibration
from bot.danger.calls_for import SUICIDE, of_a_partner
from bot.danger.examples import Pattern
from bot.danger.levels import NO_DANGER, Danger, Level
from bot.heads import Heads
from bot.layered import Both
from bot.meaning import Vector
from bot.plain import plain
from bot.romanized import in_own_letters

_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_CLAUSE = re.compile(r"[^.!?…\n;,:()«»\"]+")
_EDGES = " .,!?…)("
_HURT = "violence_now"
_FEW = 5
"""Words. Of 8,500 training messages without danger that sound grave, 25 say something outright in so few ("m-a bătut soarele")."""
_NO_STORY = 14
"""Words."""
_MOST_SENTENCES = 12
_SHORTEST = 12


class DangerCheck:
    """The check. `vector` turns a text into its vector."""

    def __init__(
        self,
        model: Both,
        signs: Heads,
        patterns: Sequence[Pattern],
        vector: Callable[[str], Vector],
        thresholds: DangerCalibration,
    ) -> None:
        """`model` says how grave words are; `signs`, of grave ones, by which signs."""
        self.model = model
        self.signs = signs
        self.patterns = patterns
        self._ending = [pattern for pattern in patterns if pattern.sign == SUICIDE]
        self._hurt = [pattern for pattern in patterns if pattern.sign == _HURT]
        self.vector = vector
        self.thresholds = thresholds

    def level(self, text: str, *, of_offer: bool = False) -> Danger:
        """How grave a message is, and by which signs.

        `of_offer`: all of it reads as an offer, whose words ("the employer keeps the passport") tell of what is still to come.
        """
        if not text.strip():
            return NO_DANGER
        read = in_own_letters(text)
        sentences = _sentences(read)
        # by itself a sentence of a story says less and misleads more often, so it has to be surer
        least = self.thresholds.sentence
        told = [self._by_meaning(read[start:end].strip(), least) for start, end in sentences]
        meant = [self._by_meaning(read), *told]
        said = [self._by_words(one) for one in dict.fromkeys((text, read))]
        held = max(one.level for one in said) < Level.EMERGENCY and not of_offer
        sure = self.thresholds.harmless_held if held else self.thresholds.harmless
        idle = _are_harmless(meant, sure) and not self._is_outright(read)
        found = meant if idle else [*said, *meant]
        gravest = max(found, key=_gravity)
        signs = {sign: None for danger in found if danger.level == gravest.level for sign in danger.signs}
        place = None
        if gravest.level and sentences and read == text:
            place = self._clearest(text, sentences, told)
        return Danger(gravest.level, tuple(signs), gravest.confidence, gravest.outright, place)

    def _clearest(self, text: str, sentences: Sequence[tuple[int, int]], told: Sequence[Danger]) -> tuple[int, int]:
        """The sentence that says it. `told`: what each means by itself."""
        gravity = [
            max(_gravity(self._by_words(text[start:end])), _gravity(meant))
            for (start, end), meant in zip(sentences, told, strict=True)
        ]
        return sentences[gravity.index(max(gravity))]

    def _is_outright(self, text: str) -> bool:
        """Whether it is said so that there is no room for a joke.

        A pattern is all that is said; a few words between commas say that somebody is hurt; or a message that is no long story
        says that a partner hurts somebody, or that somebody thinks of ending their life.
        """
        said = plain(text)
        whole = said.strip(_EDGES)
        if len(whole.split()) <= _FEW and any(_covers(pattern, whole) for pattern in self.patterns):
            return True
        few = [clause.strip() for clause in _CLAUSE.findall(said) if len(clause.split()) <= _FEW]
        if any(pattern.expression.search(clause) for clause in few for pattern in self._hurt):
            return True
        plainest = [*self._ending, *(self._hurt if of_a_partner(text) else ())]
        return len(whole.split()) <= _NO_STORY and any(pattern.expression.search(said) for pattern in plainest)

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
                return Danger(level, self._signs(text, vector), chance)
        return Danger(Level.NONE, confidence=chances["none"])

    def _signs(self, text: str, vector: Vector) -> tuple[str, ...]:
        odds = self.signs.scores([text], vector[None])[0]
        order = odds.argsort()[::-1]
        shown = [index for index in order if odds[index] > 0] or order[:1]
        return tuple(self.signs.labels[index] for index in shown)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of the sentences that are also read by themselves; none if there is but one."""
    found = [
        (match.start() + len(match[0]) - len(match[0].lstrip()), match.end()) for match in _SENTENCE.finditer(text)
    ]
    long_enough = [(start, end) for start, end in found if len(text[start:end].strip()) >= _SHORTEST]
    return long_enough[:_MOST_SENTENCES] if len(long_enough) > 1 else []


def _are_harmless(meant: Sequence[Danger], sure: float) -> bool:
    """Whether all of a message is meant harmlessly, with this certainty (0 to 1) at least."""
    return all(one.level is Level.NONE and one.confidence >= sure for one in meant)


def _gravity(danger: Danger) -> tuple[Level, bool, float]:
    """What of several readings counts: the graver, then the plainer, then the surer."""
    return danger.level, danger.outright, danger.confidence if danger.level else -danger.confidence


def _covers(pattern: Pattern, text: str) -> bool:
    """Whether a pattern is found and nothing stands around it."""
    return any(match.span() == (0, len(text)) for match in pattern.expression.finditer(text))
