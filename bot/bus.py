"""Tells the parts of this process that something is new, so that nobody has to ask every moment.

Only a hint: what is new is read from the database, and every listener also looks by itself now and then (another replica
may have written). Where there are several replicas, `bot/bus_redis.py` carries the hints between them.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from collections.abc import Set as AbstractSet


class Bus:
    """Topics and who listens.

    `inbox`, `outbox`, `queue`, `hands`, `alarm`, `answers`, `stopping`; and of one: `talk:<id>`, `words:<id>`, `person:<id>`,
    `staff:<id>`.
    `queue` is what every console shows: who waits, who is there. What only the reader of a talk sees is `talk:<id>`, or
    `words:<id>` if only what was said is new: with many consoles a message must not wake them all. `hands` makes every
    console read its own talks again.
    """

    def __init__(self) -> None:
        self._ears: defaultdict[str, set[Ear]] = defaultdict(set)
        self.outward: Callable[[tuple[str, ...]], None] = lambda _: None
        """Hears everything that is told here, to pass it on to other replicas."""

    def tell(self, *topics: str) -> None:
        """Something of these topics is new."""
        self.hear(*topics)
        self.outward(topics)

    def hear(self, *topics: str) -> None:
        """Another replica told of these topics."""
        for topic in topics:
            for ear in self._ears.get(topic, ()):
                ear.ring(topic)

    def hear_everything(self) -> None:
        """Hints may have been lost: everybody looks."""
        self.hear(*list(self._ears))

    async def wait(self, *topics: str, seconds: float) -> bool:
        """Wait until one of the topics has news, at most for a while. False: time ran out."""
        with self.listen(*topics) as ear:
            return await ear.wait(seconds)

    def listen(self, *topics: str) -> "Ear":
        """Listen without missing anything between two waits: use as a context manager."""
        return Ear(self._ears, topics)


class Ear:
    """A listener to some topics. `ears` is the bus's own table: an ear enters and takes away itself."""

    def __init__(self, ears: "defaultdict[str, set[Ear]]", topics: tuple[str, ...]) -> None:
        self._ears = ears
        self._topics: AbstractSet[str] = frozenset(topics)
        self._news: set[str] = set()
        self._event = asyncio.Event()

    def __enter__(self) -> "Ear":
        self._enter(self._topics)
        return self

    def __exit__(self, *_: object) -> None:
        self._leave(self._topics)

    def attend(self, *topics: str) -> None:
        """Listen to these topics from now on, and to no others.

        A topic that is new to the ear counts as news: something may have happened in it just before.
        """
        wanted = frozenset(topics)
        self._leave(self._topics - wanted)
        added, self._topics = wanted - self._topics, wanted
        self._enter(added)
        for topic in added:
            self.ring(topic)

    def ring(self, topic: str) -> None:
        """Something of a topic is new; the bus calls it."""
        self._news.add(topic)
        self._event.set()

    def news(self) -> AbstractSet[str]:
        """The topics that had news since this was asked last."""
        news, self._news = self._news, set()
        self._event.clear()
        return news

    async def wait(self, seconds: float) -> bool:
        """Wait for news since the last wait. False: time ran out. With 0 seconds it only looks."""
        try:
            if not self._event.is_set():  # asked first: `wait_for` with 0 gives up before it looks
                await asyncio.wait_for(self._event.wait(), seconds)
        except TimeoutError:
            return False
        self._event.clear()
        return True

    def _enter(self, topics: AbstractSet[str]) -> None:
        for topic in topics:
            self._ears[topic].add(self)

    def _leave(self, topics: AbstractSet[str]) -> None:
        for topic in topics:
            self._ears[topic].discard(self)
            if not self._ears[topic]:
                del self._ears[topic]
