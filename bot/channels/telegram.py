"""Telegram, by python-telegram-bot: reading updates, sending messages, fetching files.

Updates are read with our own loop and not with the library's `Updater`, because an update may only be acknowledged after
it lies in the inbox; the `Updater` acknowledges what waits in memory.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.constants import FileSizeLimit, ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.base import NotFetched, Refused, TryLater
from bot.channels.markup import as_html, as_plain, split
from bot.conversations.incoming import File
from bot.conversations.outbox import REACH, Parcel
from bot.reply import Button
from bot.settings import Settings

log = logging.getLogger(__name__)

_NUMBERS_BEYOND = 40
"""Numbers looked at beyond the newest one known of any talk: what else was under way when we were cut off."""
_AT_ONCE = 120
"""Numbers asked for in one go: each is a call, and Telegram takes 30 in a second."""
_PAUSE = timedelta(seconds=5)
"""Between two goes; what people wrote is read meanwhile."""
_MOST_ROUNDS = 6
"""Goes to the end of what was known then: where people write all the time, the newest number never stays the same."""
_ROW_LIMIT = 8
_LABEL_LIMIT = 72
"""Longer labels are cut off by phones anyway."""


def make_bot(settings: Settings) -> ExtBot[int]:
    """The library's client, pointed at the configured Bot API server."""
    return ExtBot(
        token=settings.telegram_token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=32, read_timeout=15, pool_timeout=10),
        get_updates_request=HTTPXRequest(connection_pool_size=2, read_timeout=35),
        # The limiter keeps under Telegram's flood limits. Its own retries stay off: the outbox tries again, in order,
        # and knows after a crash what it had tried.
        rate_limiter=AIORateLimiter(max_retries=0),
    )


@dataclass
class _Search:
    """Where a message that is looked for is not, and how far it was looked for.

    What people write while the program is down, or is slow, has numbers too: right after a start the newest known number is an
    old one. So the search ends only where the newest known number was still the same after a pause, or after some pauses.
    """

    tried: set[int] = field(default_factory=set)
    newest: int = -1
    rounds: int = 0

    def ends(self, newest: int) -> bool:
        """Whether all was looked through. `newest`: the newest known number, up to which was looked now."""
        settled = newest == self.newest
        self.newest, self.rounds = newest, self.rounds + 1
        return settled or self.rounds > _MOST_ROUNDS


class TelegramChannel:
    """Delivers to Telegram and fetches from it."""

    name = "telegram"

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self._searches: dict[int, _Search] = {}
        """By outbox number of the message that is looked for."""

    def invitation(self) -> str:
        """The bot's link, for people to pass on; empty until Telegram has told us our name."""
        try:
            return self.bot.link if self.bot.username else ""
        except RuntimeError:  # not asked yet: Telegram was out of reach at the start
            return ""

    async def deliver(self, parcel: Parcel) -> str | None:
        """Send a message, in several parts if it is longer than Telegram allows; buttons go under the last part."""
        parts = split(parcel.text) or ["…"]
        number: str | None = None
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            reply_to = parcel.reply_to if index == 0 else None
            number = await self._send(parcel.address, part, _keyboard(parcel.buttons) if last else None, reply_to)
        return number

    async def _send(self, chat: str, text: str, keyboard: InlineKeyboardMarkup | None, reply_to: str | None) -> str:
        reply = ReplyParameters(int(reply_to), allow_sending_without_reply=True) if reply_to else None
        options = {"chat_id": int(chat), "reply_markup": keyboard, "reply_parameters": reply}
        try:
            try:
                message = await self.bot.send_message(text=as_html(text), parse_mode=ParseMode.HTML, **options)  # type: ignore[arg-type]
            except BadRequest as error:
                if "parse entities" not in str(error).lower():
                    raise
                log.error("Telegram could not read our markup: sent as plain text")  # noqa: TRY400  # a trace may show what was written
                message = await self.bot.send_message(text=as_plain(text), **options)  # type: ignore[arg-type]
        except RetryAfter as error:
            raise TryLater(_wait(error)) from error
        except (Forbidden, BadRequest, InvalidToken) as error:
            log.warning("Telegram refused a message: %s", type(error).__name__)
            raise Refused from error
        except TelegramError as error:  # the network or a fault over there: it may have arrived
            raise TryLater(uncertain=True) from error
        return str(message.message_id)

    async def find(self, parcel: Parcel) -> str | None:
        """Look whether a message whose sending was cut off arrived: a second one would frighten or confuse.

        The Bot API cannot read a chat, but editing tells: "not modified" comes only for our own message with this very
        text. The numbers tried are those after the newest one known when it was said; nothing of ours can be there but this
        message, because one person's messages are sent one after the other. A message in several parts is sent again.
        """
        parts = split(parcel.text)
        if len(parts) != 1:
            return None
        search = self._searches.setdefault(parcel.outbound_id, _Search())
        unknown = [number for number in _where_it_may_be(parcel) if number not in search.tried]
        for number in unknown[:_AT_ONCE]:
            if await self._is_there(int(parcel.address), number, parts[0], _keyboard(parcel.buttons)):
                del self._searches[parcel.outbound_id]
                return str(number)
            search.tried.add(number)
        if len(unknown) > _AT_ONCE or not search.ends(parcel.newest):
            raise TryLater(_PAUSE, uncertain=True)
        del self._searches[parcel.outbound_id]
        return None

    async def _is_there(self, chat: int, number: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        try:
            await self.bot.edit_message_text(
                as_html(text), chat_id=chat, message_id=number, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
        except BadRequest as error:
            return "not modified" in str(error).lower()
        except RetryAfter as error:
            raise TryLater(_wait(error)) from error
        except TelegramError as error:
            raise TryLater from error
        return True

    async def fetch(self, file: File) -> bytes:
        """Download a file; Telegram lets bots fetch up to 20 MB."""
        if file.size > FileSizeLimit.FILESIZE_DOWNLOAD:
            raise NotFetched(too_large=True)
        try:
            found = await self.bot.get_file(file.reference)
            return bytes(await found.download_as_bytearray())
        except BadRequest as error:
            raise NotFetched(too_large="too big" in str(error).lower()) from error
        except TelegramError as error:
            raise NotFetched from error

    async def acknowledge(self, external_id: str) -> None:
        """Stop the little clock on a pressed button. An old press can no longer be acknowledged, and need not be."""
        try:
            await self.bot.answer_callback_query(external_id)
        except (BadRequest, NetworkError, RetryAfter) as error:
            log.debug("a press was not acknowledged: %s", type(error).__name__)


def _where_it_may_be(parcel: Parcel) -> Iterator[int]:
    """The numbers that no other message is known to have, the likeliest first: most are sent as soon as they are said."""
    last = (
        max(parcel.last_known, parcel.newest) + _NUMBERS_BEYOND
    )  # Telegram counts the messages of all our talks together
    possible = range(max(parcel.last_known, last - REACH) + 1, last + 1)
    return (number for number in possible if number not in parcel.others)


def _wait(error: RetryAfter) -> timedelta:
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


def _keyboard(rows: list[list[dict[str, str]]]) -> InlineKeyboardMarkup | None:
    keys = [[_key(Button(**button)) for button in row[:_ROW_LIMIT]] for row in rows]
    return InlineKeyboardMarkup(keys) if any(keys) else None


def _key(button: Button) -> InlineKeyboardButton:
    label = button.label if len(button.label) <= _LABEL_LIMIT else button.label[: _LABEL_LIMIT - 1] + "…"
    if button.url:
        return InlineKeyboardButton(label, url=button.url)
    return InlineKeyboardButton(label, callback_data=button.payload)
