"""Tells the parts of this process that something is new, so that nobody has to ask every moment.

Only a hint: what is new is read from the database, and every listener also looks by itself now and then (another replica
may have written). Where there are several replicas, `bot/bus_redis.py` carries the hints between them.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable


class Bus:
    """Topics and who waits for them: `inbox`, `outbox`, `queue`, `alarm`, `answers`, `talk:<id>`, `person:<id>`, `stopping`."""

    def __init__(self) -> None:
        self._waiters: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.outward: Callable[[tuple[str, ...]], None] = lambda _: None
        """Hears everything that is told here, to pass it on to other replicas."""

    def tell(self, *topics: str) -> None:
        """Something of these topics is new."""
        self.hear(*topics)
        self.outward(topics)

    def hear(self, *topics: str) -> None:
        """Another replica told of these topics."""
        for topic in topics:
            for event in self._waiters.get(topic, ()):
                event.set()

    def hear_everything(self) -> None:
        """Hints may have been lost: everybody looks."""
        self.hear(*list(self._waiters))

    async def wait(self, *topics: str, seconds: float) -> bool:
        """Wait until one of the topics has news, at most for a while. False: time ran out."""
        with self.listen(*topics) as ear:
            return await ear.wait(seconds)

    def listen(self, *topics: str) -> "Ear":
        """Listen without missing anything between two waits: use as a context manager."""
        return Ear(self._waiters, topics)


class Ear:
    """A listener to some topics. `waiters` is the bus's own table: an ear enters and takes away itself."""

    def __init__(self, waiters: defaultdict[str, set[asyncio.Event]], topics: tuple[str, ...]) -> None:
        self._waiters = waiters
        self._topics = topics
        self._event = asyncio.Event()

    def __enter__(self) -> "Ear":
        for topic in self._topics:
            self._waiters[topic].add(self._event)
        return self

    def __exit__(self, *_: object) -> None:
        for topic in self._topics:
            self._waiters[topic].discard(self._event)
            if not self._waiters[topic]:
                del self._waiters[topic]

    async def wait(self, seconds: float) -> bool:
        """Wait for news since the last wait. False: time ran out. With 0 seconds it only looks."""
        try:
            if not self._event.is_set():  # asked first: `wait_for` with 0 gives up before it looks
                await asyncio.wait_for(self._event.wait(), seconds)
        except TimeoutError:
            return False
        self._event.clear()
        return True
