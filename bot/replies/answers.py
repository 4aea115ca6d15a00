"""Answers from the FAQ store, with their source and date."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.faq.book import Entry
from bot.faq.parts import parts
from bot.faq.search import Hit, answered
from bot.faq.several import best_answered
from bot.replies.voice import Voice
from bot.reply import UNANSWERED, Button, Reply, press
from bot.texts import day, language_name

_AROUND = 8
"""Entries near the whole message that are thought of when its parts are read."""
_AT_ONCE = 3
"""Answers given to one message; what else was asked becomes buttons."""


def answer(voice: Voice, text: str) -> list[Reply]:
    """Answer a question: the entry that fits, two to choose between, or an honest "not sure"; several, if several were asked."""
    if len(slugs := asked_for(voice, text)) > 1:
        return several(voice, slugs)
    rule, hits = voice.library.rule, voice.library.find(text)
    if not answered(hits, rule):
        return unknown(voice, [hit for hit in hits if hit.score >= rule.close])
    if len(hits) > 1 and hits[0].score < rule.sure and hits[0].score - hits[1].score < rule.close:
        return [choose(voice, hits[:3])]
    return entry(voice, hits[0].slug)


def asked_for(voice: Voice, text: str) -> list[str]:
    """The entries that the questions of a message are surely about, in order; at most one where a story has one question."""
    library, found = voice.library, parts(text)
    if not found or (not any(part.asks for part in found) and library.offers.check(text).flags):
        return []  # one matter; or an advert, which asks nothing
    return best_answered(found, library.find, library.find(text, most=_AROUND), library.rule)


def several(voice: Voice, slugs: list[str]) -> list[Reply]:
    """An answer to each of several questions, as messages of their own; beyond three, buttons."""
    told = [reply for slug in slugs[:_AT_ONCE] for reply in entry(voice, slug)]
    # only the last keeps all its buttons: a column of them after each answer hides the next one
    short = [replace(reply, buttons=reply.buttons[:1]) for reply in told[:-1]]
    first = Reply(voice.say("faq-several", count=len(slugs)), entry_rows(voice, slugs[_AT_ONCE:]))
    return [first, *short, told[-1]]


def sure(voice: Voice, text: str) -> list[Reply]:
    """The answer to a question, only if it is surely this one; else nothing."""
    return fitting(voice, text, voice.library.rule.sure)


def fitting(voice: Voice, text: str, least: float, only: Iterable[str] | None = None) -> list[Reply]:
    """The answer that fits a text best, if it is likely enough (`least`: 0 to 1); else nothing. `only`: slugs to choose from."""
    hits = voice.library.find(text, most=1, only=only)
    return entry(voice, hits[0].slug) if hits and hits[0].score >= least else []


def choose(voice: Voice, hits: list[Hit]) -> Reply:
    """Ask which of a few entries is meant."""
    return Reply(
        voice.say("faq-which"), (*entry_rows(voice, [hit.slug for hit in hits]), (voice.human(), voice.menu()))
    )


def entry(voice: Voice, slug: str) -> list[Reply]:
    """One answer with source, date and what can be done next."""
    found = voice.library.answers().book.entries.get(slug)
    if found is None:
        return unknown(voice, [])
    if found.expired(voice.today()):
        return [Reply(voice.say("faq-expired"), ((voice.human(), voice.menu()),))]
    words = found.said(voice.language)
    parts = [f"**{words.question}**", voice.filled(words.answer)]
    if words.language != voice.language:
        parts.insert(0, voice.say("faq-other-language", language=language_name(voice.language, words.language)))
    parts.append(_source(voice, found))
    return [Reply("\n\n".join(parts), _after(voice, found), {"topic": slug, "understood": "yes"})]


def _source(voice: Voice, found: Entry) -> str:
    names = ", ".join(f"{name} ({date})" if date else name for name, date in found.sources)
    checked = day(voice.language, found.checked_on)
    line = voice.say("faq-source", sources=names, date=checked) if names else voice.say("faq-checked", date=checked)
    if found.expires:
        line += " " + voice.say("faq-expires", date=day(voice.language, found.expires))
    return line


def _after(voice: Voice, found: Entry) -> tuple[tuple[Button, ...], ...]:
    verdict = (
        voice.button("helped", press("thanks", slug=found.slug)),
        voice.button("not-helped", press("not_helpful", slug=found.slug)),
    )
    return (verdict, *entry_rows(voice, list(found.related)[:2]), (voice.human(), voice.menu()))


def entry_rows(voice: Voice, slugs: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    """A button for each entry that there is."""
    entries = voice.library.answers().book.entries
    known = [entries[slug] for slug in dict.fromkeys(slugs) if slug in entries]
    return tuple((Button(found.said(voice.language).question, press("faq", slug=found.slug)),) for found in known)


def unknown(voice: Voice, hits: list[Hit], reason: str = "nothing_found") -> list[Reply]:
    """Not understood: the first time one question with two guesses, the second time a person. Never the same shrug twice."""
    effects = {"understood": "no"} | _unanswered(reason, hits[0].slug if hits else "")
    if voice.unknowns:
        return [Reply(voice.say("unknown-again"), ((voice.human(),), (voice.menu(),)), effects)]
    guesses = entry_rows(voice, [hit.slug for hit in hits[:2]])
    key = "unknown-guess" if guesses else "unknown"
    return [Reply(voice.say(key), (*guesses, (voice.human(), voice.menu())), effects)]


def listed(reply: Reply) -> Reply:
    """A reply to a question that found no answer: admins hear of it."""
    return replace(reply, effects={**reply.effects, **_unanswered("nothing_found", "")})


def _unanswered(reason: str, slug: str) -> dict[str, str]:
    """The effects that put a question on the admins' list (`UNANSWERED`)."""
    return {name: value for name, value in zip(UNANSWERED, (reason, slug), strict=True) if value}


def out_of_scope(voice: Voice) -> list[Reply]:
    """Say what the hotline is for; the second time offer a person instead."""
    if voice.unknowns:
        return unknown(voice, [], "out_of_scope")
    effects = {"understood": "no"} | _unanswered("out_of_scope", "")
    return [Reply(voice.say("out-of-scope"), ((voice.menu(), voice.human()),), effects)]


def no_more_known(voice: Voice, last: Entry) -> list[Reply]:
    """They ask on about an answer, and nothing more is known: say so, with what lies near and a person."""
    rows = entry_rows(voice, list(last.related)[:2])
    text = voice.say("follow-up-unknown", question=last.said(voice.language).question)
    return [
        Reply(
            text, (*rows, (voice.human(), voice.menu())), {"understood": "no"} | _unanswered("nothing_found", last.slug)
        )
    ]


def topics(voice: Voice) -> list[Reply]:
    """Invite a question, with the groups to browse."""
    book = voice.library.answers().book
    buttons = tuple(
        (Button(voice.say(f"group-{group}"), press("ask_question", group=group)),) for group in book.groups()
    )
    return [Reply(voice.say("ask-invite"), (*buttons, (voice.human(), voice.menu())))]


def group(voice: Voice, name: str) -> list[Reply]:
    """The questions of one group; the groups themselves if there is none of that name."""
    found = voice.library.answers().book.in_group(name)
    if not found:
        return topics(voice)
    return [Reply(voice.say(f"group-{name}"), (*entry_rows(voice, [item.slug for item in found]), (voice.menu(),)))]


def helped(voice: Voice, slug: str) -> list[Reply]:
    """They said it helped."""
    return [Reply(voice.say("faq-helped"), ((voice.menu(),),), {"feedback": f"yes {slug}"})]


def not_helped(voice: Voice, slug: str, text: str = "") -> list[Reply]:
    """They said it did not: other guesses, and a person."""
    library = voice.library
    book = library.answers().book.entries
    near = list(book[slug].related) if slug in book else []
    effects = ({"feedback": f"no {slug}"} if slug else {}) | _unanswered("not_helped", slug)
    buttons = (*entry_rows(voice, near), (voice.button("ask", press("ask_question")),), (voice.human(), voice.menu()))
    return [Reply(voice.say("faq-not-helped"), buttons, effects)]
