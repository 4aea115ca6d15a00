"""Where the sentences and clauses of a normalised text end."""

import re
from bisect import bisect_right

_STOP = re.compile(r"[!?…;]+|\.+(?=\s|$|[^\w\s])|\.(?=[а-яіїє]{2})")
_ABBREVIATION = re.compile(
    r"\b(?:грн|тис|тыс|год|міс|мес|дол|зл|крб|руб|вул|хв|чол|коп|тел|ін|др|eur|nr|str|tel|approx|etc|min|max|sp|[^\W\d_])$"
)
_CLAUSE = re.compile(
    r"[\n•()]|,(?!\d)| - |\.(?!\d)"
    r"|\b(?:але|однак|проте|зате|натомість|но|однако|зато|but|however|although|dar|insa|totusi|ci)\b"
)


def sentences(text: str) -> str:
    """The text, same length, with a line break in the place of every sentence end."""
    out: list[str] = []
    at = 0
    for match in _STOP.finditer(text):
        if match.group() == "." and _ABBREVIATION.search(text, max(0, match.start() - 6), match.start()):
            continue
        out += [text[at : match.start()], "\n" * len(match.group())]
        at = match.end()
    return "".join([*out, text[at:]])


class Parts:
    """The sentences and clauses of a text that went through `sentences`."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._lines = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]
        self._clauses = [0, *(match.end() for match in _CLAUSE.finditer(text))]

    def sentence(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence at a place."""
        return self._around(self._lines, at)

    def clause(self, at: int) -> tuple[int, int]:
        """Start and end of the clause at a place."""
        return self._around(self._clauses, at)

    @property
    def clauses(self) -> list[int]:
        """Where clauses begin, ascending."""
        return self._clauses

    def _around(self, starts: list[int], at: int) -> tuple[int, int]:
        number = bisect_right(starts, at)
        return starts[number - 1], starts[number] if number < len(starts) else self._length
