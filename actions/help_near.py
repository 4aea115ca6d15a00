"""Finding help near the person."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.types import DomainDict

from actions.context import HotlineAction, entity, metadata, said, utter
from bot.directory.needs import need_in
from bot.intents import NOT_UNDERSTOOD
from bot.replies import help_near

LEAVE_IT = frozenset(
    [
        "human",
        "menu",
        "privacy",
        "language",
        "quiz",
        "ask_question",
        "goodbye",
        "faq",
        "share_offer",
        "ask_offer_check",
        "not_helpful",
        "greeting",
        "thanks",
        "bot_challenge",
    ]
)
"""What is wanted instead of the form; `stories/forms.yml` says where each leads."""
LEAVE_IT_IN_THE_END = frozenset(["affirm", "follow_up", "out_of_scope", NOT_UNDERSTOOD])
"""What may be a clumsy answer: the form asks once more, and only then is left."""
_WITHHELD = frozenset(["deny", "dont_know"])
"""Whoever does not know or does not want to say is shown what serves everybody."""
_ANSWER = 3
"""Words: so short a text that names a country or a need answers, whatever it may look like, unless it calls a person."""


class ValidateHelpForm(FormValidationAction, HotlineAction):
    """Reads country and need from buttons, from words, and from what the person said before.

    Of a message that leaves the form it reads nothing: Rasa asks its rules only if a form was given nothing at all.
    """

    def name(self) -> str:
        return "validate_help_form"

    async def extract_country(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """The country of a button, of a place named in the text, or the one known already."""
        if self._is_left(tracker):
            return {}
        known = metadata(tracker.latest_message).get("country")
        named = entity(tracker, "country") or self.library.places.country_in(said(tracker))
        return {
            "country": named or tracker.get_slot("country") or known or self._unsaid(dispatcher, tracker, "country")
        }

    async def extract_need(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """The need of a button, or one that the text names."""
        if self._is_left(tracker):
            return {}
        named = entity(tracker, "need") or tracker.get_slot("need") or self._need_in(tracker)
        return {"need": named or self._unsaid(dispatcher, tracker, "need")}

    @staticmethod
    def _need_in(tracker: Tracker) -> str | None:
        """The need that the text names; where it was just asked for, a word is enough."""
        return need_in(said(tracker), asked=tracker.get_slot("requested_slot") == "need")

    def _unsaid(self, dispatcher: CollectingDispatcher, tracker: Tracker, slot: str) -> str | None:
        """What stands for an answer withheld; None, with a word on what was not understood, if there is none at all."""
        if tracker.get_slot("requested_slot") != slot or not said(tracker):
            return None
        if tracker.get_intent_of_latest_message() in _WITHHELD:
            return help_near.ANYWHERE if slot == "country" else help_near.ANY_NEED
        utter(dispatcher, help_near.not_read(self.voice(tracker), slot))
        return None

    def _is_left(self, tracker: Tracker) -> bool:
        """Whether something else is wanted than to answer what the form asks."""
        text, wanted = said(tracker), tracker.get_intent_of_latest_message()
        once_more = wanted in LEAVE_IT_IN_THE_END and not self.voice(tracker).unknowns
        if not tracker.active_loop or once_more or wanted not in LEAVE_IT | LEAVE_IT_IN_THE_END:
            return False
        answers = len(text.split()) <= _ANSWER and (self.library.places.country_in(text) or self._need_in(tracker))
        return wanted == "human" or not answers


class ActionFindHelp(HotlineAction):
    """Show the services for a country and a need."""

    def name(self) -> str:
        return "action_find_help"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        country, need = (
            str(tracker.get_slot("country") or help_near.ANYWHERE),
            str(tracker.get_slot("need") or "trafficking"),
        )
        utter(dispatcher, help_near.near(self.voice(tracker), country, need))
        return [SlotSet("need", None)]
