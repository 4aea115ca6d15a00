"""The worker's kinds of work, each with its own places: one must never wait for the other."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

_AT_ONCE = 8
"""People answered at the same time by one worker, and as many who are sent something: sending never waits for thinking."""


class Job:
    """One kind of work: where it is waiting, and for whom it is being done just now."""

    def __init__(
        self,
        topic: str,
        waiting: Callable[[AsyncSession], Awaitable[list[int]]],
        work: Callable[[int], Awaitable[None]],
    ) -> None:
        """`topic`: of the bus, tells that there is more. `waiting`: for whom. `work`: does all that waits for a person."""
        self.topic, self.waiting, self.work = topic, waiting, work
        self.places = asyncio.Semaphore(_AT_ONCE)
        self._busy: set[int] = set()
        self._more: set[int] = set()

    def take(self, found: Sequence[int]) -> list[int]:
        """Those of the people found for whom nobody is at work."""
        free = [person_id for person_id in found if person_id not in self._busy]
        self._more |= self._busy.intersection(found)
        self._busy.update(free)
        return free

    def leave(self, person_id: int) -> bool:
        """The work for a person is done. True: more was found meanwhile, perhaps just after the last look at it."""
        self._busy.discard(person_id)
        more = person_id in self._more
        self._more.discard(person_id)
        return more
