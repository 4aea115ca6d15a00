"""The phrases that the encoder is tuned on, from the hotline's own training data."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bot.offers.check import OfferCheck  # noqa: E402  # the path must be known first
from bot.offers.examples import KINDS, OfferText, texts_of  # noqa: E402
from bot.offers.meaning import as_read, pieces_of  # noqa: E402
from bot.romanized import in_own_letters  # noqa: E402

PRACTICE = Path(__file__).with_name("practice.jsonl")
HELD_OUT = 10
"""Percent of the phrases that are only asked about in the end."""
OFFERS_HELD_OUT = 25
"""Percent of the whole offer texts that the encoder does not learn: the judge's weights are found on these (tools/offer_judge.py)."""
_HALF = 0.5
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Phrase:
    """A text and what it teaches.

    `task` is answer, passage, intent, danger, sign (a piece of an offer) or offer (a whole one). `label` is one, or for sign
    and offer any number of them with blanks between. `of`: the whole text of a piece.
    """

    text: str
    task: str
    label: str
    of: str = ""

    @property
    def read_as(self) -> str:
        """The text with the word that tells e5 what it is reading."""
        return ("passage: " if self.task == "passage" else "query: ") + self.text

    @property
    def held_out(self) -> bool:
        """Whether it is kept for asking."""
        if self.of:
            return offer_held_out(self.of)
        return self.task != "passage" and crc32(self.text.encode()) % 100 < HELD_OUT


def offer_held_out(text: str) -> bool:
    """Whether a whole offer text is kept from the encoder."""
    return crc32(text.encode()) % 100 < OFFERS_HELD_OUT


def phrases() -> list[Phrase]:
    """All of them, each once."""
    return list(dict.fromkeys([*_answers(), *_practice(), *_intents(), *_danger(), *_offers()]))


def _answers() -> Iterator[Phrase]:
    for path in sorted(ROOT.glob("locales/*/faq/*.yml")):
        for slug, words in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            question, answer = words["question"].strip(), _PLACEHOLDER.sub("", words["answer"])
            yield Phrase(question, "answer", slug)
            for part in re.split(r"\n\s*\n", answer):
                if len(part.strip()) > 20:  # noqa: PLR2004  # as bot/faq/passages.py cuts them
                    yield Phrase(f"{question} {part.strip()}", "passage", slug)
    for path in sorted(ROOT.glob("nlu/*/faq/*.yml")):
        yield from (Phrase(_own(text), "answer", label.removeprefix("faq/")) for label, text in _examples(path))


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
        yield from (Phrase(_own(text), "intent", label) for label, text in _examples(path))


def _danger() -> Iterator[Phrase]:
    for path in sorted(ROOT.glob("nlu/*/danger*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(content, dict):  # the other files hold patterns
            yield from (
                Phrase(_own(str(row["text"])), "danger", level) for level, rows in content.items() for row in rows
            )


def _offers() -> Iterator[Phrase]:
    """Whole texts with the signs and kind of each, and their pieces with the signs of each."""
    check = OfferCheck()
    for text in texts_of():
        reading = check.readings(text.text)[-1]
        yield Phrase(as_read(text.text, reading), "offer", " ".join([KINDS[text.kind], *text.signs]), text.text)
        for piece in pieces_of(text.text, reading):
            shown = _shown(text, piece.start, piece.end)
            if shown is not None:
                yield Phrase(piece.text, "sign", shown, text.text)


def _shown(text: OfferText, start: int, end: int) -> str | None:
    """The signs of a piece; None if words that show one are cut in two."""
    found = set()
    for code, first, last in text.spans():
        shared = min(last, end) - max(first, start)
        if 0 < shared < _HALF * (last - first):
            return None
        if shared > 0:
            found.add(code)
    return " ".join(sorted(found))


def _own(text: str) -> str:
    return in_own_letters(text)


def _examples(path: Path) -> Iterator[tuple[str, str]]:
    for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
        for line in block["examples"].splitlines():
            if line.strip():
                yield block["intent"], line.strip().removeprefix("- ").strip()
