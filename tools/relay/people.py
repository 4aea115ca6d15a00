"""People who write: in the web chat, and on the stand-in for Telegram."""

import asyncio
import json
import uuid
from http import HTTPStatus
from typing import ClassVar, Protocol

import httpx

from tests.botapi import BotApi
from tests.botapi import Person as OnTelegram
from tools.relay import sse
from tools.relay.marks import Sightings, marks_in

_JSON = {"Accept": "application/json"}
_PAUSE = 0.3
"""Seconds after which a page sends again what was not taken."""


class Writer(Protocol):
    """What the benchmarks need of somebody who writes."""

    name: str
    where: ClassVar[str]
    """The channel, for the figures."""

    async def says(self, text: str) -> None:
        """Send words."""

    async def wants_a_person(self) -> None:
        """Press "talk to a person"."""

    def heard(self) -> list[str]:
        """The marks of a counselor's messages, as they stand on this screen, in order."""


class InWebChat:
    """A page of the web chat with its script: it sends again with the same number until it is taken."""

    where = "web chat"

    def __init__(self, name: str, address: str, transport: httpx.AsyncBaseTransport, sightings: Sightings) -> None:
        headers = {"Accept-Language": "uk", "Origin": address}
        self.name = name
        self.client = httpx.AsyncClient(base_url=address, transport=transport, headers=headers, timeout=20)
        self.shown: dict[int, str] = {}
        self._sightings = sightings
        self._reading: asyncio.Task[None] | None = None

    async def says(self, text: str) -> None:
        await self._send(text=text)

    async def wants_a_person(self) -> None:
        await self._send(press="/human")

    async def _send(self, **fields: str) -> None:
        form = {"id": uuid.uuid4().hex, **fields}
        while True:
            try:
                answer = await self.client.post("/messages", data=form, headers=_JSON)
            except httpx.TransportError:
                await asyncio.sleep(_PAUSE)
                continue
            if answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
                break
            await asyncio.sleep(_PAUSE)
        answer.raise_for_status()
        self._reading = self._reading or asyncio.create_task(self._read())

    async def _read(self) -> None:
        await sse.follow(self.client, "/stream", {"after": "0"}, self._take)

    def _take(self, event: sse.Event) -> None:
        if event.name == "message":
            bubble = json.loads(event.text)
            self._sightings.see(self.name, bubble["text"])
            self.shown[bubble["id"]] = bubble["text"]  # a page shows a message by its number, once

    def heard(self) -> list[str]:
        return [mark for _, text in sorted(self.shown.items()) for mark in marks_in(text) if mark.startswith("c")]


class OnStandIn:
    """Somebody on Telegram. Their app keeps an update until the program has confirmed it."""

    where = "Telegram"

    def __init__(self, name: str, person: OnTelegram) -> None:
        self.name = name
        self.person = person

    async def says(self, text: str) -> None:
        self.person.says(text)

    async def wants_a_person(self) -> None:
        self.person.says("/human")

    def heard(self) -> list[str]:
        return [mark for one in self.person.heard for mark in marks_in(one.text) if mark.startswith("c")]


def note_what_was_delivered(api: BotApi, people: list[OnStandIn], sightings: Sightings) -> None:
    """Enter into the sightings what reached people on the stand-in, at the moment at which the call came in."""
    names = {str(one.person.id): one.name for one in people}
    for call in api.calls("sendMessage"):
        if (name := names.get(str(call.params.get("chat_id")))) and call.ok:
            sightings.see(name, str(call.params["text"]), call.at)
