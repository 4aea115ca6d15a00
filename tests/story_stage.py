"""The stage for the whole story: a person in the web chat and counselors at their consoles, each in a window of their own.

Everything is waited for on the screen; what the program says is looked up in `locales/`, in the reader's language.
"""

import re
from functools import cache
from typing import Any

import yaml
from playwright.sync_api import Browser, Locator, Route, expect

from bot.paths import LOCALES
from bot.texts import Texts
from tests.browser import DESKTOP, PHONE, complaints, window
from tests.web import PASSWORD

PATIENCE = 90_000
"""Milliseconds until something must stand on the screen: on an idle machine it takes a moment, on a busy one many."""
TEXTS = Texts()


@cache
def written(language: str, file: str) -> dict[str, dict[str, str]]:
    """Ready replies or answers, as they stand in `locales/`."""
    return yaml.safe_load((LOCALES / language / f"{file}.yml").read_text(encoding="utf-8"))


class Somebody:
    """Somebody who reads a page in one language. `troubles`: what the browser complained of."""

    def __init__(self, chrome: Browser, language: str, size: dict[str, int]) -> None:
        self.language = language
        context = window(chrome, language, size)
        context.set_default_timeout(PATIENCE)
        self.page = context.new_page()
        self.troubles = complaints(self.page)

    def text(self, key: str, **values: Any) -> str:
        return TEXTS.say(self.language, key, **values)

    def sees(self, place: str, words: str | None = None) -> Locator:
        """Wait until something stands on the page."""
        found = self.page.locator(place, has_text=words).last
        expect(found).to_be_visible(timeout=PATIENCE)
        return found

    def sees_no(self, place: str, words: str | None = None) -> None:
        """Wait until nothing of the kind stands on the page."""
        expect(self.page.locator(place, has_text=words)).to_have_count(0, timeout=PATIENCE)


class Person(Somebody):
    """Somebody in the web chat, on a phone."""

    def __init__(self, chrome: Browser, language: str, address: str) -> None:
        super().__init__(chrome, language, PHONE)
        self.address = address
        self.page.goto(address)

    def writes(self, words: str) -> None:
        self.page.locator("#text").fill(words)
        self.page.locator("#composer .send").click()

    def answers(self, asked: str, words: str) -> None:
        """Reply to one message of a counselor."""
        self.sees("#log .counselor", asked).locator("button.answer").click()
        expect(self.page.locator("#answering")).to_contain_text(asked)
        self.writes(words)

    def presses(self, key: str) -> None:
        self.page.locator("#log").get_by_role("button", name=self.text(key), exact=True).last.click()

    def hears(self, author: str, words: str) -> Locator:
        return self.sees(f"#log .message.{author}", words)

    def everything(self) -> str:
        """What the page shows after a reload, and what the server gives to scripts."""
        self.page.reload()
        messages = self.page.request.get(f"{self.address}/messages?after=0")
        return f"{self.page.content()} {messages.json()}"


class Counselor(Somebody):
    """Somebody at the console."""

    def __init__(self, chrome: Browser, language: str, name: str, link: str) -> None:
        super().__init__(chrome, language, DESKTOP)
        self.name = name
        self.page.goto(link)
        for field in ("password", "again"):
            self.page.locator(f"input[name={field}]").fill(PASSWORD)
        self.presses("staff-password-set")
        self.presses("staff-shift-begin")
        self.sees(".shift .dot.on")

    def presses(self, key: str, within: str = "main, header", **values: Any) -> None:
        self.page.locator(within).get_by_role("button", name=self.text(key, **values), exact=True).last.click()

    def key(self, key: str) -> None:
        """Press a key of the console, once its scripts have run."""
        self.sees("#keys")
        self.page.keyboard.press(key)

    def opens(self, words: str) -> None:
        """Open the waiting talk in which somebody wrote this."""
        self.sees("#waiting .entry", words).locator("a").first.click()
        self.sees("#claim")

    def writes(self, words: str) -> None:
        self.sees("#keys")  # before its scripts have run, the page would leave to send
        self.page.locator("#reply-text").fill(words)
        self.page.keyboard.press("Enter")

    def answers(self, asked: str, words: str) -> None:
        """Reply to one message of the person."""
        self.sees("#story .person", asked).locator("a.answer").click()
        expect(self.page.locator("#answered")).to_contain_text(asked)
        self.writes(words)

    def puts_in(self, file: str, name: str) -> str:
        """Put a ready reply into the message, by its name, and send it; returns its text in one's own language."""
        piece = written(self.language, f"canned/{file}")[name]
        self.page.locator("#reply-text").press("/")
        self.sees("#ready-list [role=option]", piece["name"]).click()
        expect(self.page.locator("#reply-text")).to_have_value(piece["text"].strip())
        self.page.keyboard.press("Enter")
        return piece["text"].strip()

    def notes(self, words: str) -> None:
        """Write a private note."""
        self.page.keyboard.press("Escape")  # out of the field
        self.key("n")
        self.page.keyboard.type(words)
        self.presses("staff-note-save", "#note")
        self.sees("#story .note", words)

    def offers_to(self, colleague: "Counselor", note: str) -> None:
        """Offer the open talk to a colleague who is there."""
        self.page.locator(".deeds .more > summary").click()
        self.page.locator(".deeds summary", has_text=re.compile(f"^{self.text('staff-console-transfer')}$")).click()
        there = f"{colleague.name} – {self.text('staff-console-there')}"
        self.page.locator("#transfer select").select_option(label=there)
        self.page.locator("#transfer textarea").fill(note)
        self.presses("staff-console-transfer-yes", "#transfer")
        self.page.locator("form[action$='/transfer/withdraw']").wait_for(state="attached")


def claim_at_once(*counselors: Counselor) -> tuple[Counselor, Counselor]:
    """Let counselors claim the talk that they have open; no claim reaches the program before all were made.

    Returns who won and who did not.
    """
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)
        if len(held) == len(counselors):
            for one in held:
                one.continue_()

    for one in counselors:
        one.page.route("**/claim", hold, times=1)
    for one in counselors:
        one.key("c")
    for one in counselors:
        one.sees("#reply-text, main.card [role=alert]")
    winner, loser = sorted(counselors, key=lambda one: one.page.locator("#reply-text").count(), reverse=True)
    return winner, loser
