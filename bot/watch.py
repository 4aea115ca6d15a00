"""The timers of the queue: what nobody does in time. They rest on what is stored, so a restart forgets none of them.

Each step is a unit of its own that looks again under lock: several workers may run them side by side.
"""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.conversations import outbox
from bot.conversations.models import Author, Conversation
from bot.handoff import timers, transfer, waits
from bot.handoff.errors import NotClaimed
from bot.handoff.holding import locked
from bot.handoff.timers import Limits
from bot.hotline import Hotline
from bot.replies import person
from bot.storage.base import now

log = logging.getLogger(__name__)

_LOOK_AGAIN = 5.0
"""Seconds between two looks when nothing was told."""
_GATHER = 0.5
"""Seconds in which news that come together are gathered into one look."""


async def safely(step: Callable[[], Awaitable[None]], log: logging.Logger) -> None:
    """Do a step of a loop that must go on whatever happens: what failed is looked at again in a moment."""
    try:
        await step()
    except Exception as error:  # noqa: BLE001  # whatever it is, the loop goes on
        # Where it happened and no more: the error's own text may hold what somebody wrote.
        places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
        log.error("a timer failed: %s at %s", type(error).__name__, " > ".join(places))  # noqa: TRY400


async def keep_looking(hotline: Hotline, look: Callable[[], Awaitable[None]], log: logging.Logger) -> None:
    """Look every few seconds, and when the queue changed, until cancelled."""
    with hotline.bus.listen("queue") as ear:
        while True:
            await safely(look, log)
            await asyncio.sleep(_GATHER)
            await ear.wait(_LOOK_AGAIN)


class Watch:
    """Looks after the queue until cancelled."""

    def __init__(self, hotline: Hotline) -> None:
        self.hotline = hotline
        self.limits = Limits.of(hotline.settings, now())

    async def run(self) -> None:
        """Look until cancelled."""
        await keep_looking(self.hotline, self.look, log)

    async def look(self) -> None:
        """Do what is due now."""
        await self._give_up()
        await self._end_offers()
        await self._tell_waiting()

    async def _give_up(self) -> None:
        """Claims without an answer go back to the queue, and their people are told."""
        hotline = self.hotline
        async with hotline.storage.reading() as session:
            found = await timers.overdue(session, self.limits)
        for number in found:
            async with hotline.storage.writing() as session:
                returned = await timers.give_up(session, number, self.limits)
                if returned:
                    talk, escalation = returned
                    standing = await waits.standing(session, talk, escalation)
                    voice = hotline.library.voice(talk.language)
                    await outbox.say(session, talk, person.back_in_queue(voice, standing), author=Author.SYSTEM)
                    waits.told(escalation, standing.place, asked=True)
            if returned:
                self._tell(returned[0])

    async def _end_offers(self) -> None:
        """A transfer that nobody answered leaves the talk where it is."""
        async with self.hotline.storage.reading() as session:
            found = await timers.unanswered_offers(session, self.limits)
        for number in found:
            async with self.hotline.storage.writing() as session:
                talk = await transfer.expire(session, number, now() - self.limits.offer)
            if talk:
                self._tell(talk)

    async def _tell_waiting(self) -> None:
        """People who moved up, or have heard nothing for long, are told their place."""
        patience = timedelta(minutes=self.hotline.settings.waiting_news_minutes)
        async with self.hotline.storage.reading() as session:
            found = await waits.with_news(session, patience)
        for number, place in found:
            if talk := await self._tell_place(number, place, patience):  # no news of the queue: their line is the same
                self.hotline.bus.tell("outbox", f"talk:{talk.id}", f"person:{talk.person_id}")

    async def _tell_place(self, escalation_id: int, place: int, patience: timedelta) -> Conversation | None:
        async with self.hotline.storage.writing() as session:
            try:
                talk, escalation = await locked(session, escalation_id)
            except NotClaimed:
                return None
            if escalation.state != "waiting" or not waits.has_news(escalation, place, patience):
                return None
            closer = place < (escalation.told_place or place)
            reply = person.queue_news(self.hotline.library.voice(talk.language), place, closer=closer)
            await outbox.say(session, talk, reply)  # the bot's: it is taken back if somebody claims now
            waits.told(escalation, place, asked=False)
            return talk

    def _tell(self, talk: Conversation) -> None:
        self.hotline.bus.tell("queue", "outbox", f"talk:{talk.id}", f"person:{talk.person_id}")
