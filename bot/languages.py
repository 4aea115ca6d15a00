"""Which language a message is in, and in which one to answer.

lingua reads short messages among the languages we understand; langdetect is asked only to name another language in a
longer text. A talk has a memory: a word like "ok" never changes its language.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import langdetect
from langdetect import DetectorFactory
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from bot.language_words import are_latin, asked_for, is_a_saying, is_a_term, telling, told_by_own_words
from bot.moldovan import is_moldovan
from bot.paths import NLU
from bot.romanized import is_romanized
from bot.texts import UNDERSTOOD, answering

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
_QUOTED = re.compile(r'"[^"]{12,}"|«[^»]{12,}»|[“„][^”“]{12,}[”“]')
_CAPITAL = "A-ZА-ЯІЇЄҐЁĂÂÎȘȚŞŢ"
_SMALL_WORD = re.compile(rf"\b[^\W\d_{_CAPITAL}][^\W\d_]+")
_NAME_WITHIN = re.compile(rf"(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))[{_CAPITAL}][^\W\d_]+")
"""A word with a capital that another word stands before."""
_PIECE = re.compile(r"[^.!?…:;\n\"«»“”„()]+")
_CYRILLIC_STRETCH = re.compile(r"[\u0400-\u04ff][\u0400-\u04ff\W\d]*")
_LATIN_STRETCH = re.compile(r"[A-Za-zĂÂÎȘȚăâîșțŞŢşţ][A-Za-zĂÂÎȘȚăâîșțŞŢşţ\W\d]*")
_TIMES_AS_MANY = 2
"""Latin words beside Cyrillic ones, from which on a message is in the Latin ones: firms, offices and adverts have Latin names."""
_STRANGE_LETTERS = re.compile(r"[ąćęłńóśźżěřůőűßñøåœ]", re.IGNORECASE)
"""Letters that none of our languages has."""
_STRANGE_SHARE = 0.25
_FEWEST_LETTERS = 2
_FEW_WORDS = 4
_OWN_PART = 2
_WORDS_OF_A_PIECE = 3
_SURE_OF_A_PIECE = 0.8
_SHORT_WORD = 3
_SURE_OF_LATIN = 0.95
_ENOUGH_FOR_OTHER = 20
_WORDS_FOR_OTHER = 3
_SURE_OF_OTHER = 0.95
_UKRAINIAN_LETTERS = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN_LETTERS = re.compile(r"[ыэъёЫЭЪЁ]")
_CLEAR = ((2, 0.8), (3, 0.7))
"""From how many words on a message of which confidence is clear: fewer words must be surer."""
_CLEAR_AT_FIRST = ((1, 0.85), (2, 0.6))
"""The same where nothing was said yet, and only the language of the app speaks against it."""
_CLEAR_AGAINST_CHOICE = ((4, 0.9),)
"""The same where a language was chosen with a button."""
_LONG_FOR_LOOKALIKES = 60
_LONG_IN_CYRILLIC = 100
"""Characters. People who write Ukrainian or Russian are far more than those who write Bulgarian."""
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
_WITHOUT_OUR_LETTERS = frozenset(["bg", "mk"])
_OUR_LETTERS = re.compile(r"[іїєґыэё]", re.IGNORECASE)
"""Letters of Ukrainian or Russian that these languages do not have."""


@dataclass(frozen=True)
class Heard:
    """The language of one message.

    `code` is uk, ro, en, ru, `other` (then `named` may say which, ISO 639-1) or `unknown` (no words to tell by).
    `words`: how many words tell of a language (names of places and words that everybody writes tell of none).
    `international`: it has only words that people of every language write ("ok").
    `within`: the languages of its clear parts, an offer quoted in another language among them.
    `asked`: the language that it asks for by name.
    """

    code: str
    confidence: float
    words: int
    named: str | None = None
    cyrillic: bool = False
    international: bool = False
    within: frozenset[str] = frozenset()
    asked: str | None = None


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*_CODES).with_preloaded_language_models().build()


@lru_cache(maxsize=256)
def hear(text: str) -> Heard:
    """The language of a text, by itself. What it quotes from others counts only where nothing else is said."""
    plain = _NOISE.sub(" ", text[:2000].encode("utf-8", "replace").decode())  # half an emoji is no letter
    unquoted = _QUOTED.sub("\n", plain)
    own = unquoted if len(_WORD.findall(unquoted)) >= _OWN_PART else plain
    words = _WORD.findall(own)
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return Heard("unknown", 0.0, 0)
    if (named := _another(own, words)) is not None:
        return Heard("other", 1.0, len(words), named or None)
    lettered = _mostly_one_alphabet(own)
    words = _WORD.findall(lettered)
    told = [] if is_a_saying(words) else telling(words)
    unnamed = " ".join(told) if _OWN_PART <= len(told) < len(words) else _without_names(lettered)
    code, confidence = _read(unnamed, _WORD.findall(unnamed))
    return Heard(
        code,
        confidence,
        1 if _is_a_name(words) or is_a_term(words) else len(told),
        cyrillic=code in _CYRILLIC_CODES,
        international=not told,
        within=_parts(own),
        asked=asked_for(own),
    )


def _read(text: str, words: list[str]) -> tuple[str, float]:
    """Code and confidence of a text in one of our languages."""
    if _CYRILLIC.search(text):
        if is_moldovan(text):
            return "ro", _SURE_OF_LATIN
    elif is_romanized(text) and not are_latin(words):
        return "uk", _SURE_OF_LATIN
    best = _detector().compute_language_confidence_values(text.lower())[0]
    code, confidence = _by_letters(text, _CODES[best.language], best.value)
    told = told_by_own_words(words) if len(words) <= _FEW_WORDS else None
    if told and (told in _CYRILLIC_CODES) == bool(_CYRILLIC.search(text)):
        return told, _SURE_OF_LATIN if told != code else max(confidence, _SURE_OF_LATIN)
    return code, confidence


def _mostly_one_alphabet(text: str) -> str:
    """Of a text in both alphabets only what is in the one that its sentences are in: the rest names something in it."""
    if not (_CYRILLIC.search(text) and _LATIN.search(text)):
        return text
    cyrillic, latin = (" ".join(one.findall(text)) for one in (_CYRILLIC_STRETCH, _LATIN_STRETCH))
    own, others = len(_SMALL_WORD.findall(cyrillic)), len(_SMALL_WORD.findall(latin))
    if not own and not others:
        return text
    return cyrillic if others < _TIMES_AS_MANY * own else latin


def _without_names(text: str) -> str:
    """A text without what has a capital in the middle of it: firms, people and places are called alike in every language."""
    if len(_SMALL_WORD.findall(text)) < _OWN_PART:
        return text
    return _NAME_WITHIN.sub(" ", text)


def _is_a_name(words: list[str]) -> bool:
    """Latin words with capitals only ("Work and Travel"): a name, which tells nothing of who writes it."""
    long = [word for word in words if len(word) > _SHORT_WORD]
    return (
        1 < len(words) <= _FEW_WORDS and bool(long) and all(word[0].isupper() and _LATIN.match(word) for word in long)
    )


def _parts(text: str) -> frozenset[str]:
    """The languages of the parts of a text that are clear by themselves."""
    found = set()
    for piece in _PIECE.findall(text):
        for stretch in (*_CYRILLIC_STRETCH.findall(piece), *_LATIN_STRETCH.findall(piece)):
            words = _WORD.findall(stretch)
            if len(words) >= _WORDS_OF_A_PIECE:
                code, confidence = _read(stretch, words)
                found |= {code} if confidence >= _SURE_OF_A_PIECE else set()
    return frozenset(found)


def _by_letters(text: str, code: str, confidence: float) -> tuple[str, float]:
    """Letters that only one of two near languages has settle what frequencies leave open."""
    if code in _CYRILLIC_CODES and confidence < 1:
        ukrainian, russian = bool(_UKRAINIAN_LETTERS.search(text)), bool(_RUSSIAN_LETTERS.search(text))
        if ukrainian != russian:
            return ("uk" if ukrainian else "ru"), max(confidence, 0.95)
    return code, confidence


def _another(text: str, words: list[str]) -> str | None:
    """The language of a text that is clearly none of ours, empty if it has no name for us; None if it may be ours."""
    enough = sum(map(len, words)) >= _ENOUGH_FOR_OTHER and len(set(words)) >= _WORDS_FOR_OTHER
    if not (_CYRILLIC.search(text) or _LATIN.search(text)):
        return (enough and _named_by_langdetect(text)) or ""
    strange = [word for at, word in enumerate(words) if _STRANGE_LETTERS.search(word) and (at == 0 or word.islower())]
    if strange and len(words) > 1 and not _is_a_name(words):
        named = _named_by_langdetect(text)
        return named or ("" if len(strange) >= _STRANGE_SHARE * len(words) else None)
    if not enough:
        return None
    if not _CYRILLIC.search(text) and is_romanized(text):
        return None
    named = _named_by_langdetect(text)
    ours = named in _WITHOUT_OUR_LETTERS and _OUR_LETTERS.search(text)
    long = _LONG_IN_CYRILLIC if _CYRILLIC.search(text) else _LONG_FOR_LOOKALIKES
    return None if ours or (named in _LOOKALIKES and len(text) < long) else named


def _named_by_langdetect(text: str) -> str | None:
    try:
        best = langdetect.detect_langs(text)[0]
    except langdetect.LangDetectException:
        return None
    return str(best.lang) if best.lang not in _CODES.values() and best.prob >= _SURE_OF_OTHER else None


@dataclass(frozen=True)
class Talk:
    """What is remembered of a person's languages: the one chosen with a button, and the last one clearly written."""

    chosen: str | None = None
    last: str | None = None


def answer_in(heard: Heard, talk: Talk, default: str, *, pasted: bool = False) -> str:
    """The language to answer in. `pasted`: the words are somebody else's, so that they change no language.

    A language asked for by name is given. Otherwise a clear message in a supported language decides; an explicit choice
    needs a clearer one to be overruled; short or doubtful messages change nothing, nor does another language beside theirs.
    """
    if heard.asked:
        return answering(heard.asked)
    wanted = answering(heard.code)
    current = talk.chosen or talk.last
    if heard.code in ("unknown", "other"):
        return current or default
    if (current or default) in set(map(answering, heard.within)):
        return current or default  # their own words beside what they paste
    if pasted and current:
        return current
    if current is None:
        return wanted if _may_begin(heard, default) else default
    if talk.chosen and heard.code in UNDERSTOOD:
        return talk.chosen  # Russian is understood in every language chosen
    clear = _clear(heard, chosen=bool(talk.chosen)) or (
        # Ukrainian and Russian share most letters, so each alone is doubtful; both are answered in Ukrainian.
        heard.cyrillic and current not in _CYRILLIC_CODES and heard.words >= (4 if talk.chosen else 2)
    )
    return wanted if clear else current


def _may_begin(heard: Heard, default: str) -> bool:
    """Whether a first message is clear enough to be answered in another language than that of the person's app."""
    if heard.international:
        return False
    if heard.cyrillic and default not in _CYRILLIC_CODES:
        return True
    return any(heard.words >= words and heard.confidence >= confidence for words, confidence in _CLEAR_AT_FIRST)


def _clear(heard: Heard, *, chosen: bool) -> bool:
    ways = _CLEAR_AGAINST_CHOICE if chosen else _CLEAR
    return any(heard.words >= words and heard.confidence >= confidence for words, confidence in ways)
