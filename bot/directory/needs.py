"""Which kind of help a text asks for, so that nobody is asked again what they have said."""

import re
from functools import cache
from pathlib import Path

import yaml

from bot.directory.places import plain

_DATA = Path(__file__).with_name("needs.yml")
_READ = 2000
"""Characters of a message that are looked through."""


def need_in(text: str, *, asked: bool = False) -> str | None:
    """The need that a text names first ("legal", "psychological", …); None if it names none.

    `asked`: the text answers the question for it, so that a single word ("work", "a child") names it.
    """
    read = plain(text[:_READ])
    found = _pattern("named").search(read) or (_pattern("answered").search(read) if asked else None)
    return found.lastgroup if found else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    needs = yaml.safe_load(_DATA.read_text(encoding="utf-8"))[kind]
    groups = (f"(?P<{need}>{'|'.join(re.escape(plain(word)) for word in words)})" for need, words in needs.items())
    return re.compile(rf"\b(?:{'|'.join(groups)})")
