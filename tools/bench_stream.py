"""Whether many texts in a row need more memory than a few: the offer check's patterns, or the whole of `hotline analyze`.

    .venv/bin/python tools/bench_stream.py --patterns --lines 1_000_000
    .venv/bin/python tools/bench_stream.py --lines 20000

The texts are the training offers and messages with a number behind each, so that no text comes twice. Prints the memory (resident,
megabytes) after a thousandth, a hundredth, a tenth and all of the lines, and the milliseconds a line.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.danger.examples import examples  # noqa: E402
from bot.offers.check import OfferCheck  # noqa: E402
from bot.offers.examples import texts_of  # noqa: E402
from tools.quality.program import DataFolder, memory_of  # noqa: E402

_SHARES = (1000, 100, 10, 1)


def texts() -> Iterator[str]:
    """Texts without end, none of them twice."""
    pool = [*(offer.text for offer in texts_of()), *(example.text for example in examples())]
    return (f"{text} {number}" for number, text in enumerate(cycle(pool)))


def measure(read: Callable[[str], object], memory: Callable[[], int | None], lines: int) -> None:
    """Read the lines and tell of the memory."""
    stops = {lines // share for share in _SHARES}
    begun = time.monotonic()
    for number, text in enumerate(islice(texts(), lines), 1):
        read(text)
        if number in stops:
            each = 1000 * (time.monotonic() - begun) / number
            print(f"{number} lines: {memory()} MB, {each:.2f} ms a line", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--patterns", action="store_true", help="the patterns of offers alone, in this process")
    options = parser.parse_args()
    if options.patterns:
        measure(OfferCheck().check, lambda: memory_of(os.getpid()), options.lines)
        return
    with TemporaryDirectory() as folder, DataFolder.make(Path(folder) / "data").analyze() as read:
        measure(read, read.memory, options.lines)


if __name__ == "__main__":
    main()
