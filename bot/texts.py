"""Interface texts by language, from the Fluent files in `locales/<code>/`.

A language exists because its folder does. A text that a language lacks is said in the first language of
`FALLBACKS` that has it; a test fails on every such gap, so people should never meet one.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from fluent.runtime import FluentBundle, FluentResource

from bot.paths import LOCALES

FALLBACKS = ("uk", "en")
UNDERSTOOD = {"ru": "uk"}
"""Languages that are understood but not spoken, and the one that answers."""


def answering(code: str) -> str:
    """The language that answers a message in `code`: that one, or the one that answers for it."""
    return UNDERSTOOD.get(code, code)


class Texts:
    """All texts, loaded once."""

    def __init__(self, folder: Path = LOCALES) -> None:
        """`folder`: holds one folder a language, each with `*.ftl`."""
        self.languages = tuple(sorted(path.name for path in folder.iterdir() if any(path.glob("*.ftl"))))
        self._bundles = {code: _bundle(folder / code, code) for code in self.languages}

    def say(self, language: str, key: str, /, **values: Any) -> str:
        """A text in a language.

        Raises:
            KeyError: no language has it.
        """
        for code in (language, *FALLBACKS):
            bundle = self._bundles.get(code)
            if bundle and bundle.has_message(key) and (pattern := bundle.get_message(key).value):
                text, errors = bundle.format_pattern(pattern, values)
                if errors:
                    raise KeyError(f"{key} in {code}: {errors[0]}")
                return str(text)
        raise KeyError(key)

    def has(self, language: str, key: str) -> bool:
        """Whether this very language has the text."""
        return language in self._bundles and self._bundles[language].has_message(key)

    def spoken(self, code: str | None) -> str | None:
        """The language in which somebody who writes `code` is answered; None if we do not understand it."""
        spoken = answering(code or "")
        return spoken if spoken in self.languages else None


def _bundle(folder: Path, code: str) -> FluentBundle:
    bundle = FluentBundle([code], use_isolating=False)
    for path in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


@cache
def locale(language: str) -> Locale:
    """Babel's data for a language."""
    return Locale.parse(language)


def day(language: str, value: date | datetime) -> str:
    """A date as the language writes it, e.g. "22 листопада 2026 р."."""
    return format_date(value, "long", locale(language))


def day_and_time(language: str, moment: datetime) -> str:
    """A day with its weekday, and the time, on the clock of the moment's own zone."""
    day_of_week = format_date(moment, "EEEE", locale(language)).replace(
        "\u02bc", "\u2019"
    )  # the apostrophe of our texts
    return f"{day_of_week}, {format_skeleton('MMMMd', moment, locale=locale(language))}, {moment:%H:%M}"


def country_name(language: str, code: str) -> str:
    """The name of a country (ISO 3166-1 alpha-2) in a language."""
    names: Mapping[str, str] = locale(language).territories
    return names.get(code, code)


def language_name(language: str, code: str) -> str:
    """The name of a language in another one."""
    names: Mapping[str, str] = locale(language).languages
    return names.get(code, code)
