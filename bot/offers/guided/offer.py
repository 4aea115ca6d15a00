"""What is known of an offer from its texts: which signs stand in which words, and what need not be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from bot.directory.places import Places
from bot.offers.check import Report
from bot.offers.registers.mentions import mentions

_HOME = "UA"
"""Named in most offers as the place that people leave: never taken for the country of the work."""
_LONGEST_QUOTE = 90
_MOST_PIECES = 10
"""Texts of one offer; what comes after that is read, but no longer added."""


@dataclass(frozen=True)
class Piece:
    """What one text says. `signs`: the words (shortened) by code; `facts`: `country`, `firm`, `work` where it says them."""

    signs: Mapping[str, str] = field(default_factory=dict)
    country: str | None = None
    facts: frozenset[str] = frozenset()

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {"signs": dict(self.signs), "country": self.country, "facts": sorted(self.facts)}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """Undo `as_dict`."""
        return cls(dict(value["signs"]), value["country"], frozenset(value["facts"]))


@dataclass(frozen=True)
class Offer:
    """An offer, as far as its texts tell of it; without any text nothing is known."""

    pieces: tuple[Piece, ...] = ()

    @property
    def signs(self) -> Mapping[str, str]:
        """The words of each sign where it was seen first, by code."""
        return {code: quote for piece in reversed(self.pieces) for code, quote in piece.signs.items()}

    @property
    def country(self) -> str | None:
        """Where the work would be, if a text says so."""
        return next((piece.country for piece in self.pieces if piece.country), None)

    @property
    def facts(self) -> frozenset[str]:
        """What the texts say already."""
        return frozenset().union(*(piece.facts for piece in self.pieces))

    def with_piece(self, piece: Piece) -> "Offer":
        """The same offer, with one more text."""
        return Offer((*self.pieces, piece)) if len(self.pieces) < _MOST_PIECES else self

    def as_list(self) -> list[dict[str, Any]]:
        """As JSON values."""
        return [piece.as_dict() for piece in self.pieces]

    @classmethod
    def from_list(cls, value: Sequence[Mapping[str, Any]]) -> Self:
        """Undo `as_list`."""
        return cls(tuple(Piece.from_dict(one) for one in value))


def read(text: str, report: Report, places: Places) -> Piece:
    """What a checked text says of an offer."""
    signs = {flag.code: _shortened(flag.quote) for flag in report.flags}
    country = _destination(places.countries_in(text))
    facts = {
        "country": country is not None,
        "firm": any(mention.quotable for mention in mentions(text)),
        "work": "vague_work" not in signs,
    }
    return Piece(signs, country, frozenset(fact for fact, there in facts.items() if there))


def _destination(named: Sequence[str]) -> str | None:
    """The only country besides home that a text names; with two of them one may be on the way, so it is asked."""
    away = [country for country in named if country != _HOME]
    return away[0] if len(away) == 1 else None


def _shortened(quote: str) -> str:
    quote = " ".join(quote.replace("**", "").split())
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
