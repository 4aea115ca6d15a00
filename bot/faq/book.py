"""The answers as they are read: a picture of the store in memory, renewed when a wording changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from bot.faq import repository
from bot.texts import FALLBACKS


@dataclass(frozen=True)
class Words:
    """An entry in one language."""

    language: str
    question: str
    answer: str


@dataclass(frozen=True)
class Entry:
    """A question with its answers."""

    slug: str
    group: str
    facts: str
    countries: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    checked_on: date
    expires: date | None
    related: tuple[str, ...]
    words: Mapping[str, Words]

    def expired(self, today: date) -> bool:
        """Whether the answer may be false by now and is no longer given."""
        return self.expires is not None and today >= self.expires

    def said(self, language: str) -> Words:
        """The words in a language, or in another one if this entry lacks it (`Words.language` tells)."""
        for code in (language, *FALLBACKS, *self.words):
            if code in self.words:
                return self.words[code]
        raise KeyError(self.slug)


@dataclass(frozen=True)
class Book:
    """All entries, by slug, at one moment."""

    entries: Mapping[str, Entry]
    revision: int

    def groups(self) -> list[str]:
        """The groups, in the order of their first entries."""
        return list(dict.fromkeys(entry.group for entry in self.entries.values()))

    def in_group(self, group: str) -> list[Entry]:
        """The entries of a group, in order."""
        return [entry for entry in self.entries.values() if entry.group == group]


async def read_book(session: AsyncSession) -> Book:
    """Read the store."""
    revision = await repository.newest_revision(session)
    words: dict[str, dict[str, Words]] = {}
    for text in await repository.current_texts(session):
        words.setdefault(text.slug, {})[text.language] = Words(text.language, text.question, text.answer)
    found = {}
    for row in await repository.entries(session):
        if row.slug not in words:
            continue
        found[row.slug] = Entry(
            slug=row.slug,
            group=row.group,
            facts=row.facts,
            countries=tuple(row.countries),
            sources=tuple((source["name"], source["date"]) for source in row.sources),
            checked_on=row.checked_on,
            expires=row.expires,
            related=tuple(row.related),
            words=words[row.slug],
        )
    return Book(found, revision)
