"""The page of figures, docs/benchmarks/relay.md."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.program import ROOT
from tools.quality.page import machine
from tools.relay.kills import Outcome
from tools.relay.load import Phase

PAGE = ROOT / "docs" / "benchmarks" / "relay.md"
PRESS, WAY = 1.0, 0.5
"""Targets: seconds at the 95th percentile."""


def today() -> str:
    return datetime.now(UTC).date().isoformat()


@dataclass
class Run:
    """One database."""

    database: str
    presses: list[float | None]
    phases: list[Phase] = field(default_factory=list)


def at(share: float, delays: Sequence[float | None]) -> float:
    """A percentile; what never arrived counts as endless."""
    ordered = sorted(float("inf") if one is None else one for one in delays)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def broken(phase: Phase) -> bool:
    """Whether a way is slower than it may be, or something did not arrive."""
    return any(at(0.95, delays) > WAY or None in delays for delays in phase.delays.values())


def _cells(delays: Sequence[float | None], target: float) -> str:
    slow = at(0.95, delays)
    mark = "✓" if slow <= target else "✗"
    lost = sum(one is None for one in delays)
    median = statistics.median(float("inf") if one is None else one for one in delays)
    return f"{len(delays)} | {median:.2f} | {mark} {slow:.2f} | {at(0.99, delays):.2f} | {lost}"


def presses_row(run: Run) -> str:
    return f"| press of “talk to a person” → its line in a console | {_cells(run.presses, PRESS)} | |"


def phase_rows(phase: Phase) -> Iterable[str]:
    used = ", ".join(f"{name} {share:.0%}" for name, share in phase.processors.items())
    used += f", {1000 * phase.each:.0f} ms a message"
    for way, delays in sorted(phase.delays.items()):
        yield f"| {way}, {phase.rate:.0f} messages/s | {_cells(delays, WAY)} | {used}; load {phase.machine:.1f} |"


def write_load(runs: Sequence[Run], chats: int, consoles: int) -> None:
    head = "| | how many | median, s | 95 % | 99 % | not arrived | processor |\n| --- | --- | --- | --- | --- | --- | --- |"
    parts = [f"Measured on {today()} with `make bench-relay`: {chats} chats, {consoles} consoles; {machine()}."]
    for run in runs:
        rows = [presses_row(run), *(row for phase in run.phases for row in phase_rows(phase))]
        parts.append(f"### {run.database}\n\n{head}\n" + "\n".join(rows))
    write("load", "\n\n".join(parts))


def kill_row(outcome: Outcome) -> str:
    """One row a way: all in one text."""
    rows = []
    for way, sent in sorted(outcome.sent.items()):
        counts = f"{sent} | {outcome.lost[way]} | {outcome.doubled[way]} | {outcome.disordered[way]}"
        rows.append(f"| {outcome.database} | {way} | {outcome.kills} | {counts} |")
    return "\n".join(rows)


def write_kills(outcomes: Sequence[Outcome]) -> None:
    head = "| database | way | kills | messages | lost | doubled | chats out of order |\n| --- | --- | --- | --- | --- | --- | --- |"
    rows = "\n".join(kill_row(outcome) for outcome in outcomes)
    write("kills", f"Measured on {today()} with `make kill-relay`.\n\n{head}\n{rows}")


def write(name: str, made: str) -> None:
    """Put what was measured between its markers."""
    begin, end = f"<!-- measured: {name} -->", f"<!-- /measured: {name} -->"
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n{made.strip()}\n{end}{after}", encoding="utf-8")
