"""Rasa's memory of talks: in memory only, cut to the last messages, and forgotten on request or after half a day of silence."""

import time
from typing import Any, ClassVar, Dict, Optional, Text

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

SILENCE = 12 * 3600
"""Seconds after which a talk that nobody goes on with is forgotten."""
EVENTS = 60
"""Events kept of a talk: some ten messages, enough for every rule and form."""


class ForgetfulTrackerStore(InMemoryTrackerStore):
    """Keeps as little as the dialogue needs, for as short as it can."""

    _stores: ClassVar[Dict[Text, Text]] = {}
    _seen: ClassVar[Dict[Text, float]] = {}

    def __init__(self, domain: Domain, event_broker: Optional[EventBroker] = None, **kwargs: Any) -> None:
        super().__init__(domain, event_broker)
        self.store = self._stores
        self.max_event_history = EVENTS

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep a talk, and forget those that fell silent."""
        await super().save(tracker)
        self._seen[tracker.sender_id] = time.monotonic()
        for sender, seen in list(self._seen.items()):
            if time.monotonic() - seen > SILENCE:
                self.forget(sender)

    @classmethod
    def forget(cls, sender: Text) -> None:
        """Forget a talk at once."""
        cls._stores.pop(sender, None)
        cls._seen.pop(sender, None)
