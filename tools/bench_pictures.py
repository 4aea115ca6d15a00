"""How well offers are read in pictures: draws offers as people send them, reads them, and compares with the text itself.

.venv/bin/python tools/bench_pictures.py [--each 8]      writes docs/benchmarks/pictures.md
"""

import argparse
import asyncio
import platform
import random
import resource
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.offers.check import OfferCheck  # noqa: E402
from bot.pictures.read import Pictures  # noqa: E402
from tests.drawn import LOOKS, OFFERS, drawn  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "pictures.md"
SENTENCES = 4
"""Of the examples of red flags, put together into one offer."""


@dataclass
class Sum:
    """What was counted."""

    likeness: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    there: int = 0
    found: int = 0
    invented: int = 0

    def row(self, name: str) -> str:
        share = 100 * self.found / self.there if self.there else 0.0
        slow = sorted(self.seconds)[int(len(self.seconds) * 0.95)]
        return (
            f"| {name} | {len(self.seconds)} | {100 * statistics.mean(self.likeness):.1f} | {self.found} of {self.there} | "
            f"{share:.1f} | {self.invented} | {statistics.median(self.seconds):.1f} | {slow:.1f} |"
        )


def offers(language: str, count: int) -> list[str]:
    """One offer written for it, and others put together from examples of the red flags."""
    data = yaml.safe_load((ROOT / "nlu" / language / "offers.yml").read_text(encoding="utf-8"))
    examples = sorted({text for text in _catches(data) if len(text) > 15})  # noqa: PLR2004
    chance = random.Random(527)  # noqa: S311
    made = [" ".join(_ended(one) for one in chance.sample(examples, SENTENCES)) for _ in range(count - 1)]
    return [OFFERS[language], *made]


def _catches(data: object) -> list[str]:
    if isinstance(data, dict):
        own = [str(one) for one in data.get("catches", [])]
        return own + [text for key, value in data.items() if key != "catches" for text in _catches(value)]
    return [text for one in data for text in _catches(one)] if isinstance(data, list) else []


def _ended(text: str) -> str:
    return text if text[-1] in ".!?…" else f"{text}."


async def measure(each: int) -> dict[str, Sum]:
    check, room, sums = OfferCheck(), Pictures(seconds=300), defaultdict[str, Sum](Sum)
    for language in OFFERS:
        for look in LOOKS:
            for text in offers(language, each):
                begun = _processor_seconds()
                seen = await room.read(drawn(text, look))
                took = _processor_seconds() - begun
                wanted = {flag.code for flag in check.signs(text)}
                got = {flag.code for flag in check.signs(seen.text)}
                for name in ("all", language, look):
                    one = sums[name]
                    one.seconds.append(took)
                    one.likeness.append(Levenshtein.normalized_similarity(_flat(text), _flat(seen.text)))
                    one.there += len(wanted)
                    one.found += len(wanted & got)
                    one.invented += len(got - wanted)
            print(sums[look].row(f"{language} {look}"), flush=True)
    return sums


def _processor_seconds() -> float:
    """Used by readers so far: what it takes, however busy the machine is."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _flat(text: str) -> str:
    return " ".join(text.replace("–", "-").replace("’", "'").split())


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--each", type=int, default=8, help="offers for each language and look")
    each = asked.parse_args().each
    sums = asyncio.run(measure(each))
    head = "| pictures | how many | letters right, % | signs found | % | signs too many | processor seconds, median | 95 % |"
    table = [head, "| --- | --- | --- | --- | --- | --- | --- | --- |", *(sums[name].row(name) for name in sums)]
    before, _, _ = PAGE.read_text(encoding="utf-8").partition("<!-- measured -->")
    made = (
        f"Measured on {date.today()} with `.venv/bin/python tools/bench_pictures.py --each {each}`, "  # noqa: DTZ011
        f"{platform.system()}, Python {platform.python_version()}."
    )
    PAGE.write_text(
        f"{before}<!-- measured -->\n{made}\n\n" + "\n".join(table) + "\n<!-- /measured -->\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
