"""The word lists that scrubbing goes by."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("scrub.yml")


@cache
def words() -> dict[str, Any]:
    """Lists and expressions by name; the file explains each."""
    return dict(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
