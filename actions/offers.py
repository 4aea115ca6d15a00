"""Checking offers, in a thread: the other talks go on meanwhile."""

import asyncio
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import HotlineAction, said, utter
from bot.replies import respond


class ActionCheckOffer(HotlineAction):
    """Check the offer that the person shared, now or when the form asked for it."""

    def name(self) -> str:
        return "action_check_offer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        utter(dispatcher, await asyncio.to_thread(respond.offer, self.voice(tracker), said(tracker)))
        return [SlotSet("offer_text", None)]
