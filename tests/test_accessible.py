"""axe finds nothing on any page of either face, on a phone and on a laptop, light and dark, in a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from starlette.routing import Route

from bot.web.staff.app import _PAGES
from tests.browser import DESKTOP, PHONE, browser, window
from tests.program import Program
from tests.web import PASSWORD, StaffMember, Visitor

pytestmark = pytest.mark.browser

OFFER = "Is this real? Job in Germany, hotel. Employer keeps your passport. Prepayment 300 euro. No contract. Leave tomorrow."
LOOKS = [(PHONE, "light"), (DESKTOP, "dark")]
NO_PAGES = {"/stream", "/board/stream", "/attachments/{attachment_id}", "/cases/figures"}
"""Addresses that give streams and files."""
BY_COUNSELORS = {
    "/",
    "/talks/{talk_id}",
    "/talks/{talk_id}/ready",
    "/board",
    "/follow-ups",
    "/cases",
    "/cases/{case_id}",
    "/shifts",
    "/registers",
    "/accounts/me",
}
BY_ADMINS = {"/accounts", "/unanswered", "/registers", "/shifts"}
BY_NOBODY = {"/sign-in", "/welcome/{token}"}
AXE = Axe()


@pytest.fixture(scope="module")
def program(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A gateway without Rasa, with talks in every state."""
    program = Program(tmp_path_factory.mktemp("accessible"), models)
    try:
        yield program.start()
    finally:
        program.stop()


def found_by_axe(page: Page) -> list[str]:
    """What axe complains of, with the first place of each."""
    violations = AXE.run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['target']} {one['nodes'][0]['failureSummary']}" for one in violations]


def looked_at(page: Page, *addresses: str) -> dict[str, list[str]]:
    """Everything that is wrong with pages, in both looks: axe's complaints, and pages wider than the screen."""
    wrong: dict[str, list[str]] = {}
    for size, scheme in LOOKS:
        page.set_viewport_size(size)  # type: ignore[arg-type]  # playwright's own kind of dictionary
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for address in addresses:
            page.goto(address)
            found = found_by_axe(page)
            if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
                found.append("wider than the screen")
            if found:
                wrong[f"{address} {scheme}"] = found
    return wrong


def link_for(program: Program, name: str, role: str) -> str:
    made = program.command("account", name, "--role", role, "--language", "en")
    assert made.returncode == 0, made.stderr
    return made.stdout.strip()


@contextmanager
def signed_in(program: Program, chrome: Browser, name: str, role: str) -> Iterator[Page]:
    page = window(chrome, "en", DESKTOP).new_page()
    page.goto(link_for(program, name, role))
    for field in ("password", "again"):
        page.locator(f"input[name={field}]").fill(PASSWORD)
    page.locator("main button.main").click()
    yield page


def test_every_page_of_the_staff_is_looked_at() -> None:
    routes = [route for pages in _PAGES for route in pages.router.routes if isinstance(route, Route)]
    pages = {route.path for route in routes if "GET" in (route.methods or ())}
    assert pages == NO_PAGES | BY_COUNSELORS | BY_ADMINS | BY_NOBODY


def test_the_chat(program: Program, chromium: str) -> None:
    with browser(chromium) as chrome:
        page = window(chrome, "en", PHONE).new_page()
        assert looked_at(page, program.public, f"{program.public}/blank", f"{program.public}/nothing") == {}
        page.goto(program.public)
        page.locator("#text").fill(OFFER)
        page.locator("#composer .send").click()
        page.locator("#log .message.bot").nth(2).wait_for(timeout=60_000)  # two stand there from the beginning
        assert looked_at(page, program.public, f"{program.public}/?forgotten=yes") == {}
        page.locator("details.more > summary").click()
        assert found_by_axe(page) == []


def test_the_pages_before_signing_in(program: Program, chromium: str) -> None:
    with browser(chromium) as chrome:
        page = window(chrome, "en", PHONE).new_page()
        addresses = (
            "/sign-in",
            "/welcome/none",
            link_for(program, "nobody-yet", "counselor").removeprefix(program.staff),
        )
        assert looked_at(page, *(program.staff + address for address in addresses)) == {}


def test_the_pages_of_admins(program: Program, chromium: str) -> None:
    with browser(chromium) as chrome, signed_in(program, chrome, "ada", "admin") as page:
        wrong = looked_at(page, *(program.staff + address for address in sorted(BY_ADMINS)), f"{program.staff}/nothing")
        assert wrong == {}


def test_the_pages_of_counselors(program: Program, chromium: str) -> None:
    staff = program.staff
    with (
        Visitor(program, "en") as asking,
        Visitor(program, "uk") as waiting,
        browser(chromium) as chrome,
        signed_in(program, chrome, "vira", "supervisor") as page,
        StaffMember(program).welcomed(link_for(program, "olena", "counselor")) as olena,
    ):
        page.locator("form.shift button").click()
        asking.asks(OFFER)
        asking.asks("I want to talk to a person please")
        waiting.asks("Мене замкнули, паспорт забрали, допоможіть")
        assert looked_at(page, f"{staff}/") == {}
        page.goto(f"{staff}/")
        page.locator("#waiting .entry a", has_text="passport").click()
        page.locator("#claim").wait_for()
        talk = page.url
        assert looked_at(page, talk) == {}
        page.locator("#claim button").click()
        page.locator("#reply-text").wait_for()
        page.locator("#keys").wait_for()  # the scripts are there: Enter sends
        page.locator("#reply-text").fill("Hello, I am here.")
        page.keyboard.press("Enter")
        page.locator("#story .delivery.sent").wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        page.keyboard.type("asked for the town")
        page.locator("#note button").click()
        page.locator("#story .note").wait_for()
        number = re.sub(r"\D", "", talk.removeprefix(staff))
        assert looked_at(page, talk, f"{talk}/ready?q=passport", f"{talk}?to=1") == {}
        page.goto(talk)
        page.locator(".deeds .more > summary").click()
        for part in page.locator(".deeds details.confirm > summary").all():
            part.click()
            assert found_by_axe(page) == []
            part.click()
        page.locator("[data-ready='/']").click()
        page.locator("#ready li").first.wait_for()
        assert found_by_axe(page) == []
        page.keyboard.press("Escape")
        page.locator("#reply-text").fill("call 0 600 000 000")
        page.keyboard.press("Enter")
        page.locator("#sure[open]").wait_for()
        assert found_by_axe(page) == []
        page.locator("#sure button[value=no]").click()
        # the words are given back, and then the focus; Escape before that would leave nothing
        expect(page.locator("#reply-text")).to_have_value("call 0 600 000 000")
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        page.locator("#help[open]").wait_for()
        assert found_by_axe(page) == []
        page.keyboard.press("Escape")
        page.locator(f"form[action='/talks/{number}/case'] button").click()
        page.wait_for_url(re.compile("/cases/"))
        seen = [page.url, f"{staff}/cases", f"{staff}/board", f"{staff}/follow-ups", f"{staff}/shifts"]
        assert looked_at(page, *seen, f"{staff}/registers?q=hotel", f"{staff}/accounts/me") == {}
        member = olena.client.get("/")
        assert 'value="colleague-' not in member.text
        page.goto(talk)
        page.locator(".deeds .more > summary").click()
        page.locator(".deeds summary", has_text="Transfer").click()
        page.locator("#transfer select").select_option(index=1)
        page.locator("#transfer button").click()
        page.locator(f"form[action='/talks/{number}/transfer/withdraw']").wait_for(state="attached")
        colleague = window(chrome, "en", DESKTOP).new_page()
        colleague.context.add_cookies(
            [{"name": one.name, "value": one.value or "", "url": staff} for one in olena.client.cookies.jar]
        )
        assert looked_at(colleague, f"{staff}/", talk) == {}
        page.goto(talk)
        page.keyboard.press("x")
        page.locator("#close button.danger").click()
        page.wait_for_url(f"{staff}/")
        assert looked_at(page, talk) == {}
