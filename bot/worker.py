"""The loops: inbox → turn, outbox → channel, timers. Several workers may run; nothing lives only here."""

import asyncio
import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable

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
        outcome: Callable[..., Awaitable[None]]
        external_id, going_on, why = None, True, TryLater()
        try:
            channel = self.hotline.channels[parcel.channel]
            external_id = await channel.find(parcel) if parcel.uncertain else None
            external_id = external_id or await channel.deliver(parcel)
            outcome = outbox.sent
        except Refused:
            outcome = outbox.failed
        except (TryLater, KeyError) as reason:
            outcome, going_on = outbox.later, False
            why = reason if isinstance(reason, TryLater) else why
        async with self.hotline.storage.writing() as session:
            if outcome is outbox.sent:
                await outbox.sent(session, parcel, external_id)
            elif outcome is outbox.failed:
                await outbox.failed(session, parcel)
            else:
                await outbox.later(session, parcel, why.after, uncertain=why.uncertain)
            following = await outbox.next_parcel(session, person_id) if going_on else None
        self.hotline.bus.tell(f"person:{person_id}")
        return following

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
