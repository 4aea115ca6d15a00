"""Entries added a minute ago: question and answer, no training phrase. Found at once, and from another language too?"""

import asyncio
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bot.faq import repository
from bot.faq.seeds import Topic
from bot.storage.engine import Storage
from bot.tables import metadata
from tools.quality.bench import Bench, Read, Wording
from tools.quality.messages import first
from tools.quality.program import DataFolder
from tools.quality.sets import Row

TOGETHER = 8
"""New entries that are in the store at a time; one by one would be nearer to life and take five times as long."""
_WRITTEN = ("uk", "ro", "en")


def measure(bench: Bench) -> None:
    """New in all three languages, then in one language only and asked for in others."""
    entries, queries = bench.sets.rows("new", "entries"), bench.sets.rows("new", "queries")
    _ask(bench, "new", list(_rounds([_in(entry, _WRITTEN) for entry in entries])), queries)
    alone = [_in(entry, (_WRITTEN[place % len(_WRITTEN)],)) for place, entry in enumerate(entries)]
    written = {slug: language for wordings in alone for slug, language, _, _ in wordings}
    others = [row for row in queries if written.get(row["slug"]) != row["language"]]
    _ask(bench, "cross", list(_rounds(alone)), others)


def _in(entry: Row, languages: Sequence[str]) -> list[Wording]:
    return [(entry["slug"], code, entry["question"][code], entry["answer"][code]) for code in languages]


def _rounds(entries: Sequence[list[Wording]]) -> Iterator[list[Wording]]:
    for start in range(0, len(entries), TOGETHER):
        yield [wording for entry in entries[start : start + TOGETHER] for wording in entry]


def _ask(bench: Bench, name: str, rounds: Sequence[list[Wording]], queries: Sequence[Row]) -> None:
    found: list[tuple[str, str, list[str]]] = []
    for wordings in rounds:
        slugs = {slug for slug, _, _, _ in wordings}
        with bench.read_with(wordings) as read:
            for row in (row for row in queries if row["slug"] in slugs):
                found.append((row["language"], row["slug"], first(read(row["text"]))))
                if found[-1][2][:1] != [row["slug"]]:
                    bench.findings.wrong(name, row["language"], row, found[-1][2])
    bench.findings.shares(f"{name}_first", ((code, want in got[:1]) for code, want, got in found))
    bench.findings.shares(f"{name}_three", ((code, want in got[:3]) for code, want, got in found))


@contextmanager
def reading_with(data: DataFolder, folder: Path, wordings: Sequence[Wording]) -> Iterator[Read]:
    """`hotline analyze` on a copy of a data folder that has these wordings more."""
    more = data.copy(folder)
    try:
        asyncio.run(_add(more.database, wordings))
        with more.analyze() as read:
            yield read
    finally:
        shutil.rmtree(more.folder)


async def _add(database: str, wordings: Sequence[Wording]) -> None:
    metadata()  # an entry points to the staff account that wrote it, so all tables must be known
    storage = Storage(database)
    try:
        async with storage.writing() as session:
            for number, slug in enumerate(dict.fromkeys(slug for slug, _, _, _ in wordings)):
                await repository.put_topic(session, _topic(slug, 1000 + number))
            await session.flush()
            for slug, language, question, answer in wordings:
                await repository.revise(session, slug, language, question=question, answer=answer, staff_id=None)
    finally:
        await storage.close()


def _topic(slug: str, number: int) -> Topic:
    return Topic(slug, "new", number, "verified", [], [], date(2026, 1, 1), None, [])
