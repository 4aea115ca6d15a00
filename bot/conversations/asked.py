"""What a person had asked when they say that the answer did not help."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import talks
from bot.conversations.models import Author, Conversation, Message
from bot.reply import parse_press

_LOOK_BACK = 40
_OBJECTION = "objection"
"""Note of a message that says "that is not what I asked": it is no question itself."""


async def before_the_answer(session: AsyncSession, talk: Conversation) -> str:
    """The question whose answer the person's newest message turns down.

    Empty if they had asked nothing in their own words, if it was about danger (that belongs to counselors), or if it was
    not understood in the first place and so was heard of already.
    """
    query = select(Message).where(Message.conversation_id == talk.id).order_by(Message.id.desc()).limit(_LOOK_BACK)
    story = (await session.execute(query)).scalars().all()
    objection = next((message for message in story if message.author == Author.PERSON), None)
    if objection is None:
        return ""
    talks.add_notes(objection, {_OBJECTION: True})
    question = _question(story, objection)
    if question is None or "danger" in {*objection.notes, *question.notes}:
        return ""
    known = _OBJECTION in question.notes or (talk.unknowns and objection.kind != "button")
    return "" if known or question.kind not in ("text", "edit") else question.text


def _question(story: Sequence[Message], objection: Message) -> Message | None:
    """The person's last message before the answer, apart from buttons that choose among entries."""
    end = objection.id
    if objection.kind == "button":  # it stands under the answer that is meant, perhaps far above
        end = next((message.id for message in story if objection.text in _payloads(message)), 0)
    earlier = (message for message in story if message.author == Author.PERSON and message.id < end)
    return next((message for message in earlier if not _chooses_entry(message)), None)


def _payloads(message: Message) -> set[str]:
    return {button.get("payload", "") for row in message.buttons for button in row}


def _chooses_entry(message: Message) -> bool:
    pressed = parse_press(message.text) if message.kind == "button" else None
    return pressed is not None and pressed.intent == "faq"
