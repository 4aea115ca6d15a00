"""The Human Trafficking Case Data Standard 2.0 (IOM, CC BY 4.0), read from its own files in `htcds/`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("htcds")
SEPARATOR = ";"
"""Between several values: the fields are those of Salesforce, whose multiselect picklists are written so."""
CONSENT = "con_Consent"
_NAMIBIA = {"": "NA"}
"""The only empty code in the list: some spreadsheet read "NA" as "not available"."""


@dataclass(frozen=True)
class Field:
    """A field. `type` as the standard says it, e.g. `Multiselect Picklist`; `values` of its picklist, if it has one."""

    name: str
    type: str
    values: tuple[str, ...]


@cache
def fields() -> Mapping[str, Field]:
    """All fields that are not deprecated, by their name with prefix, in the order of the standard."""
    with (FOLDER / "field-standards-2.0.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Status"] == "DRAFT" and row["Field Name including Prefix"]]
    return {row["Field Name including Prefix"]: _field(row) for row in rows}


def _field(row: Mapping[str, str]) -> Field:
    listed = row["Value Names (if picklist)"]
    values = () if listed.startswith("Use ") else tuple(value.strip() for value in listed.splitlines() if value.strip())
    return Field(row["Field Name including Prefix"], row["Field Type"], values)


@cache
def countries() -> tuple[str, ...]:
    """The countries that may stand in a record, by ISO 3166-1 alpha-2."""
    with (FOLDER / "choices-2.0.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["name"] for row in csv.DictReader(file) if row["list_name"] == "citizenship"]
    return tuple(_NAMIBIA.get(code, code) for code in codes)
