"""A person and a counselor in a real browser: the whole story, in every language."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser import DESKTOP, PHONE, browser, complaints, window
from tests.program import Program
from tests.web import PASSWORD, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.rasa]

STORY = {
    "uk": {
        "question": "Як отримати тимчасовий захист у Румунії?",
        "checked": "Перевірено",
        "human": "Поговорити з людиною",
        "here": "консультант",
        "leave": "Вийти з черги",
        "worse": "Гірше",
        "story": "моя історія довга, розповім людині",
        "answer": "Добрий день, я тут і читаю вас",
        "thanks": "я вас чую, дякую вам",
    },
    "ro": {
        "question": "Cum obțin protecție temporară în România?",
        "checked": "Verificat",
        "human": "Vorbesc cu un om",
        "here": "consilier",
        "leave": "Nu mai aștept",
        "worse": "Mai rău",
        "story": "povestea mea este lungă, o spun unui om",
        "answer": "Bună ziua, sunt aici și vă citesc",
        "thanks": "vă aud bine, mulțumesc mult",
    },
    "en": {
        "question": "How do I get temporary protection in Romania?",
        "checked": "Checked on",
        "human": "Talk to a person",
        "here": "counselor is here",
        "leave": "Leave the queue",
        "worse": "Worse",
        "story": "my story is long and I will tell it to a person",
        "answer": "Hello, I am here and I am reading",
        "thanks": "I hear you well, thank you",
    },
}


@pytest.mark.parametrize("language", STORY)
def test_from_a_first_message_to_a_counselors_answer_and_back(hotline: Program, chromium: str, language: str) -> None:
    words = STORY[language]
    link = hotline.command("account", f"counselor-{language}", "--language", language).stdout.strip()
    with browser(chromium) as chrome:
        person = window(chrome, language, PHONE).new_page()
        staff = window(chrome, language, DESKTOP).new_page()
        troubles = complaints(person), complaints(staff)

        staff.goto(link)
        staff.locator("input[name=password]").fill(PASSWORD)
        staff.locator("input[name=again]").fill(PASSWORD)
        staff.locator("main button.main").click()
        staff.locator("form.shift button").click()
        expect(staff.locator("form.shift .dot.on")).to_be_visible()

        person.goto(hotline.public)
        person.locator("#text").fill(words["question"])
        person.keyboard.press("Enter")
        expect(person.locator("#log")).to_contain_text(words["checked"], timeout=15_000)
        person.get_by_role("button", name=words["human"]).last.click()
        expect(person.get_by_role("button", name=words["leave"])).to_be_visible(timeout=15_000)
        person.locator("#text").fill(words["story"])
        person.locator("#composer button[type=submit], #composer button:not([type=button])").last.click()

        line = staff.locator("#lists").get_by_text(words["story"])
        expect(line).to_be_visible(timeout=15_000)  # without reloading
        line.click()
        expect(staff.locator("#story")).to_contain_text(words["question"])
        staff.locator("#claim button").click()
        staff.locator("#reply-text").fill(words["answer"])
        staff.locator("#reply button.main").click()
        expect(person.locator("#log")).to_contain_text(words["answer"], timeout=15_000)
        expect(person.locator("#log")).to_contain_text(re.compile(words["here"], re.IGNORECASE))

        person.locator("#text").fill(words["thanks"])
        person.locator("#composer button[type=submit], #composer button:not([type=button])").last.click()
        expect(staff.locator("#story")).to_contain_text(words["thanks"], timeout=15_000)

        staff.locator("form[action$='/close']").locator("xpath=ancestor::details/summary").click()
        staff.locator("form[action$='/close'] button").click()
        person.get_by_role("button", name=words["worse"]).last.click(timeout=15_000)
        expect(person.get_by_role("button", name=words["human"]).last).to_be_visible()
    assert troubles == ([], [])


def test_words_typed_before_the_scripts_arrive_are_kept(hotline: Program, chromium: str) -> None:
    with Visitor(hotline, "en") as person, browser(chromium) as chrome:
        person.asks("I want to talk to a person please")
        staff = window(chrome, "en", DESKTOP).new_page()
        staff.goto(hotline.command("account", "counselor-quick", "--language", "en").stdout.strip())
        staff.locator("input[name=password]").fill(PASSWORD)
        staff.locator("input[name=again]").fill(PASSWORD)
        staff.locator("main button.main").click()
        staff.locator("#waiting .entry a").last.click()
        late: list[Route] = []

        def hold(route: Route) -> None:
            late.append(route)

        staff.route("**/console-reply.js*", hold)
        staff.locator("#claim button").click()
        staff.locator("#reply-text").fill("Hello, I read you")
        expect(staff.locator("#reply-text")).to_have_value("Hello, I read you")
        for route in late:
            route.continue_()
        expect(staff.locator("#keys")).to_be_visible()  # the scripts have run
        expect(staff.locator("#reply-text")).to_have_value("Hello, I read you")
        staff.locator("#reply button.main").click()
        assert "Hello, I read you" in person.hears(author="counselor")[-1]["text"]


def test_the_chat_works_without_scripts(hotline: Program, chromium: str) -> None:
    with browser(chromium) as chrome:
        person = window(chrome, "en", PHONE, java_script_enabled=False).new_page()
        person.goto(hotline.public)
        person.locator("#text").fill("What rights does temporary protection give me?")
        person.locator("#composer button[type=submit], #composer button:not([type=button])").last.click()
        for _ in range(20):
            person.wait_for_timeout(500)
            person.locator("a.reload").click()
            if "Checked on" in person.locator("#log").inner_text():
                return
    raise AssertionError("no answer without scripts")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_is_wider_than_the_screen(hotline: Program, chromium: str, width: int) -> None:
    with browser(chromium) as chrome:
        page = window(chrome, "uk", {"width": width, "height": 640}).new_page()
        for address in (hotline.public, f"{hotline.staff}/sign-in"):
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_leaving_quickly_leaves_nothing_to_see(hotline: Program, chromium: str) -> None:
    with browser(chromium) as chrome:
        page = window(chrome, "en", PHONE).new_page()
        page.goto(hotline.public)
        page.locator("#leave").click()
        page.wait_for_url(re.compile("/blank"))
        assert "hotline" not in page.content().lower()
