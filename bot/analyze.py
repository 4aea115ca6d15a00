"""Understanding as data: what `hotline analyze` prints for a message (contract, section 1)."""

from collections.abc import Mapping
from typing import Any

from bot.conversations.incoming import LONGEST
from bot.faq.search import ENOUGH, FaqSearch
from bot.hotline import Hotline
from bot.languages import hear
from bot.offers.check import Report
from bot.understanding import Understanding


class Analyzer:
    """Reads messages without a talk around them."""

    def __init__(self, understanding: Understanding, search: FaqSearch) -> None:
        self._understanding = understanding
        self._search = search

    def analyze(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """One message. `item` holds `text`, and may hold `id` and `language`."""
        text = item.get("text")
        if not isinstance(text, str):
            return {"id": item.get("id"), "error": "no text"}
        cut = text[:LONGEST]
        heard, danger = hear(cut), self._understanding.danger_in(cut)
        report = self._understanding.offers.check(cut)
        vector = self._understanding.embedder.vector(cut)
        hits = [hit for hit in self._search.find(vector) if hit.score >= ENOUGH]
        return {
            "id": item.get("id"),
            "language": {"code": heard.code, "confidence": round(heard.confidence, 4)},
            "danger": {"level": danger.level.code, "signs": list(danger.signs)},
            "route": self._route(cut, report),
            "faq": [{"slug": hit.slug, "score": hit.score} for hit in hits],
            "offer": _offer(report),
        } | ({"truncated": True} if len(text) > LONGEST else {})

    def _route(self, text: str, report: Report) -> dict[str, Any]:
        intent = self._understanding.intents.of(text[:1000], self._understanding.embedder.vector(text[:1000]))
        return {"name": intent.route, "confidence": round(intent.confidence, 4)}


def _offer(report: Report) -> dict[str, Any]:
    flags = [
        {"code": flag.code, "weight": flag.weight, "start": flag.start, "end": flag.end, "quote": flag.quote}
        for flag in report.flags
    ]
    return {"verdict": report.verdict, "flags": flags}


def analyze_text(hotline: Hotline, text: str, language: str | None = None) -> dict[str, Any]:
    """The same for the staff application."""
    analyzer = Analyzer(hotline.understanding, hotline.shelf.answers().search)
    return analyzer.analyze({"text": text, "language": language})
