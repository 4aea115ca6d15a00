"""What an action knows of the message it answers, from the metadata that the gateway sent along."""

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.replies.voice import Library, Voice
from bot.reply import Reply


class HotlineAction(Action):
    """An action with the library to compose replies from.

    rasa-sdk makes actions without arguments; the composition root gives the library to this base class.
    """

    library: Library

    def voice(self, tracker: Tracker) -> Voice:
        """A voice in the person's language."""
        return voice_of(self.library, tracker.latest_message)


def voice_of(library: Library, message: Mapping[str, Any]) -> Voice:
    """A voice for the person who sent a message of a tracker."""
    about = metadata(message)
    language, unknowns = str(about.get("language") or "uk"), int(about.get("unknowns") or 0)
    return library.voice(language, about.get("country"), about.get("topic"), unknowns, about.get("need"))


def metadata(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the gateway sent along with a message."""
    return message.get("metadata") or {}


def said(tracker: Tracker) -> str:
    """What the person wrote, whole (Rasa itself gets a shortened text); nothing, if they pressed a button."""
    message = tracker.latest_message
    about = metadata(message)
    return str(about["said"] if "said" in about else message.get("text") or "")


def entity(tracker: Tracker, name: str) -> str | None:
    """A value that a button carried."""
    return next((str(value) for value in tracker.get_latest_entity_values(name)), None)


def utter(dispatcher: CollectingDispatcher, replies: list[Reply]) -> None:
    """Hand replies to Rasa, which passes them on unchanged."""
    dispatcher.utter_message(json_message={"replies": [reply.as_dict() for reply in replies]})
