"""What every measure is given."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from tools.quality.figures import Findings
from tools.quality.sets import Sets

type Read = Callable[[str], Mapping[str, Any]]
"""From a message to what `hotline analyze` says of it."""

type Wording = tuple[str, str, str, str]
"""Slug, language, question and answer."""


@dataclass(frozen=True)
class Bench:
    """The sets, the readers, and where the findings go.

    `read` answers with today's entries, `read_with` opens a reader that has some entries more, `fresh` one that has
    read nothing yet.
    """

    sets: Sets
    read: Read
    read_with: Callable[[Sequence[Wording]], AbstractContextManager[Read]]
    fresh: Callable[[], AbstractContextManager[Any]]
    findings: Findings = field(default_factory=Findings)
