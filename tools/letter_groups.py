"""Makes `nlu/latin.npz` and `nlu/cyrillic.npz`: by which groups of letters a language in another alphabet is told.

    .venv/bin/python tools/letter_groups.py

Ukrainian and Russian in Latin letters are told from Romanian and English, Romanian in Cyrillic letters from Ukrainian and
Russian. People write their own language in other letters each in their own way, so every training phrase is written in three
ways at random, and the letter groups are counted beside those of the others' phrases. Run it again when `nlu/` has grown much.
"""

import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot import moldovan, romanized  # noqa: E402  # the path must be known first
from bot.danger.examples import examples as danger_examples  # noqa: E402
from bot.intents import examples as intent_examples  # noqa: E402
from bot.letter_odds import LetterOdds  # noqa: E402
from bot.paths import NLU  # noqa: E402

_KEPT = 5000
_WAYS = 3
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-zA-Z]")

type Ways = Mapping[str, Sequence[str]]
"""The letters, or pairs of them, that each letter or pair may be written with."""


def _ways(pairs: str) -> Ways:
    return {letters: ways.split(",") for letters, _, ways in (pair.partition(":") for pair in pairs.split())}


_UKRAINIAN = _ways(
    "а:a б:b в:v,v,w г:h,h,g ґ:g д:d е:e є:ye,ie,je,e ж:zh,zh,j,g з:z и:y,y,i і:i ї:yi,i,ji й:y,i,j к:k л:l м:m н:n о:o "
    "п:p р:r с:s т:t у:u ф:f х:kh,h,h,x ц:ts,ts,c ч:ch ш:sh щ:shch,sch,sh ь:,,' ю:yu,iu,ju я:ya,ia,ja ы:y,i э:e ё:yo,e ъ:"
)
_RUSSIAN = {**_UKRAINIAN, "и": ["i"], "г": ["g", "g", "h"]}
_ROMANIAN = _ways(
    "a:а ă:э,а,э â:ы,и,ы î:ы,и,ы b:б c:к d:д e:е,е,э f:ф g:г h:х i:и j:ж k:к l:л m:м n:н o:о p:п q:к r:р s:с ș:ш ş:ш t:т ț:ц ţ:ц "
    "u:у v:в w:в x:кс y:и z:з "
    "ce:че ci:чи,ч che:ке chi:ки ge:же,дже gi:жи,джи ghe:ге ghi:ги ea:я,еа,я ia:я,иа iu:ю,иу io:ио,йо ie:ие,е,ье"
)


def phrases(language: str) -> Iterator[str]:
    """The training phrases of one language, each file's in its order."""
    for text, _ in intent_examples(NLU, language):
        yield text
    for example in danger_examples(NLU, language):
        yield example.text


def rewritten(text: str, ways: Ways) -> str:
    """One way in which somebody would type it."""
    chosen = {letters: random.choice(listed) for letters, listed in ways.items()}  # noqa: S311  # no secret
    pieces = re.compile("|".join(sorted(map(re.escape, chosen), key=len, reverse=True)))
    return pieces.sub(lambda piece: chosen[piece.group()], text.lower().replace("’", "'").replace("ʼ", "'"))


def typed(ways: Mapping[str, Ways]) -> Iterator[str]:
    """The phrases of some languages in other letters, each in several ways."""
    return (rewritten(text, own) for code, own in ways.items() for text in phrases(code) for _ in range(_WAYS))


def make(
    file: Path, odds: LetterOdds, ways: Mapping[str, Ways], others: Iterable[str], strange: re.Pattern[str]
) -> None:
    """Count and write. `strange`: letters that none of the texts counted has."""
    sources = [typed(ways), *map(phrases, others)]
    counts = [Counter(g for text in texts if not strange.search(text) for g in odds.groups(text)) for texts in sources]
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
    np.savez_compressed(file, groups=np.array(kept), odds=(table[0] - table[1:]).astype(np.float16))


def main() -> None:
    """Make both."""
    random.seed(1)
    make(romanized.FILE, romanized.ODDS, {"uk": _UKRAINIAN, "ru": _RUSSIAN}, ("ro", "en"), _CYRILLIC)
    make(moldovan.FILE, moldovan.ODDS, {"ro": _ROMANIAN}, ("uk", "ru"), _LATIN)


if __name__ == "__main__":
    main()
