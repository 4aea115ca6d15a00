"""Understanding as data: what `hotline analyze` prints for a message (contract, section 1)."""

from collections.abc import Mapping
from typing import Any

from bot.conversations.incoming import LONGEST
from bot.faq.search import Asked, FaqSearch, answered
from bot.hotline import Hotline
from bot.intents import NOT_UNDERSTOOD, ROUTES, Intent
from bot.language_words import may_be_advert
from bot.languages import HEARD, Heard, hear
from bot.offers.check import Report
from bot.understanding import Understanding


class Analyzer:
    """Reads messages without a talk around them."""

    def __init__(self, understanding: Understanding, search: FaqSearch) -> None:
        self._understanding = understanding
        self._search = search

    def analyze(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """One message. `item` holds `text`, and may hold `id` and `language` (what the person chose)."""
        text = item.get("text")
        if not isinstance(text, str):
            return {"id": item.get("id"), "error": "no text"}
        cut = text[:LONGEST]
        known, heard = self._understanding, hear(cut)
        danger, intent = known.danger_in(cut), known.intent_in(cut)
        hits = self._search.find(Asked.by(cut, known.embedder, known.places))
        rule, offer = known.calibration.faq, known.offers.check(cut)
        found = hits if hits and hits[0].score >= rule.enough else []
        return {
            "id": item.get("id"),
            "language": _language(heard, item.get("language")),
            "danger": {"level": danger.level.code, "signs": list(danger.signs)},
            "route": {
                "name": _route(cut, intent, offer, known=answered(hits, rule)),
                "confidence": round(intent.confidence, 4),
            },
            "faq": [{"slug": hit.slug, "score": hit.score} for hit in found],
            "offer": _offer(offer),
        } | ({"truncated": True} if len(text) > LONGEST else {})


def _language(heard: Heard, chosen: object) -> dict[str, Any]:
    """The language as it is heard; a word that every language has ("ok") is taken to be in the one that was chosen."""
    code = str(chosen) if heard.international and chosen in HEARD else heard.code
    return {"code": code, "confidence": round(heard.confidence, 4)}


def _route(text: str, intent: Intent, offer: Report, *, known: bool) -> str:
    """Where a message leads. An advert that no answer is `known` for, but shows signs, is checked (`respond.question`, `.unknown`)."""
    lost = intent.name == NOT_UNDERSTOOD or (intent.name == "faq" and not known)
    return "offer_check" if lost and offer.flags and may_be_advert(text) else ROUTES[intent.name]


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
