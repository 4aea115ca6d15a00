"""A message as HTML: everything is escaped first, and only what we know becomes markup.

Never hand anything but the result of `Rich.html` to a page without escaping.
"""

import re
from collections.abc import Iterable
from html import escape

from bot.directory.services import Directory

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_ADDRESS = r"https?://[^\s<>\"'«»„”“*]+"
_TAIL = ".,;:!?)]}’"
# A short number is no phone number when it is part of a longer one, of a date, or a sum.
_NOT_BEFORE = r"(?<![\w+])(?<!\d[\s.,:/-])"
_NOT_AFTER = r"(?![\w%€$])(?![\s.,:/-]\d)(?!\s?(?:%|€|\$|грн|lei|лей|євро|euro?s?|eur|zł|злот))"


class Rich:
    """Turns texts into HTML, with the directory's numbers and sites as links."""

    def __init__(self, directory: Directory) -> None:
        """`directory`: the only place from which numbers come; a number that is not in it stays plain text."""
        services = directory.services.values()
        numbers = {number for service in services for number in (*service.inside, *service.abroad)}
        sites = {link.removeprefix("https://"): link for service in services for link in service.links}
        self._sites = sites
        self._theirs = re.compile(f"(?P<address>{_ADDRESS})", re.IGNORECASE)
        self._ours = re.compile(
            f"(?P<address>{_ADDRESS})|(?P<site>{_any_of(sites)})(?![\\w/-])|{_NOT_BEFORE}(?P<phone>{_any_of(numbers)}){_NOT_AFTER}",
            re.IGNORECASE,
        )

    def html(self, text: str, *, ours: bool = False) -> str:
        """Safe HTML of a message.

        Args:
            text: what was written; `**…**` becomes bold.
            ours: the hotline itself says it, so that numbers of the directory become links for calling.
        """
        pattern = self._ours if ours else self._theirs
        parts, end = [], 0
        for match in pattern.finditer(text):
            parts += [escape(text[end : match.start()]), self._link(match)]
            end = match.end()
        marked = "".join([*parts, escape(text[end:])])
        return _BOLD.sub(r"<strong>\1</strong>", clean(marked)).replace("\r\n", "\n").replace("\n", "<br>")

    def _link(self, match: re.Match[str]) -> str:
        found, said = match.groupdict(), match[0]
        if found.get("phone"):
            return f'<a href="tel:{re.sub(r"[^+0-9]", "", said)}">{escape(said)}</a>'
        if found.get("site"):
            return _anchor(self._sites[said.lower()], said)
        address = said.rstrip(_TAIL)
        return _anchor(address, address) + escape(said[len(address) :])


def clean(text: str) -> str:
    """Half an emoji (a lone surrogate) cannot be sent to a browser: show a mark in its place."""
    return text.encode("utf-8", "replace").decode()


def _anchor(address: str, label: str) -> str:
    rel = "noopener noreferrer nofollow"
    return f'<a href="{escape(address)}" rel="{rel}" target="_blank">{escape(label)}</a>'


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in longest_first) or "(?!)"
