"""Does a word get lost, or come twice, when the gateway is killed in the middle of many messages? Kills it and compares.

.venv/bin/python tools/kill_relay.py [--messages 1000] [--kills 25] [--only SQLite]     writes docs/benchmarks/relay.md
"""

import argparse
import asyncio
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.relay import page  # noqa: E402
from tools.relay.kills import Outcome, kill_and_compare  # noqa: E402
from tools.relay.stage import DATABASES, open_stage  # noqa: E402


async def one(database: str, options: argparse.Namespace) -> Outcome:
    async with open_stage(database, options.consoles) as stage:
        chance = random.Random(options.seed)  # noqa: S311
        outcome = await kill_and_compare(stage, options.chats, options.messages, options.kills, chance)
    outcome.database = database
    print(page.kill_row(outcome), *outcome.examples, sep="\n", flush=True)
    return outcome


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--chats", type=int, default=20)
    parser.add_argument("--consoles", type=int, default=4)
    parser.add_argument("--seed", type=int, default=527)
    parser.add_argument("--only", choices=DATABASES)
    parser.add_argument("--print", action="store_true", help="write no page")
    options = parser.parse_args()
    databases = (options.only,) if options.only else DATABASES
    outcomes = [asyncio.run(one(database, options)) for database in databases]
    if not options.print:
        page.write_kills(outcomes)
    sys.exit(any(outcome.wrong for outcome in outcomes))


if __name__ == "__main__":
    main()
