"""How quickly a person and a counselor hear each other: the real program with many chats and consoles.

.venv/bin/python tools/bench_relay.py [--chats 200] [--consoles 20] [--only SQLite]     writes docs/benchmarks/relay.md
"""

import argparse
import asyncio
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.relay import load, page  # noqa: E402
from tools.relay.stage import DATABASES, open_stage  # noqa: E402

RATES = (8.0, 14.0, 20.0, 30.0, 40.0)
"""Messages in a second, both ways together. 14: each of 20 counselors writes one every three seconds, and is answered."""


async def measure(database: str, options: argparse.Namespace) -> page.Run:
    """One database, from an empty stage to the rate at which it breaks."""
    chance = random.Random(527)  # noqa: S311
    async with open_stage(database, options.consoles) as stage:
        await stage.staff()
        marks = await load.fill(stage, options.chats, options.arrivals)
        run = page.Run(database, load.presses(stage, marks))
        print(page.presses_row(run), flush=True)
        for rate in options.rates:
            run.phases.append(await load.relay(stage, rate, options.seconds, chance))
            print("\n".join(page.phase_rows(run.phases[-1])), flush=True)
            if page.broken(run.phases[-1]):
                break
    return run


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--consoles", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0, help="of each rate")
    parser.add_argument(
        "--rates", type=float, nargs="+", default=RATES, help="messages in a second, one after the other"
    )
    parser.add_argument(
        "--arrivals", type=float, default=1.5, help="people in a second; the web chat takes 120 a minute"
    )
    parser.add_argument("--only", choices=DATABASES)
    parser.add_argument("--print", action="store_true", help="write no page")
    options = parser.parse_args()
    databases = (options.only,) if options.only else DATABASES
    runs = [asyncio.run(measure(database, options)) for database in databases]
    if not options.print:
        page.write_load(runs, options.chats, options.consoles)


if __name__ == "__main__":
    main()
