"""`hotline analyze`: streams JSON lines; a million lines need no more memory than one."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, BinaryIO, TextIO

from bot.analyze import Analyzer
from bot.app import open_data_folder, open_storage
from bot.faq.book import read_book
from bot.faq.search import build
from bot.settings import Settings
from bot.understanding import ensure

_LONGEST_LINE = 4_000_000
"""Bytes of one line; a longer one is refused, so that no input can fill the memory."""


def analyze_lines(settings: Settings, source: BinaryIO, out: TextIO, tell: Callable[[str], None]) -> int:
    """Analyze every line of `source`; returns how many could not be. `tell` hears it if something has to be learnt first."""
    analyzer = _analyzer(settings, tell)
    failures = 0
    while line := source.readline(_LONGEST_LINE):
        if not line.endswith(b"\n") and len(line) == _LONGEST_LINE:
            while (rest := source.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            result: dict[str, Any] = {"id": None, "error": "the line is too long"}
        elif not line.strip():
            continue
        else:
            result = _one(analyzer, line)
        failures += "error" in result
        out.write(json.dumps(result, ensure_ascii=False) + "\n")
        out.flush()
    return failures


def _one(analyzer: Analyzer, line: bytes) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"not valid JSON: {error}"}
    if not isinstance(item, dict):
        return {"id": None, "error": "not a JSON object"}
    return analyzer.analyze(item)


def _analyzer(settings: Settings, tell: Callable[[str], None]) -> Analyzer:
    open_data_folder(settings.data)
    understanding = ensure(settings.data, tell)

    async def read() -> Any:
        _, storage = await open_storage(settings)
        try:
            async with storage.reading() as session:
                return await read_book(session)
        finally:
            await storage.close()

    book = asyncio.run(read())
    rule = understanding.calibration.faq
    return Analyzer(understanding, build(book, understanding.topics, rule, understanding.embedder))
