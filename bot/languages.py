"""Which language a message is in, and in which one to answer.

lingua reads short messages among the languages we understand; langdetect is asked only to name another language in a
longer text. A talk has a memory: a word like "ok" never changes its language.
"""

import re
from dataclasses import dataclass
from functools import cache

import langdetect
import yaml
from langdetect import DetectorFactory
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from bot.paths import NLU
from bot.texts import UNDERSTOOD

DetectorFactory.seed = 0  # langdetect guesses at random otherwise

_CODES = {
    Language.from_iso_code_639_1(getattr(IsoCode639_1, path.parent.name.upper())): path.parent.name
    for path in sorted(NLU.glob("*/intents.yml"))
}
"""The languages that are understood: those that have a folder of training phrases."""
HEARD = tuple(_CODES.values())
"""Their codes."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-zĂÂÎȘȚăâîșțŞŢşţ]")
_WORD = re.compile(r"[^\W\d_]+")
_NOISE = re.compile(r"https?://\S+|www\.\S+|@\w+|\S+@\S+|\d+")
_CYRILLIC_CODES = ("uk", "ru")
_INTERNATIONAL = frozenset(["ok", "okay", "hi", "hello", "start", "stop", "menu", "help", "info", "test", "sos"])
_FEWEST_LETTERS = 2
_FEW_WORDS = 3
_SURE_OF_LATIN = 0.95
_ENOUGH_FOR_OTHER = 20
_WORDS_FOR_OTHER = 3
_SURE_OF_OTHER = 0.95
_UKRAINIAN_LETTERS = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN_LETTERS = re.compile(r"[ыэъёЫЭЪЁ]")
_CLEAR = ((2, 0.8), (3, 0.7))
"""From how many words on a message of which confidence is clear: fewer words must be surer."""
_CLEAR_AGAINST_CHOICE = ((4, 0.9),)
"""The same where a language was chosen with a button."""
_LONG_FOR_LOOKALIKES = 60
_LOOKALIKES = frozenset(
    [
        "bg",
        "mk",
        "it",
        "pt",
        "es",
        "ca",
        "fr",
        "so",
        "tl",
        "cy",
        "af",
        "no",
        "da",
        "nl",
        "sw",
        "id",
        "et",
        "fi",
        "hr",
        "sl",
        "sq",
        "vi",
    ]
)
"""Languages that langdetect takes ours for in short messages; lingua decides those."""


@dataclass(frozen=True)
class Heard:
    """The language of one message.

    `code` is uk, ro, en, ru, `other` (then `named` may say which, ISO 639-1) or `unknown` (no words to tell by).
    `international`: it is one word that people of every language write ("ok").
    """

    code: str
    confidence: float
    words: int
    named: str | None = None
    cyrillic: bool = False
    international: bool = False


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*_CODES).with_preloaded_language_models().build()


def hear(text: str) -> Heard:
    """The language of a text, by itself."""
    plain = _NOISE.sub(" ", text[:2000].encode("utf-8", "replace").decode())  # half an emoji is no letter
    words = _WORD.findall(plain)
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS:
        return Heard("unknown", 0.0, 0)
    if not _CYRILLIC.search(plain) and _is_ukrainian_in_latin(words):
        return Heard("uk", _SURE_OF_LATIN, len(words), cyrillic=True)
    named = _another(plain) if letters >= _ENOUGH_FOR_OTHER and len(set(words)) >= _WORDS_FOR_OTHER else None
    if named:
        return Heard("other", 1.0, len(words), named)
    if not (_CYRILLIC.search(plain) or _LATIN.search(plain)):
        return Heard("other", 1.0, len(words))
    best = _detector().compute_language_confidence_values(plain.lower())[0]
    code, confidence = _CODES[best.language], best.value
    code, confidence = _by_letters(plain, code, confidence)
    everywhere = len(words) == 1 and words[0].lower() in _INTERNATIONAL
    return Heard(code, confidence, len(words), cyrillic=code in _CYRILLIC_CODES, international=everywhere)


@cache
def _latin_words() -> frozenset[str]:
    return frozenset(yaml.safe_load((NLU / "uk" / "latin.yml").read_text(encoding="utf-8"))["words"])


def _is_ukrainian_in_latin(words: list[str]) -> bool:
    told = len({word.casefold() for word in words} & _latin_words())
    return told > 1 or (told == 1 and len(words) <= _FEW_WORDS)


def _by_letters(text: str, code: str, confidence: float) -> tuple[str, float]:
    """Letters that only one of two near languages has settle what frequencies leave open."""
    if code in _CYRILLIC_CODES and confidence < 1:
        ukrainian, russian = bool(_UKRAINIAN_LETTERS.search(text)), bool(_RUSSIAN_LETTERS.search(text))
        if ukrainian != russian:
            return ("uk" if ukrainian else "ru"), max(confidence, 0.95)
    return code, confidence


def _another(text: str) -> str | None:
    """The language of a longer text if it is clearly none of ours."""
    try:
        best = langdetect.detect_langs(text)[0]
    except langdetect.LangDetectException:
        return None
    if best.lang in _CODES.values() or best.prob < _SURE_OF_OTHER:
        return None
    if best.lang in _LOOKALIKES and len(text) < _LONG_FOR_LOOKALIKES:
        return None
    return str(best.lang)


@dataclass(frozen=True)
class Talk:
    """What is remembered of a person's languages: the one chosen with a button, and the last one clearly written."""

    chosen: str | None = None
    last: str | None = None


def answer_in(heard: Heard, talk: Talk, default: str) -> str:
    """The language to answer in.

    A clear message in a supported language decides; an explicit choice needs a clearer one to be overruled; short or
    doubtful messages change nothing.
    """
    wanted = UNDERSTOOD.get(heard.code, heard.code)
    current = talk.chosen or talk.last
    if heard.code in ("unknown", "other"):
        return current or default
    if current is None:
        return default if heard.words == 1 and heard.international else wanted
    if talk.chosen and heard.code in UNDERSTOOD:
        return talk.chosen  # Russian is understood in every language chosen
    clear = _clear(heard, chosen=bool(talk.chosen)) or (
        # Ukrainian and Russian share most letters, so each alone is doubtful; both are answered in Ukrainian.
        heard.cyrillic and current not in _CYRILLIC_CODES and heard.words >= (4 if talk.chosen else 2)
    )
    return wanted if clear else current


def _clear(heard: Heard, *, chosen: bool) -> bool:
    ways = _CLEAR_AGAINST_CHOICE if chosen else _CLEAR
    return any(heard.words >= words and heard.confidence >= confidence for words, confidence in ways)
