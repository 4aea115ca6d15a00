"""The public app by itself: what visitors see and hear."""

import asyncio
import json
import re
from typing import Any, cast

import pytest
from sqlalchemy import select

from bot.conversations.models import Author, Conversation, Delivery, Message, Outbound
from bot.directory.services import Directory
from bot.hotline import Hotline
from bot.reply import Button, Reply
from bot.web import stream
from bot.web.rich import Rich
from bot.web.visitors import COOKIE, Visitor
from tests.webchat_stage import Web, at_work, count, parts, web

HOSTILE = '<img src=x onerror="alert(1)"> & **<script>alert(2)</script>** https://e.example/"onmouseover=alert(3)'
STAGE = (at_work, parts, web)  # fixtures, which pytest finds by these names


async def test_hostile_text_stays_text(web: Web) -> None:
    await web.sends(text=HOSTILE)
    await web.hears(Reply(HOSTILE, ((Button('"><b>', '/x"><i>'), Button("site", url="javascript:alert(1)")),)))
    page = (await web.get("/")).text
    (message,) = await web.news()
    for html in (page, message["text_html"]):
        assert "&lt;img" in html
        assert not re.search(r"<(img|script>|b>|i>)", html)
        assert not re.search(r"<a [^>]*onmouseover", html)
    assert message["text"] == HOSTILE
    assert [button["url"] for button in message["buttons"][0]] == ["", ""]


def test_only_numbers_of_the_directory_become_calls() -> None:
    rich = Rich(Directory())
    known, unknown = (
        rich.html("**Call** 112, 0 800 505 501 or +40 21 313 31 00.", ours=True),
        rich.html("+1 555 0100", ours=True),
    )
    assert [*re.findall(r'href="tel:([^"]+)"', known)] == ["112", "0800505501", "+40213133100"]
    assert known.startswith("<strong>Call</strong> ")
    assert "tel:" not in unknown
    assert "tel:" not in rich.html("call 112")
    assert "tel:" not in rich.html("112 lei, 1 112, 112.50, 22.11.112, 112%, a112", ours=True)


def test_links_open_safely() -> None:
    html = Rich(Directory()).html("see http://a.example/x?a=1&b=2). javascript:alert(1)\nnext")
    link = '<a href="http://a.example/x?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">'
    assert html == f"see {link}http://a.example/x?a=1&amp;b=2</a>). javascript:alert(1)<br>next"


@pytest.mark.usefixtures("at_work")
async def test_without_script_the_answer_is_on_the_next_page(web: Web) -> None:
    response = await web.post("/messages", data={"press": "/danger"}, follow_redirects=True)
    card = response.text.partition('id="newest"')[2]
    assert "I am in danger" in card, "the pressed button is shown by its label"
    assert 'href="tel:112"' in card
    assert "Is it safe for you to write now?" in card
    assert 'name="press" value="/safe_yes"' in card


async def test_a_message_is_shown_when_the_outbox_let_it_go(web: Web) -> None:
    await web.sends(text="hi")
    first = await web.hears(Reply("first"))
    await web.hears(Reply("taken over"), delivery=Delivery.CANCELLED)
    await web.hears(Reply("on its way"), delivery=Delivery.PENDING)
    await web.hears(Reply("later"), Author.COUNSELOR)
    assert [message["text"] for message in await web.news()] == ["first"]
    async with web.hotline.storage.writing() as session:
        for message in (await session.execute(select(Message))).scalars():
            message.delivery = Delivery.SENT if message.text == "on its way" else message.delivery
    assert [message["text"] for message in await web.news(first)] == ["on its way", "later"]
    assert "taken over" not in (await web.get("/")).text


async def test_nobody_sees_another_ones_talk(parts: Hotline, web: Web) -> None:
    await web.sends(text="hi")
    number = await web.hears(Reply("for you alone"))
    async with Web(parts) as stranger:
        for cookie in ("", "x", "a" * 43, web.cookies[COOKIE][:-1]):
            stranger.cookies.set(COOKIE, cookie)
            assert await stranger.news(number - 1) == []
            assert "for you alone" not in (await stranger.get("/")).text
            assert (await stranger.get("/stream")).status_code == 204


def taken_apart(event: str) -> tuple[str, Any]:
    fields = dict(line.split(": ", 1) for line in event.strip().splitlines())
    return fields["event"], json.loads(fields["data"])


async def test_the_stream_tells_what_is_new(parts: Hotline, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    await web.sends(text="hi")
    person = await web.person()
    first = await web.hears(Reply("first"))
    streams = stream.Streams(parts, Rich(Directory()), most=1)
    visitor = Visitor(web.cookies[COOKIE], person, "en", "en")
    news = streams.open(visitor, person, 0)
    assert (await anext(news)).startswith(":")
    with pytest.raises(stream.TooManyStreams):
        streams.open(visitor, person, 0)
    kind, page = taken_apart(await anext(news))
    assert (kind, page["language"]) == ("page", "en")
    event = await anext(news)
    assert event.startswith(f"id: {first}\n")
    assert taken_apart(event)[1]["text"] == "first"

    waiting = asyncio.ensure_future(anext(news))
    await asyncio.sleep(0.05)
    await web.hears(Reply("second\nline"), Author.COUNSELOR)
    parts.bus.tell(f"person:{person.id}")
    kind, message = taken_apart(await asyncio.wait_for(waiting, 2))
    assert (kind, message["author"], message["text_html"]) == ("message", "counselor", "second<br>line")

    monkeypatch.setattr(stream, "_HEARTBEAT", 0.2)
    assert (await asyncio.wait_for(anext(news), 2)).startswith(":")
    waiting = asyncio.ensure_future(anext(news, "ended"))
    await asyncio.sleep(0.05)
    parts.bus.tell(stream.STOPPING)
    assert await asyncio.wait_for(waiting, 2) == "ended"
    streams.open(visitor, person, 0)


async def test_after_an_erasure_the_story_begins_anew(parts: Hotline, web: Web) -> None:
    await web.sends(text="hi")
    person = await web.person()
    for text in ("one", "two", "three"):
        last = await web.hears(Reply(text))
    async with parts.storage.writing() as session:
        for table in (Outbound, Message, Conversation):
            for row in (await session.execute(select(table))).scalars():
                await session.delete(row)
            await session.flush()
    again = await web.hears(Reply("everything is erased"), Author.SYSTEM)
    assert [message["id"] for message in await web.news(last)] == [again]
    news = stream.Streams(parts, Rich(Directory())).open(Visitor("", person, "en", "en"), person, last)
    kinds = [taken_apart(event)[0] for event in [await anext(news) for _ in range(4)] if not event.startswith(":")]
    assert kinds == ["page", "anew", "message"]
    await cast("Any", news).aclose()


@pytest.mark.usefixtures("at_work")
async def test_forgetting_erases_and_takes_the_cookie(parts: Hotline, web: Web) -> None:
    await web.post("/messages", data={"press": "/danger"})
    assert await count(parts, Message) > 1
    response = await web.post("/forget")
    assert (response.status_code, response.headers["location"]) == (303, "/?forgotten=yes")
    assert COOKIE not in web.cookies
    for _ in range(100):
        if await count(parts, Message) == 1:
            break
        await asyncio.sleep(0.02)
    async with parts.storage.reading() as session:
        assert [message.author for message in (await session.execute(select(Message))).scalars()] == ["system"]
    assert parts.library.voice("en").say("web-forgotten") in (await web.get("/?forgotten=yes")).text


async def test_health_tells_what_is_missing(parts: Hotline, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    response = await web.get("/health")
    assert (response.status_code, response.json()) == (200, {"ok": True, "database": True, "rasa": False})

    def gone() -> None:
        raise OSError

    monkeypatch.setattr(parts.storage, "reading", gone)
    assert (await web.get("/health")).status_code == 503
    assert (await web.get("/blank")).status_code == 200
    broken = await web.get("/")
    assert (broken.status_code, 'href="tel:112"' in broken.text) == (500, True)


async def test_every_answer_is_strict(web: Web) -> None:
    page = (await web.get("/")).text
    assert not re.search(r"<script>|<style|\sstyle=|\son\w+=", page)
    for path in (
        "/",
        "/blank",
        "/health",
        "/messages",
        "/nowhere",
        "/static/nothing",
        *re.findall(r'"(/static/[^"]+)"', page),
    ):
        headers = (await web.get(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store" or "?v=" in path
    assert (await web.get("/static/../public.py")).status_code == 404
    assert (await web.get("/docs")).status_code == 404


async def test_the_page_is_light(web: Web) -> None:
    page = (await web.get("/")).text
    files = [(await web.get(path)).content for path in set(re.findall(r'"(/static/[^"]+)"', page))]
    assert len(files) >= 5
    assert len(page.encode()) + sum(map(len, files)) < 40_000


async def test_the_way_out_tells_nothing(parts: Hotline, web: Web) -> None:
    for language in parts.library.texts.languages:
        page = (await web.get("/blank", headers={"Accept-Language": language})).text.lower()
        assert not re.search(r"hotline|лінія|linia|chat|чат|112", page)


async def test_robots_and_the_home_screen(web: Web) -> None:
    assert (await web.get("/robots.txt")).text.splitlines()[-1] == "Disallow: /"
    manifest = (await web.get("/manifest.webmanifest")).json()
    assert manifest["name"] == "Safe Migration Hotline"
    assert (await web.get(manifest["icons"][0]["src"])).headers["content-type"] == "image/svg+xml"
