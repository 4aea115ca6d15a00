"""The rows of guided checks: made, found again by the person only, gone on with, forgotten."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation
from bot.offers.guided.models import GuidedCheck
from bot.offers.guided.offer import Offer, Piece
from bot.offers.guided.steps import Check, Given
from bot.storage.base import now

KEPT = timedelta(days=7)
"""How long a check can be gone on with."""
_LARGEST = 2**63 - 1


async def begin(session: AsyncSession, talk: Conversation, pieces: Sequence[Piece] = ()) -> GuidedCheck:
    """A new check in a talk, of an offer with these texts."""
    row = GuidedCheck(conversation_id=talk.id, offer=Offer(tuple(pieces)).as_list(), answers=[], state="offered")
    session.add(row)
    await session.flush()
    return row


async def numbered(session: AsyncSession, person_id: int, number: str) -> GuidedCheck | None:
    """The check of a person that a button names, under lock; None if it is not theirs, or not kept any more."""
    if not (number.isascii() and number.isdecimal()) or int(number) > _LARGEST:
        return None
    return await _first(session, person_id, GuidedCheck.id == int(number))


async def asking(session: AsyncSession, person_id: int) -> GuidedCheck | None:
    """The check in the middle of which a person is, under lock."""
    return await _first(session, person_id, GuidedCheck.state == "asking")


async def _first(session: AsyncSession, person_id: int, condition: object) -> GuidedCheck | None:
    mine = select(Conversation.id).where(Conversation.person_id == person_id)
    query = select(GuidedCheck).where(
        GuidedCheck.conversation_id.in_(mine),
        GuidedCheck.touched_at > now() - KEPT,
        condition,  # type: ignore[arg-type]  # a column expression
    )
    newest = query.order_by(GuidedCheck.touched_at.desc(), GuidedCheck.id.desc()).limit(1)
    return (await session.execute(newest.with_for_update())).scalar_one_or_none()


def of(row: GuidedCheck) -> Check:
    """What a row says."""
    return Check(Offer.from_list(row.offer), tuple(Given(question, answer) for question, answer in row.answers))


async def go_on(session: AsyncSession, row: GuidedCheck, talk: Conversation, check: Check, state: str) -> None:
    """Keep how far a check is. While one is being asked, the person's others only wait."""
    row.offer = check.offer.as_list()
    row.answers = [[given.question, given.answer] for given in check.answers]
    row.state, row.conversation_id, row.touched_at = state, talk.id, now()
    if state == "asking":
        mine = select(Conversation.id).where(Conversation.person_id == talk.person_id)
        others = (GuidedCheck.conversation_id.in_(mine), GuidedCheck.state == "asking", GuidedCheck.id != row.id)
        await session.execute(update(GuidedCheck).where(*others).values(state="offered"))


async def forget_old(session: AsyncSession) -> None:
    """Erase what can no longer be gone on with."""
    await session.execute(delete(GuidedCheck).where(GuidedCheck.touched_at < now() - KEPT))
