"""A Rasa graph component: the intent as the gateway has read it.

The gateway reads every message before Rasa is asked (it must answer while Rasa is away, and `hotline analyze` must say what
the assistant would do), and with more evidence: the answers, the offer check. It sends its reading along
(`metadata.intent`), so there is one reading of a message and not two. Without it (`rasa shell`) Rasa's own classifier,
earlier in the pipeline, decides.
"""

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class GatewayIntent(GraphComponent):
    """Sets the intent that came with the message."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "GatewayIntent":
        """Rasa's way to make a component."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the intent of messages that carry one; a pressed button (`/faq{…}`) is clear already."""
        for message in messages:
            sent = (message.get("metadata") or {}).get("intent")
            if sent and not str(message.get(TEXT) or "").startswith("/"):
                intent = {INTENT_NAME_KEY: sent["name"], PREDICTED_CONFIDENCE_KEY: float(sent["confidence"])}
                message.set(INTENT, intent, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [intent], add_to_output=True)
        return messages
