"""From what a person wants to what is said. Used by Rasa's actions, and by the gateway alone while Rasa is away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import log

from bot.conversations.models import OFFER_TOPICS
from bot.danger.calls_for import is_minor
from bot.directory.needs import need_in
from bot.faq.book import Book, Entry
from bot.language_words import is_told, may_be_advert
from bot.offers.asking import asks_how
from bot.offers.guided.offer import read
from bot.replies import answers, help_near, menu, offers, quiz, registers
from bot.replies.voice import Voice
from bot.reply import Reply

Saying = Callable[[Voice], list[Reply]]

_ONLY_A_COUNTRY = 4
"""A message of so few words that names a country asks for the same there ("and in Poland?")."""
_NO_QUESTION = 4
"""Words: so short a text says too little by itself ("how much is it?"), and no answer is believed to fit it."""
_OF_OFFERS = "check-job-offer"
"""The entry near which a question about an offer that was checked is looked for ("and the contract?")."""
_WAYS_TO_CHECK = "check-"
"""How the names of the entries on checking begin."""
_LEAST = 1e-4
"""A likelihood below this says no more than this."""

NAMED: Mapping[str, Saying] = {
    "utter_greeting": menu.greeting,
    "utter_menu": menu.menu,
    "utter_language": menu.choose_language,
    "utter_privacy": menu.privacy,
    "utter_quiz": quiz.go,
    "utter_goodbye": lambda voice: menu.small_talk(voice, "goodbye"),
    "utter_bot_challenge": lambda voice: menu.small_talk(voice, "bot-challenge"),
    "utter_cannot_write": lambda voice: menu.small_talk(voice, "cannot-write-alone"),
    "utter_leave_queue": lambda voice: menu.small_talk(voice, "leave-queue-alone"),
    "utter_affirm": lambda voice: menu.small_talk(voice, "affirm-alone"),
    "utter_deny": lambda voice: menu.small_talk(voice, "deny-alone"),
    "utter_dont_know": lambda voice: menu.small_talk(voice, "dont-know-alone"),
    "utter_out_of_scope": answers.out_of_scope,
    "utter_ask_offer_text": offers.invite,
    "utter_ask_country": help_near.ask_country,
    "utter_ask_need": help_near.ask_need,
}
"""What each `utter_…` of `domain.yml` says."""


def named(voice: Voice, name: str) -> list[Reply]:
    """Say what Rasa names.

    Raises:
        KeyError: nothing of that name.
    """
    return NAMED[name](voice)


def question(voice: Voice, text: str, slug: str | None = None) -> list[Reply]:
    """Answer a question, or show the entry that a button names."""
    return answers.entry(voice, slug) if slug else _or_check(voice, text, answers.answer(voice, text))


def offer(voice: Voice, text: str) -> list[Reply]:
    """Check what was sent as an offer; if it offers nothing but asks something, answer that.

    Who has told of danger and writes of themselves is in it already, and warned of nothing: what fits is answered.
    """
    if voice.need and is_told(text):
        return _surely_asked(voice, text) or answers.unknown(voice, voice.library.find(text, most=2))
    report, on_names = voice.library.offers.check(text), registers.said(voice, text)
    if report.verdict == "not_an_offer" and (found := answers.sure(voice, text) or _surely_asked(voice, text)):
        return [*on_names, *found]
    piece = None if report.verdict == "not_an_offer" else read(text, report, voice.library.places)
    return offers.said(replace(voice, minor=is_minor(text)), report, on_names, piece)


def _or_check(voice: Voice, text: str, replies: list[Reply]) -> list[Reply]:
    """What else would end in a shrug is checked as an offer if it may be a bare advert, and signs are seen in it."""
    lost = all(reply.effects.get("understood") == "no" for reply in replies)
    may_be = lost and not voice.need and may_be_advert(text)
    return offer(voice, text) if may_be and voice.library.offers.check(text).flags else replies


def follow_up(voice: Voice, text: str) -> list[Reply]:
    """Answer a question that leans on the last topic ("and in Poland?", "what about my son?")."""
    if voice.topic in OFFER_TOPICS:
        return _about_the_offer(voice, text)
    slug = followed(voice, text)
    if slug:
        return answers.entry(voice, slug)
    last = voice.library.answers().book.entries.get(voice.topic or "")
    if last:
        return answers.no_more_known(voice, last)
    if len(text.split()) <= _NO_QUESTION:
        return unknown(voice, text)
    return answers.answer(voice, text)


def _about_the_offer(voice: Voice, text: str) -> list[Reply]:
    """They ask on about an offer that was checked: the answer that fits by itself, sooner one of those near it."""
    book, rule = voice.library.answers().book, voice.library.rule
    if asks_how(text):
        return [offers.still_about_it(reply) for reply in _how_to_check(voice, text)]
    about = [_OF_OFFERS, *near(book, book.entries[_OF_OFFERS])] if _OF_OFFERS in book.entries else []
    if near_it := answers.fitting(voice, text, rule.given, about):
        return [offers.still_about_it(reply) for reply in near_it]
    if found := answers.sure(voice, text):
        return found
    return [answers.listed(reply) for reply in offers.asked_on(voice)]


def _how_to_check(voice: Voice, text: str) -> list[Reply]:
    """How to check an offer: the agency of a country where it fits ("and a Polish agency?"), else the offer as a whole."""
    ways = [slug for slug in voice.library.answers().book.entries if slug.startswith(_WAYS_TO_CHECK)]
    return answers.fitting(voice, text, voice.library.rule.given, ways) or answers.entry(voice, _OF_OFFERS)


def followed(voice: Voice, text: str) -> str | None:
    """The entry that a follow-up leads to: what fits it by itself and together with the last question, near the last answer.

    It is never the entry given just before: who asks on wants something else. None if nothing fits well enough.
    """
    book, rule = voice.library.answers().book, voice.library.rule
    last = book.entries.get(voice.topic or "")
    if last is None:
        return None
    others = [slug for slug in book.entries if slug != last.slug]
    country = voice.library.places.country_in(text)
    of_country = {slug for slug in others if country in book.entries[slug].countries}
    of_group = [slug for slug in others if slug in of_country and book.entries[slug].group == last.group]
    if of_group and len(text.split()) <= _ONLY_A_COUNTRY:
        others = of_group  # the same matter there: hardly anything else can be meant
    joined = _likely(voice, f"{last.said(voice.language).question} {text}", others)
    alone = _likely(voice, text, others)
    beside = set(near(book, last))

    def fit(slug: str) -> float:
        bonus = rule.near_last * (slug in beside) + rule.related * (slug in last.related)
        bonus += rule.of_country * (slug in of_country)
        return rule.joined * log(joined[slug] + _LEAST) + log(alone[slug] + _LEAST) + bonus

    best = max(others, key=fit, default=None)
    if best is None or others is of_group:
        return best
    return best if max(joined[best], alone[best]) >= rule.followed else None


def informed(voice: Voice, text: str) -> list[Reply]:
    """They tell something of themselves. Empty if it names a need or where they are, for which help is shown; else what fits it."""
    places, need = voice.library.places, need_in(text)
    country = places.country_in(text)
    if voice.topic in OFFER_TOPICS and country and not places.whereabouts(text):
        country = None  # where the firm is, or the job
    if need is None and not (voice.need and country) and (found := _surely_asked(voice, text, voice.library.rule.sure)):
        return found
    if need or country:
        return []
    return offers.asked_on(voice) if voice.topic in OFFER_TOPICS else menu.noted(voice)


def topics(voice: Voice, text: str, group: str) -> list[Reply]:
    """Invite a question, or answer it if it was asked already."""
    return (not group and _surely_asked(voice, text)) or answers.group(voice, group)


def _surely_asked(voice: Voice, text: str, least: float | None = None) -> list[Reply]:
    """The answer to a message that was read as something vaguer, if it says enough and an answer fits; else nothing.

    `least`: how likely the answer must be; as likely as for a question if not told.
    """
    enough = len(text.split()) > _NO_QUESTION
    return answers.fitting(voice, text, least or voice.library.rule.given) if enough else []


def _likely(voice: Voice, text: str, among: list[str]) -> dict[str, float]:
    return {hit.slug: hit.score for hit in voice.library.find(text, most=len(among), only=among)}


def near(book: Book, entry: Entry) -> list[str]:
    """The entries near another: its related ones and those of its group."""
    same = [other.slug for other in book.in_group(entry.group)]
    return [slug for slug in dict.fromkeys([*entry.related, *same]) if slug != entry.slug and slug in book.entries]


def hand_over(reason: str = "asked") -> list[Reply]:
    """Call a person. What is said depends on the queue, so the turn finds the words."""
    return [Reply("", effects={"hand_over": reason})]


def thanks(voice: Voice, slug: str | None) -> list[Reply]:
    """Thanks, or the button "helped" under an answer."""
    return answers.helped(voice, slug) if slug else menu.small_talk(voice, "thanks")


def unknown(voice: Voice, text: str) -> list[Reply]:
    """Not understood, unless an answer surely fits."""
    if len(text.split()) > _NO_QUESTION and (found := answers.sure(voice, text)):
        return found
    return _or_check(voice, text, answers.unknown(voice, voice.library.find(text, most=2)))
