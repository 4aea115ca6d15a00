"""How services are said: numbers for a phone inside the country and from abroad, hours, and whether they answer now."""

import re
from datetime import datetime

from bot.directory.services import Directory, Service
from bot.storage.base import now
from bot.texts import Texts

_PLACEHOLDER = re.compile(r"\{(phone|service):([a-z0-9-]+)\}")


class Wording:
    """Says services in a language."""

    def __init__(self, directory: Directory, texts: Texts) -> None:
        self.directory = directory
        self.texts = texts

    def numbers(self, language: str, service: Service) -> str:
        """The numbers, links included where there is no number: "0 800 …, from abroad +40 …"."""
        parts = [", ".join(service.inside)] if service.inside else []
        if abroad := [number for number in service.abroad if number not in service.inside]:
            key = "directory-from-abroad" if parts else "directory-abroad-only"
            parts.append(self.texts.say(language, key, number=", ".join(abroad)))
        if service.text:
            parts.append(self.texts.say(language, "directory-by-text", number=", ".join(service.text)))
        return ", ".join(parts or [link.removeprefix("https://") for link in service.links])

    def line(self, language: str, service: Service, *, moment: datetime | None = None) -> str:
        """One service as a list item with its hours: "**Name**: numbers (Mon-Fri 8:00-16:00)"."""
        hours = self.hours(language, service, moment or now())
        tail = f" ({hours})" if hours else ""
        return f"**{self.directory.name(language, service.id)}**: {self.numbers(language, service)}{tail}"

    def hours(self, language: str, service: Service, moment: datetime) -> str:
        """When somebody answers, and a word when they do not at this moment."""
        if service.always:
            return self.texts.say(language, "hours-always")
        if not service.hours:
            return ""
        hours = service.hours
        days = self.texts.say(language, "hours-" + re.sub(r"[^a-z]", "-", hours.written))
        times = f"{hours.opens:%H:%M}–{hours.closes:%H:%M}"
        zone = hours.zone.key.rpartition("/")[2]
        written = self.texts.say(
            language, "hours-written", days=days, times=times, zone=self.texts.say(language, f"zone-{zone.lower()}")
        )
        return written if hours.open_at(moment) else f"{written}; {self.texts.say(language, 'hours-closed-now')}"

    def fill(self, language: str, text: str) -> str:
        """Put numbers and names in place of `{phone:…}` and `{service:…}`.

        Raises:
            KeyError: there is no such service.
        """

        def said(match: re.Match[str]) -> str:
            service = self.directory[match[2]]
            numbers = self.numbers(language, service)
            return numbers if match[1] == "phone" else f"{self.directory.name(language, service.id)}: {numbers}"

        return _PLACEHOLDER.sub(said, text)
