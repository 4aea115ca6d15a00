"""What the offer check learns from: sentences that show one sign (or nearly), and whole texts in which every sign is marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.offers.rules import codes, read_data
from bot.paths import NLU

KINDS: Mapping[str, str] = {
    "offer": "offer",
    "told": "offer",
    "fair": "fair",
    "denial": "fair",
    "advice": "advice",
    "question": "question",
    "seeking": "seeking",
    "other": "other",
}
"""What a text is, by the kind that its writer gave it: an offer with signs (posted, or told of), one without, and what is no offer."""
KIND_LABELS = tuple(dict.fromkeys(KINDS.values()))
"""What the readers tell apart."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the data: whether it shows the sign of its code."""

    code: str
    text: str
    shows: bool


@dataclass(frozen=True)
class OfferText:
    """A whole text. `signs`: by code the words that show it."""

    kind: str
    text: str
    signs: Mapping[str, tuple[str, ...]]

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Code, start and end of every place that shows a sign."""
        for code, quotes in self.signs.items():
            for quote in quotes:
                start = self.text.index(quote)
                yield code, start, start + len(quote)


def sentences_of(folder: Path = NLU) -> Iterator[Sentence]:
    """All sentences of all languages."""
    for path in sorted(folder.glob("*/red-flags.yml")):
        for code, kinds in read_data(path).items():
            yield from (Sentence(code, text, shows=True) for text in kinds["shows"])
            yield from (Sentence(code, text, shows=False) for text in kinds["leaves"])


def listed_of(folder: Path = NLU) -> Iterator[Sentence]:
    """The plain words with which the patterns of all languages are tried: adverts are full of them, side by side."""
    for path in sorted(folder.glob("*/offers.yml")):
        for code, rows in read_data(path).items():
            for row in rows if code in codes() else ():
                yield from (Sentence(code, text, shows=True) for text in row.get("catches") or ())
                yield from (Sentence(code, text, shows=False) for text in row.get("leaves") or ())


def texts_of(folder: Path = NLU, language: str = "*") -> Iterator[OfferText]:
    """All whole texts of all languages, or of one."""
    for path in sorted(folder.glob(f"{language}/offer-texts.yml")):
        for row in read_data(path):
            signs = {code: _listed(quotes) for code, quotes in (row.get("signs") or {}).items()}
            yield OfferText(row["kind"], row["text"], signs)


def _listed(quotes: str | list[str]) -> tuple[str, ...]:
    return (quotes,) if isinstance(quotes, str) else tuple(quotes)
