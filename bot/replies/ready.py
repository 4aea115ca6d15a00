"""What a counselor can put into a message with a few keys: ready replies, numbers of the person's country, answers.

Everything is in the person's language; only its name in the list is in the counselor's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from bot.channels.markup import as_plain
from bot.paths import LOCALES
from bot.replies import answers
from bot.replies.voice import Voice

GROUPS = ("begin", "listening", "asking", "helping", "ending")
"""The files of ready replies, in the order of a talk."""
_ANYWHERE = ("EU", "UA")
"""Whose numbers are offered while the person's country is not known."""
_MOST_ANSWERS = 8


@dataclass(frozen=True)
class Ready:
    """One piece of text. `id` finds it again; `name` is what the list shows."""

    id: str
    group: str
    name: str
    text: str


def replies(voice: Voice, reader: str) -> list[Ready]:
    """The ready replies in the person's language, with names in the language `reader`."""
    texts, names = _canned(voice.language), _canned(reader)
    found = ((group, key) for group in GROUPS for key in texts[group])
    return [Ready(f"canned/{key}", group, names[group][key]["name"], texts[group][key]["text"]) for group, key in found]


@cache
def _canned(language: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    folder = LOCALES / language / "canned"
    return {group: yaml.safe_load((folder / f"{group}.yml").read_text(encoding="utf-8")) for group in GROUPS}


def numbers(voice: Voice, reader: str) -> list[Ready]:
    """The services of the person's country with their numbers, what is needed first on top."""
    directory = voice.library.wording.directory
    names = {service: directory.name(reader, service) for service in dict.fromkeys(_services(voice))}
    return [
        Ready(f"service/{service}", "numbers", name, as_plain(voice.service_line(service)))
        for service, name in names.items()
    ]


def _services(voice: Voice) -> Iterator[str]:
    places, directory = voice.library.places, voice.library.wording.directory
    for country in (voice.country,) if voice.country else _ANYWHERE:
        first = (places.service(country, kind) for kind in ("emergency", "trafficking"))
        yield from (service for service in first if service)
        yield from (service.id for service in directory.of(country))


def nearest(voice: Voice, reader: str, query: str) -> list[Ready]:
    """The answers of the FAQ that fit a query best, in whatever language it is; none for an empty one."""
    if not query.strip():
        return []
    entries = voice.library.answers().book.entries
    hits = [hit.slug for hit in voice.library.find(query, _MOST_ANSWERS)]
    fresh = [slug for slug in hits if not entries[slug].expired(voice.today())]
    return [_answer(voice, reader, slug) for slug in fresh]


def _answer(voice: Voice, reader: str, slug: str) -> Ready:
    name = voice.library.answers().book.entries[slug].said(reader).question
    return Ready(f"answer/{slug}", "answers", name, as_plain(answers.entry(voice, slug)[0].text))


def by_id(voice: Voice, wanted: str) -> str:
    """The text of a piece; empty if there is none of that name."""
    kind, _, name = wanted.partition("/")
    if kind == "answer" and name in voice.library.answers().book.entries:
        return _answer(voice, voice.language, name).text
    pieces = {"canned": replies, "service": numbers}
    found = pieces[kind](voice, voice.language) if kind in pieces else []
    return next((one.text for one in found if one.id == wanted), "")
