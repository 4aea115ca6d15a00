"""What scrubbing knows of words: given names, places, nationalities, and words that are no names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml
from babel.core import Locale

from bot.privacy.scrub_words import words

_PLACES = Path(__file__).parent.parent / "directory" / "countries.yml"
_LANGUAGES = ("uk", "ru", "ro", "en")
_VOWELS = "аяйьо"
_ENDINGS = (*"аяйьоуюиіїыеє", "ою", "ею", "єю", "ой", "ей", "ові", "еві", "єві", "ом", "ем", "єм")
_PLACE_ENDING = re.compile(
    r"(?:ою|ею|єю|ом|ем|єм|ах|ях|ами|ями|ів|ов|ев|ові|еві|ої|ій|ой|ей|у|ю|а|я|и|і|ї|ы|е|є|ь"
    r"|ului|ul|lui|iei|ei|ii|i|a|e)$"
)
_SHORTEST_STEM = 4


@dataclass(frozen=True)
class Lists:
    """Everything folded. `places` have up to four words; `stems` are of places, without their endings."""

    places: frozenset[str]
    stems: frozenset[str]
    words: frozenset[str]
    beginnings: tuple[str, ...]
    given_names: frozenset[str]
    surname_endings: tuple[str, ...]
    titles: frozenset[str]
    introductions: frozenset[str]
    between: frozenset[str]

    def harmless(self, word: str) -> bool:
        """Whether a word is known and names nobody."""
        if word in self.given_names or (word.endswith(self.surname_endings) and word not in self.places):
            return False
        return self.kept(word) or word in self.places or _stem(word) in self.stems

    def kept(self, word: str) -> bool:
        """Whether it is an ordinary word, a nationality, or what everybody may name ("Telegram")."""
        head = word.partition("'")[0]
        return head in self.words or word.partition("-")[0] in self.words or word.startswith(self.beginnings)


@lru_cache(maxsize=4096)  # people's words pass through here: not kept for good
def fold(word: str) -> str:
    """Without case, with one kind of apostrophe, and without accents in Latin ("București" as people type it)."""
    plain = re.sub("[’ʼ`]", "'", word.casefold())
    if plain.isascii() or not plain[0] < "\u0370":
        return plain
    letters = unicodedata.normalize("NFKD", plain).replace("ł", "l")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def lists() -> Lists:
    """The lists, made once."""
    said = words()
    places = frozenset(_folded(_place_names()))
    names = {form for name in _folded(said["cyrillic_names"]) for form in _forms(name)}
    return Lists(
        places=places,
        stems=frozenset(stem for place in places if " " not in place and (stem := _stem(place))),
        words=frozenset(_folded([*said["kept"], *said["titles"]])),
        beginnings=tuple(_folded(said["kept_beginnings"])),
        given_names=frozenset(names | set(_folded(said["latin_names"]))),
        surname_endings=tuple(said["surname_endings"]),
        titles=frozenset(_folded(said["titles"])),
        introductions=frozenset(_folded(said["introductions"])),
        between=frozenset(said["between"]),
    )


def _folded(phrases: Iterable[str]) -> Iterator[str]:
    return (" ".join(map(fold, phrase.split())) for phrase in phrases)


def _place_names() -> Iterator[str]:
    """Countries and cities: those of the directory with their forms, and all countries of the world."""
    content = yaml.safe_load(_PLACES.read_text(encoding="utf-8"))
    for entry in (*content["names"], *content["cities"]):
        yield from entry["names"]
    for language in _LANGUAGES:
        yield from Locale.parse(language).territories.values()


def _forms(name: str) -> Iterator[str]:
    if name[-1] not in _VOWELS:
        return (name + ending for ending in ("", *_ENDINGS))
    return (name[:-1] + ending for ending in _ENDINGS)


def _stem(word: str) -> str:
    """A place without its ending; empty if too little is left to tell."""
    stem = _PLACE_ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else ""
