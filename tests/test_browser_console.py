"""Writing in the console with the keyboard, and replies in the web chat, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser import DESKTOP, PHONE, browser, window
from tests.program import Program
from tests.web import PASSWORD

pytestmark = pytest.mark.browser
NUMBER = "0 600 000 000"


def test_a_counselor_writes_with_the_keyboard_and_both_reply_to_one_message(gateway: Program, chromium: str) -> None:
    gateway.start()
    link = gateway.command("account", "olena", "--language", "en").stdout.strip()
    with browser(chromium) as chrome:
        person = window(chrome, "en", PHONE).new_page()
        person.goto(gateway.public)
        person.locator("#text").fill("I want to talk to a person please")
        person.locator("#composer .send").click()
        expect(person.get_by_role("button", name="Leave the queue")).to_be_visible(timeout=60_000)

        staff = window(chrome, "en", DESKTOP).new_page()
        staff.goto(link)
        for field in ("password", "again"):
            staff.locator(f"input[name={field}]").fill(PASSWORD)
        staff.locator("main button.main").click()
        expect(staff.locator("#keys")).to_be_visible()  # the keys work
        staff.keyboard.press("j")
        staff.keyboard.press("Enter")
        staff.locator("#claim").wait_for()
        expect(staff.locator("#keys")).to_be_visible()
        staff.keyboard.press("c")
        reply = staff.locator("#reply-text")
        reply.wait_for()
        expect(staff.locator("#keys")).to_be_visible()

        # a ready reply in the middle of a sentence; the rest of it stays
        staff.keyboard.press("r")
        reply.fill("Hello.  And then?")
        reply.evaluate("field => field.setSelectionRange(7, 7)")
        staff.keyboard.type("/wait")
        expect(staff.locator("#ready [aria-selected=true]")).to_contain_text("Please wait")
        staff.keyboard.press("Enter")
        expect(reply).to_have_value(
            "Hello. Please give me a few minutes, I am checking this for you. I have not gone away. And then?"
        )
        staff.reload()
        expect(reply).to_have_value(
            "Hello. Please give me a few minutes, I am checking this for you. I have not gone away. And then?"
        )

        # an answer of the FAQ
        reply.fill("??lost passport")
        expect(staff.locator("#ready [aria-selected=true]")).to_contain_text("passport", timeout=30_000)
        staff.keyboard.press("Escape")
        expect(staff.locator("#ready")).to_be_hidden()
        expect(reply).to_be_focused()

        # a number that nobody checked
        reply.fill(f"Call {NUMBER}")
        staff.keyboard.press("Enter")
        expect(staff.locator("#sure")).to_be_visible()
        staff.keyboard.press("Enter")  # the first button: change it
        expect(reply).to_have_value(f"Call {NUMBER}")
        reply.fill("Where are you?")
        staff.keyboard.press("Enter")

        # both answer one message
        person.locator("button.answer").click(timeout=15_000)
        expect(person.locator("#answering")).to_contain_text("Where are you?")
        person.locator("#text").fill("in Iasi")
        person.locator("#composer .send").click()
        asked = staff.locator("#story li", has_text="in Iasi")
        expect(asked.locator("blockquote")).to_have_text("Where are you?", timeout=15_000)
        asked.locator("a.answer").click()
        expect(staff.locator("#answered")).to_contain_text("in Iasi")
        staff.keyboard.type("I know it.")
        staff.keyboard.press("Enter")
        expect(person.locator(".message.counselor blockquote")).to_have_text("in Iasi", timeout=15_000)

        # notes and closing
        staff.keyboard.press("Escape")
        staff.keyboard.press("n")
        expect(staff.locator("#note textarea")).to_be_focused()
        staff.keyboard.press("Escape")
        expect(staff.locator("#note")).to_be_hidden()
        staff.keyboard.press("x")
        expect(staff.locator("#close input:checked")).to_be_focused()
        staff.keyboard.press("Enter")
        staff.wait_for_url(f"{gateway.staff}/")
