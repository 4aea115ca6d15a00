"""Which registers there can be: data, in `registers.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("registers.yml")


class NoSuchRegister(Exception):
    """There is no register of this code; carries the code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is no register {code!r}; there are: {', '.join(known())}")
        self.code = code


@dataclass(frozen=True)
class Kind:
    """A register. `country`: whose list it is (ISO 3166-1), or empty. `shown`: to `people`, or to `staff` only."""

    code: str
    country: str
    shown: str

    @property
    def for_people(self) -> bool:
        """Whether a person may be told what stands in it."""
        return self.shown == "people"


@cache
def known() -> Mapping[str, Kind]:
    """All registers by code, in order."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {row["code"]: Kind(**row) for row in rows}


def kind(code: str) -> Kind:
    """A register.

    Raises:
        NoSuchRegister: none of that code.
    """
    try:
        return known()[code]
    except KeyError:
        raise NoSuchRegister(code) from None
