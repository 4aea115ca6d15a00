"""How what patterns and meaning found adds up: whether a text offers something, and which signs stand.

Each is a weighted sum of evidence, as log odds; the weights are data (`nlu/offer-judge.yml`), found by `tools/offer_judge.py` on texts
that the readers had not learnt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from bot.meaning import Vector
from bot.offers.examples import KIND_LABELS
from bot.offers.meaning import Seen
from bot.paths import NLU

FILE = NLU / "offer-judge.yml"
_LEAST, _MOST = -10.0, 6.0
"""Log odds beyond these say no more than these."""
_UNFAMILIAR, _UNFAMILIAR_IF_GRAVE = -2.5, -1.5
"""Where a pattern stands, the readers' log odds count as no less: they may doubt it, but not wipe it out for being new to them. Of a
strong sign less: "we keep your passport" stands."""
_OUTRIGHT = 4
"""Signs that patterns find: of 26 such texts that no reader had learnt, 25 were offers."""
_OFFERING = np.array([label in ("offer", "fair") for label in KIND_LABELS])


@dataclass(frozen=True)
class Evidence:
    """What is known of a text. For each code: the surest piece, the surest word, and whether a pattern stands.

    `offered`: how likely (log) it is an offer with signs. `offering`: log odds of offering anything, by its kind; `seen`: the
    same by the network. `cue`: patterns say that it offers something. `free`: none says that it gives advice, asks or seeks.
    """

    sentence: Vector
    word: Vector
    pattern: Vector
    offered: float
    offering: float
    seen: float
    cue: bool
    free: bool


@dataclass(frozen=True)
class Judge:
    """The weights. `signs`: of the evidence for each sign; `starts`: where each code starts; `offer`: of being an offer."""

    signs: Mapping[str, float]
    starts: Mapping[str, float]
    offer: Mapping[str, float]

    def chances(self, codes: tuple[str, ...], known: Evidence) -> Vector:
        """How likely the text shows each code (0 to 1)."""
        odds = np.array([self.starts[code] for code in codes], np.float32)
        for name, values in sign_evidence(known).items():
            odds = odds + np.float32(self.signs[name]) * values
        chances: Vector = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return chances

    def standing(self, codes: tuple[str, ...], known: Evidence) -> list[int]:
        """The columns of the codes whose chance is enough."""
        return [int(column) for column in np.flatnonzero(self.chances(codes, known) >= self.signs["line"])]

    def is_offer(self, known: Evidence) -> bool:
        """Whether the text offers something."""
        return _outright(known) or self._offer_odds(offer_evidence(known)) >= 0

    def may_be_offer(self, known: Evidence) -> bool:
        """Whether it could be one if what nobody has read yet spoke for it as clearly as it can."""
        if _outright(known):
            return True
        said = offer_evidence(known)
        spoken = {"sign": (_LEAST, _MOST), "seen": (_LEAST, -_LEAST)}
        best = {name: max(span, key=lambda value: self.offer[name] * value) for name, span in spoken.items()}
        return self._offer_odds(said | best) >= 0

    def _offer_odds(self, said: Mapping[str, float]) -> float:
        return sum(self.offer[name] * value for name, value in said.items()) + self.offer["start"]


def _outright(known: Evidence) -> bool:
    """Whether patterns alone say that it is an offer: so many signs in words that offer, and none that ask, advise or seek."""
    return known.cue and known.free and float(known.pattern.sum()) >= _OUTRIGHT


def evidence(seen: Seen, pattern: Vector, grave: Sequence[bool], *, cue: bool, free: bool) -> Evidence:
    """Gather it. `pattern`: 1 for each code that a pattern found, else 0. `grave`: which codes are strong signs."""
    doubt = np.where(grave, np.float32(_UNFAMILIAR_IF_GRAVE), np.float32(_UNFAMILIAR))
    least = np.where(pattern > 0, doubt, np.float32(_LEAST))
    return Evidence(
        _surest(seen.pieces, least),
        _surest(seen.look.words if seen.look else None, least),
        pattern,
        max(float(_shares(seen.kinds)[KIND_LABELS.index("offer")]), _LEAST),
        _offering(seen.kinds),
        _offering(seen.look.kinds) if seen.look else 0.0,
        cue,
        free,
    )


def _surest(rows: Vector | None, least: Vector) -> Vector:
    """Of each code the surest row, not below `least`."""
    if rows is None:
        return least
    return np.clip(rows.max(axis=0), least, _MOST)


def _shares(kinds: Vector) -> Vector:
    shares: Vector = kinds - np.logaddexp.reduce(kinds)
    return shares


def _offering(kinds: Vector) -> float:
    shares = _shares(kinds)
    odds = np.logaddexp.reduce(shares[_OFFERING]) - np.logaddexp.reduce(shares[~_OFFERING])
    return float(np.clip(odds, _LEAST, -_LEAST))


def sign_evidence(known: Evidence) -> dict[str, Vector]:
    """What counts for each code, by the name of its weight."""
    return {
        "sentence": known.sentence,
        "word": known.word,
        "pattern": known.pattern,
        "offered": np.full_like(known.word, known.offered),
    }


def offer_evidence(known: Evidence) -> dict[str, float]:
    """What counts for being an offer, by the name of its weight."""
    return {
        "kinds": known.offering,
        "seen": known.seen,
        "cue": float(known.cue),
        "free": float(known.free),
        "patterns": min(float(known.pattern.sum()), 4.0),
        "sign": float(known.sentence.max()),
    }


@cache
def judge(file: Path = FILE) -> Judge:
    """Read the file."""
    return Judge(**yaml.safe_load(file.read_text(encoding="utf-8")))
