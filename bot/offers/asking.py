"""Whether somebody asks on about an offer that was checked, or wants another one checked."""

import re
from functools import cache
from pathlib import Path

import yaml

from bot.plain import plain

_DATA = Path(__file__).with_name("asking.yml")
_LONGEST = 10
"""Words: whoever writes more tells something of their own."""
_READ = 300
"""Characters."""


def asks_on(text: str, intent: str) -> bool:
    """Whether a message is about the offer that was checked just before. `intent`: how the message is read.

    Asking for a check without naming one asks whether that offer is a scam; asking for answers, what to do now.
    """
    read = plain(text)
    if len(read.split()) > _LONGEST:
        return False
    if _pattern("scam").search(read):
        return True
    if intent == "ask_offer_check":
        return _pattern("another").search(read) is None
    return intent == "ask_question" and _pattern("what_now").search(read) is not None


def asks_how(text: str) -> bool:
    """Whether they ask how to check an offer, or who makes it, themselves."""
    return _pattern("how").search(plain(text[:_READ])) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = yaml.safe_load(_DATA.read_text(encoding="utf-8"))[kind]
    return re.compile(rf"\b(?:{'|'.join(re.escape(plain(word)) for word in words)})")
