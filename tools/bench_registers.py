"""Measures the search for names in registers and writes docs/benchmarks/registers.md.

.venv/bin/python tools/bench_registers.py            # writes the page
.venv/bin/python tools/bench_registers.py --misses   # prints what went wrong, to learn from the first half only
"""

import sys
import time
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.offers.registers.known import kind  # noqa: E402
from bot.offers.registers.lists import Item, List, Lists, Rules  # noqa: E402
from bot.offers.registers.mentions import mentions  # noqa: E402
from tests.registers import sets  # noqa: E402

LINES = (0.76, 0.80, 0.82, 0.84, 0.86, 0.88, 0.92, 0.96)


def lists(rules: Rules) -> Lists:
    items = [Item(name) for name in sets.listed()]
    return Lists([List(kind("ua-list"), date(2026, 11, 1), items, rules)])


def counts(searched: Lists, part: int | None = None) -> Counter[str]:
    """right: the firm of the text was found; other: another one beside or instead of it; texts: how many."""
    found: Counter[str] = Counter()
    for one, text in sets.texts():
        if part is None or one.part == part:
            hits = {hit.item.name for hit in searched.find(text)}
            found["texts"] += 1
            found["right"] += one.listed in hits
            found["other"] += len(hits - {one.listed})
    for at, text in enumerate(sets.without()):
        if part is None or at % 2 == part:
            found["without"] += 1
            found["false"] += bool(hits := searched.find(text))
            found["other"] += len(hits)
    return found


def precision(found: Counter[str]) -> float:
    return found["right"] / max(1, found["right"] + found["other"])


def row(name: str, found: Counter[str]) -> str:
    cells = (
        f"{found['right']}/{found['texts']}",
        f"{found['right'] / found['texts']:.1%}",
        f"{precision(found):.1%}",
        f"{found['false']}/{found['without']}",
    )
    return f"| {name} | {' | '.join(cells)} |"


def misses() -> None:
    searched = lists(Rules.load())
    for one, text in sets.texts():
        hits = {hit.item.name: round(hit.score, 2) for hit in searched.find(text)}
        if one.part == 0 and set(hits) != {one.listed}:
            print(f"{one.listed} | {text} | {hits} | {[(m.text, m.sure) for m in mentions(text)][:4]}")
    for at, text in enumerate(sets.without()):
        if at % 2 == 0 and (hits := searched.find(text)):
            print("FALSE", text, [(hit.asked, hit.item.name, round(hit.score, 2)) for hit in hits])
    for text in sets.without()[::2]:
        print("sure:", [m.text for m in mentions(text) if m.sure], "|", text)


def by_kind(searched: Lists) -> list[str]:
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for one, text in sets.texts():
        right[one.how].append(one.listed in {hit.item.name for hit in searched.find(text)})
    return [f"| {how} | {sum(found)}/{len(found)} | {sum(found) / len(found):.1%} |" for how, found in right.items()]


def page() -> str:
    rules = Rules.load()
    begun = time.process_time()
    searched = lists(rules)
    built = time.process_time() - begun
    texts = [text for _, text in sets.texts()] + sets.without()
    begun = time.process_time()
    for text in texts:
        searched.find(text)
    spent = (time.process_time() - begun) / len(texts)
    head = "| | found | recall | precision | texts without a listed name in which one was “found” |\n| --- | --- | --- | --- | --- |"
    sweep = [
        row(f"{line:.2f}{' (chosen)' if line == rules.sure else ''}", counts(lists(replace(rules, sure=line)), part=0))
        for line in LINES
    ]
    halves = [
        row("first half (chosen on it)", counts(searched, 0)),
        row("second half (kept apart)", counts(searched, 1)),
    ]
    return TEMPLATE.format(
        rules=rules,
        head=head,
        sweep="\n".join(sweep),
        halves="\n".join([*halves, row("both", counts(searched))]),
        kinds="\n".join(by_kind(searched)),
        names=len({one.listed for one in sets.written()}),
        variants=len(sets.written()),
        without=len(sets.without()),
        rows=len(sets.listed()),
        built=built,
        spent=spent * 1000,
    )


TEMPLATE = """\
# Names in registers: how well they are found

<!-- Made by tools/bench_registers.py. Do not edit: make it again. -->

```sh
.venv/bin/python tools/bench_registers.py
```

A list of {rows} invented firms in Ukrainian, Polish and Romanian. {names} of them are written in {variants} ways (other alphabet,
other or no legal form, typing mistakes, glued together, small letters, translated by ear), each in the text of an offer or
a question; {without} texts hold none of them, though many hold other firms. The sets are in `tests/registers/`; the firms are
invented, and a part of the variants is made by machine, so real lists will give other figures: measure again with them.

<!-- measured -->
## Both halves of the set

Patterns, words and thresholds were chosen on the first half only.

{head}
{halves}

Precision counts every entry that was named: another firm beside the right one is a mistake.

## By how the name was written

| | found | recall |
| --- | --- | --- |
{kinds}

## The threshold for sure names (first half)

{head}
{sweep}

Chosen (`bot/offers/registers/matching.yml`): {rules.sure} for a name that the text calls a firm, {rules.unsure} for
one that only may be one, {rules.generic} where all words are of the kind that many firms have. The reason: to say that a
firm is in a list when another is, helps a recruiter who borrows a known name's glory; to say “not found” when it is
there, only makes somebody ask. Below 0.82 precision falls; {rules.sure} keeps a little distance from there, because a real list
may hold more names that are like each other than ours does. From {rules.same} on a name is said to be in the list,
below that "a similar name" is, with both spellings: so the person sees the mistakes that remain (Kadromax for Kadromix).

## Time

Of one core: {built:.1f} s to take in a list of {rows} rows, {spent:.0f} ms to search one text in it.
<!-- /measured -->
"""

if __name__ == "__main__":
    if "--misses" in sys.argv:
        misses()
    else:
        (ROOT / "docs/benchmarks/registers.md").write_text(page(), encoding="utf-8")
