"""Has pictures and PDFs read, each by a process of its own, off the event loop, a few at a time."""

import asyncio
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.channels.base import Channel, NotFetched
from bot.conversations.incoming import File, Incoming
from bot.pictures.reader import MOST_BYTES

log = logging.getLogger(__name__)

READER = Path(__file__).with_name("reader.py")
SECONDS = 25.0
"""For which a file is read. With fetching and waiting it stays under a turn's lease (`people.LEASE`)."""
_FETCHING = 15.0
_WAITING = 10.0
_AT_ONCE = 2
_MOST_INSIDE = 5
"""Files being read or waiting for it. Fewer than the worker answers people at once: the rest is for those who write."""
_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp")
_UNNAMED = "application/octet-stream"


@dataclass(frozen=True)
class Seen:
    """What a file says, or the `problem` why it does not. `pages` and `read`: of a PDF, how many it has and were read."""

    text: str = ""
    problem: str = ""
    pages: int = 0
    read: int = 0


def readable(incoming: Incoming) -> File | None:
    """The file of a message, if it is a picture or a PDF by what its channel says of it."""
    file = incoming.file
    if file is None or incoming.kind not in ("photo", "file"):
        return None
    mime = file.mime.lower()
    by_name = mime == _UNNAMED and file.name.lower().endswith(_ENDINGS)
    return file if mime.startswith("image/") or "pdf" in mime or by_name else None


class Pictures:
    """The reading room. `seconds`: for one file; `reader`: the program that reads it."""

    def __init__(self, *, seconds: float = SECONDS, reader: Path = READER) -> None:
        self._seconds = seconds
        self._reader = reader
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._inside = 0

    async def see(self, channel: Channel, file: File) -> Seen:
        """Fetch a file from its channel and read it. Its bytes are nowhere but in memory, and gone when this returns."""
        if file.size > MOST_BYTES:
            return Seen(problem="too-large")
        if self._inside >= _MOST_INSIDE:
            return Seen(problem="busy")
        self._inside += 1
        try:
            return await self._in_turn(channel, file)
        finally:
            self._inside -= 1

    async def _in_turn(self, channel: Channel, file: File) -> Seen:
        try:
            async with asyncio.timeout(_WAITING):
                await self._places.acquire()
        except TimeoutError:
            return Seen(problem="busy")
        try:
            async with asyncio.timeout(_FETCHING):
                content = await channel.fetch(file)
        except NotFetched as reason:
            return Seen(problem="too-large" if reason.too_large else "not-fetched")
        except TimeoutError:
            return Seen(problem="not-fetched")
        else:
            return await self.read(content)
        finally:
            self._places.release()

    async def read(self, content: bytes) -> Seen:
        """Read a picture or a PDF."""
        if len(content) > MOST_BYTES:
            return Seen(problem="too-large")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-I", str(self._reader),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            env=_environment(), start_new_session=True,
        )  # fmt: skip
        try:
            async with asyncio.timeout(self._seconds):
                said, _ = await process.communicate(content)
        except TimeoutError:
            log.warning("a file took too long to be read, and was given up")
            return Seen(problem="too-long")
        finally:
            # The whole group: Tesseract would otherwise go on for nobody.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
        return _understood(said)


def _environment() -> dict[str, str]:
    """None of the hotline's settings: the token has no business beside a stranger's file."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return {"PATH": os.defpath, **kept, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


def _understood(said: bytes) -> Seen:
    """What a reader said. One that was killed, by its own limits or by a fault, said nothing."""
    try:
        return Seen(**json.loads(said))
    except (ValueError, TypeError):
        return Seen(problem="damaged")
