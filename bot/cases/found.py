"""What the danger check, the offer check and the talk suggest for a case record, each with the words it rests on."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.cases import catalogue
from bot.conversations.models import Author, Message
from bot.offers.check import Report

_DATA = Path(__file__).with_name("found.yml")
_LONGEST_QUOTE = 200
_READ = 60
"""Newest messages of the person that are read."""


@dataclass(frozen=True)
class Found:
    """A value that is proposed. `message`: the number of the message with the words; 0 if it rests on none."""

    item: str
    value: str
    quote: str = ""
    message: int = 0

    def as_dict(self) -> dict[str, Any]:
        """As it is kept with the item."""
        return asdict(self) | {"decided": ""}


@dataclass(frozen=True)
class Known:
    """What is known of the person and the talk besides words. `language`: two letters; `services`: of the closing form."""

    language: str = ""
    country: str | None = None
    services: Sequence[str] = ()


def suggestions(known: Known, messages: Sequence[Message], check: Callable[[str], Report]) -> list[Found]:
    """Everything that is proposed, each value of an item once, with the first words that show it."""
    own = [one for one in messages if one.author == Author.PERSON and one.kind != "button" and one.text.strip()]
    found = [*_of_person(known), *(one for message in own[-_READ:] for one in _of_message(message, check))]
    first: dict[tuple[str, str], Found] = {}
    for one in found:
        first.setdefault((one.item, one.value), one)
    return list(first.values())


def _of_person(known: Known) -> Iterator[Found]:
    yield from (Found(item, value) for item, value in _data()["always"].items())
    for code, letters in catalogue.languages().items():
        if letters == known.language:
            yield Found("prs_PrimaryLanguage", code)
    if known.country in catalogue.items()["prs_MailingCountry"].choices:
        yield Found("prs_MailingCountry", str(known.country))
    yield from (Found("cas_ReferredOrganisation", service) for service in known.services)


def _of_message(message: Message, check: Callable[[str], Report]) -> Iterator[Found]:
    for sign in message.notes.get("signs", ()):
        yield from _proposed("signs", str(sign), message.text, message.id)
    report = check(message.text)
    if report.verdict == "not_an_offer":
        return
    if message.notes.get("forwarded"):
        yield from (Found(*pair, _shortened(message.text), message.id) for pair in _data()["forwarded"].items())
    yield from _platforms(message)
    for flag in report.flags:
        yield from _proposed("flags", flag.code, flag.quote, message.id)


def _proposed(kind: str, code: str, words: str, message: int) -> Iterator[Found]:
    for item, value in _data()[kind].get(code, {}).items():
        yield Found(item, value, _shortened(words), message)


def _platforms(message: Message) -> Iterator[Found]:
    text = message.text.casefold()
    for name, forms in _data()["platforms"].items():
        if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms):
            yield Found("vic_RecruitmentWebsitesAndApps", name, _shortened(message.text), message.id)


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST_QUOTE else one_line[:_LONGEST_QUOTE] + "…"


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    data: Mapping[str, Mapping[str, Any]] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return data
