"""What a list shows of many talks: their newest words. Read for all of them together, however many there are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
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
    words = await _words(session, talk_ids)
    last = select(Message.conversation_id, func.max(Message.id)).where(Message.conversation_id.in_(talk_ids))
    rows = (await session.execute(last.group_by(Message.conversation_id))).all()
    numbers = {row[0]: row[1] for row in rows}
    return {talk_id: Glimpse(tuple(words[talk_id][-_LINES:]), numbers.get(talk_id, 0)) for talk_id in talk_ids}


async def _words(session: AsyncSession, talk_ids: Collection[int]) -> Mapping[int, list[str]]:
    newest_first = func.row_number().over(partition_by=Message.conversation_id, order_by=Message.id.desc())
    theirs = (Message.conversation_id.in_(talk_ids), Message.author == Author.PERSON, Message.kind != "button")
    ranked = select(Message.id, newest_first.label("place")).where(*theirs).subquery()
    columns = (Message.conversation_id, Message.text, Message.notes)
    query = select(*columns).join(ranked, ranked.c.id == Message.id).where(ranked.c.place <= _LOOK_BACK)
    words = defaultdict[int, list[str]](list)
    for talk_id, text, notes in (await session.execute(query.order_by(Message.id))).all():
        if "held_back" not in notes:
            words[talk_id].append(text)
    return words
