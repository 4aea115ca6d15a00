"""What many ask for at the same moment, read once for all of them."""

import asyncio
from collections.abc import Awaitable, Callable


class Shared[T]:
    """Twenty consoles that hear of the same news need one look at it.

    Nothing is kept for later: nobody gets what is older than their question.
    """

    def __init__(self) -> None:
        self._reading = asyncio.Lock()
        self._begun = self._done = 0
        self._value: T | None = None

    async def get(self, read: Callable[[], Awaitable[T]]) -> T:
        """The result of a reading that began after this was asked: one's own, or that of somebody who asked too."""
        asked = self._begun
        async with self._reading:
            if self._done > asked and self._value is not None:
                return self._value
            self._begun += 1
            value = self._value = await read()
            self._done = self._begun
            return value
