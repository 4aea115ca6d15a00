"""Marks: each message begins with a word that exists once, so that it is known again wherever it is seen."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

_MARK = re.compile(r"\b[pca]\d+n\d+\b")
_WORDS = (
    "Добрий день, я вже на місці й чекаю на автобус",
    "Дякую, я зрозуміла, зараз пошукаю цей папір",
    "Так, ми живемо тут із березня, усе гаразд",
    "А скільки часу це займає, якщо подати онлайн?",
    "Mulțumesc, am înțeles, mâine merg la primărie",
    "Bine, o să întreb și revin cu răspunsul",
    "Thank you, I will ask them tomorrow morning",
    "Yes, I have the letter here, it is two pages long",
)


def marked(kind: str, chat: int, number: int) -> tuple[str, str]:
    """A mark and a message with it. `kind`: `p` from a person, `c` from a counselor, `a` of somebody arriving."""
    mark = f"{kind}{chat}n{number}"
    return mark, f"{mark} {_WORDS[(chat + number) % len(_WORDS)]}"


def marks_in(text: str) -> Iterator[str]:
    """The marks in a text, in order."""
    return (found[0] for found in _MARK.finditer(text))


@dataclass
class Sightings:
    """When each mark was sent, and when it was first seen by somebody. Moments of the monotonic clock."""

    sent: dict[str, float] = field(default_factory=dict)
    seen: dict[tuple[str, str], float] = field(default_factory=dict)

    def send(self, mark: str) -> None:
        """It leaves its sender now."""
        self.sent[mark] = time.monotonic()

    def see(self, who: str, text: str, at: float | None = None) -> None:
        """Somebody has a text before their eyes."""
        for mark in marks_in(text):
            self.seen.setdefault((who, mark), time.monotonic() if at is None else at)

    def took(self, who: str, mark: str) -> float | None:
        """Seconds from sending to seeing; None: not seen yet."""
        seen = self.seen.get((who, mark))
        return None if seen is None else seen - self.sent[mark]
