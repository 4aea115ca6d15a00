"""The phrases that the encoder is tuned on, from the hotline's own training data."""

import json
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bot.spelling import as_read, spellings  # noqa: E402  # the path must be known first

PRACTICE = Path(__file__).with_name("practice.jsonl")
HELD_OUT = 10
"""Percent of the phrases that are only asked about in the end."""
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Phrase:
    """A text and what it teaches. `task` is answer, passage, intent or danger."""

    text: str
    task: str
    label: str
    weight: int = 1
    """How often it is read for each time that others are."""

    @property
    def read_as(self) -> str:
        """The text with the word that tells e5 what it is reading."""
        return ("passage: " if self.task == "passage" else "query: ") + as_read(self.text)

    @property
    def held_out(self) -> bool:
        """Whether it is kept for asking."""
        return self.task != "passage" and crc32(spellings(self.text)[-1].encode()) % 100 < HELD_OUT


def phrases(dwelt_on: Collection[str] = (), weight: int = 1) -> list[Phrase]:
    """All of them, each once; Romanian ones in every spelling.

    `dwelt_on`: files of danger (their names without suffix) whose messages are read `weight` times as often.
    """
    danger = _danger(dict.fromkeys(dwelt_on, weight))
    listed = dict.fromkeys([*_answers(), *_practice(), *_intents(), *danger])
    spelled = (replace(one, text=text) for one in listed for text in spellings(one.text))
    return list(dict.fromkeys(spelled))


def _answers() -> Iterator[Phrase]:
    for path in sorted(ROOT.glob("locales/*/faq/*.yml")):
        for slug, words in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            question, answer = words["question"].strip(), _PLACEHOLDER.sub("", words["answer"])
            yield Phrase(question, "answer", slug)
            for part in re.split(r"\n\s*\n", answer):
                if len(part.strip()) > 20:  # noqa: PLR2004  # as bot/faq/passages.py cuts them
                    yield Phrase(f"{question} {part.strip()}", "passage", slug)
    for path in sorted(ROOT.glob("nlu/*/faq/*.yml")):
        yield from (Phrase(text, "answer", label.removeprefix("faq/")) for label, text in _examples(path))


def _practice() -> Iterator[Phrase]:
    """Entries that exist nowhere else: they teach how questions lead to answers, and nobody is ever shown them."""
    for line in PRACTICE.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        label = f"practice/{entry['slug']}"
        for words in (entry["uk"], entry["ro"], entry["en"]):
            yield Phrase(words["question"], "answer", label)
            yield Phrase(f"{words['question']} {words['answer']}", "passage", label)
        yield from (Phrase(query, "answer", label) for queries in entry["queries"].values() for query in queries)


def _intents() -> Iterator[Phrase]:
    for path in sorted(ROOT.glob("nlu/*/intents.yml")):
        yield from (Phrase(text, "intent", label) for label, text in _examples(path))


def _danger(weights: Mapping[str, int]) -> Iterator[Phrase]:
    for path in sorted(ROOT.glob("nlu/*/danger*.yml")):
        content, weight = yaml.safe_load(path.read_text(encoding="utf-8")), weights.get(path.stem, 1)
        if isinstance(content, dict):  # the other files hold patterns
            for level, rows in content.items():
                yield from (Phrase(str(row["text"]), "danger", level, weight) for row in rows)


def _examples(path: Path) -> Iterator[tuple[str, str]]:
    for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
        for line in block["examples"].splitlines():
            if line.strip():
                yield block["intent"], line.strip().removeprefix("- ").strip()
