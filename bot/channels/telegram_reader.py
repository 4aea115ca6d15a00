"""Reads Telegram: stores every update in the inbox, and only then lets Telegram forget it."""

import asyncio
import hmac
import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import yaml
from telegram import Bot, BotCommand, Update
from telegram.constants import UpdateType
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram_updates import read
from bot.conversations import inbox, people
from bot.hotline import Hotline
from bot.paths import LOCALES

log = logging.getLogger(__name__)

_WANTED = [UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE, UpdateType.CALLBACK_QUERY]
_LONG_POLL = 25
_LONGEST_PAUSE = 60.0


class BadToken(Exception):
    """Telegram does not know this token."""


class TelegramReader:
    """Long polling, or the receiving end of the webhook."""

    def __init__(self, hotline: Hotline, bot: Bot) -> None:
        self.hotline = hotline
        self.bot = bot
        self.secret = hotline.keys.fingerprint("telegram-webhook", hotline.settings.telegram_token)

    async def check_token(self) -> None:
        """Ask Telegram who we are; being out of reach is no reason not to start.

        Raises:
            BadToken: Telegram answers, and refuses.
        """
        try:
            await self.bot.initialize()
        except InvalidToken:
            raise BadToken from None
        except TelegramError as error:
            log.warning("Telegram cannot be reached yet (%s); trying on", type(error).__name__)

    async def introduce(self) -> None:
        """Register commands and descriptions in every language. What Telegram refuses is logged and not fatal."""
        for path in sorted(LOCALES.glob("*/botprofile.yml")):
            profile = yaml.safe_load(path.read_text(encoding="utf-8"))
            await self._introduce(path.parent.name, profile)
            if path.parent.name == "en":
                await self._introduce("", profile)  # for all other languages of apps

    async def _introduce(self, language: str, profile: Mapping[str, Any]) -> None:
        commands = [BotCommand(name, text) for name, text in profile["commands"].items()]
        calls = (
            self.bot.set_my_commands(commands, language_code=language),
            self.bot.set_my_description(profile["description"], language_code=language),
            self.bot.set_my_short_description(profile["short_description"], language_code=language),
            self.bot.set_my_name(profile["name"], language_code=language),
        )
        for call in calls:
            try:
                await call
            except TelegramError as error:
                log.warning("Telegram did not take a description (%s): %s", language or "default", error)

    async def listen(self) -> None:
        """Set the webhook if a public address is configured, else poll until cancelled."""
        address = self.hotline.settings.public_url
        if address:
            await self._until_done(
                lambda: self.bot.set_webhook(f"{address}/telegram", secret_token=self.secret, allowed_updates=_WANTED)
            )
            return
        await self._until_done(self.bot.delete_webhook)
        await self._poll()

    async def _until_done(self, call: Any) -> None:
        pause = 1.0
        while True:
            try:
                await call()
                return
            except TelegramError as error:
                log.warning("Telegram: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(_LONGEST_PAUSE, pause * 2)

    async def _poll(self) -> None:
        offset, pause = 0, 1.0
        while True:
            try:
                updates = await self.bot.get_updates(offset, timeout=_LONG_POLL, allowed_updates=_WANTED)
            except Conflict:
                log.error("another program reads this bot's messages; only one may")  # noqa: TRY400  # the operator needs no trace
                await asyncio.sleep(10)
            except RetryAfter as error:
                wait = error.retry_after
                await asyncio.sleep(wait.total_seconds() if isinstance(wait, timedelta) else wait)
            except TelegramError as error:
                log.warning("Telegram cannot be read now: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(_LONGEST_PAUSE, pause * 2)
            else:
                pause = 1.0
                await self.take(*updates)
                offset = max([offset, *(update.update_id + 1 for update in updates)])

    async def take(self, *updates: Update) -> None:
        """Store updates, in one unit: while it waited for its turn, others came that need not wait for another."""
        received = [one for one in map(read, updates) if one is not None]
        if not received:
            return
        async with self.hotline.storage.writing() as session:
            for one in received:
                person = await people.person_at(session, self.hotline.keys, "telegram", one.chat)
                await inbox.store(session, person, one.update_id, one.incoming)
        self.hotline.bus.tell("inbox")
        for one in received:
            if one.acknowledge:
                await self.hotline.channels["telegram"].acknowledge(one.acknowledge)

    async def from_webhook(self, secret: str, body: Mapping[str, Any]) -> bool:
        """Take an update that was posted to us. False: the secret is not Telegram's."""
        if not hmac.compare_digest(secret, self.secret):
            return False
        update = Update.de_json(dict(body), self.bot)
        if update is not None:
            await self.take(update)
        return True
