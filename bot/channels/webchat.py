"""The web chat as a channel. Delivering is no more than being stored: the page's stream reads the transcript itself."""

import base64
import binascii

from bot.channels.base import NotFetched
from bot.conversations.incoming import File
from bot.conversations.outbox import Parcel

_DATA = "data:"
_MARK = ";base64,"


class WebChat:
    """The channel of the chat page."""

    name = "webchat"

    async def deliver(self, parcel: Parcel) -> str | None:
        """It is in the transcript already, where the page finds it: its number there is its number here."""
        return str(parcel.message_id)

    async def find(self, parcel: Parcel) -> str | None:
        """Nothing to look for: the page shows a message by its number, once."""
        return None

    async def fetch(self, file: File) -> bytes:
        """The bytes of a file; they travelled inside its reference.

        Raises:
            NotFetched: the reference is none of ours.
        """
        return bytes_in(file.reference)

    async def acknowledge(self, external_id: str) -> None:
        """A browser needs no word that a button was pressed: it got its answer from the page."""


def reference_to(content: bytes, mime: str) -> str:
    """A file as a reference that carries it, so that it is encrypted with the message and leaves no trace on a disk."""
    return f"{_DATA}{mime}{_MARK}{base64.b64encode(content).decode()}"


def bytes_in(reference: str) -> bytes:
    """Undo `reference_to`.

    Raises:
        NotFetched: it was not made by it.
    """
    head, mark, body = reference.partition(_MARK)
    if not mark or not head.startswith(_DATA):
        raise NotFetched
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error:
        raise NotFetched from None
