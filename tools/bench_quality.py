"""How well the hotline understands, on sets kept apart. `make bench-quality` runs it and writes docs/benchmarks/quality.md.

    .venv/bin/python tools/bench_quality.py                                  # everything, and the page
    .venv/bin/python tools/bench_quality.py --only danger,faq                # some measures, printed
    .venv/bin/python tools/bench_quality.py --sets FOLDER                    # other sets of the same formats, printed

Errors go one by one to var/quality-errors.jsonl (other folders: var/quality-errors-<name>.jsonl) and nowhere else:
whoever tunes must not see the sets.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.faq.seeds import topics  # noqa: E402  # the path must be known first
from tools.quality import page  # noqa: E402
from tools.quality.bench import Bench  # noqa: E402
from tools.quality.entries import reading_with  # noqa: E402
from tools.quality.figures import Findings  # noqa: E402
from tools.quality.measures import MEASURES  # noqa: E402
from tools.quality.program import DataFolder  # noqa: E402
from tools.quality.sets import Sets, doubts  # noqa: E402

SETS = ROOT / "tests" / "quality"
PAGE = ROOT / "docs" / "benchmarks" / "quality.md"


def measure(bench: Bench, names: Sequence[str]) -> Findings:
    """Run the measures and say on the error output how long each took."""
    for name in names:
        begun = time.monotonic()
        MEASURES[name](bench)
        print(f"{name}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    bench.findings.notes += doubts(bench.sets, {topic.slug for topic in topics()})
    return bench.findings


def measure_program(sets: Sets, names: Sequence[str]) -> Findings:
    """The same with the real `hotline analyze`, on data folders that are gone afterwards."""
    with tempfile.TemporaryDirectory() as place:
        data, numbers = DataFolder.make(Path(place) / "data"), count()
        with data.analyze() as read:
            bench = Bench(
                sets,
                read,
                lambda wordings: reading_with(data, Path(place) / f"more-{next(numbers)}", wordings),
                data.analyze,
            )
            return measure(bench, names)


def errors_file(sets: Path) -> Path:
    """Where errors go: those of the sealed sets never into the same file as those of others."""
    name = "quality-errors" if sets.resolve() == SETS.resolve() else f"quality-errors-{sets.resolve().name}"
    return ROOT / "var" / f"{name}.jsonl"


def keep_errors(findings: Findings, path: Path) -> None:
    """One line an error."""
    lines = (json.dumps(error, ensure_ascii=False) + "\n" for error in findings.errors)
    path.write_text("".join(lines), encoding="utf-8")


def wanted(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measures understanding on sets kept apart.")
    parser.add_argument("--only", default="", help=f"measures, with commas between: {', '.join(MEASURES)}")
    parser.add_argument("--sets", type=Path, default=SETS, help="folder of the sets (default: tests/quality)")
    parser.add_argument("--page", type=Path, help=f"write this page; without --only and --sets: {PAGE.name}")
    given = parser.parse_args(words)
    given.names = [name.strip() for name in given.only.split(",") if name.strip()] or list(MEASURES)
    if unknown := [name for name in given.names if name not in MEASURES]:
        parser.error(f"there is no measure {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    if not given.sets.is_dir():
        parser.error(f"{given.sets} is no folder")
    if not given.page and not given.only and given.sets.resolve() == SETS.resolve():
        given.page = PAGE
    return given


def main() -> None:
    """Measure, keep the errors, write or print the figures."""
    given = wanted(sys.argv[1:])
    findings = measure_program(Sets(given.sets), given.names)
    kept = errors_file(given.sets)
    keep_errors(findings, kept)
    if given.page:
        page.write(given.page, findings)
        print(f"figures: {given.page}")
    else:
        print(page.measured(findings, pictures=False))
    print(f"{len(findings.errors)} errors, one by one in {kept.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
