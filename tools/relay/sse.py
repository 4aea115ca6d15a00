"""Server-sent events, read as a browser reads them: it comes back after a break and says what it saw last."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

import httpx

PAUSE = 0.5
"""Seconds before a lost stream is opened again; browsers take one to three."""


@dataclass
class Event:
    """One event of a stream."""

    name: str = "message"
    id: str = ""
    data: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its data, in lines."""
        return "\n".join(self.data)


async def once(client: httpx.AsyncClient, path: str, query: Mapping[str, str], last: str) -> AsyncIterator[Event]:
    """The events of one connection, until it ends."""
    headers = {"Accept": "text/event-stream"} | ({"Last-Event-ID": last} if last else {})
    async with client.stream("GET", path, params=query, headers=headers, timeout=httpx.Timeout(60)) as answer:
        answer.raise_for_status()
        event = Event()
        async for line in answer.aiter_lines():
            name, _, value = line.partition(": ")
            if name == "event":
                event.name = value
            elif name == "id":
                event.id = value
            elif name in {"data", "data:"}:  # an empty line of data ends without a space
                event.data.append(value)
            elif not line and event.data:
                yield event
                event = Event()


async def follow(client: httpx.AsyncClient, path: str, query: Mapping[str, str], take: Callable[[Event], None]) -> None:
    """Read a stream for ever, over breaks and restarts of the program."""
    last = ""
    while True:
        try:
            async for event in once(client, path, query, last):
                last = event.id or last
                take(event)
        except httpx.HTTPError:
            pass
        await asyncio.sleep(PAUSE)
