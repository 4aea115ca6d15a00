"""The means to compose a reply in one language, and what is known of the person it is for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.calibration import FaqCalibration
from bot.directory.places import Places
from bot.directory.wording import Wording
from bot.faq.book import Book
from bot.faq.search import Asked, FaqSearch, Hit
from bot.meaning import Embedder
from bot.offers.check import OfferCheck
from bot.offers.registers.lists import NO_LISTS, Lists
from bot.reply import Button, press
from bot.storage.base import now
from bot.texts import Texts, country_name


@dataclass(frozen=True)
class Answers:
    """The answers at one moment: the store's picture and the index over it."""

    book: Book
    search: FaqSearch


@dataclass(frozen=True)
class Library:
    """What replies are made from. `rule`: from when on an answer is given.

    `answers`, `registers`: the newest picture of the store, and of the imported lists.
    `invitation`: a link to the hotline that can be passed on; empty if none is known.
    """

    texts: Texts
    wording: Wording
    places: Places
    offers: OfferCheck
    embedder: Embedder
    rule: FaqCalibration
    answers: Callable[[], Answers]
    registers: Callable[[], Lists] = lambda: NO_LISTS
    invitation: Callable[[], str] = lambda: ""

    def find(self, text: str, most: int = 5, only: Iterable[str] | None = None) -> list[Hit]:
        """The answers that fit a text best, best first."""
        return self.answers().search.find(Asked.by(text, self.embedder, self.places), most, only)

    def voice(
        self,
        language: str,
        country: str | None = None,
        topic: str | None = None,
        unknowns: int = 0,
        need: str | None = None,
    ) -> "Voice":
        """A voice for one person."""
        return Voice(self, language, country, topic, unknowns, need)


@dataclass(frozen=True)
class Voice:
    """Speaks one language to one person.

    `unknowns`: how many of their messages in a row were not understood. `need`: the help that what they told calls for.
    `minor`: they have just said to be under 18.
    """

    library: Library
    language: str
    country: str | None = None
    topic: str | None = None
    unknowns: int = 0
    need: str | None = None
    minor: bool = False

    def say(self, key: str, /, **values: Any) -> str:
        """A text."""
        return self.library.texts.say(self.language, key, **values)

    def button(self, key: str, payload: str) -> Button:
        """A button whose label is the text `button-<key>`."""
        return Button(self.say(f"button-{key}"), payload)

    def human(self) -> Button:
        """The button that is always near: talk to a person."""
        return self.button("human", press("human"))

    def menu(self) -> Button:
        """The way back to the menu."""
        return self.button("menu", press("menu"))

    def filled(self, text: str) -> str:
        """A text with the directory's numbers in place of placeholders."""
        return self.library.wording.fill(self.language, text)

    def service(self, kind: str, country: str | None = None) -> str:
        """One line with the service for a need in the person's country; empty if there is none.

        Where the country is not known there are two lines: for the EU and for Ukraine. Where no number of the country is
        known, that is said for emergencies, with who can be asked from anywhere.
        """
        country = country or self.country
        service = self.library.places.service
        found = [service(country, kind)] if country else [service(None, kind), service("UA", kind)]
        if country and kind == "emergency" and not found[0]:
            anywhere = map(self.service_line, self.library.places.elsewhere)
            return "\n".join([self.say("emergency-unknown", country=country_name(self.language, country)), *anywhere])
        return "\n".join(self.service_line(service_id) for service_id in dict.fromkeys(found) if service_id)

    def service_line(self, service_id: str) -> str:
        """One line with a service, its numbers and hours."""
        wording = self.library.wording
        return wording.line(self.language, wording.directory[service_id])

    def within(self, country: str | None) -> "Voice":
        """The same voice, knowing the country."""
        return replace(self, country=country or self.country)

    def today(self) -> date:
        """Today, for answers that expire."""
        return now().date()
