"""Telegram's HTML, as documented under "HTML style" of the Bot API, with its errors in Telegram's words.

One step stricter than the living server, which lets a bare `&` or `>` and an unknown `&name;` pass: the documentation
asks to escape them, so here they are errors.
"""

import re
from dataclasses import dataclass, field

from .errors import Refusal, bad_request
from .records import Json

ENTITY_OF_TAG = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_PLAIN = re.compile(r"[^<>&]+")
_ESCAPE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));")
_START = re.compile(r"<([^\s>]*)(?=[\s>])")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"""\s+([^\s=>]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[\w.-]+))?""")
_CLOSING = re.compile(r"\s*>")


def utf16(text: str) -> int:
    """Length in UTF-16 code units, Telegram's measure of text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True)
class Parsed:
    """Text without tags, and its entities."""

    text: str
    entities: list[Json]


@dataclass(frozen=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    at: int
    """Where the entity begins in the plain text, in UTF-16 code units."""


@dataclass
class _Reader:
    source: str
    at: int = 0
    plain: str = ""
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> Parsed:
        while self.at < len(self.source):
            self._step()
        if self.stack:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return Parsed(self.plain, sorted(self.entities, key=lambda one: (one["offset"], -one["length"])))

    def _step(self) -> None:
        match self.source[self.at]:
            case "<" if self.source.startswith("</", self.at):
                self._end_tag()
            case "<":
                self._start_tag()
            case "&":
                self._escape()
            case ">":
                raise self._error('Unescaped character ">"')
            case _:
                found = _PLAIN.match(self.source, self.at)
                assert found
                self.plain += found[0]
                self.at = found.end()

    def _escape(self) -> None:
        found = _ESCAPE.match(self.source, self.at)
        if not found:
            raise self._error('Unescaped character "&"')
        name, decimal, hexadecimal = found.groups()
        code = int(decimal) if decimal else int(hexadecimal or "0", 16)
        if not name and (not 0 < code < 0x110000 or 0xD800 <= code <= 0xDFFF):
            raise self._error("Invalid character reference")
        self.plain += NAMED[name] if name else chr(code)
        self.at = found.end()

    def _start_tag(self) -> None:
        found = _START.match(self.source, self.at)
        if not found:
            raise self._error("Unclosed start tag")
        tag = found[1].lower()
        if tag not in ENTITY_OF_TAG:
            raise self._error(f'Unsupported start tag "{tag}"')
        attributes, end = self._attributes(tag, found.end())
        self._check(tag, attributes)
        self.stack.append(_Open(tag, attributes, utf16(self.plain)))
        self.at = end

    def _attributes(self, tag: str, at: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while not (closing := _CLOSING.match(self.source, at)):
            found = _ATTRIBUTE.match(self.source, at)
            if not found:
                raise self._error(f'Unclosed start tag "{tag}"')
            name, value = found[1].lower(), found[3]
            if value is None and (tag, name) != ("blockquote", "expandable"):
                raise self._error(f'Expected equal sign in declaration of an attribute of the tag "{tag}"')
            attributes[name] = _unescaped((value or "").strip("\"'"))
            at = found.end()
        return attributes, closing.end()

    def _check(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"')
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdecimal():
            raise _unparsable("Invalid custom emoji identifier specified")

    def _end_tag(self) -> None:
        if not self.stack:
            raise self._error("Unexpected end tag")
        found = _END.match(self.source, self.at)
        if not found:
            raise self._error("Unclosed end tag")
        opened, name = self.stack[-1], found[1]
        if name and name.lower() != opened.tag:
            raise self._error("Unmatched end tag", f', expected "</{opened.tag}>", found "</{name}>"')
        self.stack.pop()
        self._close(opened)
        self.at = found.end()

    def _close(self, opened: _Open) -> None:
        length = utf16(self.plain) - opened.at
        kind = "expandable_blockquote" if "expandable" in opened.attributes else ENTITY_OF_TAG[opened.tag]
        entity: Json = {"type": kind, "offset": opened.at, "length": length}
        if opened.tag == "a":
            entity["url"] = opened.attributes.get("href", "")
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes["emoji-id"]
        if length and entity.get("url") != "":
            self.entities.append(entity)

    def _error(self, what: str, more: str = "") -> Refusal:
        offset = len(self.source[: self.at].encode())
        return _unparsable(f"{what} at byte offset {offset}{more}")


def _unescaped(value: str) -> str:
    return re.sub(r"&(lt|gt|amp|quot);", lambda found: NAMED[found[1]], value)


def _unparsable(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")


def parse(text: str, parse_mode: str) -> Parsed:
    """Text in a parse mode. Raises Refusal for text that Telegram cannot parse and for modes other than HTML."""
    if not parse_mode:
        return Parsed(text, [])
    if parse_mode.lower() != "html":  # Telegram knows Markdown too; the hotline does not use it
        raise bad_request("unsupported parse_mode")
    return _Reader(text).read()
