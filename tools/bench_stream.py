"""Whether many texts in a row need more memory than a few: the offer check's patterns, or the whole of `hotline analyze`.

    .venv/bin/python tools/bench_stream.py --patterns --lines 1_000_000
    .venv/bin/python tools/bench_stream.py --lines 20000

The texts are the training offers and messages with a number behind each, so that no text comes twice. Prints the memory (resident,
megabytes) after a thousandth, a hundredth, a tenth and all of the lines, and the milliseconds a line.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.danger.examples import examples  # noqa: E402
from bot.offers.check import OfferCheck  # noqa: E402
from bot.offers.examples import texts_of  # noqa: E402

_SHARES = (1000, 100, 10, 1)


def texts() -> Iterator[str]:
    """Texts without end, none of them twice."""
    pool = [*(offer.text for offer in texts_of()), *(example.text for example in examples())]
    return (f"{text} {number}" for number, text in enumerate(cycle(pool)))


def megabytes(pid: int) -> float:
    """The resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(read: Callable[[str], object], pid: int, lines: int) -> None:
    """Read the lines and tell of the memory."""
    stops = {lines // share for share in _SHARES}
    begun = time.monotonic()
    for number, text in enumerate(islice(texts(), lines), 1):
        read(text)
        if number in stops:
            each = 1000 * (time.monotonic() - begun) / number
            print(f"{number} lines: {megabytes(pid):.0f} MB, {each:.2f} ms a line", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--patterns", action="store_true", help="the patterns of offers alone, in this process")
    options = parser.parse_args()
    if options.patterns:
        measure(OfferCheck().check, os.getpid(), options.lines)
        return
    command = [str(Path(sys.executable).with_name("hotline")), "analyze"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipes")
        ask, answer = process.stdin, process.stdout

        def read(text: str) -> str:
            ask.write(json.dumps({"text": text}) + "\n")
            ask.flush()
            return answer.readline()

        measure(read, process.pid, options.lines)
        ask.close()


if __name__ == "__main__":
    main()
