"""Reads through disguises: the plain text that a person sees in an offer, and where each letter of it stands.

Every step keeps, for each character, its place in the original, so that a finding can be shown in the person's own
text. Everything is linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from bot.offers.letters import BREVE, DIAERESIS, ENTITY, MARK, composed, read, unescaped
from bot.offers.words import one_alphabet

_MARKS = frozenset((BREVE, DIAERESIS))
_LETTER = r"[^\W_]"
_FEWEST_APART = 3
_APART = re.compile(
    rf"(?<!{_LETTER}){_LETTER}(?: {_LETTER}(?!{_LETTER})){{3,}}"
    rf"|(?<!{_LETTER}){_LETTER}(?: ?[.\-_*{MARK}|/~+] ?{_LETTER}(?!{_LETTER})){{2,}}"
)
_INSIDE = re.compile(r"(?<=[^\W\d_])['*|~]{1,3}(?=[^\W\d_])|(?<=[^\W\d_])_{1,3}(?=[^\W\d_])")
_BLANK = re.compile(r"[ \n]{2,}")
_REPEATED = re.compile(
    rf"([^\W\d_])\1{{2,}}(?=[^\W\d_])|(?<=[^\W\d_])([^\W\d_])\2{{2,}}|{MARK}(?: ?{MARK})+"  # "ООО" is a word
)
_WORD = re.compile(r"\S+")
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_HANDLE = re.compile(r"(?:(?<!\w)@|t\.me/|wa\.me/|https?://|www\.)\S{1,200}|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,20}")


@dataclass(frozen=True)
class Normalised:
    """A text as it is read.

    `origin[i]` and `ends[i]` are where the original of the i-th character begins and ends, in code points.
    """

    text: str
    origin: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of `text[start:end]`."""
        return self.origin[start], self.ends[end - 1]

    def part(self, start: int, end: int) -> Self:
        """A part of it."""
        return type(self)(self.text[start:end], self.origin[start:end], self.ends[start:end])

    def kept(self, indexes: list[int]) -> Self:
        """Only the characters at these places."""
        return type(self)(
            "".join([self.text[i] for i in indexes]),
            [self.origin[i] for i in indexes],
            [self.ends[i] for i in indexes],
        )


def normalise(text: str) -> Normalised:
    """The text in lower case, without disguises and diacritics."""
    found = _characters(text)
    found = _thinned(found, _APART, _joined, spare=_HANDLE)
    found = _thinned(found, _INSIDE, lambda part: (), spare=_HANDLE)
    found = _thinned(found, _BLANK, lambda part: (max(part.find("\n"), 0),))
    found = _thinned(found, _REPEATED, lambda part: (0, 1) if part[0] == "i" else (0,), spare=_HANDLE)
    return Normalised(one_alphabet(found.text, _HANDLE), found.origin, found.ends)


def as_written(text: str, found: Normalised, start: int, end: int) -> Normalised:
    """A part of a text as it was written, but for the words in it that are disguised: those as they are read.

    `start` and `end`: of the part in `found`, which is the reading of `text`.
    """
    letters: list[str] = []
    origin: list[int] = []
    ends: list[int] = []

    def take(first: int, last: int) -> None:
        letters.append(text[first:last])
        origin.extend(range(first, last))
        ends.extend(range(first + 1, last + 1))

    at = found.span(start, end)[0]
    for match in _WORD.finditer(found.text, start, end):
        first, last = found.span(*match.span())
        take(at, first)
        if _undressed(text[first:last]) == _undressed(match.group()):
            take(first, last)
        else:
            letters.append(match.group())
            origin += found.origin[match.start() : match.end()]
            ends += found.ends[match.start() : match.end()]
        at = last
    take(at, found.span(start, end)[1])
    return Normalised("".join(letters), origin, ends)


def _undressed(word: str) -> str:
    """A word in lower case and without marks, and without what stands around it."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return _AROUND.sub("", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def _characters(text: str) -> Normalised:
    """The reading of every character, one, none or several letters each."""
    readings = list(map(read, text))
    if "&" not in text and max(map(len, readings), default=0) <= 1 and not _MARKS.intersection(readings):
        there = [place for place, letter in enumerate(readings) if letter]
        return Normalised("".join(readings), there, [place + 1 for place in there])
    return _characters_apart(text)


def _characters_apart(text: str) -> Normalised:
    """The same for texts with entities, ligatures or letters whose marks stand beside them."""
    letters: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    for start, end, piece in _pieces(text):
        for letter in piece:
            if letter in _MARKS:
                _compose(letters, ends, letter, end)
                continue
            letters.append(letter)
            origin.append(start)
            ends.append(end)
    return Normalised("".join(letters), origin, ends)


def _compose(letters: list[str], ends: list[int], mark: str, end: int) -> None:
    if letters and (whole := composed(letters[-1], mark)):
        letters[-1] = whole
        ends[-1] = end


def _pieces(text: str) -> Iterable[tuple[int, int, str]]:
    """Start, end and reading of every character or HTML entity."""
    at = 0
    for match in ENTITY.finditer(text) if "&" in text else ():
        yield from ((i, i + 1, read(text[i])) for i in range(at, match.start()))
        yield match.start(), match.end(), "".join(map(read, unescaped(match.group())))
        at = match.end()
    yield from ((i, i + 1, read(text[i])) for i in range(at, len(text)))


def _thinned(
    found: Normalised,
    pattern: re.Pattern[str],
    keep: Callable[[str], Iterable[int]],
    spare: re.Pattern[str] | None = None,
) -> Normalised:
    """Of every match only the characters at the places that `keep` names; matches inside `spare` stay whole."""
    matches = [match for match in pattern.finditer(found.text) if match.group()]
    if spare and matches:
        taken = {place for match in spare.finditer(found.text) for place in range(*match.span())}
        matches = [match for match in matches if match.start() not in taken]
    if not matches:
        return found
    indexes: list[int] = []
    at = 0
    for match in matches:
        indexes += range(at, match.start())
        indexes += [match.start() + place for place in keep(match.group())]
        at = match.end()
    return found.kept([*indexes, *range(at, len(found.text))])


def _joined(part: str) -> Iterable[int]:
    """The letters of "p a s s p o r t"; digits far apart stay as they are."""
    if sum(character.isalpha() for character in part) < _FEWEST_APART:
        return range(len(part))
    return [place for place, character in enumerate(part) if character.isalnum()]
