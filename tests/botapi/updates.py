"""Updates on their way to the program: they stay until they are confirmed, as with Telegram.

Not thread-safe by itself: whoever uses it holds the world's lock.
"""

import random
from dataclasses import dataclass, field

from .records import Json

FIRST_UPDATE_ID = 730_000_001


@dataclass
class Webhook:
    """Where updates are POSTed, and how that went last."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass
class Updates:
    """The queue of updates of one bot."""

    pending: list[Json] = field(default_factory=list)
    """Not yet confirmed, in the order of delivery."""
    repeats: list[Json] = field(default_factory=list)
    """Delivered once more, even if confirmed."""
    allowed: list[str] = field(default_factory=list)
    """Kinds that the program asked for; empty: all."""
    webhook: Webhook | None = None
    poll: int = 0
    """Number of the newest getUpdates; an older one that still waits has lost."""
    last: Json | None = None
    _next_id: int = FIRST_UPDATE_ID
    _held: list[Json] = field(default_factory=list)
    _hold: int = 0

    def add(self, kind: str, payload: Json) -> None:
        """Queue an update, unless the program did not ask for its kind."""
        if self.allowed and kind not in self.allowed:
            return
        self.last = {"update_id": self._next_id, kind: payload}
        self._next_id += 1
        if self._hold:
            self._keep_back(self.last)
        else:
            self.pending.append(self.last)

    def _keep_back(self, update: Json) -> None:
        self._held.append(update)
        if len(self._held) == self._hold:
            self.pending += _disordered(self._held)
            self._held, self._hold = [], 0

    def shuffle_next(self, count: int) -> None:
        """Keep the next `count` (at least 2) updates back until all are there, then deliver them out of order."""
        if count < 2:
            raise ValueError("one update has no order")
        self._hold = count

    def repeat_last(self, times: int) -> None:
        """Deliver the newest update again, with the same update_id. Raises LookupError if there is none."""
        if self.last is None:
            raise LookupError("no update was made yet")
        self.repeats += [self.last] * times

    def confirm(self, offset: int) -> None:
        """Forget updates below the offset; a negative one leaves that many of the newest."""
        if offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
        elif offset < 0:
            self.pending = self.pending[offset:]

    def batch(self, limit: int) -> list[Json]:
        """Up to `limit` updates; they stay pending, repeats do not."""
        repeats, self.repeats = self.repeats[:limit], self.repeats[limit:]
        return repeats + self.pending[: limit - len(repeats)]

    def drop(self) -> None:
        """Forget everything that waits (`drop_pending_updates`)."""
        self.pending, self.repeats = [], []

    def next_to_post(self) -> Json | None:
        """The update that the webhook gets next."""
        waiting = self.repeats or self.pending
        return waiting[0] if self.webhook and waiting else None

    def posted(self, update: Json) -> None:
        """The webhook took an update."""
        for queue in (self.repeats, self.pending):
            if queue and queue[0] is update:
                queue.pop(0)
                return


def _disordered(updates: list[Json]) -> list[Json]:
    """The updates in another order, the same in each run."""
    mixed = random.Random(len(updates)).sample(updates, len(updates))
    return mixed if mixed != updates else updates[::-1]
