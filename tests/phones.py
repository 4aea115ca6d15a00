"""Finds what looks like a phone number in a text, and knows what only looks like one."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from bot.directory.services import Directory

ROOT = Path(__file__).parent.parent
DIRECTORY = Directory()
NUMBERS = {number for one in DIRECTORY.services.values() for number in (*one.inside, *one.abroad, *one.text)}
SHORT = {number for number in NUMBERS if len(re.sub(r"\D", "", number)) <= 6}
"""Numbers such as 112: too short to be recognised by their look."""

_GAP = r"[ \t\u00a0\u2007\u2009\u202f().\-/\u2010-\u2013]{0,3}"
_LOOKS_LIKE_ONE = re.compile(rf"(?<![\w.,-])\+?\(?\d(?:{_GAP}\d){{6,14}}(?!{_GAP}\d)(?!\w)")
_UNIT = r"(?:€|\$|%|(?:de )?lei|леї|лей|грн|zł|usd|eur|євро|евро|dollar|людей|людини|oameni|people)"
_SOMETHING_ELSE = re.compile(
    "|".join(
        (
            r"\b(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ]\d\d:\d\d(?::\d\d)?\S*)?",  # a day
            r"\b[0-3]?\d[./][01]?\d[./](?:19|20)\d\d\b",
            r"\b(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d\b",  # years
            r"\b\d{1,4}[/ ](?:19|20)\d\d\b",  # a law: 156/2000
            r"\bCVE-\d{4}-\d+",
            r"\b\d{1,3}(?:\.\d{1,3}){3}(?:/\d+)?\b",  # an address of a machine
            r"\b(?:24/7|50/20)\b",
            rf"\b\d{{1,3}}(?:[  .]\d{{3}})+(?= ?{_UNIT})",  # an amount
            rf"\b\d{{3,5}} ?[-–] ?\d{{3,5}}(?= ?{_UNIT})",
            r"\bmax-age=\d+",
            r"(?:єдрпоу|едрпоу|cui|nip|krs)\W{0,3}\d+",  # a firm's number in a register
            r"\b\d+:[A-Za-z][\w-]{3,}",  # a bot's token
            r"\bd=\"[^\"]*\"",  # a drawing
        )
    ),
    re.IGNORECASE,
)
_IMPOSSIBLE = re.compile(r"0{6}|5550?1\d\d$")
"""Numbers with six zeros belong to nobody, and 555-01.. is kept for stories: examples use them."""


def phone_numbers(text: str) -> list[str]:
    """What looks like a phone number in a text."""
    lines = [_SOMETHING_ELSE.sub(" ; ", line) for line in text.splitlines()]
    found = [match[0].strip() for line in lines for match in _LOOKS_LIKE_ONE.finditer(line)]
    return [number for number in found if not _IMPOSSIBLE.search(re.sub(r"\D", "", number))]


def short_numbers(text: str) -> list[str]:
    """Numbers of the directory of up to six digits in a text that people read."""
    spelled = (r"[ \u00a0-]?".join(re.findall(r"\d+", number)) for number in sorted(SHORT, key=len, reverse=True))
    before, after = r"(?<![\w.,/§№-])", rf"(?![\w/-]|[.,]\d|\.[a-z]{{2}}| {_UNIT})"
    pattern = re.compile(f"{before}(?:{'|'.join(spelled)}){after}")
    return pattern.findall(text)


def is_ours(number: str) -> bool:
    """Whether a number has the digits of one of the directory, whatever the gaps."""
    return re.sub(r"\D", "", number) in {re.sub(r"\D", "", ours) for ours in NUMBERS}


def without_directory_numbers(text: str) -> str:
    """A text from which the directory's numbers are taken out."""
    for number in sorted(NUMBERS, key=len, reverse=True):
        text = re.sub(rf"(?<![\d+]){re.escape(number)}(?!\d)", "☎", text)
    return text


# Files

_NOT_TEXT = {".pyc", ".png", ".jpg", ".webp", ".ico", ".woff2", ".gz", ".npz", ".sqlite3", ".svg"}
_SKIPPED = {
    "bot/directory/services.yml": "the one place where numbers stand",
    "bot/staff/common-passwords.txt": "many passwords are digits",
    "nlu/requirements.lock": "hashes",
    "tests/quality/ro/route.jsonl": "sums of money in offers",
}


def files(*roots: str) -> Iterator[Path]:
    """The text files below some folders."""
    for root in roots:
        path = ROOT / root
        for one in sorted(path.rglob("*") if path.is_dir() else [path]):
            if one.is_file() and one.suffix not in _NOT_TEXT and str(one.relative_to(ROOT)) not in _SKIPPED:
                yield one


def readable(path: Path) -> str:
    """What people or programs read as text in a file: all of it, or of Python the strings and comments."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return "\n".join(_words_of_python(text)) if path.suffix == ".py" else text


def _words_of_python(source: str) -> Iterator[str]:
    kept = (tokenize.STRING, tokenize.COMMENT, tokenize.FSTRING_MIDDLE)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in kept:
            yield token.string.strip("\"'")
