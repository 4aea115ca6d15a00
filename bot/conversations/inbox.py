"""The inbox: store first, acknowledge then, answer after that."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.incoming import LONGEST, Incoming
from bot.conversations.models import Inbound, Message, Person
from bot.storage.base import insert, now

MOST_ATTEMPTS = 5


async def store(session: AsyncSession, person: Person, update_id: str, incoming: Incoming) -> bool:
    """Put an update into the inbox. False: it was there already (a repeated delivery)."""
    payload = incoming.as_dict() | {"text": incoming.text[: LONGEST + 1]}
    values = {"channel": person.channel, "update_id": update_id, "person_id": person.id, "payload": payload}
    values |= {"state": "new", "attempts": 0, "received_at": now()}
    statement = insert(session, Inbound).values(values).on_conflict_do_nothing(index_elements=["channel", "update_id"])
    return (await session.execute(statement.returning(Inbound.id))).scalar_one_or_none() is not None


async def people_waiting(session: AsyncSession) -> list[int]:
    """People with messages not answered yet, who waited longest first."""
    query = select(Inbound.person_id, Inbound.id).where(Inbound.state == "new").order_by(Inbound.id).limit(500)
    rows = (await session.execute(query)).all()
    return list(dict.fromkeys(person_id for person_id, _ in rows))


async def next_of(session: AsyncSession, person_id: int) -> Inbound | None:
    """The oldest message of a person that is not answered yet."""
    query = select(Inbound).where(Inbound.person_id == person_id, Inbound.state == "new").order_by(Inbound.id).limit(1)
    return (await session.execute(query)).scalar_one_or_none()


async def unread(session: AsyncSession, person_id: int) -> Sequence[Inbound]:
    """Messages of a person that no turn has begun to answer, so that they are not in the transcript yet."""
    begun = select(Message.id).where(Message.inbox_id == Inbound.id).exists()
    query = select(Inbound).where(Inbound.person_id == person_id, Inbound.state == "new", ~begun).order_by(Inbound.id)
    return (await session.execute(query.limit(50))).scalars().all()


async def begin(session: AsyncSession, inbound: Inbound) -> bool:
    """Count a try. False: it was tried too often and is now set aside (its message stays in the transcript)."""
    inbound.attempts += 1
    if inbound.attempts > MOST_ATTEMPTS:
        inbound.state = "failed"
        inbound.payload = {**inbound.payload, "file": None}  # pictures are not kept, this one neither
    return inbound.state == "new"


async def finish(session: AsyncSession, inbound_id: int) -> None:
    """It is answered; what it said lives in the transcript only."""
    await session.execute(update(Inbound).where(Inbound.id == inbound_id).values(state="done", payload={}))
