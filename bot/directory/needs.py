"""Which kind of help a text asks for, so that nobody is asked again what they have said."""

import re
from functools import cache
from pathlib import Path

import yaml

from bot.plain import plain

_DATA = Path(__file__).with_name("needs.yml")
_READ = 2000
"""Characters of a message that are looked through."""
_ANSWER = 5
"""Words of an answer; what is longer tells more than a need."""


def need_in(text: str, *, asked: bool = False) -> str | None:
    """The need that a text names first ("legal", "psychological", …); None if it names none.

    `asked`: the text answers the question for it, so that a single word ("work", "a child") names it.
    """
    read = plain(text[:_READ])
    if found := _pattern("named").search(read):
        return found.lastgroup
    if not asked or len(read.split()) > _ANSWER:
        return None
    named = {found.lastgroup for found in _pattern("answered").finditer(read)}
    return next((need for need in _words("answered") if need in named), None)


@cache
def _words(kind: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))[kind]
    return words


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    needs = _words(kind).items()
    groups = (f"(?P<{need}>{'|'.join(re.escape(plain(word)) for word in words)})" for need, words in needs)
    return re.compile(rf"\b(?:{'|'.join(groups)})")
