"""One step of the quiz: what a button changes in a person's round, and what is said then."""

from collections.abc import Mapping
from random import Random
from secrets import SystemRandom

from sqlalchemy.ext.asyncio import AsyncSession

from bot.quiz import rounds
from bot.quiz.models import QuizProgress
from bot.replies import quiz
from bot.replies.voice import Voice
from bot.reply import Reply

_CHANCE: Random = SystemRandom()


async def play(
    session: AsyncSession, person_id: int, voice: Voice, effects: Mapping[str, str], chance: Random = _CHANCE
) -> Reply:
    """Do what the effect `quiz` says: `go`, `next` or `answer`. Returns what to say."""
    progress = await rounds.of_person(session, person_id)
    match effects["quiz"]:
        case "answer":
            return _answered(progress, voice, effects.get("quiz_item", ""), effects.get("quiz_choice", ""), chance)
        case "next" if rounds.runs(progress):
            return _asked(progress, voice, chance)
        case "next" if rounds.is_finished(progress):
            return quiz.result(voice, progress.spotted, len(progress.items))
        case _:
            return _going(progress, voice, chance)


def _going(progress: QuizProgress, voice: Voice, chance: Random) -> Reply:
    """Take the round up again, or begin one; who plays for the first time is told how it works."""
    if rounds.runs(progress):
        return _asked(progress, voice, chance, voice.say("quiz-again-here") if progress.answered else "")
    rounds.begin(progress, chance)
    return _asked(progress, voice, chance, "" if progress.seen else voice.say("quiz-intro"))


def _asked(progress: QuizProgress, voice: Voice, chance: Random, first: str = "") -> Reply:
    name = progress.items[progress.answered]
    return quiz.question(voice, name, progress.answered + 1, len(progress.items), chance, first=first)


def _answered(progress: QuizProgress, voice: Voice, name: str, choice: str, chance: Random) -> Reply:
    try:
        right = rounds.answer(progress, name, choice)
    except rounds.AnsweredBefore:
        return quiz.answered_before(voice)
    return quiz.explained(voice, name, progress.answered, len(progress.items), chance, right=right)
