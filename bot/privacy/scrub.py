"""Taking out of a text what could point to a person: numbers, addresses, links, dates of birth, names.

It goes by rules and word lists, so it takes out too much rather than too little, and still promises nothing: what comes
out may be shown to staff who read no talks, but must not be published. Every step reads the text a fixed number of times
(20,000 hostile characters are no problem), and a scrubbed text stays as it is when it is scrubbed again.
"""

import re
import unicodedata
from functools import cache
from re import Match, Pattern

from bot.privacy import scrub_names, scrub_numbers
from bot.privacy.scrub_words import words

NUMBER, LINK, EMAIL, ADDRESS, DATE = "‹number›", "‹link›", "‹email›", "‹address›", "‹date›"

_UPPER = "A-ZĂÂÎȘȚŞŢÄÖÜŁŚŻА-ЯІЇЄҐЁ"
_CODES = re.compile(
    r"(?<!\w)(?:"
    r"[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?"  # IBAN
    rf"|[{_UPPER}]{{2}}[ -]?\d{{4}}[ -]?[{_UPPER}]{{2}}"  # license plates: Ukraine, Romania, Moldova
    r"|[A-Z]{1,2}[ -]?\d{2,3}[ -]?[A-Z]{3}"
    r"|[A-Z]{3}[ -]?\d{3}"
    rf"|[{_UPPER}]{{1,3}}[ -]?(?:№|N|nr\.?)? ?\d{{5,9}}"  # passports and identity cards, with their series
    r")(?!\w)",
)
_TOKEN = re.compile(r"\S+")
_EDGES = "()[]{}<>«»„“”\"'’.,;:!?…"
_LONGEST_HOST = 253
_HOST = re.compile(r"(?:[a-zA-Z0-9-]{1,63}\.){1,8}([a-z]{2,6})(?=[/?#:]|$)")
_HANDLE = re.compile(r"[^\W_]\w*_\w+", re.ASCII)


def scrub(text: str) -> str:
    """Replace what could point to a person by marks such as ‹name›, ‹number› or ‹address›.

    Years from 1990 to 2035, sums of money, and short or known numbers (112, 527, 116 111) stay, as do countries, cities,
    nationalities and abbreviations. A name at the beginning of a sentence is found only if the lists know it.
    """
    text = _TOKEN.sub(_without_links, unicodedata.normalize("NFC", text))
    text = _CODES.sub(NUMBER, text)
    text = scrub_numbers.dates().sub(lambda found: scrub_numbers.date_or_mark(found, DATE), text)
    for street in _streets():
        text = street.sub(ADDRESS, text)
    text = scrub_numbers.NUMBER.sub(lambda found: scrub_numbers.number_or_mark(found, NUMBER), text)
    return scrub_names.without_names(text)


def _without_links(found: Match[str]) -> str:
    """An e-mail address, a link or a handle becomes a mark; the punctuation around it stays."""
    token = found[0]
    core = token.strip(_EDGES)
    if "@" in token:
        mark = EMAIL if "@" in core.lstrip("@") else LINK
    elif "://" in core or core.casefold().startswith("www.") or _is_domain(core) or _HANDLE.fullmatch(core):
        mark = LINK
    else:
        return token
    start = token.find(core)
    return token[:start] + mark + token[start + len(core) :]


def _is_domain(core: str) -> bool:
    """Only known endings: people forget the space after a full stop."""
    host = _HOST.match(core[:_LONGEST_HOST])
    return host is not None and host[1] in words()["domains"]


@cache
def _streets() -> tuple[Pattern[str], ...]:
    """Street and number. Every repetition has an end, so that no text takes long."""
    said = words()
    word = r"[^\W\d_][\w’'.-]{0,30}"
    house = rf"(?:(?:{said['house_marks']})\s{{0,2}})?\d{{1,4}}(?:[/-]?\s?[a-dа-д]\b|[/-]\d{{1,4}})?"
    flat = rf"(?:[\s,]{{1,3}}(?:{said['flat_marks']})\.?\s{{0,2}}[^\W\d_]?\d{{1,4}}[^\W\d_]?\b)"
    rest = rf"(?:[\s,]{{1,3}}{word}){{0,3}}[\s,]{{1,3}}{house}{flat}{{0,5}}(?!\d)"
    abbreviated = rf"(?<![\w-])(?i:{said['street_marks']})(?:\.\s{{0,2}}|\s{{1,2}})[«\"„]?{word}[»\"”]?(?i:{rest})"
    whole = rf"(?<!\w)(?i:{said['street_words']})\.?\s{{1,2}}[«\"„]?[{_UPPER}][\w’'.-]{{1,30}}[»\"”]?(?i:{rest})"
    titled = r"(?:[A-Z][\w’'-]{0,30}\s{1,2}){1,4}"
    english = rf"(?<![\w.,])\d{{1,5}}\w?\s{{1,2}}{titled}(?:{said['english_streets']})\b\.?"
    german = rf"(?<!\w)[{_UPPER}][\w-]{{2,30}}(?:straße|strasse|str\.)\s{{0,2}}{house}(?!\d)"
    return tuple(re.compile(one) for one in (abbreviated, whole, english, german))
