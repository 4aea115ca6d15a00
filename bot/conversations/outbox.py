"""The outbox: what is said is stored with the change that it announces, and delivered after that, in order."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Author, Conversation, Delivery, Message, Outbound, Person, State
from bot.reply import Reply, rows_as_json
from bot.storage.base import now

MOST_ATTEMPTS = 12
URGENT = "urgent"
"""Note of a message that is sent although a counselor took over meanwhile: the numbers to call in danger."""
REACH = 1000
"""How many numbers of a channel are looked through, back from its newest, for a message that may have arrived."""
_SOME = 50
_HOLD = timedelta(seconds=60)
_OPEN = (Delivery.PENDING, Delivery.SENDING)


@dataclass(frozen=True)
class Parcel:
    """A message ready to be handed to its channel.

    `uncertain`: an earlier try was cut off and it may have arrived; then its number is above `last_known`, the newest
    number of this talk in the channel, not far above `newest`, the newest number of any talk there, and none of `others`,
    which are known to be other messages.
    """

    outbound_id: int
    message_id: int
    channel: str
    address: str
    text: str
    buttons: Any
    reply_to: str | None
    uncertain: bool = False
    overtaken: bool = False
    last_known: int = 0
    newest: int = 0
    others: AbstractSet[int] = frozenset()


async def say(
    session: AsyncSession,
    talk: Conversation,
    reply: Reply,
    *,
    author: Author = Author.BOT,
    staff_id: int | None = None,
    reply_to_id: int | None = None,
    notes: dict[str, Any] | None = None,
) -> Message:
    """Write a message into the transcript and into the outbox."""
    urgent = {URGENT: True} if URGENT in reply.effects else {}
    message = Message(
        conversation_id=talk.id,
        author=author,
        staff_id=staff_id,
        text=reply.text,
        buttons=rows_as_json(reply.buttons),
        notes={**(notes or {}), **urgent},
        reply_to_id=reply_to_id,
        delivery=Delivery.PENDING,
    )
    session.add(message)
    await session.flush()
    session.add(Outbound(person_id=talk.person_id, message_id=message.id))
    return message


async def people_waiting(session: AsyncSession) -> list[int]:
    """People whose next message is due to be sent. One that is to be tried again later holds up those after it."""
    firsts = select(func.min(Outbound.id)).where(Outbound.state.in_(_OPEN)).group_by(Outbound.person_id)
    due = (Outbound.id.in_(firsts), Outbound.not_before <= now())
    return list((await session.execute(select(Outbound.person_id).where(*due).limit(500))).scalars())


async def next_parcel(session: AsyncSession, person_id: int) -> Parcel | None:
    """The next message for a person, marked as being sent; None if none is due.

    Here, at the last moment, the bot falls silent if a counselor took over in the meantime.
    """
    while found := await _first_open(session, person_id):
        outbound, message, talk, person = found
        if outbound.not_before > now():
            return None
        outbound.uncertain = outbound.uncertain or outbound.state == Delivery.SENDING
        overtaken = _overtaken(message, talk)
        if overtaken and not outbound.uncertain:
            await _settle(session, outbound, Delivery.CANCELLED)
            continue
        outbound.state, outbound.attempts = Delivery.SENDING, outbound.attempts + 1
        outbound.not_before = now() + _HOLD  # nobody else sends it meanwhile; if we crash, it is sent again after that
        parcel = await _parcel(session, outbound, message, person)
        # While its number is unknown, a later message that is looked for could be taken for it.
        return replace(parcel, overtaken=overtaken)
    return None


def _overtaken(message: Message, talk: Conversation) -> bool:
    """Whether a counselor took over before the bot's message was sent. Numbers in danger are sent all the same."""
    bot_silent = talk.state in (State.HUMAN, State.CLOSED)
    return bot_silent and message.author == Author.BOT and URGENT not in message.notes


async def silence_bot(session: AsyncSession, talk_id: int) -> None:
    """Take back what the bot has said in a talk and nobody has begun to send; what is urgent goes on its way."""
    mine = (Message.conversation_id == talk_id, Message.author == Author.BOT, Outbound.state == Delivery.PENDING)
    query = select(Outbound, Message).join(Message, Message.id == Outbound.message_id)
    query = query.where(*mine, Outbound.uncertain.is_(False))
    for outbound, message in (await session.execute(query.with_for_update(of=Outbound))).all():
        if URGENT not in message.notes:
            await _settle(session, outbound, Delivery.CANCELLED)


async def _first_open(session: AsyncSession, person_id: int) -> tuple[Outbound, Message, Conversation, Person] | None:
    query = (
        select(Outbound, Message, Conversation, Person)
        .join(Message, Message.id == Outbound.message_id)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .join(Person, Person.id == Outbound.person_id)
        .where(Outbound.person_id == person_id, Outbound.state.in_(_OPEN))
        .order_by(Outbound.id)
    )
    row = (await session.execute(query.limit(1).with_for_update(of=Outbound))).first()
    return (row[0], row[1], row[2], row[3]) if row else None


async def _parcel(session: AsyncSession, outbound: Outbound, message: Message, person: Person) -> Parcel:
    answered = await session.get(Message, message.reply_to_id) if message.reply_to_id else None
    reply_to = answered.external_id if answered else None
    others = await _numbers(session, person.channel) if outbound.uncertain else frozenset()
    return Parcel(
        outbound_id=outbound.id,
        message_id=message.id,
        channel=person.channel,
        address=person.address,
        text=message.text,
        buttons=message.buttons,
        reply_to=reply_to,
        uncertain=outbound.uncertain,
        last_known=await _last_before(session, person.channel, outbound, message) if outbound.uncertain else 0,
        newest=max(others, default=0),
        others=others,
    )


async def _last_before(session: AsyncSession, channel: str, outbound: Outbound, message: Message) -> int:
    """The newest number that was taken for certain when a message was first handed over.

    That of the messages before it in its talk, or of what anybody had written until it was said. It stays where it is,
    however much is said while one looks, is cut off again, and looks anew.
    """
    theirs = (Person.channel == channel, Message.author == Author.PERSON, Message.at <= outbound.created_at)
    query = select(Message.external_id).join(Conversation).join(Person).where(*theirs, Message.external_id.is_not(None))
    written = (await session.execute(query.order_by(Message.id.desc()).limit(_SOME))).scalars()
    told = await _numbers(session, channel, before=message)
    return max([0, *told, *(int(number) for number in written if number and number.isdecimal())])


async def _numbers(session: AsyncSession, channel: str, before: Message | None = None) -> AbstractSet[int]:
    """The newest numbers that a channel gave to messages of any talk, or to those written before one in its talk.

    What the person wrote after it does not count: its number is higher than that of the message that is looked for.
    Each channel counts for itself: the web chat's numbers say nothing of Telegram's. As many as are looked through: a number
    that is missing here is asked for, and only so many can be.
    """
    query = select(Message.external_id).join(Conversation).join(Person).where(Person.channel == channel)
    query = query.where(Message.external_id.is_not(None)).order_by(Message.id.desc()).limit(REACH)
    if before is not None:
        query = query.where(Message.conversation_id == before.conversation_id, Message.id < before.id)
    numbers = (await session.execute(query)).scalars()
    return frozenset(int(number) for number in numbers if number and number.isdecimal())


async def _settle(session: AsyncSession, outbound: Outbound, state: Delivery, **also: str | None) -> None:
    outbound.state = state
    await session.execute(update(Message).where(Message.id == outbound.message_id).values(delivery=state, **also))


async def sent(session: AsyncSession, parcel: Parcel, external_id: str | None) -> None:
    """The channel took it."""
    outbound = await session.get(Outbound, parcel.outbound_id)
    if outbound is None:  # erased while it was on its way
        return
    await _settle(session, outbound, Delivery.SENT, external_id=external_id)


async def failed(session: AsyncSession, parcel: Parcel) -> None:
    """The channel refuses it for good (blocked, no such chat)."""
    outbound = await session.get(Outbound, parcel.outbound_id)
    if outbound is not None:
        await _settle(session, outbound, Delivery.FAILED)


async def cancelled(session: AsyncSession, parcel: Parcel) -> None:
    """It was overtaken, and had not arrived before."""
    outbound = await session.get(Outbound, parcel.outbound_id)
    if outbound is not None:
        await _settle(session, outbound, Delivery.CANCELLED)


async def later(
    session: AsyncSession, parcel: Parcel, after: timedelta | None = None, *, uncertain: bool = False
) -> None:
    """Try again: after what the channel asks for, or after a growing while; give up after many tries."""
    outbound = await session.get(Outbound, parcel.outbound_id)
    if outbound is None:
        return
    if after is None and outbound.attempts >= MOST_ATTEMPTS:
        await _settle(session, outbound, Delivery.FAILED)
        return
    outbound.state, outbound.uncertain = Delivery.PENDING, outbound.uncertain or uncertain
    outbound.not_before = now() + (after or _growing(outbound.attempts))


def _growing(attempts: int) -> timedelta:
    return timedelta(seconds=min(300, 2 ** min(attempts, 9) / 2))


async def resume(session: AsyncSession) -> None:
    """Take up what was being sent when this process ended; whether it arrived is not known."""
    stopped = update(Outbound).where(Outbound.state == Delivery.SENDING)
    await session.execute(stopped.values(state=Delivery.PENDING, uncertain=True, not_before=now()))
