"""Finds the weights with which the offer check adds up its evidence, and writes `nlu/offer-judge.yml`.

    .venv/bin/python tools/offer_judge.py --network FILE

The readers are trained on three quarters of the whole texts (`nlu/*/offer-texts.yml`) and asked about the last one, so that the
weights are found on texts that they had not learnt. `--network` names a network that has not learnt that quarter either
(`tools/tune/offers.py --without 0`). Run it again when the texts have grown much (some minutes).
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

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
from bot.offers.network import Network  # noqa: E402
from tools.tune.left_out import left_out  # noqa: E402

_LINE = 0.40
"""From which chance on a sign stands: where the F1 of the flags is highest, with 1 in 20 fair offers flagged at most."""
_LEAN = 0.7
"""Log odds by which a text is sooner taken for an offer: a missed offer is worse than a question that is checked."""
_HEAD = """\
# How the evidence for a sign, and for a text being an offer, adds up (bot/offers/judge.py): weights of log odds. Written by
# tools/offer_judge.py from texts that the readers had not learnt; `line` is the chance from which on a sign stands.
"""


def evidence_of(texts: Sequence[OfferText], network: Path, data: Path) -> list[tuple[OfferText, Evidence]]:
    """Every text of the part left out, with what readers say of it that have not learnt it."""
    embedder, plain = Embedder(ensure_encoder(data), vector_store(data)), OfferCheck()
    part = left_out(len(texts))
    others = [text for text, out in zip(texts, part, strict=True) if not out]
    readers = learn_meaning(tuple(plain.rules.codes), lambda text: plain.readings(text)[-1], embedder.matrix, others)
    with TemporaryDirectory() as folder:
        words = Network.load(embedder.engine, Path(folder), tuple(plain.rules.codes), network)
    check = OfferCheck(plain.rules, Meaning(*readers, words, embedder.vectors))
    return [(text, check.evidence(text.text)) for text, out in zip(texts, part, strict=True) if out]


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, required=True, help="one that has not learnt the part left out")
    known = evidence_of(list(texts_of()), parser.parse_args().network, ROOT / "var")
    found = weights(known, list(OfferCheck().rules.codes))
    FILE.write_text(
        _HEAD + yaml.safe_dump(found, sort_keys=False, default_flow_style=None, width=120), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
