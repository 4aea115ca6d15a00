"""Takes the pictures of the README from the running program, with the real Rasa and a real browser."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import DESKTOP, browser, window  # noqa: E402  # the path must be known first
from tests.program import Program  # noqa: E402
from tests.web import PASSWORD  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
TALL_PHONE = {"width": 390, "height": 844}
QUESTION = "Як отримати тимчасовий захист у Румунії?"
OFFER = (
    "Angajăm femei 20-30 ani la hotel în Italia, 4000 euro pe lună, fără experiență. Plecarea mâine, "
    "transportul îl achitați înainte. Fără contract. Detalii doar pe WhatsApp."
)
REQUEST = "Can I talk to a real person, please?"
ANSWER = "Hello, my name is Olena. I have read what you wrote. Are you safe where you are now?"


def says(page: Page, text: str) -> None:
    """Write a message and wait until it is answered."""
    before = page.locator("#log > *").count()
    page.locator("#text").fill(text)
    page.locator("#composer button[type=submit], #composer button:not([type=button])").last.click()
    page.wait_for_function("n => document.querySelectorAll('#log > *').length > n + 1", arg=before, timeout=20_000)
    page.wait_for_timeout(900)


def staff_signs_in(page: Page, link: str) -> None:
    """Set the password and go on shift."""
    page.goto(link)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=again]").fill(PASSWORD)
    page.locator("main button.main").click()
    page.locator("form.shift button").click()


def take(program: Program) -> None:
    """Play the story of the README and take its pictures."""
    link = program.command("account", "olena", "--language", "en").stdout.strip()
    with browser(shutil.which("chromium") or "chromium") as chrome:
        staff = window(chrome, "en", DESKTOP).new_page()
        staff_signs_in(staff, link)
        person = window(chrome, "uk", TALL_PHONE, device_scale_factor=1).new_page()
        person.goto(program.public)
        says(person, QUESTION)
        person.screenshot(path=PICTURES / "chat-question.png")
        says(person, OFFER)
        person.screenshot(path=PICTURES / "chat-offer.png")
        says(person, REQUEST)
        staff.locator("#lists a").first.click()
        staff.locator("#claim button").click()
        staff.locator("#reply-text").fill(ANSWER)
        staff.locator("#reply button.main").click()
        person.wait_for_timeout(1500)
        person.screenshot(path=PICTURES / "chat-counselor.png")
        staff.screenshot(path=PICTURES / "console.png")


def main() -> None:
    """Start the program on data of its own, play, stop."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder), ROOT / "var", rasa=True)
        try:
            program.start()
            program.wait_for_rasa()
            take(program)
        finally:
            program.stop()
    print(f"pictures: {', '.join(sorted(path.name for path in PICTURES.glob('*.png')))}")


if __name__ == "__main__":
    main()
