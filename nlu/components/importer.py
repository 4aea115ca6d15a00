"""Reads the training data for Rasa.

FAQ phrases (`faq/<slug>`) all teach the one intent `faq`; which answer fits is found by the gateway's search. A part of the phrases
is enough (`bot/shell_phrases.py`).
"""

from typing import Optional, Text

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.shell_phrases import is_taught

ROUTES_OF_THEIR_OWN = {"is-it-anonymous": "privacy", "delete-this-chat": "privacy", "talk-to-a-person": "human"}
"""Entries about the hotline itself lead where the intent leads; the same table as the gateway's `bot/intents.py`."""


class HotlineImporter(RasaFileImporter):
    """Rasa's own file importer, with the labels of FAQ phrases mapped."""

    def get_nlu_data(self, language: Optional[Text] = "en") -> TrainingData:
        """Training phrases with the intents that the domain knows."""
        data = super().get_nlu_data(language)
        taught = [message for message in data.training_examples if is_taught(str(message.get(TEXT) or ""))]
        for message in taught:
            slug = str(message.data.pop(INTENT_RESPONSE_KEY, "")).partition("/")[2]
            if slug in ROUTES_OF_THEIR_OWN:
                message.set(INTENT, ROUTES_OF_THEIR_OWN[slug])
        return TrainingData(taught)
