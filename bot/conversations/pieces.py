"""An offer that comes in pieces: what a recruiter writes, sent on message by message, says more together than one by one."""

from datetime import timedelta
from itertools import takewhile

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Author, Conversation, Message
from bot.storage.base import now

LONGEST = 300
"""Characters of a piece: what is longer is an offer by itself, and not a part of another."""
_MOST = 12
_FEW = 8
"""Words."""
_TOGETHER = timedelta(hours=1)


async def pieces_before(session: AsyncSession, talk: Conversation, message: Message) -> tuple[str, ...]:
    """The pieces of an offer that a person sent just before a message, oldest first; empty if there are none.

    A few words between them ("and then he writes:") part no offer; a button does, and so does anything longer.
    """
    theirs = (Message.conversation_id == talk.id, Message.author == Author.PERSON)
    lately = (Message.id < message.id, Message.at > now() - _TOGETHER)
    query = select(Message).where(*theirs, *lately).order_by(Message.id.desc()).limit(_MOST)
    newest_first = list((await session.execute(query)).scalars())
    near = takewhile(lambda one: _is_piece(one) or _says_little(one), newest_first)
    return tuple(one.text for one in near if _is_piece(one))[::-1]


def is_piece(text: str) -> bool:
    """Whether a text is short enough to be a part of an offer."""
    return len(text) <= LONGEST


def _is_piece(message: Message) -> bool:
    notes = message.notes
    return bool({"offer", "flags"} & notes.keys()) and "held_back" not in notes and is_piece(message.text)


def _says_little(message: Message) -> bool:
    return message.kind != "button" and len(message.text.split()) <= _FEW
