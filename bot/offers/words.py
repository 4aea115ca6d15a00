"""One alphabet in one word: letters borrowed from another script and digits that stand for letters."""

import re

from bot.offers.letters import LOOKALIKES, TO_CYRILLIC, TO_LATIN

_WORD = re.compile(r"[\w@$]+")
_PLAIN = re.compile(r"[a-z]+|[а-яіїє]+|\d+|_+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z]")
_LETTERS = re.compile(r"[^\W\d_]")
_STANDING_IN = re.compile(r"(?<=[^\W\d_])(?:[013456]|@{1,2}|\${1,2})(?=[^\W\d_])")
_AT_THE_START = re.compile(r"^[36](?=[^\W\d_]{2})")
_AT_THE_END = re.compile(r"(?<=[еo])3$")
_UNITS = re.compile(
    r"[36](?:к\b|х\b|ти|ты|го|гр|час|мі|ме|дн|де|лю|че|зл|зм|см|ро|ле|єв|ев|до|ку|кі|ко|пе|бу|ос|ра|ст|шт|ва)"
)
_DIGITS = {
    "cyrillic": {"0": "о", "1": "і", "4": "а", "5": "5", "6": "б", "@": "а", "$": "с"},
    "latin": {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "6": "b", "@": "a", "$": "s"},
}
_ENOUGH_TO_POSE = 4
_VOWELS = "аеєиіїоуюяыэ"


def one_alphabet(text: str, spare: re.Pattern[str]) -> str:
    """The text, same length, with every word in one alphabet; what `spare` matches (addresses) stays."""
    mostly = "cyrillic" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "latin"
    pieces, at = [], 0
    for match in spare.finditer(text):
        pieces += [_words(text[at : match.start()], mostly), match.group()]
        at = match.end()
    return "".join([*pieces, _words(text[at:], mostly)])


def _words(text: str, mostly: str) -> str:
    return _WORD.sub(lambda match: _word(match.group(), mostly), text)


def _word(word: str, mostly: str) -> str:
    if _PLAIN.fullmatch(word):
        return word.translate(TO_CYRILLIC) if _posing(word, mostly) else word
    script = _script(word, mostly)
    word = word.translate(TO_CYRILLIC if script == "cyrillic" else TO_LATIN)
    return _digits(word, script)


def _posing(word: str, mostly: str) -> bool:
    """A word of Latin letters that all look Cyrillic, in a Cyrillic text."""
    return (
        mostly == "cyrillic"
        and len(word) >= _ENOUGH_TO_POSE
        and word.isascii()
        and word.isalpha()
        and LOOKALIKES.issuperset(word)
    )


def _script(word: str, mostly: str) -> str:
    telling = [letter for letter in word if letter not in LOOKALIKES]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in telling)
    latin = sum("a" <= letter <= "z" for letter in telling)
    if cyrillic == latin:
        return mostly
    return "cyrillic" if cyrillic > latin else "latin"


def _digits(word: str, script: str) -> str:
    if word.isalpha() or not _LETTERS.search(word):
        return word
    word = _STANDING_IN.sub(lambda match: _stands_for(match, script), word)
    if script == "cyrillic":
        if not _UNITS.match(word):
            word = _AT_THE_START.sub(lambda match: "з" if match.group() == "3" else "б", word)
        word = _AT_THE_END.sub("з", word)
    return word


def _stands_for(match: re.Match[str], script: str) -> str:
    sign = match.group()
    around = match.string[match.start() - 1] + match.string[match.end()]
    if script == "cyrillic" and sign in ("3", "4"):
        beside_vowel = any(letter in _VOWELS for letter in around)
        return ("з" if beside_vowel else "е") if sign == "3" else ("ч" if beside_vowel else "а")
    return _DIGITS[script].get(sign[0], sign[0]) * len(sign)
