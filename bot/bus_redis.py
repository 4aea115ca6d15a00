"""Carries the bus's hints between replicas through Redis. Without Redis one process works alone and needs none of this.

What travels is names of topics, such as `talk:12`, and never a word of what anybody wrote. Redis may be away: hints are
then lost, and every listener finds what is new by itself some seconds later.
"""

import asyncio
import json
import logging
import secrets
from collections.abc import Callable, Iterable

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from bot.bus import Bus

log = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 15.0
"""Seconds between two tries to reach Redis."""
_MOST_WAITING = 10_000
_PATIENCE = 5.0


class RedisBus:
    """The link of one replica to the others."""

    def __init__(self, bus: Bus, url: str, *, house: str, private: Iterable[str] = ()) -> None:
        """Begins to listen to the bus; `run` does the rest.

        Args:
            bus: of this replica.
            url: Redis' address.
            house: a name that all replicas of one hotline share, and no other hotline at the same Redis.
            private: topics that concern this process alone.
        """
        self._bus = bus
        self._url = url
        self._channel = f"hotline:{house}"
        self._name = secrets.token_hex(8)
        self._private = frozenset(private)
        self._waiting: set[str] = set()
        self._news = asyncio.Event()
        bus.outward = self._note

    def _note(self, topics: tuple[str, ...]) -> None:
        if len(self._waiting) < _MOST_WAITING:
            self._waiting |= set(topics) - self._private
        self._news.set()

    async def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Carry hints both ways until cancelled. `ready` is called whenever the link is there (again)."""
        pause = _FIRST_PAUSE
        while True:
            try:
                async with self._connect() as redis, redis.pubsub() as heard:
                    await heard.subscribe(self._channel)
                    pause = _FIRST_PAUSE
                    self._bus.hear_everything()  # what was told while the link was down
                    ready()
                    await self._both_ways(redis, heard)
            except* (RedisError, OSError) as errors:
                log.warning("Redis cannot be reached (%s); live updates between replicas are slower", _kind(errors))
            await asyncio.sleep(pause)
            pause = min(_LONGEST_PAUSE, pause * 2)

    def _connect(self) -> Redis:
        return Redis.from_url(self._url, socket_connect_timeout=_PATIENCE, health_check_interval=15)

    async def _both_ways(self, redis: Redis, heard: PubSub) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._send(redis))
            tasks.create_task(self._listen(heard))

    async def _send(self, redis: Redis) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            topics, self._waiting = sorted(self._waiting), set()
            if topics:
                await redis.publish(self._channel, json.dumps([self._name, topics]))

    async def _listen(self, heard: PubSub) -> None:
        while True:
            message = await heard.get_message(ignore_subscribe_messages=True, timeout=_PATIENCE)
            if message is not None:
                self._bus.hear(*self._topics(message["data"]))

    def _topics(self, data: bytes) -> list[str]:
        """What another replica told; nothing for one's own words, and for what is not ours."""
        try:
            name, topics = json.loads(data)
        except (ValueError, TypeError):
            return []
        known = name != self._name and isinstance(topics, list)
        return [topic for topic in topics if isinstance(topic, str) and topic not in self._private] if known else []


def _kind(errors: BaseExceptionGroup[BaseException]) -> str:
    inner: BaseException = errors
    while isinstance(inner, BaseExceptionGroup):
        inner = inner.exceptions[0]
    return type(inner).__name__
