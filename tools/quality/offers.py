"""Offers: which warning signs are found, the verdict, false alarms, and texts in disguise."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tools.quality.bench import Bench
from tools.quality.figures import ALL, Figure
from tools.quality.sets import LANGUAGES

_SHARE_DISGUISED = 0.25
"""Of the words: they get look-alike letters or unseen ones, or are pulled apart."""
_LOOK_ALIKE = str.maketrans("аеіорсухАВЕКМНОРСТХaeiopcyxABEKMHOPCTX", "aeiopcyxABEKMHOPCTXаеіорсухАВЕКМНОРСТХ")
_UNSEEN = "\u200b"

type Codes = tuple[frozenset[str], frozenset[str]]
"""Codes wanted and codes said, of one text."""


def measure(bench: Bench) -> None:
    """All figures of offers."""
    read = [
        (code, row, bench.read(row["text"])["offer"]) for code in LANGUAGES for row in bench.sets.rows(code, "offers")
    ]
    if not read:
        return
    told = [(code, row, said) for code, row, said in read if row["kind"] == "offer"]
    others = [(code, said) for code, row, said in read if row["kind"] != "offer"]
    bench.findings.shares("offer_verdict", ((code, row["verdict"] == said["verdict"]) for code, row, said in read))
    bench.findings.shares("offer_false_alarm", ((code, bool(said["flags"])) for code, said in others))
    found = [(code, (frozenset(row["flags"]), _codes(said))) for code, row, said in told]
    _micro_f1(bench, "offer_f1", found)
    disguised = [
        (code, (frozenset(row["flags"]), _codes(bench.read(disguise(row["text"]))["offer"]))) for code, row, _ in told
    ]
    _micro_f1(bench, "offer_f1_disguised", disguised)
    for red_flag in sorted({flag for _, (wanted, _) in found for flag in wanted}):
        own = [(frozenset({red_flag}) & wanted, frozenset({red_flag}) & said) for _, (wanted, said) in found]
        bench.findings.figures.append(
            Figure(f"flag:{red_flag}", ALL, micro_f1(own), sum(bool(want) for want, _ in own))
        )
    for code, row, said in read:
        if set(row["flags"]) != _codes(said) or row["verdict"] != said["verdict"]:
            bench.findings.wrong("offers", code, row, said)


def _codes(said: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(flag["code"] for flag in said["flags"])


def _micro_f1(bench: Bench, measure: str, found: list[tuple[str, Codes]]) -> None:
    for language in (ALL, *dict.fromkeys(code for code, _ in found)):
        own = [pair for code, pair in found if language in (ALL, code)]
        bench.findings.figures.append(Figure(measure, language, micro_f1(own), len(own)))


def micro_f1(found: Iterable[Codes]) -> float:
    """F1 over all flags of all texts together (0 to 1); 0 where none was wanted or said."""
    count: Counter[str] = Counter()
    for wanted, said in found:
        count.update(both=2 * len(wanted & said), all=len(wanted) + len(said))
    return count["both"] / count["all"] if count["all"] else 0.0


def disguise(text: str) -> str:
    """The text as somebody writes it who hides from filters: look-alike letters, unseen ones, words pulled apart."""
    chance = random.Random(text)  # noqa: S311  # the same text is always disguised alike
    return " ".join(_disguised(word, chance) for word in text.split(" "))


def _disguised(word: str, chance: random.Random) -> str:
    if chance.random() > _SHARE_DISGUISED or not word.isalpha() or len(word) < 4:  # noqa: PLR2004  # too short to pull apart
        return word
    way = chance.choice(("look-alike", "unseen", "apart"))
    if way == "look-alike":
        return word.translate(_LOOK_ALIKE)
    return (_UNSEEN if way == "unseen" else ".").join(word)
