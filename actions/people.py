"""Calling a person."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import HotlineAction, entity, utter
from bot.replies import respond


class ActionHandOver(HotlineAction):
    """Ask the gateway to call a counselor."""

    def name(self) -> str:
        return "action_hand_over"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        utter(dispatcher, respond.hand_over(entity(tracker, "reason") or "asked"))
        return []
