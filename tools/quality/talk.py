"""The questions that `hotline analyze` cannot be asked, because they are about a reply and about a talk."""

from functools import cache
from typing import Any

from bot.faq import seeds
from bot.faq.book import Book, Entry, Words
from bot.faq.search import build
from bot.paths import ROOT
from bot.replies import answers, respond
from bot.replies.voice import Answers, Library, Voice
from bot.understanding import Understanding, ensure


def slugs_answered(text: str, language: str) -> list[str]:
    """The entries that one message is answered with, in order; several for a message with several questions."""
    voice = _voice(language)
    found = answers.asked_for(voice, text)
    if len(found) > 1:
        return found
    hits = voice.library.find(text, most=1)
    return [hits[0].slug] if hits and hits[0].score >= voice.library.rule.enough else []


def follow_up(before: str, text: str, language: str) -> str | None:
    """The entry that answers `text` when `before` was asked just before it; None: no entry would be given."""
    return respond.followed(_voice(language, before), text)


def is_pasted(text: str) -> bool:
    """Whether a message is an offer in somebody else's words."""
    return _known().is_pasted(text)


@cache
def _known() -> Understanding:
    return ensure(ROOT / "var")


def _voice(language: str, topic: str | None = None) -> Voice:
    return Voice(_library(), "uk" if language == "ru" else language, topic=topic)


@cache
def _library() -> Library:
    known = _known()
    shelf = Answers(_book(), build(_book(), known.topics, known.calibration.faq, known.embedder))
    unused: Any = None
    return Library(
        texts=unused,
        wording=unused,
        places=known.places,
        offers=known.offers,
        embedder=known.embedder,
        rule=known.calibration.faq,
        answers=lambda: shelf,
    )


@cache
def _book() -> Book:
    words: dict[str, dict[str, Words]] = {}
    for language, slug, question, answer in seeds.wordings():
        words.setdefault(slug, {})[language] = Words(language, question, answer)
    entries = [
        Entry(
            slug=topic.slug,
            group=topic.group,
            facts=topic.facts,
            countries=tuple(topic.countries),
            sources=(),
            checked_on=topic.checked_on,
            expires=topic.expires,
            related=tuple(topic.related),
            words=words[topic.slug],
        )
        for topic in seeds.topics()
    ]
    return Book({entry.slug: entry for entry in entries}, 0)
