"""Finds what may be a firm's name in a text: by its legal form, by a word such as "agency", by quotes, by capitals.

A mention is sure when the text itself says that it is a firm. Only of a sure one may be said that it is in no list.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from bot.offers.registers.names import data, heard, pattern_of

_READ = 6000
"""Characters that are read for names."""
_MOST = 60
_MOST_WORDS = 5
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,70})[»”“\"]")
_TOKEN = re.compile(r"[^\W_](?:[\w'’&+@]|[.\-](?=\w))*")
_ENDS = re.compile(r"[.!?;,:\n()|•/]|[^\w\s'’&+\-–—.:]")
_NUMBER = re.compile(r"(?<![\w+])\d(?:[ -]?\d){6,13}(?!\w)")
_JOINERS = ("&", "and", "і", "та", "и", "de", "of", "for", "&amp;", "și", "i")
_BRAND = 4
"""Letters from which on a single word in capitals may be a name."""
_LOUD = 0.6
"""From this share of capitals on they tell nothing."""


@dataclass(frozen=True)
class Mention:
    """A name as it stands in the text. `sure`: the text says that it is a firm; `marked`: and where its name ends."""

    text: str
    sure: bool
    marked: bool = False

    @property
    def quotable(self) -> bool:
        """Whether one may speak of it as a name: "agent Andrii" and "firm Italy" are none."""
        return self.sure and (self.marked or " " in self.text)


@dataclass(frozen=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


def mentions(text: str) -> list[Mention]:
    """What may be names in a text, sure ones first, each once."""
    text = "".join(sign for sign in text[:_READ] if unicodedata.category(sign) != "Cf")
    found: dict[str, Mention] = {}
    scan = _Scan(text)
    for mention in (*scan.with_form(), *scan.with_cue(), *scan.quoted(), *scan.capitals()):
        known = found.get(mention.text.casefold())
        if heard(mention.text).words and (known is None or mention.sure > known.sure):
            found[mention.text.casefold()] = mention
    return sorted(islice(found.values(), _MOST), key=lambda mention: not mention.sure)


def numbers(text: str) -> set[str]:
    """Runs of 7 to 14 digits, which may be tax or registration numbers."""
    return {re.sub(r"\D", "", match[0]) for match in _NUMBER.finditer(text[:_READ])}


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [_Token(match[0].rstrip(".-"), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        letters = [sign for sign in text if sign.isalpha()]
        self.loud = sum(map(str.isupper, letters)) > _LOUD * len(letters)

    def with_form(self) -> Iterator[Mention]:
        """ТОВ «X», X GmbH."""
        for match in _forms().finditer(self.text):
            yield from self._named(match.end(), sure=True) if match["before"] else self._behind(match.start())

    def with_cue(self) -> Iterator[Mention]:
        """Agency X, X agency."""
        for at, token in enumerate(self.tokens):
            if not _cues().fullmatch(token.text.lower()):
                continue
            if token.text.lower() in data()["behind"] and not self.loud:
                yield from self._behind(token.start)
            yield from self._named(self._past_links(at), sure=False)

    def quoted(self) -> Iterator[Mention]:
        """What stands in quotes, if it is no sentence."""
        for match in _QUOTED.finditer(self.text):
            if len(match[1].split()) <= _MOST_WORDS + 1:
                yield Mention(match[1].strip(), sure=False)

    def capitals(self) -> Iterator[Mention]:
        """Runs of words with capitals, and Latin words in a Cyrillic text."""
        if self.loud:
            return
        at = 0
        while at < len(self.tokens):
            run = self._run(at)
            if len(run) > 1 or (run and run[0].text.lower() not in _stop() and _brand(run[0].text)):
                yield from _windows([token.text for token in run])
            at += max(1, len(run))

    def _past_links(self, at: int) -> int:
        end = self.tokens[at].end
        links = takewhile(lambda token: token.text.lower() in data()["links"], self.tokens[at + 1 : at + 5])
        for token in links:
            end = token.end
        return end

    def _named(self, start: int, *, sure: bool) -> Iterator[Mention]:
        """The name that begins here: quoted, in capitals, or perhaps in the next words."""
        form = _forms().match(self.text, start + len(self.text[start:]) - len(self.text[start:].lstrip(" :–—-")))
        if form and form["before"]:
            return  # the form's own turn
        rest = self.text[start : start + 120]
        opening = re.match(r"[\s:–—-]{0,4}", rest)
        begin = start + (opening.end() if opening else 0)
        if quoted := _QUOTED.match(self.text, begin):
            yield Mention(quoted[1].strip(), sure=True, marked=True)
            return
        first = next((at for at, token in enumerate(self.tokens) if token.start >= begin), None)
        if first is None or self.tokens[first].start > begin:
            return
        run = [] if self.loud else self._run(first)
        if run and run[0].text.lower() not in (_stop() if len(run) == 1 else _articles()):
            yield Mention(self.text[run[0].start : run[-1].end], sure=True, marked=sure)
            yield from _windows([token.text for token in run])
            sure = False
        near = self._together(first, _MOST_WORDS - 1)
        yield from (Mention(_joined(near[:count]), sure) for count in range(len(near), 0, -1))

    def _behind(self, end: int) -> Iterator[Mention]:
        """The name that ends here: capitals, or a quote."""
        before = self.text[:end].rstrip(" ,")
        if quoted := re.search(r"[«“„\"]([^«»“”„\"\n]{2,70})[»”“\"]$", before[-80:]):
            yield Mention(quoted[1].strip(), sure=True, marked=True)
            return
        last = next((at for at in range(len(self.tokens) - 1, -1, -1) if self.tokens[at].end <= end), None)
        if last is None or self.text[self.tokens[last].end : end].strip(" ,."):
            return
        first = last
        while first > 0 and last - first < _MOST_WORDS - 1 and self._adjoins(first - 1):
            first -= 1
        near = self.tokens[first : last + 1]
        run = [] if self.loud else list(takewhile(lambda token: token.capital, reversed(near)))[::-1]
        while run and (run[0].text.lower() in _articles() or _cues().fullmatch(run[0].text.lower())):
            run.pop(0)
        if run:
            yield Mention(self.text[run[0].start : run[-1].end], sure=True, marked=True)
            yield from _windows([token.text for token in run])
        yield from (Mention(_joined(near[at:]), sure=False) for at in range(len(near)))

    def _run(self, at: int) -> Sequence[_Token]:
        """Words with capitals that stand together from here on."""
        if not self.tokens[at].capital:
            return ()
        end = at + 1
        while end < len(self.tokens) and end - at < _MOST_WORDS and self._adjoins(end - 1):
            joins = self.tokens[end].text.lower() in _JOINERS and end + 1 < len(self.tokens) and self._adjoins(end)
            if not self.tokens[end].capital and not (joins and self.tokens[end + 1].capital):
                break
            end += 1
        return self.tokens[at:end]

    def _together(self, at: int, most: int) -> Sequence[_Token]:
        end = at + 1
        while end < len(self.tokens) and end - at < most and self._adjoins(end - 1):
            end += 1
        return self.tokens[at:end]

    def _adjoins(self, at: int) -> bool:
        """Whether nothing that ends a name stands between a token and the next."""
        return not _ENDS.search(self.text[self.tokens[at].end : self.tokens[at + 1].start])


def _windows(words: Sequence[str]) -> Iterator[Mention]:
    """A run and its shorter pieces: a greeting or a country may stand before or after the name."""
    for size in range(len(words), max(0, min(len(words), 2) - 1), -1):
        for at in range(len(words) - size + 1):
            yield Mention(" ".join(words[at : at + size]), sure=False)


def _joined(tokens: Sequence[_Token]) -> str:
    return " ".join(token.text for token in tokens)


def _brand(word: str) -> bool:
    """A word that is no ordinary one at the beginning of a sentence: capitals inside, or all of it."""
    return len(word) >= _BRAND and (word.isupper() or any(sign.isupper() for sign in word[1:]))


@cache
def _stop() -> frozenset[str]:
    return frozenset(data()["stop"])


@cache
def _articles() -> frozenset[str]:
    return frozenset(data()["articles"])


@cache
def _cues() -> re.Pattern[str]:
    return re.compile("|".join(data()["cues"]))


@cache
def _forms() -> re.Pattern[str]:
    forms = data()["forms"]
    before = "|".join([*forms["long"], *map(pattern_of, forms["before"])])
    after = "|".join(map(pattern_of, forms["after"]))
    cased = sorted(map(pattern_of, (form.upper() for form in forms["cased"])), key=len, reverse=True)
    cyrillic = "|".join(form for form in cased if "А" <= form[0] <= "Я")
    latin = "|".join(form for form in cased if form[0] < "А")
    return re.compile(
        rf"(?<!\w)(?:(?P<before>(?i:{before})|{cyrillic})|(?P<after>(?i:{after})|{latin}))(?!\w)",
    )
