"""Playing: the round of a person, begun, answered, left, taken up again within a day, and finished."""

from datetime import timedelta
from random import Random

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from bot.quiz.items import draw, items
from bot.quiz.models import QuizProgress
from bot.storage.base import now

KEPT = timedelta(days=1)
"""How long a round that was left can be taken up again."""


class AnsweredBefore(Exception):
    """The button belongs to a question that is not being asked now: pressed twice, or far above in the chat."""


async def of_person(session: AsyncSession, person_id: int) -> QuizProgress:
    """The row of a person, under lock; a new one if they play for the first time."""
    progress = await session.get(QuizProgress, person_id, with_for_update=True)
    if progress is None:
        progress = QuizProgress(person_id=person_id, seen=[], items=[], answered=0, spotted=0)
        session.add(progress)
        await session.flush()
    return progress


async def forget(session: AsyncSession, person_id: int) -> None:
    """Erase the row of a person."""
    await session.execute(delete(QuizProgress).where(QuizProgress.person_id == person_id))


def runs(progress: QuizProgress) -> bool:
    """Whether a round waits to go on. One with an item that is no longer asked does not."""
    known = all(name in items() for name in progress.items)
    return known and progress.answered < len(progress.items) and progress.touched_at > now() - KEPT


def is_finished(progress: QuizProgress) -> bool:
    """Whether the newest round was played to its end."""
    return bool(progress.items) and progress.answered == len(progress.items)


def begin(progress: QuizProgress, chance: Random) -> None:
    """Begin a new round."""
    progress.items, progress.answered, progress.spotted = draw(progress.seen, chance), 0, 0
    progress.touched_at = now()


def answer(progress: QuizProgress, name: str, choice: str) -> bool:
    """Take the answer to the item being asked. Returns whether it is right.

    Raises:
        AnsweredBefore: that item is not being asked.
    """
    if not runs(progress) or progress.items[progress.answered] != name:
        raise AnsweredBefore
    right = choice == items()[name].right
    progress.answered += 1
    progress.spotted += right
    progress.seen = [*(one for one in progress.seen if one != name), name]  # assigned anew: JSON is not watched inside
    progress.touched_at = now()
    return right
