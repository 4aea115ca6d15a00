"""Where the readers of a message draw their lines: thresholds and weights, kept as data with their reasons."""

from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

import yaml

from bot.paths import NLU

FILE = NLU / "calibration.yml"


@dataclass(frozen=True)
class FaqCalibration:
    """How the readers of a question are put together; see the file."""

    near: float
    answers: float
    words: float
    new: float
    share: float
    nearness: float
    start: float
    enough: float
    given: float
    sure: float
    close: float
    several: float
    unasked: float
    together: float
    followed: float
    joined: float
    near_last: float
    related: float
    of_country: float
    elsewhere: float
    foreign: float

    def likelihood(self, log_share: float, nearness: float) -> float:
        """How likely the best entry is the right one (0 to 1)."""
        return 1 / (1 + exp(-(self.share * log_share + self.nearness * nearness + self.start)))


@dataclass(frozen=True)
class DangerCalibration:
    """From which probability on a level counts (0 to 1)."""

    emergency: float
    exploitation: float
    concern: float
    harmless: float
    harmless_held: float
    sentence: float


@dataclass(frozen=True)
class Calibration:
    """All of it. `believed`: below this confidence an intent is not believed; `after_greeting`: what follows a greeting counts."""

    faq: FaqCalibration
    danger: DangerCalibration
    believed: float
    after_greeting: float


@cache
def calibration(file: Path = FILE) -> Calibration:
    """Read the file."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    faq = dict(data["faq"])
    return Calibration(
        FaqCalibration(**faq.pop("likelihood"), **faq.pop("follow"), **faq),
        DangerCalibration(**data["danger"]),
        **data["route"],
    )
