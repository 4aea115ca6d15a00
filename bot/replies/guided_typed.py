"""Answers to the guided check that are written instead of pressed, where their meaning is plain.

Where it is not, the message goes the way of any other.
"""

import re
from collections.abc import Callable

from bot.offers.guided.questions import COUNTRY, ELSEWHERE, UNSURE, Question
from bot.offers.guided.steps import Given
from bot.plain import bare
from bot.replies.guided import label
from bot.replies.voice import Voice

LONGEST = 200
"""Characters of a message that can be an answer; a longer one tells more than was asked."""
_FEW_WORDS = 6
"""Words of a plain "yes", "no" or "I don't know"; more may say anything."""
_WORDS_OF_AN_ANSWER = 9
_MEANT = frozenset({"affirm", "deny", "dont_know", "inform", "not_helpful"})
"""What a text that answers a question may look like by itself."""
_OLDEST = 120
_MARKS = re.compile(r"[^\w\s]|_")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")


def answer_in(voice: Voice, question: Question, text: str, intent: str) -> str | None:
    """The answer that a text gives; None if it gives none, or could mean several. `intent`: what the whole text wants."""
    readings: tuple[Callable[[], str | None], ...] = (
        lambda: _by_label(voice, question, text),
        lambda: _by_place(voice, question, text),
        lambda: _by_number(question, text),
        lambda: _by_words(question, text),
        lambda: _by_intent(question, text, intent),
        lambda: _by_sign(voice, question, text),
    )
    return next(filter(None, (read() for read in readings)), None)


def _by_label(voice: Voice, question: Question, text: str) -> str | None:
    """The words of a button."""
    answers = [*question.shows, UNSURE, *([ELSEWHERE] if question.code == COUNTRY else [])]
    said = {_bare(label(voice, Given(question.code, answer))): answer for answer in answers}
    return said.get(_bare(text))


def _bare(text: str) -> str:
    return " ".join(_MARKS.sub(" ", bare(text)).split())


def _by_place(voice: Voice, question: Question, text: str) -> str | None:
    if question.code != COUNTRY or "?" in text:
        return None
    named = voice.library.places.countries_in(text)
    return named[0] if len(named) == 1 else None


def _by_number(question: Question, text: str) -> str | None:
    """An age; or, for other questions, the place of a button counted from the top."""
    numbers = [int(found) for found in _NUMBER.findall(text)]
    if len(numbers) != 1 or len(text.split()) > _FEW_WORDS:
        return None
    if question.ages:
        within = 0 < numbers[0] <= _OLDEST
        return (question.ages.then if numbers[0] < question.ages.below else question.ages.otherwise) if within else None
    answers = list(question.shows)
    alone = text.strip(" .)").isdecimal() and 0 < numbers[0] <= len(answers)
    return answers[numbers[0] - 1] if alone else None


def _by_words(question: Question, text: str) -> str | None:
    """Words that people use for an answer, if they are those of one answer only."""
    said = f" {bare(text)}"
    if "?" in text or len(said.split()) > _WORDS_OF_AN_ANSWER:
        return None
    found = [answer for answer, words in question.words.items() if any(f" {bare(word)}" in said for word in words)]
    return found[0] if len(found) == 1 else None


def wants_it_again(text: str, intent: str) -> bool:
    """Whether a text that is no answer means to be one, so that the question is asked again with its buttons."""
    return intent in _MEANT and "?" not in text and len(text.split()) <= _WORDS_OF_AN_ANSWER


def _by_intent(question: Question, text: str, intent: str) -> str | None:
    if len(text.split()) > _FEW_WORDS:
        return None
    return {"affirm": question.yes, "deny": question.no, "dont_know": UNSURE}.get(intent) or None


def _by_sign(voice: Voice, question: Question, text: str) -> str | None:
    """A sign told in one's own words, if it is the only thing told."""
    if "?" in text:
        return None
    found = {flag.code for flag in voice.library.offers.signs(text)}
    answers = [answer for answer, sign in question.shows.items() if sign in found]
    return answers[0] if len(answers) == 1 and found == {question.shows[answers[0]]} else None
