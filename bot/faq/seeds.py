"""The answers that come with the program.

`topics/*.yml` has what is true in every language, `locales/<code>/faq/*.yml` the words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.paths import LOCALES, NLU

_TOPICS = Path(__file__).with_name("topics")


@dataclass(frozen=True)
class Topic:
    """One entry, apart from its words."""

    slug: str
    group: str
    number: int
    facts: str
    countries: list[str]
    sources: list[dict[str, str]]
    checked_on: date
    expires: date | None
    related: list[str]


def topics(folder: Path = _TOPICS) -> list[Topic]:
    """All entries in the order of their numbers."""
    found = [_topic(path.stem, entry) for path in sorted(folder.glob("*.yml")) for entry in _load(path)]
    return sorted(found, key=lambda topic: topic.number)


def _topic(group: str, entry: Mapping[str, Any]) -> Topic:
    sources = [{"name": str(source["name"]), "date": str(source.get("date") or "")} for source in entry["sources"]]
    return Topic(
        slug=entry["slug"],
        group=group,
        number=entry["number"],
        facts=entry["facts"],
        countries=list(entry.get("countries") or ()),
        sources=sources,
        checked_on=entry["checked_on"],
        expires=entry.get("expires"),
        related=list(entry.get("related") or ()),
    )


def wordings(folder: Path = LOCALES) -> Iterator[tuple[str, str, str, str]]:
    """Language, slug, question and answer of every seed wording."""
    for path in sorted(folder.glob("*/faq/*.yml")):
        for slug, words in _load(path).items():
            yield path.parent.parent.name, slug, words["question"].strip(), words["answer"].strip()


def phrases(folder: Path = NLU) -> Iterator[tuple[str, str, str]]:
    """Language, slug and phrase: how people ask, from the training data."""
    for path in sorted(folder.glob("*/faq/*.yml")):
        for block in _load(path)["nlu"]:
            slug = block["intent"].removeprefix("faq/")
            for line in block["examples"].splitlines():
                if phrase := line.strip().removeprefix("- ").strip():
                    yield path.parent.parent.name, slug, phrase


def ways_to_ask() -> Iterator[tuple[str, str]]:
    """Slug and text of everything that is known to ask for an entry: its question in every language, and the phrases."""
    yield from ((slug, question) for _, slug, question, _ in wordings())
    yield from ((slug, phrase) for _, slug, phrase in phrases())


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
