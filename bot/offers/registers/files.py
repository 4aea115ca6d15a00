"""From the bytes of a CSV or XLSX file to numbered rows of text. Hostile files end in an error, not in memory or time.

Encodings: UTF-8 and UTF-16 by their marks, UTF-8, else one of the old Windows ones. In cp1251 whole words are high bytes;
in cp1250 (Polish, Romanian) they stand among plain letters, which tells the two apart.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.offers.registers.errors import TooLarge, TooManyRows, Unreadable
from bot.offers.registers.workbook import looks_like_workbook, workbook_rows

MOST_MEGABYTES = 8
MOST_ROWS = 50_000
MOST_COLUMNS = 60
_LONGEST_CELL = 2000
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_FIRST_HIGH = 0x80
_DELIMITERS = ";,\t|"
_SNIFFED = 20
"""Lines by which the delimiter is told."""


class Row(NamedTuple):
    """A row and the line of the file in which it begins, counted from 1."""

    line: int
    cells: Sequence[str]


def rows_of(content: bytes) -> Iterator[Row]:
    """The rows of a file, as text, without those that are empty.

    Raises:
        TooLarge, TooManyRows, Unreadable: while it is read.
    """
    if len(content) > MOST_MEGABYTES * 1_000_000:
        raise TooLarge(MOST_MEGABYTES)
    found = workbook_rows(content, MOST_COLUMNS) if looks_like_workbook(content) else _csv_rows(content)
    for count, (line, cells) in enumerate(found):
        if count > MOST_ROWS:
            raise TooManyRows(MOST_ROWS)
        tidy = [" ".join(cell[:_LONGEST_CELL].split()) for cell in cells]
        if any(tidy):
            yield Row(line, tidy)


def _csv_rows(content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    text = decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    line = 1
    try:
        for cells in reader:
            yield line, cells[:MOST_COLUMNS]
            line = reader.line_num + 1
    except csv.Error:  # a field of more than 128 kB
        raise Unreadable from None


def decoded(content: bytes) -> str:
    """The text of a file.

    Raises:
        Unreadable: it is no text.
    """
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", _windows(content)]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable


def _windows(content: bytes) -> str:
    words = [word for word in _WORD.findall(content) if not word.isascii()]
    whole = sum(len(word) > 1 and min(word) >= _FIRST_HIGH for word in words)
    return "cp1251" if whole * 2 > len(words) else "cp1250"


def delimiter(text: str) -> str:
    """The sign between the cells: the one that gives the most lines with the same number of cells, and more than one."""
    lines = [line for line in text.split("\n", _SNIFFED + 1)[:_SNIFFED] if line.strip()]
    return max(_DELIMITERS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: Sequence[str], sign: str) -> int:
    widths = [len(next(csv.reader([line[:_LONGEST_CELL]], delimiter=sign), ())) for line in lines]
    return max((widths.count(width) * (width - 1) for width in widths), default=0)
