"""A table as CSV that opens rightly, and harmlessly, in a spreadsheet."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence

_PHONE = re.compile(r"\+[1-9]\d{1,14}")
_STARTS_FORMULA = tuple("=+-@|%＝＋－＠")
"""Also the wide ones: spreadsheets in East Asian languages take them for the same."""
_BREAKS_OUT = tuple("\t\r\n")


def harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection"): an apostrophe before it.

    A phone number in the standard's form (E.164) stays as it is: after the plus it has nothing but digits.
    """
    starts = value.lstrip().startswith(_STARTS_FORMULA) or value.startswith(_BREAKS_OUT)
    if starts and not _PHONE.fullmatch(value):
        return f"'{value}"
    return value


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The table in UTF-8 with its mark, by which spreadsheets know it; every cell in quotes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    # Half an emoji (a lone surrogate) becomes a question mark: no program reads it.
    return codecs.BOM_UTF8 + out.getvalue().encode("utf-8", "replace")
