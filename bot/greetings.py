"""What stands behind a greeting: people say hello first and ask in the same message ("hello, is this anonymous?").

The greetings are the short training phrases of that intent (`nlu/<code>/intents.yml`).
"""

import re
from functools import cache

from bot.intents import examples
from bot.spelling import unmarked

LEADS_ON = frozenset({"faq", "human", "services", "privacy", "language", "quiz", "share_offer", "ask_offer_check"})
"""Intents that are believed of what follows a greeting; "how are you" and "my name is …" remain part of it."""
_LONGEST = 3
"""Words of a phrase that may stand before something else."""
_FEWEST_LETTERS = 2


def behind(text: str) -> str:
    """What follows the greetings at the beginning of a message; empty if it begins with none, or nothing follows."""
    whole = text.strip()
    found = _greetings().match(unmarked(whole))
    rest = whole[found.end() :] if found else ""
    return rest if len(rest.split()) > 1 else ""


@cache
def _greetings() -> re.Pattern[str]:
    said = {unmarked(phrase.casefold()) for phrase, intent in examples() if intent == "greeting"}
    short = [phrase for phrase in said if len(phrase.split()) <= _LONGEST and _letters(phrase) >= _FEWEST_LETTERS]
    listed = "|".join(re.escape(phrase) for phrase in sorted(short, key=len, reverse=True))
    return re.compile(rf"(?:(?:{listed})(?!\w)[\s,.!)…:;–—-]*)+", re.IGNORECASE)


def _letters(phrase: str) -> int:
    return sum(letter.isalpha() for letter in phrase)
