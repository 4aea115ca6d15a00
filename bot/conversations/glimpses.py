"""What a list shows of many talks: their newest words. Read for all of them together, however many there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Author, Message

_LINES, _LOOK_BACK = 3, 10


@dataclass(frozen=True)
class Glimpse:
    """The newest words of the person, oldest first, and the number of the newest message of anybody."""

    words: tuple[str, ...] = ()
    last_message_id: int = 0


async def of_talks(session: AsyncSession, talk_ids: Collection[int]) -> Mapping[int, Glimpse]:
    """A glimpse of each of these talks."""
    if not talk_ids:
        return {}
    words = await _words(session, talk_ids, _LINES)
    if hiding := [talk_id for talk_id, texts in words.items() if None in texts]:
        words = {**words, **await _words(session, hiding, _LOOK_BACK)}
    last = select(Message.conversation_id, func.max(Message.id)).where(Message.conversation_id.in_(talk_ids))
    rows = (await session.execute(last.group_by(Message.conversation_id))).all()
    numbers = {row[0]: row[1] for row in rows}
    return {talk_id: Glimpse(_shown(words.get(talk_id, ())), numbers.get(talk_id, 0)) for talk_id in talk_ids}


def _shown(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(text for text in texts if text is not None)[-_LINES:]


async def _words(session: AsyncSession, talk_ids: Collection[int], most: int) -> Mapping[int, list[str | None]]:
    """The person's newest messages in each talk, oldest first; None in the place of one that is held back."""
    newest_first = func.row_number().over(partition_by=Message.conversation_id, order_by=Message.id.desc())
    theirs = (Message.conversation_id.in_(talk_ids), Message.author == Author.PERSON, Message.kind != "button")
    ranked = select(Message.id, newest_first.label("place")).where(*theirs).subquery()
    columns = (Message.conversation_id, Message.text, Message.notes)
    query = select(*columns).join(ranked, ranked.c.id == Message.id).where(ranked.c.place <= most)
    words = defaultdict[int, list[str | None]](list)
    for talk_id, text, notes in (await session.execute(query.order_by(Message.id))).all():
        words[talk_id].append(None if "held_back" in notes else text)
    return words
