"""Files that came in a talk. Lists never touch the bytes, which may be 20 MB each."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Attachment, Message


@dataclass(frozen=True)
class Listed:
    """A file without its bytes."""

    id: int
    message_id: int
    mime: str
    name: str


async def of_talk(session: AsyncSession, talk_id: int) -> Sequence[Listed]:
    """The files of a conversation, in order."""
    columns = (Attachment.id, Attachment.message_id, Attachment.mime, Attachment.name)
    query = select(*columns).join(Message).where(Message.conversation_id == talk_id).order_by(Attachment.id)
    return [Listed(*row) for row in (await session.execute(query)).all()]


async def talk_of(session: AsyncSession, attachment_id: int) -> int | None:
    """The conversation a file belongs to."""
    query = select(Message.conversation_id).join(Attachment).where(Attachment.id == attachment_id)
    return (await session.execute(query)).scalar_one_or_none()
