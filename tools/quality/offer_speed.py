"""How long the check of an offer of 1,000 characters takes on one core: by patterns alone, and with vectors.

Run by itself, so that nothing else has filled the caches and no other core helps:

    .venv/bin/python -m tools.quality.offer_speed < offers.jsonl     # a JSON string a line; prints {"patterns": ms, "vectors": ms}
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

from bot.offers.check import OfferCheck
from bot.paths import ROOT
from bot.understanding import ensure
from tools.quality.bench import Bench
from tools.quality.figures import ALL, Figure
from tools.quality.sets import LANGUAGES

_CHARACTERS = 1000
_TIMED = 60


def measure(bench: Bench) -> None:
    """Median milliseconds of both."""
    texts = long_offers(bench)
    if not texts:
        return
    lines = "\n".join(json.dumps(text) for text in texts)
    command = [sys.executable, "-m", "tools.quality.offer_speed"]
    said = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, cwd=ROOT)
    for way, milliseconds in json.loads(said.stdout).items():
        bench.findings.figures.append(Figure(f"offer_ms_{way}", ALL, milliseconds, len(texts)))


def long_offers(bench: Bench) -> list[str]:
    """Offers of the sets put together until they have 1,000 characters, one language at a time."""
    found = []
    for code in LANGUAGES:
        whole = "\n\n".join(row["text"] for row in bench.sets.rows(code, "offers"))
        found += [whole[at : at + _CHARACTERS] for at in range(0, len(whole) - _CHARACTERS, _CHARACTERS)]
    return found[:: max(1, len(found) // _TIMED)][:_TIMED]


def timed(check: OfferCheck, texts: Sequence[str]) -> float:
    """Median milliseconds of a text, the first three for warming up."""
    times = []
    for text in texts:
        begun = time.perf_counter()
        check.check(text)
        times.append(1000 * (time.perf_counter() - begun))
    return median(times[3:])


def main() -> None:
    """Measure what comes in, on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = [json.loads(line) for line in sys.stdin]
    known = ensure(ROOT / "var")
    found = {"patterns": timed(OfferCheck(known.offers.rules), texts), "vectors": timed(known.offers, texts)}
    print(json.dumps({way: round(milliseconds, 2) for way, milliseconds in found.items()}))


if __name__ == "__main__":
    main()
