"""The lists beside the open chat: what is offered to me, where I was asked to look, who waits, my chats, what is due."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

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
class Common:
    """What of the lists is the same for everybody."""

    waiting: Sequence[Waiting]
    returned: Mapping[int, str]
    """Why a waiting talk came back, by escalation: the code of a timer's reason; empty if its counselor gave it back."""
    nobody: bool
    """Nobody is on shift."""


@dataclass(frozen=True)
class Own:
    """What of the lists is one reader's."""

    offers: Sequence[Offer]
    looks: Sequence[Waiting]
    mine: Sequence[Waiting]
    due: int
    """Follow-ups for today, or from before."""

    @property
    def talks(self) -> Set[int]:
        """The numbers of the talks in it."""
        return {line.talk_id for line in (*(offer.line for offer in self.offers), *self.looks, *self.mine)}


@dataclass(frozen=True)
class Lists:
    """Everything that stands beside the open chat."""

    common: Common
    own: Own


async def gather(visit: Visit) -> Lists:
    """The lists for this reader."""
    return Lists(await read_common(visit.hotline), await read_own(visit))


async def read_common(hotline: Hotline) -> Common:
    """What all see alike, read once for all who ask at the same moment."""
    common: Common = await hotline.consoles.get(lambda: _common(hotline))
    return common


async def _common(hotline: Hotline) -> Common:
    async with hotline.storage.reading() as session:
        waiting = await queue.waiting(session)
        returned = await history.returned(session, [line.escalation_id for line in waiting])
        return Common(waiting, returned, nobody=not await queue.on_shift(session))


async def read_own(visit: Visit) -> Own:
    """What is the reader's."""
    async with visit.hotline.storage.reading() as session:
        return Own(
            offers=await _offers(session, visit),
            looks=await queue.to_look_at(session, visit.me),
            mine=await queue.mine(session, visit.me),
            due=await follow_ups.count_due(session, visit.me),
        )


async def read_again(visit: Visit, own: Own, talks: Set[int]) -> Own:
    """The reader's part after news of some of its talks; only their lines are read again if that is enough."""
    places = {line.talk_id: _place(line) for line in own.mine if line.talk_id in talks}
    if len(places) < len(talks):  # one that is offered, or to look at
        return await read_own(visit)
    async with visit.hotline.storage.reading() as session:
        fresh = {line.talk_id: line for line in await queue.mine(session, visit.me, talks)}
    if places != {talk_id: _place(line) for talk_id, line in fresh.items()}:
        return await read_own(visit)
    return replace(own, mine=[fresh.get(line.talk_id, line) for line in own.mine])


def _place(line: Waiting) -> tuple[int, int]:
    return line.rank, line.escalation_id


async def _offers(session: AsyncSession, visit: Visit) -> list[Offer]:
    rows = {row.escalation_id: row for row in await transfer.offered_to(session, visit.me)}
    if not rows:
        return []
    names = await accounts.names(session)
    lines = await queue.offered(session, visit.me)
    found = [(rows[line.escalation_id], line) for line in lines if line.escalation_id in rows]
    return [Offer(row.id, line, names.get(row.by_staff, ""), row.note) for row, line in found]
