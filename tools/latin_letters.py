"""Makes `nlu/latin.npz`: by which groups of letters Ukrainian and Russian in Latin letters are told from Romanian and English.

    .venv/bin/python tools/latin_letters.py

People write their own language in Latin letters each in their own way, so every training phrase is written in three ways at
random, and the letter groups are counted beside those of the Romanian and English phrases. Run it again when `nlu/` has grown much.
"""

import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.danger.examples import examples as danger_examples  # noqa: E402  # the path must be known first
from bot.intents import examples as intent_examples  # noqa: E402
from bot.paths import NLU  # noqa: E402
from bot.romanized import FILE, letter_groups  # noqa: E402

_KEPT = 5000
_WAYS = 3
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LETTERS = (
    "а:a б:b в:v,v,w г:h,h,g ґ:g д:d е:e є:ye,ie,je,e ж:zh,zh,j,g з:z и:y,y,i і:i ї:yi,i,ji й:y,i,j к:k л:l м:m н:n о:o "
    "п:p р:r с:s т:t у:u ф:f х:kh,h,h,x ц:ts,ts,c ч:ch ш:sh щ:shch,sch,sh ь:,,' ю:yu,iu,ju я:ya,ia,ja ы:y,i э:e ё:yo,e ъ:"
)
_UKRAINIAN = {letter: ways.split(",") for letter, _, ways in (pair.partition(":") for pair in _LETTERS.split())}
_RUSSIAN = _UKRAINIAN | {"и": ["i"], "г": ["g", "g", "h"]}


def phrases(language: str) -> Iterator[str]:
    """The training phrases of one language, each file's in its order."""
    for text, _ in intent_examples(NLU, language):
        yield text
    for example in danger_examples(NLU, language):
        yield example.text


def in_latin(text: str, letters: dict[str, list[str]]) -> str:
    """One way in which somebody would type it."""
    chosen = {letter: random.choice(ways) for letter, ways in letters.items()}  # noqa: S311  # no secret
    return "".join(chosen.get(letter, letter) for letter in text.lower().replace("’", "'").replace("ʼ", "'"))


def counted(texts: Iterator[str]) -> Counter[str]:
    """How often each letter group stands in texts without Cyrillic letters."""
    return Counter(group for text in texts if not _CYRILLIC.search(text) for group in letter_groups(text))


def main() -> None:
    """Count and write."""
    random.seed(1)
    ways = [("uk", _UKRAINIAN), ("ru", _RUSSIAN)]
    typed = (in_latin(text, letters) for code, letters in ways for text in phrases(code) for _ in range(_WAYS))
    counts = [counted(typed), counted(phrases("ro")), counted(phrases("en"))]
    shares: Counter[str] = Counter()
    for count in counts:
        total = sum(count.values())
        for group, times in count.items():
            shares[group] += times / total
    kept = [group for group, _ in shares.most_common(_KEPT)]
    rows = []
    for count in counts:
        total = sum(count[group] for group in kept) + len(kept) / 2
        rows.append([math.log((count[group] + 0.5) / total) for group in kept])
    table = np.array(rows)
    np.savez_compressed(FILE, groups=np.array(kept), odds=(table[0] - table[1:]).astype(np.float16))


if __name__ == "__main__":
    main()
