"""The lists beside the open chat: what is offered to me, where I was asked to look, who waits, my chats, what is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases import follow_ups
from bot.handoff import history, queue, transfer
from bot.handoff.queue import Waiting
from bot.hotline import Hotline
from bot.staff import accounts
from bot.web.staff.visit import Visit


@dataclass(frozen=True)
class Offer:
    """A talk that a colleague offers. `note`: what they want the next counselor to know."""

    transfer_id: int
    line: Waiting
    by: str
    note: str


@dataclass(frozen=True)
class Lists:
    """Everything that stands beside the open chat."""

    offers: Sequence[Offer]
    looks: Sequence[Waiting]
    waiting: Sequence[Waiting]
    mine: Sequence[Waiting]
    returned: Mapping[int, str]
    """Why a waiting talk came back, by escalation: the code of a timer's reason; empty if its counselor gave it back."""
    nobody: bool
    """Nobody is on shift."""
    due: int
    """Follow-ups for today, or from before."""

    @property
    def lines(self) -> Sequence[Waiting]:
        """Every talk in them."""
        return [*(offer.line for offer in self.offers), *self.looks, *self.waiting, *self.mine]


@dataclass(frozen=True)
class _Common:
    """What of the lists is the same for everybody."""

    waiting: Sequence[Waiting]
    returned: Mapping[int, str]
    nobody: bool


async def gather(visit: Visit) -> Lists:
    """The lists for this reader. What all see alike is read once for all who ask at the same moment."""
    common: _Common = await visit.hotline.consoles.get(lambda: _common(visit.hotline))
    async with visit.hotline.storage.reading() as session:
        return Lists(
            offers=await _offers(session, visit),
            looks=await queue.to_look_at(session, visit.me),
            waiting=common.waiting,
            mine=await queue.mine(session, visit.me),
            returned=common.returned,
            nobody=common.nobody,
            due=await follow_ups.count_due(session, visit.me),
        )


async def _common(hotline: Hotline) -> _Common:
    async with hotline.storage.reading() as session:
        waiting = await queue.waiting(session)
        returned = await history.returned(session, [line.escalation_id for line in waiting])
        return _Common(waiting, returned, nobody=not await queue.on_shift(session))


async def _offers(session: AsyncSession, visit: Visit) -> list[Offer]:
    rows = {row.escalation_id: row for row in await transfer.offered_to(session, visit.me)}
    if not rows:
        return []
    names = await accounts.names(session)
    lines = await queue.offered(session, visit.me)
    found = [(rows[line.escalation_id], line) for line in lines if line.escalation_id in rows]
    return [Offer(row.id, line, names.get(row.by_staff, ""), row.note) for row, line in found]
