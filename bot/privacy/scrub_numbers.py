"""Which numbers in a text could point to a person: phones, cards, papers, dates of birth."""

import re
from functools import cache
from pathlib import Path
from re import Match, Pattern

import yaml

from bot.privacy.scrub_words import words

_SERVICES = Path(__file__).parent.parent / "directory" / "services.yml"
_GAP = r"(?:[ .()/\-–\u00a0\u202f]{1,2}|,)"
NUMBER = re.compile(rf"[+(]{{0,2}}(?<!\d)\d(?:{_GAP}?\d)*")
"""Digits with what people put between them, as long as it goes."""
_PIECE = re.compile(r"\d+")
_AMOUNT = r"(?:\d{1,3}(?:[ .,\u00a0\u202f]\d{3}){1,2}|\d{1,7})(?:[.,]\d{1,2})?"
_SUM = re.compile(rf"(?:{_AMOUNT})(?: ?[-–/] ?{_AMOUNT})?")
_SIGNS = ("€", "$", "£", "₴")
_SHORT_PHONE = re.compile(r"\(?\d{2,3}\)?[ -]\d{2}[- ]\d{2}")
_FIRST_YEAR, _LAST_YEAR = 1990, 2035
_NEAR_PAST = 2022
"""Full dates from this year on are mostly of laws and journeys."""
_SHORT, _LONG = 3, 7
"""Digits: so few tell nothing, so many are a phone."""
_BEFORE, _AFTER = 25, 12
"""Characters in which the words that explain a number are sought."""


def number_or_mark(found: Match[str], mark: str) -> str:
    """The number itself if it is a year, a sum, or short, else the mark."""
    number = found[0]
    pieces = _PIECE.findall(number)
    known = "".join(pieces) in _known_numbers()
    harmless = known or _is_sum(found) or (_harmless_length(pieces) and not _SHORT_PHONE.fullmatch(number))
    return number if harmless and not number.startswith("+") else mark


def _harmless_length(pieces: list[str]) -> bool:
    others = [piece for piece in pieces if not _is_year(piece)]
    return all(len(piece) <= _SHORT for piece in others) and sum(map(len, others)) < _LONG


def _is_year(piece: str) -> bool:
    return len(piece) == len(str(_LAST_YEAR)) and _FIRST_YEAR <= int(piece) <= _LAST_YEAR


def _is_sum(found: Match[str]) -> bool:
    if not _SUM.fullmatch(found[0]):
        return False
    text, start, end = found.string, found.start(), found.end()
    before = text[max(0, start - 2) : start].strip()
    return before.endswith(_SIGNS) or _currency().match(text, end) is not None


@cache
def _currency() -> Pattern[str]:
    """What follows a sum: its currency, or the end of a range and then its currency."""
    to = rf"(?:\s?(?:до|по|і|и|to|and|la|și|-|–|—)\s?{_AMOUNT})?"
    return re.compile(rf"{to}\s?(?:{words()['currency']})", re.IGNORECASE)


@cache
def _known_numbers() -> frozenset[str]:
    """Short numbers of the directory, such as 116 111, without spaces."""
    services = yaml.safe_load(_SERVICES.read_text(encoding="utf-8"))
    numbers = (number for one in services for kind in ("inside", "abroad", "text") for number in one.get(kind) or ())
    plain = ("".join(_PIECE.findall(number)) for number in numbers)
    return frozenset(number for number in plain if len(number) < _LONG)


@cache
def dates() -> Pattern[str]:
    """Day, month and year, in digits or with the month's name."""
    month = rf"(?:{words()['months']})[^\W\d_]{{0,9}}\.?"
    digits = r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    day = r"\d{1,2}(?:-?(?:st|nd|rd|th|го|е|ого))?"
    named = rf"{day}\s(?:of |de )?{month},?\s\d{{4}}|{month}\s{day},?\s\d{{4}}"
    return re.compile(rf"(?<![\w./-])(?:{digits}|{named})(?!\d)", re.IGNORECASE)


@cache
def _birth() -> Pattern[str]:
    return re.compile(words()["birth"], re.IGNORECASE)


def date_or_mark(found: Match[str], mark: str) -> str:
    """A date of the last years stays, unless words near it say that somebody was born."""
    years = [int(piece) for piece in _PIECE.findall(found[0]) if len(piece) == len(str(_LAST_YEAR))]
    recent = bool(years) and _NEAR_PAST <= years[0] <= _LAST_YEAR
    text, start, end = found.string, found.start(), found.end()
    near = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    return found[0] if recent and not any(map(_birth().search, near)) else mark
