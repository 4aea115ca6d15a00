"""The loops: inbox → turn, outbox → channel, timers. Several workers may run; nothing lives only here."""

import asyncio
import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from bot import turn
from bot.alarm import Alarm
from bot.channels.base import Refused, TryLater
from bot.conversations import inbox, outbox, people
from bot.conversations.outbox import Parcel
from bot.hotline import Hotline
from bot.jobs import Job
from bot.retention.erase import erase_old
from bot.watch import Watch

log = logging.getLogger(__name__)

_LOOK_AGAIN = 1.0
"""Seconds between two looks when nothing was told: another process may have written."""


class _Overtaken(Exception):
    """A counselor took over before the message was sent."""


class Worker:
    """Answers and delivers, one thing at a time for each person, many people at once."""

    def __init__(self, hotline: Hotline) -> None:
        self.hotline = hotline
        self.name = secrets.token_hex(8)
        self._answering = Job("inbox", inbox.people_waiting, self._answer)
        self._sending = Job("outbox", outbox.people_waiting, self._send)

    async def run(self) -> None:
        """Work until cancelled."""
        if not self.hotline.settings.redis_url:  # else other replicas are at work, and what we left is due in a minute
            async with self.hotline.storage.writing() as session:
                await people.leave_all(session)
                await outbox.resume(session)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._loop(self._answering, tasks))
            tasks.create_task(self._loop(self._sending, tasks))
            tasks.create_task(Watch(self.hotline).run())
            tasks.create_task(Alarm(self.hotline).run())
            tasks.create_task(self._timers())

    async def _loop(self, job: Job, tasks: asyncio.TaskGroup) -> None:
        with self.hotline.bus.listen(job.topic) as ear:
            while True:
                async with self.hotline.storage.reading() as session:
                    found = await job.waiting(session)
                for person_id in job.take(found):
                    tasks.create_task(self._one(person_id, job))
                await ear.wait(_LOOK_AGAIN)

    async def _one(self, person_id: int, job: Job) -> None:
        try:
            async with job.places:
                await job.work(person_id)
        except Exception as error:  # noqa: BLE001  # whatever it is, the message stays in its box and is tried again
            # Where it happened and no more: the error's own text may hold what somebody wrote.
            places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
            log.error("a step failed for one person: %s at %s", type(error).__name__, " > ".join(places))  # noqa: TRY400
            await asyncio.sleep(_LOOK_AGAIN)
        finally:
            if job.leave(person_id):
                self.hotline.bus.tell(job.topic)

    async def _answer(self, person_id: int) -> None:
        try:
            while await turn.take(self.hotline, person_id, self.name):
                pass
        except BaseException:
            async with self.hotline.storage.writing() as session:
                await people.release(session, person_id, self.name)
            raise

    async def _send(self, person_id: int) -> None:
        async with self.hotline.storage.writing() as session:
            parcel = await outbox.next_parcel(session, person_id)
        while parcel:
            parcel = await self._deliver(person_id, parcel)

    async def _deliver(self, person_id: int, parcel: Parcel) -> Parcel | None:
        """Send one message. Returns the next one; None if there is none or it has to wait (order is kept)."""
        settle: Callable[[AsyncSession], Awaitable[None]] = partial(outbox.failed, parcel=parcel)
        going_on = True
        try:
            external_id = await self._handed_over(parcel)
            settle = partial(outbox.sent, parcel=parcel, external_id=external_id)
        except _Overtaken:
            settle = partial(outbox.cancelled, parcel=parcel)
        except Refused:
            pass
        except (TryLater, KeyError) as reason:
            why = reason if isinstance(reason, TryLater) else TryLater()
            settle, going_on = partial(outbox.later, parcel=parcel, after=why.after, uncertain=why.uncertain), False
        async with self.hotline.storage.writing() as session:
            await settle(session)
            following = await outbox.next_parcel(session, person_id) if going_on else None
        self.hotline.bus.tell(f"person:{person_id}")
        return following

    async def _handed_over(self, parcel: Parcel) -> str | None:
        """The number under which the channel has a message, from an earlier try or from now on."""
        channel = self.hotline.channels[parcel.channel]
        found = await channel.find(parcel) if parcel.uncertain else None
        if not found and parcel.overtaken:
            raise _Overtaken
        return found or await channel.deliver(parcel)

    async def _timers(self) -> None:
        while True:
            async with self.hotline.storage.writing() as session:
                await erase_old(session)
            for _ in range(360):
                if await self.hotline.shelf.renew(self.hotline.storage):
                    log.info("the answers were renewed")
                if await self.hotline.archive.renew(self.hotline.storage):
                    log.info("the registers were renewed")
                await self.hotline.bus.wait("answers", seconds=10)
