"""Texts as they are read while tuning: in batches of like length, with the work of the layers that stay done once."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from tools.tune.network import Encoder, halved

_TOKENS_AT_ONCE = 1800


@dataclass
class Lesson:
    """A text: the numbers of its pieces, and what the lower layers made of them."""

    numbers: list[int]
    lower: Tensor | None = field(default=None, init=False)


@torch.no_grad()
def prepare(encoder: Encoder, lessons: Sequence[Lesson]) -> None:
    """Do the work of the layers that stay."""
    for together in batches(lessons, shuffled=False):
        numbers = nn.utils.rnn.pad_sequence(
            [torch.tensor(one.numbers) for one in together], batch_first=True, padding_value=1
        )
        with encoder.held(), halved():
            rows = encoder.lower(numbers, there_of(together)).to(torch.bfloat16)
        for lesson, row in zip(together, rows, strict=True):
            lesson.lower = row[: len(lesson.numbers)].clone()


def rows_of(lessons: Sequence[Lesson]) -> Tensor:
    """What the lower layers made of texts, padded."""
    return nn.utils.rnn.pad_sequence([one.lower.float() for one in lessons if one.lower is not None], batch_first=True)


def there_of(lessons: Sequence[Lesson]) -> Tensor:
    """Which rows are a text's and not padding."""
    counts = torch.tensor([[len(one.numbers)] for one in lessons])
    return torch.arange(int(counts.max())) < counts


def batches[One: Lesson](lessons: Sequence[One], *, shuffled: bool = True) -> Iterator[list[One]]:
    """Lessons of like length together, in a new order each time."""
    stretch = {id(one): random.uniform(0.85, 1.15) if shuffled else 1.0 for one in lessons}  # noqa: S311  # no secret
    together: list[One] = []
    longest = 0
    for one in sorted(lessons, key=lambda lesson: len(lesson.numbers) * stretch[id(lesson)]):
        longest = max(longest, len(one.numbers))
        if together and longest * (len(together) + 1) > _TOKENS_AT_ONCE:
            yield together
            together, longest = [], len(one.numbers)
        together.append(one)
    if together:
        yield together
