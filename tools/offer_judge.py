"""Finds the weights with which the offer check adds up its evidence, and writes `nlu/offer-judge.yml`.

    .venv/bin/python tools/offer_judge.py

The readers are trained on three quarters of the whole texts (`nlu/*/offer-texts.yml`) and asked about the last one, four
times, so that the weights are found on texts that they had not learnt. Run it again when the texts have grown much (some
minutes).
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.encoder.tuned import ensure_encoder, vector_store  # noqa: E402  # the path must be known first
from bot.meaning import Embedder  # noqa: E402
from bot.offers.check import OfferCheck  # noqa: E402
from bot.offers.examples import KINDS, OfferText, texts_of  # noqa: E402
from bot.offers.judge import FILE, Evidence, offer_evidence, sign_evidence  # noqa: E402
from bot.offers.meaning import Meaning, learn_meaning  # noqa: E402

_PARTS = 4
_LINE = 0.30
"""From which chance on a sign stands: where the F1 of the flags is highest, with 1 in 20 fair offers flagged at most."""
_LEAN = 0.7
"""Log odds by which a text is sooner taken for an offer: a missed offer is worse than a question that is checked."""
_HEAD = """\
# How the evidence for a sign, and for a text being an offer, adds up (bot/offers/judge.py): weights of log odds. Written by
# tools/offer_judge.py from texts that the readers had not learnt; `line` is the chance from which on a sign stands.
"""


def evidence_of(texts: Sequence[OfferText], data: Path) -> Iterator[tuple[OfferText, Evidence]]:
    """Every text with what readers say of it that have not learnt it."""
    embedder, plain = Embedder(ensure_encoder(data), vector_store(data)), OfferCheck()
    part = np.random.default_rng(0).integers(0, _PARTS, len(texts))
    for number in range(_PARTS):
        others = [text for text, own in zip(texts, part, strict=True) if own != number]
        readers = learn_meaning(
            tuple(plain.rules.codes), lambda text: plain.readings(text)[-1], embedder.matrix, others
        )
        check = OfferCheck(plain.rules, Meaning(*readers, embedder.vectors))
        yield from ((text, check.evidence(text.text)) for text, own in zip(texts, part, strict=True) if own == number)
        print(f"part {number + 1} of {_PARTS}", file=sys.stderr)


def weights(known: Sequence[tuple[OfferText, Evidence]], codes: Sequence[str]) -> dict[str, dict[str, float]]:
    """The weights."""
    names = list(sign_evidence(known[0][1]))
    rows = np.concatenate([np.stack(list(sign_evidence(one).values()), axis=1) for _, one in known])
    own = np.tile(np.eye(len(codes)), (len(known), 1))
    shown = np.concatenate([[code in text.signs for code in codes] for text, _ in known])
    signs = LogisticRegression(C=0.3, max_iter=1000).fit(np.hstack([rows, own]), shown)
    start, coefficients = signs.intercept_[0], signs.coef_[0]
    told = [(text, one) for text, one in known if KINDS[text.kind] != "other"]
    offers = LogisticRegression(C=1.0, max_iter=1000).fit(
        [list(offer_evidence(one).values()) for _, one in told],
        [KINDS[text.kind] in ("offer", "fair") for text, _ in told],
    )
    return {
        "signs": dict(zip(names, _rounded(coefficients), strict=False)) | {"line": _LINE},
        "starts": dict(zip(codes, _rounded(coefficients[len(names) :] + start), strict=True)),
        "offer": dict(zip(offer_evidence(told[0][1]), _rounded(offers.coef_[0]), strict=True))
        | {"start": round(float(offers.intercept_[0]) + _LEAN, 2)},
    }


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(float(value), 2) for value in values]


def main() -> None:
    """Find and write."""
    known = list(evidence_of(list(texts_of()), ROOT / "var"))
    found = weights(known, list(OfferCheck().rules.codes))
    FILE.write_text(
        _HEAD + yaml.safe_dump(found, sort_keys=False, default_flow_style=None, width=120), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
