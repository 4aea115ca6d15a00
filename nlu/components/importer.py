"""Reads the training data for Rasa.

FAQ phrases (`faq/<slug>`) all teach the one intent `faq`; which answer fits is found by the gateway's search.
"""

from typing import Optional, Text

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY
from rasa.shared.nlu.training_data.training_data import TrainingData

ROUTES_OF_THEIR_OWN = {"is-it-anonymous": "privacy", "delete-this-chat": "privacy", "talk-to-a-person": "human"}
"""Entries about the hotline itself lead where the intent leads; the same table as the gateway's `bot/intents.py`."""


class HotlineImporter(RasaFileImporter):
    """Rasa's own file importer, with the labels of FAQ phrases mapped."""

    def get_nlu_data(self, language: Optional[Text] = "en") -> TrainingData:
        """All training phrases with the intents that the domain knows."""
        data = super().get_nlu_data(language)
        for message in data.training_examples:
            slug = str(message.data.pop(INTENT_RESPONSE_KEY, "")).partition("/")[2]
            if slug in ROUTES_OF_THEIR_OWN:
                message.set(INTENT, ROUTES_OF_THEIR_OWN[slug])
        return TrainingData(data.training_examples)
