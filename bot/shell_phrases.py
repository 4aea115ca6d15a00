"""Which training phrases teach Rasa's own classifier.

The gateway's reading of a message counts (`nlu/components/gateway_intent.py`); Rasa's own serves `rasa shell`, where no gateway is in
front. A fifth of the phrases is enough for that, and training it takes seconds instead of minutes.
Also imported by Rasa's components: Python 3.10, and nothing else of ours.
"""

from zlib import crc32

_ONE_OF = 5


def is_taught(phrase: str) -> bool:
    """Whether Rasa learns this phrase: always the same ones, whatever others come and go."""
    return crc32(phrase.encode("utf-8", "replace")) % _ONE_OF == 0
