"""What stands behind a greeting: people say hello first and ask in the same message ("hello, is this anonymous?").

The greetings are the short training phrases of that intent (`nlu/<code>/intents.yml`).
"""

import re
from functools import cache
from pathlib import Path

import yaml

from bot.intents import examples
from bot.privacy.scrub_lists import fold, lists
from bot.spelling import unmarked

LEADS_ON = frozenset({"faq", "human", "services", "privacy", "language", "quiz", "share_offer", "ask_offer_check"})
"""Intents that are believed of what follows a greeting; "how are you" and "my name is …" remain part of it."""
_LONGEST = 3
"""Words of a phrase that may stand before something else."""
_FEWEST_LETTERS = 2
_INTRODUCTIONS = Path(__file__).with_name("greetings.yml")
_INTRODUCED = 80
"""Characters of a message that may be no more than a name."""


def behind(text: str) -> str:
    """What follows the greetings at the beginning of a message; empty if it begins with none, or nothing follows."""
    whole = text.strip()
    found = _greetings().match(unmarked(whole))
    rest = whole[found.end() :] if found else ""
    return rest if len(rest.split()) > 1 else ""


def only_a_name(text: str) -> bool:
    """Whether a message says nothing but how its writer is called ("мене звати Оля"): a greeting as well."""
    found = _introduction().fullmatch(text.strip(" .,!)")) if len(text) <= _INTRODUCED else None
    return found is not None and all(
        word[0].isupper() or fold(word) in lists().given_names for word in found["name"].split()
    )


@cache
def _introduction() -> re.Pattern[str]:
    words = yaml.safe_load(_INTRODUCTIONS.read_text(encoding="utf-8"))["introductions"]
    listed = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?:{listed})[\s:—–-]+(?P<name>[^\W\d_]['’ʼ\w-]*(?:\s+[^\W\d_]['’ʼ\w-]*){{0,2}})", re.IGNORECASE
    )


@cache
def _greetings() -> re.Pattern[str]:
    said = {unmarked(phrase.casefold()) for phrase, intent in examples() if intent == "greeting"}
    short = [phrase for phrase in said if len(phrase.split()) <= _LONGEST and _letters(phrase) >= _FEWEST_LETTERS]
    listed = "|".join(re.escape(phrase) for phrase in sorted(short, key=len, reverse=True))
    return re.compile(rf"(?:(?:{listed})(?!\w)[\s,.!)…:;–—-]*)+", re.IGNORECASE)


def _letters(phrase: str) -> int:
    return sum(letter.isalpha() for letter in phrase)
