"""What the rest of the hotline knows of a channel."""

from datetime import timedelta
from typing import Protocol

from bot.conversations.incoming import File
from bot.conversations.outbox import Parcel


class Refused(Exception):
    """The channel will never take this message: blocked, no such chat, malformed."""


class TryLater(Exception):
    """Not now: the network, a fault over there, or "too many".

    `after`: how long the channel asks to wait. `uncertain`: it may have arrived all the same.
    """

    def __init__(self, after: timedelta | None = None, *, uncertain: bool = False) -> None:
        super().__init__(after, uncertain)
        self.after = after
        self.uncertain = uncertain


class NotFetched(Exception):
    """A file cannot be had; `too_large` tells why if that is why."""

    def __init__(self, *, too_large: bool = False) -> None:
        super().__init__(too_large)
        self.too_large = too_large


class Channel(Protocol):
    """Delivers messages and fetches files."""

    name: str

    async def deliver(self, parcel: Parcel) -> str | None:
        """Hand a message to the channel; returns its number there.

        Raises:
            Refused: for good.
            TryLater: for now.
        """

    async def find(self, parcel: Parcel) -> str | None:
        """The number of a message whose sending was cut off, if it arrived after all; None if it did not.

        Raises:
            TryLater: the channel cannot say now.
        """

    async def fetch(self, file: File) -> bytes:
        """The bytes of a file that a person sent.

        Raises:
            NotFetched: too large, gone, or out of reach.
        """

    async def acknowledge(self, external_id: str) -> None:
        """Tell the person's app that a pressed button was received, if the channel wants that."""
