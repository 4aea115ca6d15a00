"""The training sentences of the danger check, by language (`nlu/<code>/danger*.yml`), and its patterns (`danger-patterns.yml`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.danger.levels import Level
from bot.paths import NLU

FILES = (
    "danger",
    "danger-told",
    "danger-near",
    "danger-own",
    "danger-others",
    "danger-hinted",
    "danger-plain",
    "danger-seen",
    "danger-tried",
    "danger-twins",
    "danger-short",
    "danger-asked",
    "danger-calm",
    "danger-amid",
)
"""Said outright; told without naming it; near misses; of oneself; of others; hinted at, and figures of speech; in plain words; told
by what is seen beside it; what was misread when writers tried the readers, with near twins; calmly, beside what only sounds grave; in
a few words; requests that betray it; frightening words without it; fragments from the middle of a talk."""


_SHOWN = {"danger-amid": 5}
"""Files of few examples of what is written most: shown more often."""


@dataclass(frozen=True)
class Example:
    """A sentence with its level and signs. `shown`: how often it is shown in a round of training."""

    text: str
    level: str
    signs: tuple[str, ...]
    shown: int = 1


def examples(folder: Path = NLU, language: str = "*") -> list[Example]:
    """All training sentences, or those of one language."""
    found = []
    for path in sorted(path for name in FILES for path in folder.glob(f"{language}/{name}.yml")):
        for level, rows in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            shown = _SHOWN.get(path.stem, 1)
            found += [Example(str(row["text"]), level, tuple(row.get("signs") or ()), shown) for row in rows]
    return found


_MAY_BE_DANGER = frozenset({"trafficking", "work-problems", "documents", "family", "youth", "rides"})
"""Groups of questions in which people also tell of what is done to them: not taken as examples of no danger."""


_MAY_BE_MORE = frozenset({"human", "cannot_write"})
"""Intents of which the same holds: "help me please, somebody", "he is coming"."""


_SAID_IN_A_TALK = {"leave_queue": 8} | dict.fromkeys(
    ("inform", "follow_up", "not_helpful", "deny", "affirm", "thanks", "goodbye", "dont_know"), 5
)
"""How often examples of an intent are shown that come as short words amid a talk, and were often taken for cries."""


def ordinary_messages(folder: Path = NLU) -> list[Example]:
    """What people write every day, as examples of no danger: greetings, questions about papers, places, thanks."""
    files = [*folder.glob("*/intents.yml"), *folder.glob("*/faq/*.yml")]
    blocks = [
        (block["examples"], _SAID_IN_A_TALK.get(block["intent"], 1))
        for path in sorted(files)
        if path.stem not in _MAY_BE_DANGER
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        if block["intent"] not in _MAY_BE_MORE
    ]
    return [
        Example(line.strip().removeprefix("- "), "none", (), shown)
        for block, shown in blocks
        for line in block.splitlines()
        if line.strip()
    ]


@dataclass(frozen=True)
class Pattern:
    """Words that mean a danger wherever they stand."""

    level: Level
    sign: str
    expression: re.Pattern[str]


def patterns(folder: Path = NLU) -> Iterator[Pattern]:
    """All word patterns. They are written for the text that `plain` returns: lower case, so no letter is looked at twice."""
    for path in sorted(folder.glob("*/danger-patterns.yml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Pattern(Level[row["level"].upper()], row["sign"], re.compile(row["pattern"]))
