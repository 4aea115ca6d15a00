"""The hotline's only markup, `**bold**`, for channels; and cutting long texts into parts that Telegram takes."""

import html
import re

LIMIT = 4096
"""Telegram's limit for one message, in UTF-16 units after its markup is read."""

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def as_html(text: str) -> str:
    """For Telegram's HTML mode: everything escaped, `**…**` bold."""
    return _BOLD.sub(r"<b>\1</b>", html.escape(_clean(text), quote=False))


def as_plain(text: str) -> str:
    """Without markup."""
    return _BOLD.sub(r"\1", _clean(text))


def _clean(text: str) -> str:
    """Half an emoji (a lone surrogate) and NUL cannot be sent."""
    return text.encode("utf-16", "replace").decode("utf-16", "replace").replace("\x00", "")


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int = LIMIT) -> list[str]:
    """Cut a text into parts of at most `limit` UTF-16 units, at paragraphs where it can, else lines, else words."""
    text = text.strip()
    parts = []
    while units(text) > limit:
        cut = _best_cut(text, limit)
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*parts, text] if text else parts


def _best_cut(text: str, limit: int) -> int:
    longest = _letters_within(text, limit)
    for border in ("\n\n", "\n", " "):
        found = text.rfind(border, longest // 2, longest)
        if found > 0:
            return found
    return longest


def _letters_within(text: str, limit: int) -> int:
    """How many letters from the start of the text fit into so many UTF-16 units."""
    used = 0
    for count, letter in enumerate(text):
        used += units(letter)
        if used > limit:
            return count
    return len(text)
