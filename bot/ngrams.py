"""Letter groups of a text, hashed: what a sentence vector overlooks (a name, a typo, one deciding word).

Used by the gateway (Python 3.13) and by Rasa's featurizer (Python 3.10), so only the standard library here.
"""

import re
import unicodedata
from collections import Counter
from math import sqrt
from zlib import crc32

SIZE = 2**15
"""Places in which letter groups are counted; two groups may share one."""
WEIGHT = 4.0
"""How much they count beside the sentence vector; found by cross-validation (docs/benchmarks/quality.md)."""
_LENGTHS = (2, 3, 4, 5)
_LONGEST = 2000
_WORD = re.compile(r"\w+|[^\w\s]+")


def fold(text: str) -> str:
    """Lower case, without the accents that people leave out (but й and ї keep theirs)."""
    letters = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter) or letter in "\u0306\u0308")
    return unicodedata.normalize("NFC", kept).replace("ă", "a")


def ngrams(text: str) -> dict[int, float]:
    """Place → weight for every letter group of every word; the weights' squares add up to WEIGHT squared."""
    counts: Counter[int] = Counter()
    for word in _WORD.findall(fold(text[:_LONGEST])):
        framed = f" {word} "
        for length in _LENGTHS:
            for start in range(max(1, len(framed) - length + 1)):
                counts[crc32(framed[start : start + length].encode("utf-8", "replace")) % SIZE] += 1
    norm = sqrt(sum(count * count for count in counts.values())) or 1.0
    return {place: WEIGHT * count / norm for place, count in counts.items()}
