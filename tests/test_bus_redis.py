"""Hints between replicas through a real Redis."""

import asyncio
import json
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest
import pytest_asyncio
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.bus import Bus
from bot.bus_redis import RedisBus
from bot.hotline import Hotline
from bot.web.staff.live import Live
from tests.staff_stage import Arrive, app, arrives, house, somebody_waits, visit_of

STAGE = (app, arrives, house)  # fixtures, which pytest finds by these names
URL = os.environ.get("HOTLINE_TEST_REDIS", "redis://127.0.0.1:6379/0")
Joined = Callable[..., Awaitable[Bus]]


@pytest_asyncio.fixture
async def redis() -> AsyncIterator[Redis]:
    async with Redis.from_url(URL, socket_connect_timeout=1) as client:
        try:
            await client.ping()
        except (RedisError, OSError):
            pytest.skip("no Redis: start one, or set HOTLINE_TEST_REDIS")
        yield client


@pytest_asyncio.fixture
async def joins(redis: Redis) -> AsyncIterator[Joined]:
    """A replica with a bus that is linked to the others of its house."""
    tasks: list[asyncio.Task[None]] = []
    own = secrets.token_hex(4)

    async def join(house: str = "", url: str = URL) -> Bus:
        bus, ready = Bus(), asyncio.Event()
        link = RedisBus(bus, url, house=house or own, private=("stopping",))
        tasks.append(asyncio.create_task(link.run(ready.set)))
        await asyncio.wait_for(ready.wait(), 10)
        return bus

    yield join
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_what_one_replica_tells_the_others_hear(joins: Joined) -> None:
    one, two, three = await joins(), await joins(), await joins()
    with two.listen("talk:1") as second, three.listen("queue") as third, two.listen("talk:2") as other:
        one.tell("talk:1", "queue")
        assert await second.wait(5)
        assert await third.wait(5)
        assert not await other.wait(0.1)


async def test_another_hotline_at_the_same_redis_hears_nothing(joins: Joined) -> None:
    one, stranger, brother = await joins(), await joins("another house"), await joins()
    with stranger.listen("queue") as strange, brother.listen("queue") as known:
        one.tell("queue")
        assert await known.wait(5)
        assert not await strange.wait(0.1)


async def test_one_replica_that_stops_does_not_stop_the_others(joins: Joined) -> None:
    one, two = await joins(), await joins()
    with two.listen("stopping") as stopping, two.listen("queue") as queue:
        one.tell("stopping", "queue")
        assert await queue.wait(5)
        assert not await stopping.wait(0.1)


async def test_what_is_not_ours_is_passed_over(redis: Redis) -> None:
    bus, ready = Bus(), asyncio.Event()
    name = secrets.token_hex(4)
    task = asyncio.create_task(RedisBus(bus, URL, house=name, private=("stopping",)).run(ready.set))
    await asyncio.wait_for(ready.wait(), 10)
    with bus.listen("queue") as queue, bus.listen("stopping") as stopping:
        for junk in (
            b"\xff",
            "no",
            "[]",
            "[1]",
            '{"a": 1}',
            '["x", "queue"]',
            '["x", [1, null, {}]]',
            '["x", ["stopping"]]',
        ):
            await redis.publish(f"hotline:{name}", junk)
        assert not await queue.wait(0.2)
        await redis.publish(f"hotline:{name}", json.dumps(["x", ["queue"]]))
        assert await queue.wait(5)
        assert not await stopping.wait(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_lost_link_comes_back_and_everybody_looks(joins: Joined, redis: Redis) -> None:
    named = f"{URL}?client_name={secrets.token_hex(4)}"
    one, two = await joins(url=named), await joins(url=named)
    with two.listen("queue") as queue:
        for client in await redis.client_list():
            if client["name"] == named.partition("=")[2]:
                await redis.client_kill_filter(_id=client["id"])
        assert await queue.wait(10), "the listener looks by itself after the link is back"
        for _ in range(50):  # the other side may come back a moment later
            one.tell("queue")
            if await queue.wait(0.2):
                return
    raise AssertionError("the link did not come back")


async def test_without_redis_one_process_works_alone() -> None:
    bus = Bus()
    task = asyncio.create_task(RedisBus(bus, "redis://127.0.0.1:1/0", house="x").run())
    with bus.listen("queue") as queue:
        for _ in range(3):
            bus.tell("queue")
            assert await queue.wait(1)
            await asyncio.sleep(0.05)
    assert not task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_console_at_one_replica_shows_what_happens_at_another(
    house: Hotline, arrives: Arrive, joins: Joined
) -> None:
    here, there = replace(house, bus=await joins()), replace(house, bus=await joins())
    counselor = await arrives()
    stream = Live(await visit_of(here, counselor), None, 0).run()
    assert [await anext(stream) for _ in range(2)]
    await somebody_waits(there, "I came in through the other door")
    there.bus.tell("queue")
    assert b"the other door" in await asyncio.wait_for(anext(stream), 5)
    await stream.aclose()
