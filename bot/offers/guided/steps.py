"""Which question comes next, and what the answers add up to: pure rules, the same for every channel."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.offers.guided.offer import Offer
from bot.offers.guided.questions import COUNTRY, ELSEWHERE, MOST, UNSURE, Question, questions
from bot.offers.rules import codes
from bot.offers.verdict import verdict

_RANKS = ("none_found", "caution", "high")


@dataclass(frozen=True)
class Given:
    """An answer to a question, both by code."""

    question: str
    answer: str


@dataclass(frozen=True)
class Found:
    """A warning sign. `quote`: the words of a text; `answer`: the answer that shows it, where no text does."""

    code: str
    quote: str = ""
    answer: Given | None = None

    @property
    def weight(self) -> str:
        """strong, medium or weak."""
        return codes()[self.code].weight

    @property
    def found_by(self) -> str:
        """`text` or `answer`."""
        return "answer" if self.answer else "text"


@dataclass(frozen=True)
class Check:
    """An offer and the answers so far, in their order."""

    offer: Offer
    answers: tuple[Given, ...] = ()

    @property
    def found(self) -> Sequence[Found]:
        """All signs, strong ones first, each once: those of the texts, and what answers add."""
        signs = {code: Found(code, quote) for code, quote in self.offer.signs.items()}
        for given in self.answers:
            question = questions().get(given.question)  # a question of an older version shows nothing any more
            if question and (code := question.shows.get(given.answer)):
                signs.setdefault(code, Found(code, answer=given))
        order = ("strong", "medium", "weak")
        return sorted(signs.values(), key=lambda found: order.index(found.weight))

    @property
    def verdict(self) -> str:
        """`high`, `caution` or `none_found`, by the rule for texts."""
        return verdict([found.weight for found in self.found])

    @property
    def country(self) -> str | None:
        """Where the work would be: as answered, else as a text says; None: not known, or none that we know."""
        answer = self.answer_to(COUNTRY)
        if answer and answer not in (UNSURE, ELSEWHERE):
            return answer
        return None if answer == ELSEWHERE else self.offer.country

    def answer_to(self, question: str) -> str | None:
        """What was answered; None if it was not asked."""
        return next((given.answer for given in self.answers if given.question == question), None)

    def shows(self, *wanted: str) -> bool:
        """Whether one of these signs is there."""
        return any(found.code in wanted for found in self.found)

    def grave(self) -> bool:
        """Whether a counselor should see it before others: serious together, or one strong sign."""
        return self.verdict == "high" or any(found.weight == "strong" for found in self.found)

    def with_answer(self, given: Given) -> "Check":
        """The same check with an answer: a new one at the end, a changed one in its old place."""
        if self.answer_to(given.question) is None:
            return Check(self.offer, (*self.answers, given))
        changed = (given if one.question == given.question else one for one in self.answers)
        return Check(self.offer, tuple(changed))

    def unsettled(self) -> Sequence[Question]:
        """The questions whose point has to be found out still: not answered, not known, or with a sign."""
        return [question for question in questions().values() if not self._is_settled(question)]

    def _is_settled(self, question: Question) -> bool:
        answer = self.answer_to(question.code)
        if answer is not None:
            return question.settled_by(answer)
        return bool(question.known_facts & self.offer.facts) and not question.known_signs & self.offer.signs.keys()


def next_question(check: Check) -> Question | None:
    """What to ask now: what would change the verdict most, and what helps in any case; None when nothing is left.

    Never more than `MOST` questions are asked in one check.
    """
    if len(check.answers) >= MOST:
        return None
    weights = [found.weight for found in check.found]
    settled = check.verdict == _RANKS[-1]
    left = [question for question in _open(check) if question.helps or not settled]
    return min(left, key=lambda question: (not question.first, -_gain(question, weights)), default=None)


def _open(check: Check) -> Iterable[Question]:
    """Questions neither answered nor answered by the text, in the order of the data."""
    facts, signs = check.offer.facts, check.offer.signs.keys()
    for question in questions().values():
        known = question.known_facts & facts or question.known_signs & signs
        if check.answer_to(question.code) is None and not known:
            yield question


def _gain(question: Question, weights: Sequence[str]) -> int:
    """By how many steps the worst answer would raise the verdict."""
    worst = max((_rank([*weights, codes()[sign].weight]) for sign in _signs(question.shows)), default=0)
    return max(0, worst - _rank(weights))


def _signs(shows: Mapping[str, str | None]) -> Iterable[str]:
    return filter(None, shows.values())


def _rank(weights: Sequence[str]) -> int:
    return _RANKS.index(verdict(weights))
