"""Finding help near the person."""

import asyncio
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.types import DomainDict

from actions.context import HotlineAction, entity, metadata, said, utter
from bot.directory.needs import need_in
from bot.intents import NOT_UNDERSTOOD
from bot.replies import help_near, respond

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
        "leave_queue",
        "cannot_write",
    ]
)
"""What is wanted instead of the form; `stories/forms.yml` says where each leads."""
LEAVE_IT_IN_THE_END = frozenset(["affirm", "follow_up", "out_of_scope", NOT_UNDERSTOOD])
"""What may be a clumsy answer: the form asks once more, and only then is left."""
_WITHHELD = frozenset(["deny", "dont_know"])
"""Whoever does not know or does not want to say is shown what serves everybody."""
_NAMES_NOTHING = frozenset(["thanks", "bot_challenge", "leave_queue", "cannot_write", "privacy", "affirm", "dont_know"])
"""What may hold a word that would name a need ("are you a robot?"), and names none."""
_STARTS = frozenset(["services", "inform"])
"""What the form begins with; a need that is named in anything else is not asked for here."""
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
        if self._is_left(tracker) or (_intent(tracker) == "share_offer" and not tracker.active_loop):
            return {}  # where a job is, nobody is yet
        known = tracker.get_slot("country") or metadata(tracker.latest_message).get("country")
        return {"country": self._country_in(tracker, known) or known or self._withheld(dispatcher, tracker, "country")}

    async def extract_need(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """The need of a button, or one that the text names."""
        if self._is_left(tracker):
            return {}
        told = self.voice(tracker).need if said(tracker) else None  # "another need" is a button: then it is asked
        known = (
            tracker.get_slot("need") or told or (help_near.ANY_NEED if self._asks_who_helps_there(tracker) else None)
        )
        return {"need": _need_in(tracker) or known or self._withheld(dispatcher, tracker, "need")}

    def _asks_who_helps_there(self, tracker: Tracker) -> bool:
        """Whether they ask for help in a country and not for which: then the lines that serve most are shown."""
        begins = _intent(tracker) == "services" and not tracker.active_loop
        return begins and self.library.places.country_in(said(tracker)) is not None

    def _withheld(self, dispatcher: CollectingDispatcher, tracker: Tracker, slot: str) -> str | None:
        """What stands for an answer that is not given; None where it is asked for once more, with a word on why."""
        if tracker.get_slot("requested_slot") != slot or (slot == "need" and self._country_in(tracker)):
            return None
        if _intent(tracker) in _WITHHELD or _is_asked_again(tracker, slot):
            return help_near.ANYWHERE if slot == "country" else help_near.ANY_NEED
        if said(tracker):
            utter(dispatcher, help_near.not_read(self.voice(tracker), slot))
        return None

    def _country_in(self, tracker: Tracker, known: str | None = None) -> str | None:
        return entity(tracker, "country") or self.library.places.country_in(said(tracker), known)

    def _is_left(self, tracker: Tracker) -> bool:
        """Whether something else is wanted than to answer what the form asks."""
        wanted, asked = _intent(tracker), tracker.get_slot("requested_slot")
        leaves = wanted in LEAVE_IT or (wanted in LEAVE_IT_IN_THE_END and _is_asked_again(tracker, asked))
        if not tracker.active_loop or not leaves:
            return False
        answers = len(said(tracker).split()) <= _ANSWER and (self._country_in(tracker) or _need_in(tracker))
        return wanted == "human" or not answers


def _intent(tracker: Tracker) -> str | None:
    wanted: str | None = tracker.get_intent_of_latest_message(skip_fallback_intent=False)
    return wanted


def _need_in(tracker: Tracker) -> str | None:
    """The need of a button or of the text; where it was just asked for, a word is enough."""
    wanted = _intent(tracker)
    if not tracker.active_loop and wanted not in _STARTS:
        return None
    asked = tracker.get_slot("requested_slot") == "need" and wanted not in _NAMES_NOTHING
    return entity(tracker, "need") or need_in(said(tracker), asked=asked)


def _is_asked_again(tracker: Tracker, slot: str | None) -> bool:
    """Whether the message before this one was to answer the same question, and did not."""
    asked, answered = None, []
    for event in tracker.events:
        if event["event"] == "slot" and event["name"] == "requested_slot":
            asked = event["value"]
        elif event["event"] == "user":
            answered.append(asked)
    return slot is not None and answered[-2:] == [slot, slot]


class ActionInformed(HotlineAction):
    """They say where they are, what they need, or something else of themselves: show help near them, or what fits."""

    def name(self) -> str:
        return "action_informed"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        pressed = entity(tracker, "country") or entity(tracker, "need")
        text = "" if pressed else said(tracker)
        replies = await asyncio.to_thread(respond.informed, self.voice(tracker), text) if text else []
        utter(dispatcher, replies)
        return [FollowupAction("action_listen" if replies else "help_form")]


class ActionFindHelp(HotlineAction):
    """Show the services for a country and a need."""

    def name(self) -> str:
        return "action_find_help"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        country = str(tracker.get_slot("country") or help_near.ANYWHERE)
        need = str(tracker.get_slot("need") or help_near.ANY_NEED)
        utter(dispatcher, help_near.near(self.voice(tracker), country, need))
        return [SlotSet("need", None)]
