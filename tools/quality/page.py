"""The page docs/benchmarks/quality.md: tables between two markers. Everything outside the markers is kept as it is."""

import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tools.quality.figures import ALL, Figure, Findings
from tools.quality.matrix import picture
from tools.quality.measures import LINES, Line
from tools.quality.sets import LANGUAGES, LEVELS, ROUTES

BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
_COLUMNS = (ALL, *LANGUAGES)
_NAMES = {ALL: "all languages", "uk": "Ukrainian", "ro": "Romanian", "en": "English", "ru": "Russian"}
_LABELS = {"route": ROUTES, "danger": LEVELS}
_STEADY = 20
"""Megabytes that memory may differ by and still be called constant."""


def keep_around(page: str, measured: str) -> str:
    """The page with `measured` between its markers; without markers they come at its end."""
    block = f"{BEGIN}\n{measured.strip()}\n{END}"
    if BEGIN not in page or END not in page:
        return f"{page.rstrip()}\n\n{block}\n"
    before, _, rest = page.partition(BEGIN)
    return before + block + rest.partition(END)[2]


def write(page: Path, findings: Findings) -> None:
    """Write the page and the pictures beside it."""
    for (measure, language), pairs in findings.confusions.items():
        title = f"{measure.capitalize()}, {_NAMES[language]}: {len(pairs)} messages"
        drawn = picture(title, pairs, _LABELS[measure])
        (page.parent / _picture(measure, language)).write_text(drawn, encoding="utf-8")
    old = page.read_text(encoding="utf-8") if page.exists() else "# Quality\n"
    page.write_text(keep_around(old, measured(findings)), encoding="utf-8")


def measured(findings: Findings, *, pictures: bool = True) -> str:
    """The part between the markers."""
    day = datetime.now(UTC).date().isoformat()
    parts = [
        f"Measured on {day} with `make bench-quality`, on {machine()}.",
        *_shares(findings),
        *_red_flags(findings),
        *_speed(findings),
        *findings.notes,
        *(_pictures(findings) if pictures else ()),
    ]
    return "\n\n".join(part for part in parts if part)


def _shares(findings: Findings) -> Iterator[str]:
    if any(findings.of(line.measure, ALL) for line in LINES):
        yield _targets(findings)
        yield "✓ reached, ✗ not reached; in percent. A limit (≤) is not to be passed. Counts and 95 % intervals (Wilson):"
        yield _details(findings)


def _targets(findings: Findings) -> str:
    used = {one.language for one in findings.figures}
    columns = [code for code in _COLUMNS if code in used]
    head = ["what", "target", *columns]
    rows = [
        [line.what, _target(line), *(_cell(line, findings.of(line.measure, code)) for code in columns)]
        for line in LINES
        if findings.of(line.measure, ALL)
    ]
    return _table(head, rows)


def _target(line: Line) -> str:
    return "" if line.target is None else f"{'≤' if line.most else '≥'} {line.target:g}"


def _cell(line: Line, figure: Figure | None) -> str:
    if figure is None:
        return "–"
    mark = "" if line.target is None else "✓ " if line.reached(figure.value) else "✗ "
    return f"{mark}{_percent(figure.value)}"


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _details(findings: Findings) -> str:
    rows = [
        [line.what, code, *_counted(figure)]
        for line in LINES
        for code in _COLUMNS
        if (figure := findings.of(line.measure, code))
    ]
    table = _table(["what", "language", "count", "share", "95 % interval"], rows)
    return f"<details><summary>Every figure</summary>\n\n{table}\n\n</details>"


def _counted(figure: Figure) -> list[str]:
    if figure.interval is None:
        return [f"{figure.total}", _percent(figure.value), ""]
    low, high = figure.interval
    return [f"{figure.right} of {figure.total}", _percent(figure.value), f"{_percent(low)} to {_percent(high)}"]


def _red_flags(findings: Findings) -> Iterator[str]:
    own = [one for one in findings.figures if one.measure.startswith("flag:")]
    if own:
        rows = [[f"`{one.measure.partition(':')[2]}`", f"{one.total}", _percent(one.value)] for one in own]
        table = _table(["red flag", "offers that have it", "F1"], rows)
        yield f"<details><summary>Every red flag, all languages</summary>\n\n{table}\n\n</details>"


def _speed(findings: Findings) -> Iterator[str]:
    median, slow = findings.of("median_ms", ALL), findings.of("slowest_ms", ALL)
    if median and slow:
        yield (
            f"Speed of `hotline analyze`, one process, after warm-up, {median.total} messages one after another: "
            f"median {median.value:.1f} ms, 95th percentile {slow.value:.1f} ms "
            f"(load of the machine then: {os.getloadavg()[0]:.1f})."
        )
    patterns, vectors = findings.of("offer_ms_patterns", ALL), findings.of("offer_ms_vectors", ALL)
    if patterns and vectors:
        yield (
            f"An offer of 1,000 characters on one core, median of {patterns.total}: {patterns.value:.1f} ms by patterns alone "
            f"(target: 2), {vectors.value:.1f} ms with vectors (target: 25)."
        )
    few, many = findings.of("memory_200", ALL), findings.of("memory_2000", ALL)
    if few and many:
        verdict = "constant" if many.value - few.value <= _STEADY else "it grows"
        yield f"Memory: {few.value:.0f} MB after 200 messages, {many.value:.0f} MB after 2,000: {verdict}."


def _pictures(findings: Findings) -> Iterator[str]:
    for measure in _LABELS:
        own = [language for kind, language in findings.confusions if kind == measure]
        if own:
            yield _shown(measure, ALL)
            single = "\n\n".join(_shown(measure, language) for language in own if language != ALL)
            yield f"<details><summary>{measure.capitalize()} by language</summary>\n\n{single}\n\n</details>"


def _shown(measure: str, language: str) -> str:
    words = f"Confusion matrix of {measure}, {_NAMES[language]}: wanted by row, said by column"
    return f"![{words}]({_picture(measure, language)})"


def _picture(measure: str, language: str) -> str:
    return f"quality-{measure}.svg" if language == ALL else f"quality-{measure}-{language}.svg"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def machine() -> str:
    """The machine in a few words."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = names[0] if names else platform.machine()
    return f"{os.cpu_count()} cores of {name}, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"
