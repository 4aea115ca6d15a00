"""How fast one message is read, and whether reading many of them takes more memory."""

import time
from itertools import cycle, islice
from statistics import quantiles

from tools.quality.bench import Bench
from tools.quality.figures import ALL, Figure
from tools.quality.sets import LANGUAGES

_WARM_UP = 20
_TIMED = 600
_FEW, _MANY = 200, 2000


def measure(bench: Bench) -> None:
    """Milliseconds a message in a fresh process, its memory after few and after many messages."""
    texts = _messages(bench)
    if not texts:
        return
    with bench.fresh() as read:
        times, memory = [], {}
        for number, text in enumerate(islice(cycle(texts), _MANY), 1):
            begun = time.perf_counter()
            read(_different(text, number, len(texts)))
            times.append(1000 * (time.perf_counter() - begun))
            if number in (_FEW, _MANY):
                memory[number] = read.memory()
    timed = times[_WARM_UP : _WARM_UP + min(_TIMED, len(texts))]
    twentieths = quantiles(timed, n=20)
    bench.findings.figures += [
        Figure("median_ms", ALL, twentieths[9], len(timed)),
        Figure("slowest_ms", ALL, twentieths[18], len(timed)),
    ]
    bench.findings.figures += [
        Figure(f"memory_{number}", ALL, megabytes, number) for number, megabytes in memory.items() if megabytes
    ]


def _messages(bench: Bench) -> list[str]:
    """Messages of all languages in turn, as the sets have them."""
    lists = [
        [row["text"] for name in ("faq", "route", "danger") for row in bench.sets.rows(code, name)]
        or bench.sets.public(code, "sentences")
        for code in LANGUAGES
    ]
    longest = max(map(len, lists))
    mixed = [texts[place] for place in range(longest) for texts in lists if place < len(texts)]
    return list(dict.fromkeys(mixed))


def _different(text: str, number: int, count: int) -> str:
    """The text, told apart from when it was read before: a message known already costs nothing."""
    return text if number <= count else f"{text} {number}"
