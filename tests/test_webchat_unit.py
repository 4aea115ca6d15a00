"""The public app by itself: what visitors send, and what is refused."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import NotFetched
from bot.channels.webchat import WebChat, reference_to
from bot.conversations.incoming import LONGEST, File
from bot.conversations.models import Inbound, Person
from bot.hotline import Hotline
from bot.texts import Texts
from bot.web import public
from bot.web.public import public_app
from bot.web.sending import MOST_BYTES
from bot.web.visitors import COOKIE, wanted_language
from tests.webchat_stage import JSON, Web, at_work, count, inbox_of, parts, settings, web

STAGE = (at_work, parts, web)  # fixtures, which pytest finds by these names


@pytest.mark.parametrize(
    ("asked", "spoken"), [("ro-RO,en;q=0.5", "ro"), ("ru", "uk"), ("de, en;q=0.8", "en"), ("de", "uk")]
)
async def test_looking_shows_the_start_and_stores_nothing(parts: Hotline, asked: str, spoken: str) -> None:
    async with Web(parts, asked) as browser:
        page = await browser.get("/")
    say = parts.library.voice(spoken).say
    assert f'<html lang="{spoken}">' in page.text
    assert say("button-human") in page.text
    assert "Română" in page.text
    assert 'href="tel:112"' in page.text
    assert "set-cookie" not in page.headers
    assert await count(parts, Person) == 0


def test_the_wishes_of_a_browser_are_taken_by_weight() -> None:
    texts = Texts()
    assert wanted_language("en;q=0.3, ro;q=0.9", texts) == "ro"
    assert wanted_language("ro;q=0, en;q=x, *", texts) is None


async def test_the_first_message_makes_a_session(parts: Hotline, web: Web) -> None:
    response = await web.sends(text="привіт", id="a1")
    assert (response.status_code, response.json()) == (202, {"ok": True})
    cookie = response.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=lax", "path=/", "max-age=7776000"))
    assert "secure" not in cookie
    assert len(web.cookies[COOKIE]) == 43
    (inbound,) = await inbox_of(parts)
    assert inbound.payload["text"] == "привіт"
    assert inbound.payload["language_hint"] == "en"
    assert web.cookies[COOKIE] not in inbound.update_id


async def test_behind_https_cookies_and_headers_say_so(parts: Hotline, tmp_path: Path) -> None:
    strict = Hotline(**vars(parts) | {"settings": settings(tmp_path, secure_cookies=True)})
    async with Web(strict) as browser:
        response = await browser.sends(text="hi")
    assert "; secure" in response.headers["set-cookie"].lower()
    assert "max-age" in response.headers["strict-transport-security"]


async def test_a_message_sent_again_is_one_message(parts: Hotline, web: Web) -> None:
    for _ in range(3):
        assert (await web.sends(text="hello", id="same")).status_code == 202
    async with Web(parts) as another:
        await another.sends(text="hello", id="same")
    assert await count(parts, Inbound) == 2


async def test_two_taps_on_a_page_without_script_are_one_message(
    parts: Hotline, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public, "PATIENCE", 0.01)
    found = re.search(r'name="page" value="(\w+)"', (await web.get("/")).text)
    assert found
    await web.sends(text="hello")
    for text in ("one", "one", "two"):
        response = await web.post("/messages", data={"text": text, "page": found[1]})
        assert (response.status_code, response.headers["location"]) == (303, "/#newest")
    assert [inbound.payload["text"] for inbound in await inbox_of(parts)] == ["hello", "one", "two"]
    page = (await web.get("/")).text
    assert page.index("hello") < page.index("two"), "what nobody has read yet is shown too"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Referer": "http://evil.example/"},
    ],
)
@pytest.mark.parametrize("path", ["/messages", "/forget"])
async def test_other_sites_cannot_send(parts: Hotline, web: Web, headers: dict[str, str], path: str) -> None:
    await web.sends(text="hello")
    response = await web.post(path, data={"text": "forged"}, headers=headers)
    assert response.status_code == 403
    assert parts.library.voice("en").say("web-foreign") in response.text
    assert 'href="tel:112"' in response.text
    assert len(await inbox_of(parts)) == 1


async def test_our_own_pages_can_send(parts: Hotline) -> None:
    async with Web(parts) as browser:
        for headers in ({"Origin": "http://chat.example"}, {"Sec-Fetch-Site": "same-origin"}, {}):
            response = await browser.post("/messages", data={"text": "hi"}, headers=JSON | headers)
            assert response.status_code == 202


async def test_a_file_travels_in_its_reference(parts: Hotline, web: Web) -> None:
    picture = b"\x89PNG" * 1000
    fields = {"text": "look", "id": "f1"}
    files = {"file": ("C:\\a\\offer.png", picture, "image/png")}
    assert (await web.post("/messages", data=fields, files=files, headers=JSON)).status_code == 202
    (inbound,) = await inbox_of(parts)
    assert (inbound.payload["kind"], inbound.payload["text"]) == ("photo", "look")
    file = File(**inbound.payload["file"])
    assert (file.name, file.mime, file.size) == ("offer.png", "image/png", len(picture))
    assert await WebChat().fetch(file) == picture


@pytest.mark.parametrize("reference", ["", "data:image/png;base64,***", "file:///etc/passwd", "https://e.example/"])
async def test_a_foreign_reference_is_not_fetched(reference: str) -> None:
    with pytest.raises(NotFetched):
        await WebChat().fetch(File(reference))
    assert await WebChat().fetch(File(reference_to(b"x", "a/b"))) == b"x"


async def test_a_file_that_is_too_large_is_refused_kindly(parts: Hotline, web: Web) -> None:
    for size in (MOST_BYTES + 1, 3 * MOST_BYTES):
        response = await web.post("/messages", files={"file": ("a.pdf", b"0" * size, "application/pdf")}, headers=JSON)
        assert response.status_code == 413
        assert "10 MB" in response.json()["text"]
    ok = await web.post("/messages", files={"file": ("a.pdf", b"0" * MOST_BYTES, "text/html;x")}, headers=JSON)
    assert ok.status_code == 202
    (inbound,) = await inbox_of(parts)
    assert (inbound.payload["kind"], inbound.payload["file"]["mime"]) == ("file", "application/octet-stream")


async def test_a_body_without_end_is_not_read_for_ever(web: Web) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        yield b"text="
        while True:
            read += 2**20
            yield b"a" * 2**20

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    response = await web.post("/messages", content=endless(), headers=JSON | kind)
    assert response.status_code == 413
    assert read < 100 * 2**20


async def test_long_and_empty_texts_are_taken(parts: Hotline, web: Web) -> None:
    await web.sends(text="я" * 300_000)
    await web.sends(text="")
    long, empty = await inbox_of(parts)
    assert len(long.payload["text"]) == LONGEST + 1
    assert (empty.payload["kind"], empty.payload["text"]) == ("text", "")


async def test_a_connection_lost_while_sending_troubles_nobody(parts: Hotline) -> None:
    headers = [(b"host", b"chat.example"), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {"type": "http", "method": "POST", "path": "/messages", "query_string": b"", "headers": headers}
    pieces = iter([{"type": "http.request", "body": b"text=ha", "more_body": True}, {"type": "http.disconnect"}])

    async def receive() -> dict[str, Any]:
        return next(pieces)

    async def send(message: dict[str, Any]) -> None:
        assert message.get("status", 400) == 400

    await public_app(parts)(scope, receive, send)
    assert await inbox_of(parts) == []


async def test_what_is_no_form_is_refused(web: Web) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    response = await web.post("/messages", content=b"nonsense", headers=JSON | kind)
    assert (response.status_code, response.json()["error"]) == (400, "malformed")


async def test_thirty_messages_a_minute(parts: Hotline, web: Web) -> None:
    codes = [(await web.sends(text=str(number))).status_code for number in range(32)]
    assert codes == [202] * 30 + [429] * 2
    refused = await web.post("/messages", data={"text": "my <draft>"})
    assert refused.status_code == 429
    assert "my &lt;draft&gt;</textarea>" in refused.text
    assert 'href="tel:112"' in refused.text
    async with Web(parts) as another:
        assert (await another.sends(text="hi")).status_code == 202


async def test_a_flood_of_new_visitors_does_not_stop_known_ones(parts: Hotline, web: Web) -> None:
    await web.sends(text="hi")
    known = dict(web.cookies)
    for number in range(119):
        web.cookies.set(COOKIE, f"{number:a>43}")
        assert (await web.sends(text="flood")).status_code == 202
    web.cookies.clear()
    assert (await web.sends(text="flood")).status_code == 429
    web.cookies.update(known)
    assert (await web.sends(text="still here")).status_code == 202
