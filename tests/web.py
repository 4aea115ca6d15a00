"""People and counselors over plain HTTP, for tests."""

import re
import time
import uuid
from typing import Any, Self

import httpx

from tests.program import Program

PASSWORD = "a long enough passphrase 7"


class Visitor:
    """A person in the web chat."""

    def __init__(self, program: Program, language: str = "uk") -> None:
        self.client = httpx.Client(
            base_url=program.public, timeout=20, headers={"Accept-Language": language, "Origin": program.public}
        )
        self.seen = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def sends(self, **fields: Any) -> httpx.Response:
        data = {"id": uuid.uuid4().hex} | fields
        response = self.client.post("/messages", data=data, headers={"Accept": "application/json"})
        assert response.status_code in (200, 202), response.text
        return response

    def says(self, text: str) -> None:
        self.sends(text=text)

    def presses(self, payload: str) -> None:
        self.sends(press=payload)

    def messages(self) -> list[dict[str, Any]]:
        return list(self.client.get("/messages", params={"after": self.seen}).json())

    def hears(self, seconds: float = 20, author: str | None = None) -> list[dict[str, Any]]:
        """Wait for new messages that are not one's own; returns them when nothing more came for a moment."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            new = self.messages()
            if any(message["author"] != "person" and author in (None, message["author"]) for message in new):
                time.sleep(0.25)
                new = self.messages()
                self.seen = max(message["id"] for message in new)
                return [message for message in new if message["author"] != "person"]
            time.sleep(0.05)
        raise AssertionError(f"nothing heard; so far: {[message['text'] for message in self.messages()]}")

    def asks(self, text: str) -> str:
        """Say something and return what comes back, as one text."""
        self.says(text)
        return "\n\n".join(message["text"] for message in self.hears())

    def button(self, messages: list[dict[str, Any]], label: str) -> str:
        """The payload of the button whose label holds a text."""
        for message in reversed(messages):
            for row in message["buttons"]:
                for button in row:
                    if label in button["label"]:
                        return str(button["payload"])
        raise AssertionError(f"no button {label!r} in {[m['buttons'] for m in messages]}")


class StaffMember:
    """A counselor or an admin, with a session of their own."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.client = httpx.Client(
            base_url=program.staff, timeout=20, follow_redirects=True, headers={"Origin": program.staff}
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def csrf(self, path: str = "/") -> str:
        """The token that every form carries."""
        page = self.client.get(path).text
        found = re.search(r'name="csrf"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="csrf"', page)
        assert found, page[:2000]
        return found[1] or found[2]

    def welcomed(self, link: str) -> Self:
        """Set the password with a one-time link; one is signed in after that."""
        path = link.removeprefix(self.program.staff)
        page = self.client.get(path).text
        fields = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
        response = self.client.post(path, data=fields | {"password": PASSWORD, "again": PASSWORD})
        assert response.status_code == 200, response.text
        return self

    def posts(self, path: str, **fields: Any) -> httpx.Response:
        return self.client.post(path, data={"csrf": self.csrf()} | fields)

    def makes_account(self, name: str, language: str = "en", role: str = "counselor") -> str:
        """As an admin: make an account; returns its one-time link."""
        page = self.posts("/accounts", name=name, role=role, language=language)
        found = re.search(r'value="([^"]+/welcome/[^"]+)"', page.text)
        assert found, page.text[:2000]
        return found[1]


def new_counselor(program: Program, name: str, language: str = "en") -> StaffMember:
    """A counselor with an account made from the command line, signed in."""
    made = program.command("account", name, "--language", language)
    assert made.returncode == 0, made.stderr
    return StaffMember(program).welcomed(made.stdout.strip())
