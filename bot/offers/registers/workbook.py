"""The first sheet of an XLSX workbook, as text.

A workbook is a zip of XML, so both kinds of bomb are possible: what it unpacks to is bounded by the sizes in its own
directory (zipfile reads no byte more than they say), and entities are refused by defusedxml, which openpyxl uses.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from xml.etree.ElementTree import ParseError  # only the error

from defusedxml.common import DefusedXmlException
from openpyxl import DEFUSEDXML, load_workbook

from bot.offers.registers.errors import TooLarge, Unreadable

_MOST_UNPACKED_MEGABYTES = 60
_MOST_PARTS = 300
_DEEPEST = 60_000
"""The last row that is looked at: a sheet may say that its only row is the millionth, and the gap would be filled."""
_DAMAGED = (zipfile.BadZipFile, ParseError, DefusedXmlException, KeyError, ValueError, TypeError, AttributeError,
            IndexError, EOFError, NotImplementedError, RuntimeError, OSError)  # fmt: skip
"""What openpyxl, zipfile and zlib raise over damaged and hostile files."""

if not DEFUSEDXML:
    raise ImportError("openpyxl does not see defusedxml")


def looks_like_workbook(content: bytes) -> bool:
    """Whether the bytes are a zip."""
    return content.startswith(b"PK")


def workbook_rows(content: bytes, columns: int) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows of the first sheet with their numbers; at most so many columns.

    Raises:
        TooLarge: it unpacks to more than we read.
        Unreadable: it is damaged, or no workbook.
    """
    try:
        _measure(content)
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions, which nobody here needs
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size may be wrong
        rows = sheet.iter_rows(max_col=columns, max_row=_DEEPEST, values_only=True)
        for line, cells in enumerate(rows, 1):
            yield line, [_text(cell) for cell in cells]
        book.close()
    except _DAMAGED:
        raise Unreadable from None


def _measure(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED_MEGABYTES * 1_000_000:
        raise TooLarge(_MOST_UNPACKED_MEGABYTES)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a tax number that Excel took for a number
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value)
