"""Passing messages between a person and their counselor."""

import logging
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import NotFetched
from bot.conversations import outbox, talks
from bot.conversations.incoming import Incoming
from bot.conversations.models import Author, Conversation, Message, Person
from bot.handoff.holding import held, open_escalation
from bot.reply import Reply
from bot.staff.models import Staff
from bot.storage.base import now

if TYPE_CHECKING:
    from bot.hotline import Hotline

log = logging.getLogger(__name__)


async def to_counselor(hotline: "Hotline", message_id: int, inbound_id: int, incoming: Incoming) -> None:
    """Pass a file on: fetch it and keep it with its message. Words are in the transcript already."""
    if incoming.file is None:
        return
    async with hotline.storage.reading() as session:
        message = await session.get_one(Message, message_id)
        if "file" in message.notes:  # a repeated turn
            return
        talk = await talks.lock(session, message.conversation_id)
        channel = hotline.channels[(await session.get_one(Person, talk.person_id)).channel]
    try:
        content = await channel.fetch(incoming.file)
        outcome = "passed-on"
    except NotFetched as reason:
        content, outcome = b"", "too-large" if reason.too_large else "not-passed-on"
    async with hotline.storage.writing() as session:
        await _keep(session, hotline, message_id, incoming, content=content, outcome=outcome)


async def heard(session: AsyncSession, talk: Conversation, message: Message) -> None:
    """The person wrote to their counselor: from the first unanswered message on they wait for an answer."""
    escalation = await open_escalation(session, talk)
    if escalation is not None and message.kind != "button":
        escalation.unanswered_since = escalation.unanswered_since or message.at


async def _keep(
    session: AsyncSession, hotline: "Hotline", message_id: int, incoming: Incoming, *, content: bytes, outcome: str
) -> None:
    message = await session.get_one(Message, message_id)
    talk = await talks.lock(session, message.conversation_id)
    talks.add_notes(message, {"file": outcome})
    if outcome == "passed-on" and incoming.file:
        await talks.attach(session, message, incoming.file.name or incoming.kind, incoming.file.mime, content)
        return
    voice = hotline.library.voice(talk.language)
    await outbox.say(session, talk, Reply(voice.say(f"kind-{outcome}", size=20)), author=Author.SYSTEM)


async def to_person(
    session: AsyncSession, talk_id: int, counselor: Staff, text: str, *, token: str, reply_to_id: int | None = None
) -> Message:
    """Put a counselor's message on its way. `token` makes a message sent twice by the browser one message.

    Raises:
        NotClaimed: the talk is not theirs (any more).
    """
    talk, escalation = await held(session, talk_id, counselor)
    if token and (earlier := await talks.sent_with(session, talk_id, counselor.id, token)):
        return earlier
    escalation.replied_at, escalation.unanswered_since = escalation.replied_at or now(), None
    return await outbox.say(
        session,
        talk,
        Reply(text),
        author=Author.COUNSELOR,
        staff_id=counselor.id,
        reply_to_id=reply_to_id,
        notes={"token": token},
    )
