"""Names of people in a text, found by capital letters, word lists, and what stands before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.privacy.scrub_lists import Lists, fold, lists

NAME = "‹name›"
_TOKEN = re.compile(r"‹[a-z]+›|[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?…;:\n«“„\"]")
_AFTER_TITLE = re.compile(r"[ .:\t\u00a0]{1,3}")
_JOINED = re.compile(r"[ \t\u00a0]{1,2}|\.[ \t\u00a0]?|-")
"""What stands between the parts of one name: "О. П. Коваленко"."""
_ABBREVIATION = 6
"""Letters: all in capitals, so many are an organisation."""
_LONGEST_PLACE = 4
"""Words."""


@dataclass
class _Word:
    """A word of the text. `gap`: what stands between the word before and it."""

    text: str
    folded: str
    start: int
    gap: str
    name: bool = False
    known: bool = False

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def initial(self) -> bool:
        return len(self.text) == 1 and self.capital


def without_names(text: str) -> str:
    """The text with ‹name› in place of each name, be it of one word or of several."""
    found = list(_words(text))
    known = lists()
    _mark_known(found, known)
    for index, word in enumerate(found):
        word.name = word.name or (not word.known and _is_name(found, index, known))
    _mark_introduced(found, known)
    _mark_neighbours(found)
    return _written(text, found)


def _words(text: str) -> Iterator[_Word]:
    end = 0
    for match in _TOKEN.finditer(text):
        yield _Word(match[0], fold(match[0]), match.start(), text[end : match.start()], match[0] == NAME)
        end = match.end()


def _mark_known(found: Sequence[_Word], known: Lists) -> None:
    """Places of several words, and what each word is by itself."""
    for index, word in enumerate(found):
        word.known = word.known or word.text.startswith("‹") or known.harmless(word.folded)
        for length in range(2, _LONGEST_PLACE + 1):
            part = found[index : index + length]
            if " ".join(one.folded for one in part) in known.places:
                for one in part:
                    one.known = True


def _is_name(found: Sequence[_Word], index: int, known: Lists) -> bool:
    word = found[index]
    given = known.given_names.intersection([word.folded, *word.folded.split("-")])
    if given or (word.capital and word.folded.endswith(known.surname_endings)):
        return True
    if not word.capital or word.initial:
        return False
    if word.text.isupper():
        return len(word.text) > _ABBREVIATION and not _shouted(found, index)
    return _after_title(found, index, known) or not _begins_sentence(found, index)


def _shouted(found: Sequence[_Word], index: int) -> bool:
    """Whether the words around are in capitals too, so that capitals say nothing."""
    around = [*found[max(0, index - 2) : index], *found[index + 1 : index + 3]]
    return any(len(one.text) > 1 and one.text.isupper() for one in around)


def _after_title(found: Sequence[_Word], index: int, known: Lists) -> bool:
    before = found[index - 1] if index else None
    return before is not None and before.folded in known.titles and bool(_AFTER_TITLE.fullmatch(found[index].gap))


def _begins_sentence(found: Sequence[_Word], index: int) -> bool:
    if index == 0:
        return True
    after_initial = found[index - 1].initial and _JOINED.fullmatch(found[index].gap)
    return not after_initial and _ENDS_SENTENCE.search(found[index].gap) is not None


def _mark_introduced(found: Sequence[_Word], known: Lists) -> None:
    """Whatever follows "my name is" is a name, in capitals or not."""
    for index in range(len(found)):
        length = next((size for size in (3, 2, 1) if _phrase(found, index, size) in known.introductions), 0)
        first = index + length
        while length and first < len(found) and found[first].folded in known.between:
            first += 1
        if length and first < len(found) and not _ENDS_SENTENCE.search(found[first].gap):
            _mark_from(found, first, known)


def _phrase(found: Sequence[_Word], index: int, size: int) -> str:
    return " ".join(one.folded for one in found[index : index + size])


def _mark_from(found: Sequence[_Word], first: int, known: Lists) -> None:
    if found[first].text.startswith("‹") or known.kept(found[first].folded):
        return
    found[first].name = True
    for word in found[first + 1 : first + 2]:  # a surname; at worst a word that says little
        word.name = word.name or (not word.known and bool(_JOINED.fullmatch(word.gap)))


def _mark_neighbours(found: Sequence[_Word]) -> None:
    """Initials beside a name belong to it, and so does a first word that is not known: "Мельник Олена"."""
    for index in range(len(found) - 1, 0, -1):
        before, word = found[index - 1], found[index]
        first = before.capital and not before.known and not before.text.isupper()
        if word.name and (before.initial or first) and _JOINED.fullmatch(word.gap):
            before.name = True
    for before, word in pairwise(found):
        if before.name and word.initial and _JOINED.fullmatch(word.gap):
            word.name = True


def _written(text: str, found: Sequence[_Word]) -> str:
    parts, end, before = [], 0, None
    for word in found:
        joined = before is not None and before.name and word.name and _JOINED.fullmatch(word.gap)
        if not joined:
            parts += [text[end : word.start], NAME if word.name else word.text]
        elif before is not None and word.gap.startswith(".") and not before.initial:
            parts += [text[end : word.start], NAME]  # two sentences, two names
        end, before = word.start + len(word.text), word
    return "".join([*parts, text[end:]])
