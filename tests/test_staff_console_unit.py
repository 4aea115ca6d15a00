"""The console: what a counselor sees and does. Real SQLite, the real application, no browser."""

import asyncio

import pytest

from bot.conversations.models import Author, Conversation, Message
from bot.danger.levels import Level
from bot.handoff import desk
from bot.hotline import Hotline
from bot.staff.models import Role, Staff
from bot.web.staff import streaming
from bot.web.staff.live import Live, event
from tests.staff_stage import (
    TEXTS,
    Arrive,
    aged,
    app,
    arrives,
    attached,
    audited,
    claimed,
    console_with,
    house,
    said,
    somebody_waits,
    visit_of,
)

STAGE = (app, arrives, house)  # fixtures, which pytest finds by these names
pytestmark = pytest.mark.asyncio


# ---- The console ----


async def test_whoever_is_in_most_danger_stands_first(house: Hotline, arrives: Arrive) -> None:
    await somebody_waits(house, "just a question")
    await somebody_waits(house, "help now", Level.EMERGENCY)
    page = (await (await arrives()).opens("/")).text
    assert page.index("help now") < page.index("just a question")
    assert TEXTS.say("en", "staff-rank-3") in page


async def test_the_story_is_read_before_claiming_and_that_is_audited(house: Hotline, arrives: Arrive) -> None:
    talk, _ = await somebody_waits(house)
    counselor = await arrives()
    for path in (f"/talks/{talk}", f"/?talk={talk}"):
        page = (await counselor.opens(path)).text
        assert "my boss keeps my passport" in page
        assert "<strong>I am</strong> a program" in page
        assert TEXTS.say("en", "staff-claim") in page
        assert "reply-text" not in page
        assert "papers kept" in page
        assert "brand new sign" in page
    assert await audited(house) == [("read-waiting", f"talk:{talk}")]


async def test_a_claim_is_announced_once_and_silences_the_bot(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk, escalation = await somebody_waits(house)
    answers = await asyncio.gather(*(counselor.presses(f"/escalations/{escalation}/claim") for _ in range(2)))
    assert [answer.headers["location"] for answer in answers] == [f"/talks/{talk}"] * 2
    joined = ("system", TEXTS.say("en", "counselor-joined"))
    assert (await said(house, talk)).count(joined) == 1
    assert (await audited(house)).count(("claimed", f"talk:{talk}")) == 1
    assert "reply-text" in (await counselor.opens(f"/talks/{talk}")).text


async def test_of_two_who_claim_at_once_one_wins_and_the_other_learns_who(house: Hotline, arrives: Arrive) -> None:
    both = [await arrives("olena"), await arrives("ihor")]
    talk, escalation = await somebody_waits(house)
    answers = await asyncio.gather(*(one.presses(f"/escalations/{escalation}/claim") for one in both))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    winner = next(one for one, answer in zip(both, answers, strict=True) if answer.status_code == 303)
    told = next(answer for answer in answers if answer.status_code == 409)
    assert winner.staff
    assert f"{winner.staff.name} was faster" in told.text
    assert [author for author, _ in await said(house, talk)].count("system") == 1


async def test_another_counselors_chat_is_closed_to_me(house: Hotline, arrives: Arrive) -> None:
    talk = await claimed(house, await arrives("olena"))
    other = await arrives("ihor")
    for path in (f"/talks/{talk}", f"/?talk={talk}", f"/stream?talk={talk}", "/talks/999"):
        answer = await other.opens(path)
        assert answer.status_code == 403
        assert "passport" not in answer.text
    for deed in ("messages", "notes", "return", "close"):
        answer = await other.presses(f"/talks/{talk}/{deed}", text="hello", kind="test")
        assert answer.status_code == 409, deed
    assert (await other.presses("/talks/999/return")).status_code == 403
    assert len(await said(house, talk)) == 3


async def test_an_admin_reads_no_conversation(house: Hotline, arrives: Arrive) -> None:
    talk, escalation = await somebody_waits(house)
    admin = await arrives("ada", Role.ADMIN)
    assert (await admin.opens("/")).headers["location"] == "/accounts"
    assert (await admin.opens(f"/?talk={talk}")).headers["location"] == "/accounts"
    for path in (f"/talks/{talk}", f"/stream?talk={talk}", "/attachments/1"):
        assert (await admin.opens(path)).status_code == 403
    assert (await admin.presses(f"/escalations/{escalation}/claim")).status_code == 403


async def test_a_message_sent_twice_is_one(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    path = f"/talks/{talk}/messages"
    await asyncio.gather(*(counselor.presses(path, text="I am Olena.\r\nAre you safe?", token="t1") for _ in range(3)))
    await counselor.presses(path, text="I am Olena.\r\nAre you safe?", token="t2")
    told = [text for author, text in await said(house, talk) if author == "counselor"]
    assert told == ["I am Olena.\nAre you safe?"] * 2
    page = (await counselor.opens(f"/talks/{talk}")).text
    assert TEXTS.say("en", "staff-delivery-pending") in page
    assert TEXTS.say("en", "staff-author-you") in page


async def test_scripts_get_json(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    headers = {"accept": "application/json", "x-csrf": counselor.csrf}
    path = f"/talks/{talk}/messages"
    answer = await counselor.client.post(path, data={"text": "hello", "token": "a"}, headers=headers)
    assert answer.status_code == 202
    assert answer.json()["message"]
    assert (await counselor.client.post(path, data={"text": "  "}, headers=headers)).status_code == 422
    long = await counselor.client.post(path, data={"text": "x" * 4001}, headers=headers)
    assert long.status_code == 422
    assert "4,000" in long.json()["error"]
    counselor.client.cookies.clear()
    gone = await counselor.client.post(path, data={"text": "hello"}, headers=headers)
    assert (gone.status_code, gone.json()["error"]) == (401, TEXTS.say("en", "staff-refused-signed-out"))


async def test_note_return_and_close(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    await counselor.presses(f"/talks/{talk}/notes", text="call back <b>at six</b>")
    page = (await counselor.opens(f"/talks/{talk}")).text
    assert "call back &lt;b&gt;at six" in page
    assert not any("at six" in text for _, text in await said(house, talk))
    await counselor.presses(f"/talks/{talk}/return")
    assert (await said(house, talk))[-1][1] == TEXTS.say("en", "counselor-returned")
    other = await arrives("ihor")
    assert "at six" in (await other.opens(f"/talks/{talk}")).text  # whoever comes next knows the story
    async with house.storage.reading() as session:
        escalation = await desk.open_escalation(session, await session.get_one(Conversation, talk))
    assert escalation
    await other.presses(f"/escalations/{escalation.id}/claim")
    assert (await other.presses(f"/talks/{talk}/close")).status_code == 422  # without a word on what it was
    assert (await other.presses(f"/talks/{talk}/close", kind="information")).headers["location"] == "/"
    assert (await said(house, talk))[-1][1] == TEXTS.say("en", "counselor-closed")
    assert TEXTS.say("en", "staff-over") in (await other.opens(f"/talks/{talk}")).text
    deeds = [action for action, _ in await audited(house)]
    assert deeds == ["claimed", "returned", "read-waiting", "claimed", "closed"]


async def test_shift(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    assert TEXTS.say("en", "staff-nobody-on-shift") in (await counselor.opens("/")).text
    await counselor.presses("/shift", on="1")
    assert TEXTS.say("en", "staff-nobody-on-shift") not in (await counselor.opens("/")).text
    await counselor.presses("/shift", on="0")
    async with house.storage.reading() as session:
        assert not (await session.get_one(Staff, counselor.staff.id)).on_shift  # type: ignore[union-attr]


async def test_hostile_text_stays_text(house: Hotline, arrives: Arrive) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> **<b>x</b>** https://evil.test {{ 7*7 }} \ud83d"
    talk, _ = await somebody_waits(house, hostile)
    async with house.storage.writing() as session:
        row = await session.get_one(Conversation, talk)
        row.topic = "<i>topic</i>"
        session.add(Message(conversation_id=talk, author=Author.PERSON, kind="button", text='/faq{"slug": "<u>"}'))
        session.add(Message(conversation_id=talk, author=Author.PERSON, kind="<s>", text="odd"))
        escalation = await desk.open_escalation(session, row)
        assert escalation
        escalation.reason = "<em>why"
    page = (await (await arrives()).opens(f"/talks/{talk}")).text
    for tag in ("<script>a", "<img src=x", "<b>", "<i>", "<u>", "<s>", "<em>", 'href="https://evil'):
        assert tag not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "{{ 7*7 }}" in page


async def test_files_cannot_run_and_are_for_those_who_may_read(house: Hotline, arrives: Arrive) -> None:
    counselor, other = await arrives(), await arrives("ihor")
    talk = await claimed(house, counselor)
    shown = {"image/png": "image/png", "audio/ogg; codecs=opus": "audio/ogg"}
    for mime in ("image/png", "audio/ogg; codecs=opus", "image/svg+xml", "text/html", "application/pdf"):
        number = await attached(house, talk, mime)
        answer = await counselor.opens(f"/attachments/{number}")
        assert answer.content == b"bytes"
        assert answer.headers["content-type"] == shown.get(mime, "application/octet-stream")
        assert answer.headers["content-disposition"].startswith("inline" if mime in shown else "attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
        assert (await other.opens(f"/attachments/{number}")).status_code == 403
    assert (await counselor.opens("/attachments/999")).status_code == 403
    page = (await counselor.opens(f"/talks/{talk}")).text
    assert '<img src="/attachments/' in page
    assert "<audio" in page


@pytest.mark.parametrize(
    ("wanted", "content", "status"),
    [
        ("bytes=0-1", b"by", 206),
        ("bytes=3-", b"es", 206),
        ("bytes=2-99", b"tes", 206),
        ("bytes=5-", b"bytes", 200),
        ("bytes=3-1", b"bytes", 200),
        ("lines=1-2", b"bytes", 200),
    ],
)
async def test_a_sound_is_given_in_pieces(
    house: Hotline, arrives: Arrive, wanted: str, content: bytes, status: int
) -> None:
    counselor = await arrives()
    number = await attached(house, await claimed(house, counselor), "audio/ogg")
    answer = await counselor.client.get(f"/attachments/{number}", headers={"range": wanted})
    assert (answer.content, answer.status_code) == (content, status)


# ---- Live ----


async def test_the_stream_tells_what_changed_and_only_that(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    story, live = await console_with(house, counselor, talk)
    first = "".join(await live.news())
    assert "event: queue" in first
    assert "event: talk" in first
    assert f"id: {story.last}" in first
    assert await live.news() == []
    await counselor.presses(f"/talks/{talk}/messages", text="two\nlines", token="a")
    (changed,) = [one for one in await live.news() if "event: talk" in one]
    assert "data: <li" in changed
    assert "two\ndata: lines" in changed
    assert "keeps my passport" not in changed
    await somebody_waits(house, "another one")
    (news,) = await live.news()
    assert news.startswith("event: queue")
    assert "another one" in news
    await counselor.presses(f"/talks/{talk}/return")
    assert any("event: moved" in one for one in await live.news())


async def test_the_stream_hears_news_and_ends_with_the_session(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    stream = Live(await visit_of(house, counselor), None, 0).run()
    assert await anext(stream) == b"retry: 2000\n\n"
    assert (await anext(stream)).startswith(b"event: queue")
    await somebody_waits(house, "I need help")
    house.bus.tell("queue")
    assert b"I need help" in await asyncio.wait_for(anext(stream), 5)
    await aged(house, Staff, active=False)
    house.bus.tell("queue")
    assert (await asyncio.wait_for(anext(stream), 5)).startswith(b"event: signed-out")
    assert [one async for one in stream] == []
    assert not house.bus._ears  # nobody listens any more


async def test_new_words_do_not_ask_about_the_session_again_but_not_for_long(
    house: Hotline, arrives: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    _, live = await console_with(house, counselor, talk)
    stream = live.run()
    assert b"event: queue" in b"".join([await asyncio.wait_for(anext(stream), 5) for _ in range(2)])
    await aged(house, Staff, active=False)
    house.bus.tell(f"words:{talk}")
    assert b"signed-out" not in await asyncio.wait_for(anext(stream), 5)
    monkeypatch.setattr(streaming, "_TRUSTED", 0.0)  # two seconds later
    house.bus.tell(f"words:{talk}")
    assert b"signed-out" in await asyncio.wait_for(anext(stream), 5)


async def test_the_stream_ends_when_the_program_stops(house: Hotline, arrives: Arrive) -> None:
    stream = Live(await visit_of(house, await arrives()), None, 0).run()
    assert [await anext(stream) for _ in range(2)]
    house.bus.tell("stopping")
    assert [one async for one in stream] == []


async def test_a_lone_carriage_return_cannot_forge_an_event() -> None:
    assert event("talk", "a\rid: 9\r\nevent: x", 1) == "event: talk\nid: 1\ndata: a\ndata: id: 9\ndata: event: x\n\n"
