"""The client that asks Rasa what to say next. With `web/callbacks.py` the only code that knows Rasa exists."""

from collections.abc import Mapping
from typing import Any

import httpx

from bot.reply import Reply

_PATIENCE = httpx.Timeout(8.0, connect=0.5)


class DialogueAway(Exception):
    """Rasa is not there (still loading, stopped, or it failed): the gateway answers alone."""


class Dialogue:
    """Asks a Rasa server."""

    def __init__(self, url: str, token: str) -> None:
        """`url`: the server's root; `token`: shared secret of the gateway's own input channel."""
        self._client = httpx.AsyncClient(base_url=url, timeout=_PATIENCE, headers={"Authorization": f"Bearer {token}"})

    async def reply(self, talk: str, text: str, metadata: Mapping[str, Any]) -> list[Reply]:
        """What Rasa answers to a message.

        Args:
            talk: the public id of the conversation; Rasa knows nobody by anything else.
            text: the message, or a button's payload.
            metadata: what the actions need: language, country, topic, the whole text.

        Raises:
            DialogueAway: no answer to be had.
        """
        body = {"sender": talk, "message": text, "metadata": dict(metadata)}
        try:
            response = await self._client.post("/webhooks/gateway/webhook", json=body)
            response.raise_for_status()
            replies = [Reply.from_dict(one) for part in response.json() for one in part["custom"]["replies"]]
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise DialogueAway(type(error).__name__) from error
        if not replies:
            raise DialogueAway("no reply")
        return replies

    async def forget(self, talk: str) -> None:
        """Have Rasa forget a talk. If it is away there is nothing to forget: it keeps talks in memory only."""
        try:
            await self._client.post("/webhooks/gateway/forget", json={"sender": talk})
        except httpx.HTTPError:
            return

    async def ready(self) -> bool:
        """Whether Rasa answers."""
        try:
            response = await self._client.get("/webhooks/gateway/")
        except httpx.HTTPError:
            return False
        return response.is_success

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()
