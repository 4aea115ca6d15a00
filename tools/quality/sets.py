"""Reads the sets. A set that is missing has no lines, so that a folder with a few sets of one's own can be measured too."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("uk", "ro", "en", "ru")
LEVELS = ("emergency", "exploitation", "concern", "none")
ROUTES = (
    "faq",
    "offer_check",
    "human",
    "services",
    "greeting",
    "privacy",
    "language",
    "quiz",
    "smalltalk",
    "out_of_scope",
)

type Row = Mapping[str, Any]


@dataclass(frozen=True)
class Sets:
    """A folder of sets: <language>/<name>.jsonl, new/<name>.jsonl, public/<language>/<name>.txt."""

    folder: Path

    def rows(self, place: str, name: str) -> list[Row]:
        """The lines of `<place>/<name>.jsonl`; `place` is a language or "new"."""
        path = self.folder / place / f"{name}.jsonl"
        return [json.loads(line) for line in _lines(path)]

    def public(self, language: str, name: str) -> list[str]:
        """The lines of a public list."""
        return _lines(self.folder / "public" / language / f"{name}.txt")


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def doubts(sets: Sets, slugs: Collection[str]) -> list[str]:
    """What in the sets can never be right: labels and slugs that the program does not have. Counts only, no lines."""
    known = {
        "route": ("route", ROUTES),
        "danger": ("level", LEVELS),
        "faq": ("slug", slugs),
        "follow_up": ("slug", slugs),
    }
    found = []
    for name, (label, allowed) in known.items():
        for code in LANGUAGES:
            strange = sum(row[label] not in allowed for row in sets.rows(code, name))
            if strange:
                found.append(
                    f"Mistake in the sets: {strange} lines of {code}/{name} have a {label} that does not exist."
                )
    return found
