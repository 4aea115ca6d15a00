"""Which help what was told calls for: with a place alone, help is shown there without asking what for."""

import re
from functools import cache
from pathlib import Path

import yaml

from bot.danger.levels import Danger, Level
from bot.plain import plain

_DATA = Path(__file__).with_name("calls_for.yml")
_READ = 2000
"""Characters."""
_AT_HOME = {
    "violence_now",
    "controlled_partner",
    "threat_now",
    "weapon",
    "sexual_violence",
    "locked_in",
    "child_in_danger",
}
_MISSING = "relative_silent"
_OF_THEIR_OWN = ("violence", "psychological")
"""Needs that a later word of exploitation does not push aside."""
SUICIDE = "suicide"


def calls_for(text: str, danger: Danger, before: str | None = None) -> str | None:
    """The need (`bot/replies/help_near.py`) that a message calls for, after what called for `before`; None if none is known.

    Violence by a partner calls for other lines than exploitation; a relative who is silent, for those who search.
    """
    if danger.level <= Level.CONCERN:
        return "missing" if danger.level and _MISSING in danger.signs else before
    if SUICIDE in danger.signs[:1] and danger.level is Level.EMERGENCY:
        return "psychological"
    if _AT_HOME & set(danger.signs) and of_a_partner(text):
        return "violence"
    return before if before in _OF_THEIR_OWN else "trafficking"


def of_a_partner(text: str) -> bool:
    """Whether a text names a husband or another partner, one's own or somebody's."""
    return _partner().search(plain(text[:_READ])) is not None


def is_minor(text: str) -> bool:
    """Whether the writer says to be under 18 ("мені 15", "am 15 ani", "I'm 15")."""
    return _minor().search(plain(text[:_READ])) is not None


@cache
def _partner() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(plain(word)) for word in _words('partner'))})")


@cache
def _minor() -> re.Pattern[str]:
    said = "|".join(re.escape(plain(word)).replace(r"\{\}", "(?:[89]|1[0-7])") for word in _words("minor"))
    others = "|".join(re.escape(plain(word)) for word in _words("not_age"))
    return re.compile(rf"\b(?:{said})\b(?![.,:]?\d)(?!\s*(?:{others}))")


def _words(kind: str) -> list[str]:
    words: list[str] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))[kind]
    return words
