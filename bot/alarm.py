"""Tells the counselors that somebody waits: the open consoles by the bus, and a Telegram group. Never what was written."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.channels.base import Channel, Refused, TryLater
from bot.conversations.outbox import Parcel
from bot.danger.levels import Level
from bot.handoff import alerts
from bot.handoff.alerts import Notice
from bot.hotline import Hotline
from bot.storage.base import now
from bot.texts import language_name
from bot.watch import keep_looking

log = logging.getLogger(__name__)

_MOST_ALONE = 3
"""Alerts due at one moment that are messages of their own; more become one, for Telegram takes 20 a minute in a group."""
_WAIT = timedelta(seconds=30)
_ZONE = ZoneInfo("Europe/Kyiv")


class Alarm:
    """Alerts until cancelled."""

    def __init__(self, hotline: Hotline) -> None:
        self.hotline = hotline
        self._not_before = now()

    async def run(self) -> None:
        """Look until cancelled."""
        await keep_looking(self.hotline, self.look, log)

    async def look(self) -> None:
        """Send what is due now."""
        if now() < self._not_before:  # Telegram asked us to wait
            return
        async with self.hotline.storage.writing() as session:
            await alerts.begin(session)
            over, due = await alerts.take_over(session), await alerts.take_due(session)
        if due:
            self.hotline.bus.tell("alarm")
        channel = self.hotline.channels.get("telegram")
        if channel is None or not self.hotline.settings.alert_chat:
            return
        messages = [([notice], self._ended(notice)) for notice in over]
        alone = len(due) <= _MOST_ALONE
        messages += [([notice], self._one(notice)) for notice in due] if alone else [(list(due), self._many(due))]
        for notices, text in messages:
            await self._send(channel, notices, text)

    async def _send(self, channel: Channel, notices: Sequence[Notice], text: str) -> None:
        """`notices`: of whom it tells; a message about one of them is remembered, so that later ones are replies."""
        if now() < self._not_before:
            await self._again(notices)
            return
        chat, reply_to = self.hotline.settings.alert_chat, notices[0].reply_to if len(notices) == 1 else None
        try:
            number = await channel.deliver(Parcel(0, 0, channel.name, chat, text, [], reply_to))
        except Refused:
            log.warning("Telegram refuses the group of counselors: is the bot in it, and is HOTLINE_ALERT_CHAT right?")
            return
        except TryLater as reason:
            self._not_before = now() + (reason.after or _WAIT)
            await self._again(notices)
            return
        if len(notices) == 1:
            async with self.hotline.storage.writing() as session:
                await alerts.sent(session, notices[0].escalation_id, number)

    async def _again(self, notices: Sequence[Notice]) -> None:
        async with self.hotline.storage.writing() as session:
            await alerts.not_sent(session, notices)

    def _one(self, notice: Notice) -> str:
        text = self._say(
            "alert-still" if notice.again else "alert-waiting",
            level=self._say(f"staff-rank-{notice.rank}"),
            language=language_name(self._language, notice.language),
            time=_clock(notice.since),
        )
        return f"{text}\n{self._link(f'/talks/{notice.talk_id}')}".strip()

    def _many(self, notices: Sequence[Notice]) -> str:
        graver = sum(notice.rank >= Level.EMERGENCY for notice in notices)
        longest = _clock(min(notice.since for notice in notices))
        text = self._say("alert-many", count=len(notices), graver=graver, time=longest)
        return f"{text}\n{self._link('/')}".strip()

    def _ended(self, notice: Notice) -> str:
        return self._say("alert-claimed" if notice.over == "claimed" else "alert-left")

    def _link(self, path: str) -> str:
        return f"{self.hotline.settings.staff_url}{path}" if self.hotline.settings.staff_url else ""

    @property
    def _language(self) -> str:
        return self.hotline.settings.default_language

    def _say(self, key: str, /, **values: object) -> str:
        return self.hotline.library.texts.say(self._language, key, **values)


def _clock(moment: datetime) -> str:
    """A time in Ukraine and Romania, with the day if it is not today."""
    local = moment.astimezone(_ZONE)
    return f"{local:%H:%M}" if local.date() == now().astimezone(_ZONE).date() else f"{local:%d.%m. %H:%M}"
