"""One name, however it is spelled: without legal form, in one alphabet, by its sound.

"ТОВ «Ворк Сервіс»", "WORK SERVICE Sp. z o.o." and "Vork Servis" give nearly the same words. The sound is rough on
purpose: g and h, i and y, s and ts fall together, because transliterations differ in them.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.offers.words import one_alphabet

_FILE = Path(__file__).with_name("words.yml")
_SOUNDS = Path(__file__).with_name("sounds.yml")
_NOTHING = re.compile(r"(?!)")
_MOST_WORDS = 20


@dataclass(frozen=True)
class Name:
    """A name as it is compared: its words by sound, and all of them as one."""

    words: tuple[str, ...]

    @property
    def whole(self) -> str:
        """The words without blanks: "WorkService" and "Work Service" are one."""
        return "".join(self.words)


@lru_cache(maxsize=4096)
def heard(name: str) -> Name:
    """A name by its sound. Nothing is left of one that is only a legal form."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    for form in _long():
        plain = form.sub(" ", plain)
    words = _stripped(re.findall(r"[\w'’ʼ`]+", plain.replace(".", " . ")), plain)
    return Name(tuple(sounds(" ".join(words)).split()[:_MOST_WORDS]))


def sounds(text: str) -> str:
    """A text in small letters by its sound."""
    letters, rules = _sounds()
    text = one_alphabet(text, _NOTHING).replace("дж", "j").translate(letters)
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    for pattern, sound in rules:
        text = pattern.sub(sound, text)
    return text


def _stripped(words: Sequence[str], plain: str) -> Sequence[str]:
    """Without the legal forms at both ends."""
    text = " ".join(re.split(r"[^\w'’ʼ`]+", plain)).strip()
    before = None
    while text != before:
        before = text
        text = _ends().sub("", text).strip()
    return text.split() or list(words)


@cache
def _sounds() -> tuple[Mapping[int, str], list[tuple[re.Pattern[str], str]]]:
    """Letters by their sound, and the rules that follow, in order."""
    rows = yaml.safe_load(_SOUNDS.read_text(encoding="utf-8"))
    rules = [(re.compile(pattern), sound) for pattern, sound in rows["rules"]]
    return str.maketrans(rows["letters"]), rules


@cache
def data() -> Mapping[str, Any]:
    """The words that the search knows."""
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def pattern_of(form: str) -> str:
    """A legal form as a pattern: dots and blanks between its letters are free."""
    if "." not in form:
        return re.escape(form)
    parts = [part for part in re.split(r"[.\s]+", form) if part]
    return r"\.?\s?".join(map(re.escape, parts)) + r"\.?"


@cache
def _long() -> list[re.Pattern[str]]:
    return [re.compile(pattern) for pattern in data()["forms"]["long"]]


@cache
def _ends() -> re.Pattern[str]:
    forms = data()["forms"]
    either = "|".join(pattern_of(form) for form in [*forms["before"], *forms["after"], *forms["cased"]])
    return re.compile(rf"^(?:{either})(?!\w)|(?<!\w)(?:{either})$")


@cache
def generic() -> frozenset[str]:
    """Words by sound that many firms have."""
    return frozenset(word for one in data()["generic"] for word in sounds(one).split())
