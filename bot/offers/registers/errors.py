"""What is wrong with a whole file. `code` names the text for staff (`staff-register-wrong-…`), `values` fill it."""


class FileRefused(Exception):
    """The file cannot be imported; nothing was changed."""

    def __init__(self, code: str, message: str, **values: str | int) -> None:
        super().__init__(message)
        self.code = code
        self.values = values


class TooLarge(FileRefused):
    """More bytes, rows or unpacked content than we read."""

    def __init__(self, megabytes: int) -> None:
        super().__init__("large", f"the file is too large: at most {megabytes} MB", count=megabytes)


class TooManyRows(FileRefused):
    """More rows than we read."""

    def __init__(self, most: int) -> None:
        super().__init__("rows", f"the file has too many rows: at most {most}", count=most)


class Unreadable(FileRefused):
    """Neither a CSV file in an encoding we know nor an XLSX workbook."""

    def __init__(self) -> None:
        super().__init__("unreadable", "the file is neither CSV text nor an XLSX workbook, or it is damaged")


class NoNameColumn(FileRefused):
    """No column holds the names; carries the columns that were found."""

    def __init__(self, found: list[str]) -> None:
        columns = ", ".join(found) or "–"
        super().__init__("columns", f"no column with the names was found; the columns are: {columns}", columns=columns)


class NothingInIt(FileRefused):
    """A header and no rows."""

    def __init__(self) -> None:
        super().__init__("empty", "the file has no rows")
