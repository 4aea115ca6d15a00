"""`hotline registers import`: a register from a file, for whoever has the server at hand."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import typer

from bot.app import open_data_folder, open_storage
from bot.offers.registers.errors import TooLarge
from bot.offers.registers.files import MOST_MEGABYTES
from bot.offers.registers.importing import Outcome, Source, import_draft
from bot.offers.registers.known import kind
from bot.offers.registers.reading import Draft, read
from bot.settings import Settings
from bot.staff import audit
from bot.storage.base import now

_SHOWN = 30
_WRONG = {
    "no-name": "no name",
    "no-letters": "the name has no letters",
    "long": "a cell is too long",
    "cells": "more cells than the header has (a delimiter inside a value?)",
}


def import_file(settings: Settings, file: Path, code: str, day: str, *, skip_bad: bool) -> bool:
    """Import a file and say on the terminal how it went. False: bad rows, nothing was changed.

    Args:
        settings: of the hotline.
        file: CSV or XLSX.
        code: of the register.
        day: of the list, as ISO date; empty: today.
        skip_bad: import the good rows although others are bad.

    Raises:
        NoSuchRegister, FileRefused, ValueError (the date), DataFolderError, KeyFileError, OSError.
    """
    kind(code)
    source = Source(file.name, _day(day))
    if file.stat().st_size > MOST_MEGABYTES * 1_000_000:
        raise TooLarge(MOST_MEGABYTES)
    content = file.read_bytes()
    typer.echo(f"reading {file.name} …", err=True)
    draft = read(content)
    with typer.progressbar(length=len(draft.entries), label="importing") as bar:
        outcome = asyncio.run(_store(settings, code, draft, source, skip_bad=skip_bad, progress=_steps(bar)))
    for line in _report(code, outcome):
        typer.echo(line)
    return outcome.done


def _day(day: str) -> date:
    try:
        return date.fromisoformat(day) if day else now().date()
    except ValueError:
        raise ValueError(f"{day!r} is no date: write it as 2026-11-25") from None


def _steps(bar: Any) -> Callable[[int], None]:
    """The progress of a whole as steps of a bar."""
    return lambda done: bar.update(done - bar.pos)


async def _store(
    settings: Settings, code: str, draft: Draft, source: Source, *, skip_bad: bool, progress: Callable[[int], None]
) -> Outcome:
    open_data_folder(settings.data)
    _, storage = await open_storage(settings)
    try:
        async with storage.writing() as session:
            outcome = await import_draft(session, code, draft, source, skip_bad=skip_bad, progress=progress)
            audit.note(session, None, "register-imported" if outcome.done else "register-refused", f"register:{code}")
        return outcome
    finally:
        await storage.close()


def _report(code: str, outcome: Outcome) -> list[str]:
    lines = [f"line {bad.line}: {_WRONG[bad.why]}" for bad in outcome.bad[:_SHOWN]]
    if len(outcome.bad) > _SHOWN:
        lines.append(f"… and {len(outcome.bad) - _SHOWN} more bad rows")
    doubles = f", {outcome.doubles} doubles left out" if outcome.doubles else ""
    if outcome.done:
        left = f", {len(outcome.bad)} bad rows left out" if outcome.bad else ""
        return [*lines, f"{code}: {outcome.rows} rows imported{doubles}{left}"]
    return [*lines, f"{code}: nothing was changed, {len(outcome.bad)} bad rows. Mend them, or import with --skip-bad"]
