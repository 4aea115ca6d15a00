"""Finding help near the person."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.types import DomainDict

from actions.context import HotlineAction, entity, metadata, said, utter
from bot.directory.needs import need_in
from bot.replies import help_near


class ValidateHelpForm(FormValidationAction, HotlineAction):
    """Reads country and need from buttons, from words, and from what the person said before."""

    def name(self) -> str:
        return "validate_help_form"

    async def extract_country(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """The country of a button, of a place named in the text, or the one known already."""
        known = metadata(tracker.latest_message).get("country")
        named = entity(tracker, "country") or self.library.places.country_in(said(tracker))
        return {"country": named or tracker.get_slot("country") or known}

    async def extract_need(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """The need of a button, or one that the text names."""
        return {"need": entity(tracker, "need") or tracker.get_slot("need") or need_in(said(tracker))}


class ActionFindHelp(HotlineAction):
    """Show the services for a country and a need."""

    def name(self) -> str:
        return "action_find_help"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        country, need = str(tracker.get_slot("country") or "EU"), str(tracker.get_slot("need") or "trafficking")
        utter(dispatcher, help_near.near(self.voice(tracker), country, need))
        return [SlotSet("need", None)]
