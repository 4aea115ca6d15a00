"""A counselor at an open console: signed in, with its stream of server-sent events."""

import asyncio
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import httpx

from tests.web import PASSWORD
from tools.relay import sse
from tools.relay.marks import Sightings, marks_in

_HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"')
_ENTRY = re.compile(r'<li class="entry[^>]*data-escalation="(\d+)" data-talk="(\d+)"(.*?)</li>', re.DOTALL)
_PAUSE = 0.3
_TIMEOUT = 60
_JSON = {"Accept": "application/json"}


@dataclass(frozen=True)
class Entry:
    """A line of the queue."""

    escalation: str
    talk: str


class Console:
    """One counselor's browser."""

    def __init__(self, name: str, address: str, transport: httpx.AsyncBaseTransport, sightings: Sightings) -> None:
        self.name = name
        self.client = httpx.AsyncClient(
            base_url=address, transport=transport, headers={"Origin": address}, timeout=_TIMEOUT
        )
        self.entries: dict[str, Entry] = {}
        """What the lists show, by the marks in it."""
        self.lines: dict[str, dict[int, list[str]]] = {}
        """What the open chats show: by talk and number of the message, the marks in it."""
        self.failures = 0
        """Answers that said that something went wrong on our side."""
        self._sightings = sightings
        self._csrf = ""
        self._streams: dict[str, asyncio.Task[None]] = {}

    async def welcomed(self, link: str) -> None:
        """Set the password with a one-time link, and go on shift."""
        page = await self.client.get(link)
        form = dict(_HIDDEN.findall(page.text)) | {"password": PASSWORD, "again": PASSWORD}
        await self.client.post(link, data=form)
        front = (await self.client.get("/")).raise_for_status()
        self._csrf = dict(_HIDDEN.findall(front.text))["csrf"]
        await self._post("/shift", on="1")

    def opens(self, talk: str = "", *, beside: bool = False) -> None:
        """Open the stream of the front page or of a chat. `beside`: in another tab, and the one before stays."""
        if not beside:
            for stream in self._streams.values():
                stream.cancel()
            self._streams.clear()
        query = {"talk": talk, "after": "0"} if talk else {}
        self._streams[talk] = asyncio.create_task(
            sse.follow(self.client, "/stream", query, lambda event: self._take(talk, event))
        )

    def _take(self, talk: str, event: sse.Event) -> None:
        self._sightings.see(self.name, event.text)
        if event.name == "queue":
            for escalation, number, html in _ENTRY.findall(event.text):
                self.entries |= dict.fromkeys(marks_in(html), Entry(escalation, number))
        elif event.name == "talk":
            self._sightings.see(f"{self.name} open", event.text)
            shown = self.lines.setdefault(talk, {})
            for piece in event.text.split('<li id="m')[1:]:
                shown[int(piece.partition('"')[0])] = list(marks_in(piece))

    async def claims(self, mark: str) -> str:
        """Claim the talk in whose line a mark stands; waits for the line. Returns the talk's number."""
        while mark not in self.entries:  # noqa: ASYNC110  # somebody else's program
            await asyncio.sleep(0.02)
        entry = self.entries[mark]
        answer = await self._until_taken(f"/escalations/{entry.escalation}/claim")
        if answer.status_code != HTTPStatus.SEE_OTHER:
            raise RuntimeError(f"not claimed: {answer.status_code}")
        return entry.talk

    async def says(self, talk: str, text: str) -> None:
        """Write to a person: again with the same token until it is taken. Marks look like phone numbers: we are sure."""
        answer = await self._until_taken(f"/talks/{talk}/messages", text=text, token=uuid.uuid4().hex, sure="yes")
        answer.raise_for_status()

    async def _until_taken(self, path: str, **form: str) -> httpx.Response:
        """Send the same form until it is taken, as the page does when "try again" is pressed."""
        while True:
            try:
                answer = await self._post(path, _JSON, **form)
                if answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
                    return answer
                self.failures += 1
            except httpx.TransportError:
                pass
            await asyncio.sleep(_PAUSE)

    async def _post(self, path: str, headers: Mapping[str, str] | None = None, **form: str) -> httpx.Response:
        return await self.client.post(path, data=form, headers={"X-CSRF": self._csrf, **(headers or {})})

    def read(self, talk: str) -> list[str]:
        """The marks of the person's messages that stand in an open chat, in order."""
        lines = sorted(self.lines.get(talk, {}).items())
        return [mark for _, marks in lines for mark in marks if mark.startswith("p")]
