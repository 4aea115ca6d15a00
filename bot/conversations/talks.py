"""Conversations and their transcript."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.incoming import LONGEST, Incoming
from bot.conversations.models import Attachment, Author, Conversation, Inbound, Message, Person, State

_DIGITS = 19
"""As many as a number of a message can have in the database."""


class NoSuchTalk(Exception):
    """There is no such conversation (or it was erased)."""


async def open_talk(session: AsyncSession, person: Person, language: str) -> Conversation:
    """The open conversation with a person, under lock; a new one if the last was closed."""
    query = select(Conversation).where(Conversation.person_id == person.id, Conversation.state != State.CLOSED)
    talk = (await session.execute(query.with_for_update())).scalar_one_or_none()
    if talk is None:
        talk = Conversation(person_id=person.id, public_id=random_name(), language=language, state=State.BOT)
        session.add(talk)
        await session.flush()
    return talk


def random_name() -> str:
    """A name for a talk that tells nothing."""
    return secrets.token_hex(16)


async def lock(session: AsyncSession, talk_id: int) -> Conversation:
    """A conversation, under lock until the unit of work ends.

    Raises:
        NoSuchTalk: it was erased.
    """
    query = select(Conversation).where(Conversation.id == talk_id).with_for_update()
    fresh = query.execution_options(populate_existing=True)  # it may have been read before, without lock
    talk = (await session.execute(fresh)).scalar_one_or_none()
    if talk is None:
        raise NoSuchTalk(talk_id)
    return talk


async def write_down(session: AsyncSession, talk: Conversation, inbound: Inbound, incoming: Incoming) -> Message:
    """Put a person's message into the transcript, once: from the second try on it may be there."""
    query = select(Message).where(Message.inbox_id == inbound.id)
    if inbound.attempts > 1 and (message := (await session.execute(query)).scalar_one_or_none()):
        return message
    message = Message(
        conversation_id=talk.id,
        author=Author.PERSON,
        kind=incoming.kind,
        text=incoming.text[:LONGEST],
        inbox_id=inbound.id,
        external_id=incoming.external_id or None,
        reply_to_id=await _numbered(session, talk, incoming.reply_to),
        notes={"forwarded": True} if incoming.forwarded else {},
    )
    session.add(message)
    await session.flush()
    return message


async def _numbered(session: AsyncSession, talk: Conversation, external_id: str) -> int | None:
    if not external_id:
        return None
    query = select(Message.id).where(Message.conversation_id == talk.id, Message.external_id == external_id)
    return (await session.execute(query.limit(1))).scalar_one_or_none()


async def message_of(session: AsyncSession, talk_id: int, said: str) -> int | None:
    """A message's number, as a browser says it, if there is such a message in this very conversation; else None."""
    number = int(said) if said.isdecimal() and len(said) < _DIGITS else 0
    return await session.scalar(select(Message.id).where(Message.id == number, Message.conversation_id == talk_id))


async def texts_of(session: AsyncSession, numbers: Collection[int]) -> Mapping[int, Message]:
    """Messages by their numbers: those that others answer."""
    if not numbers:
        return {}
    found = (await session.execute(select(Message).where(Message.id.in_(numbers)))).scalars()
    return {message.id: message for message in found}


async def story(session: AsyncSession, talk_id: int, after: int = 0) -> Sequence[Message]:
    """The transcript of one conversation, in order, from after a message's number."""
    query = select(Message).where(Message.conversation_id == talk_id, Message.id > after).order_by(Message.id)
    return (await session.execute(query)).scalars().all()


async def sent_with(session: AsyncSession, talk_id: int, staff_id: int, token: str) -> Message | None:
    """The message that a counselor's browser sent with a token; only notes are read of the others."""
    theirs = (Message.conversation_id == talk_id, Message.staff_id == staff_id)
    query = select(Message.id, Message.notes).where(*theirs)
    rows = (await session.execute(query)).all()
    found = next((number for number, notes in rows if notes.get("token") == token), None)
    return await session.get_one(Message, found) if found else None


async def story_of_person(session: AsyncSession, person_id: int, after: int = 0, most: int = 200) -> Sequence[Message]:
    """The newest messages over all conversations of a person: what their own screen shows."""
    mine = (Conversation.person_id == person_id, Message.id > after)
    query = select(Message).join(Conversation).where(*mine).order_by(Message.id.desc()).limit(most)
    return list(reversed((await session.execute(query)).scalars().all()))


async def attach(session: AsyncSession, message: Message, name: str, mime: str, content: bytes) -> Attachment:
    """Keep a file with its message."""
    attachment = Attachment(message_id=message.id, name=name[:200], mime=mime[:100], content=content)
    session.add(attachment)
    await session.flush()
    return attachment


def add_notes(message: Message, notes: dict[str, Any]) -> None:
    """Remember what was understood in a message."""
    message.notes = {**message.notes, **notes}
