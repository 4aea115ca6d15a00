"""What goes with the result of a guided check: registers to look in, and lines to call. Data, in `plan.yml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.directory.places import Places

_DATA = Path(__file__).with_name("plan.yml")


@dataclass(frozen=True)
class Register:
    """Where intermediaries of a country are listed. `answer`: the slug of the FAQ entry on it."""

    country: str
    code: str
    answer: str


def registers_for(*countries: str | None) -> list[Register]:
    """The registers of these countries, in their order, each once."""
    known: Mapping[str, Mapping[str, str]] = _plan()["registers"]
    wanted = [country for country in dict.fromkeys(countries) if country in known]
    return [Register(country, known[country]["list"], known[country]["answer"]) for country in wanted if country]


def numbers_in(places: Places, country: str, *kinds: str) -> list[str]:
    """The ids of the services of a country for these needs."""
    return list(dict.fromkeys(filter(None, (places.service(country, kind) for kind in kinds))))


def lines_home(lives_in: str | None, language: str, going_to: str | None) -> Sequence[str]:
    """The ids of the lines at home that can be called from abroad: of the country somebody lives in, else by language."""
    lines: Sequence[Mapping[str, Any]] = [line for line in _plan()["home"] if line["country"] != going_to]
    of_country = [line["service"] for line in lines if line["country"] == lives_in]
    return of_country or [line["service"] for line in lines if language in line["languages"]]


@cache
def _plan() -> Mapping[str, Any]:
    plan: Mapping[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return plan
