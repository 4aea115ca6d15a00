"""A word on its way between a person and a counselor: who is woken by it, and that nobody else is."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import turn
from bot.bus import Bus
from bot.conversations import outbox, people, talks
from bot.conversations.models import Author, Message, State
from bot.hotline import Hotline
from bot.jobs import Job
from bot.reply import Reply
from bot.shared import Shared
from bot.understanding import ensure
from bot.web.staff.live import Live
from bot.web.staff.story import tell, tell_words
from bot.worker import Worker
from tests.staff_stage import Arrive, app, arrives, claimed, console_with, house, visit_of
from tests.webchat_stage import Web, at_work, parts, web

STAGE = (app, arrives, at_work, house, parts, web)  # fixtures, which pytest finds by these names


# ---- Hints ----


async def test_an_ear_hears_its_topics_and_says_which() -> None:
    bus = Bus()
    with bus.listen("queue", "talk:1") as ear:
        bus.tell("talk:1", "talk:2")
        assert await ear.wait(0)
        assert ear.news() == {"talk:1"}
        assert ear.news() == set()
        ear.attend("queue", "talk:2")
        assert ear.news() == {"talk:2"}  # something may have happened in it just before
        bus.tell("talk:1")
        assert not await ear.wait(0)
        bus.tell("talk:2")
        assert await ear.wait(0)
    assert not bus._ears


async def writes(house: Hotline, talk: int, text: str) -> None:
    """The person of a talk writes, as a turn stores and tells it while a counselor answers."""
    async with house.storage.writing() as session:
        session.add(Message(conversation_id=talk, author=Author.PERSON, text=text))
    house.bus.tell(f"talk:{talk}")


async def test_a_counselors_message_wakes_no_other_console(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    with house.bus.listen("queue", "outbox", f"talk:{talk}", f"words:{talk}") as ear:
        answer = await counselor.presses(f"/talks/{talk}/messages", text="I am here", token="a")
        assert answer.status_code == 303
        assert ear.news() == {"outbox", f"words:{talk}"}


async def test_a_console_hears_of_all_its_talks_open_or_not(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    opened, other = await claimed(house, counselor), await claimed(house, counselor)
    _, live = await console_with(house, counselor, opened)
    stream = live.run()
    news = b""
    while b"event: queue" not in news or b"still here" not in news:
        news += await asyncio.wait_for(anext(stream), 5)
    await writes(house, other, "are you there")
    heard = await asyncio.wait_for(anext(stream), 5)
    assert (b"event: queue" in heard, b"event: talk" in heard, b"are you there" in heard) == (True, False, True)
    await writes(house, opened, "it is cold here")
    heard = await asyncio.wait_for(anext(stream), 5)
    assert b"event: talk" in heard
    assert b"it is cold here" in heard
    await stream.aclose()  # type: ignore[attr-defined]  # an asynchronous generator
    assert not house.bus._ears


async def test_after_new_words_only_these_are_read_and_the_rest_stays(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    visit = await visit_of(house, counselor)
    async with house.storage.writing() as session:
        asked = Message(conversation_id=talk, author=Author.PERSON, text="Which one?")
        session.add_all([asked, Message(conversation_id=talk, author=Author.PERSON, kind="button", text="/menu")])
        await session.flush()
        for number in range(40):
            answers = asked.id if number in (2, 30) else None
            session.add(Message(conversation_id=talk, author=Author.PERSON, text=f"line {number}", reply_to_id=answers))
    async with house.storage.reading() as session:
        known = await tell(session, visit, talk)
    async with house.storage.writing() as session:
        session.add(Message(conversation_id=talk, author=Author.PERSON, text="the newest"))
        last = await session.get_one(Message, known.last)
        talks.add_notes(last, {"language": "ro"})
    async with house.storage.reading() as session:
        words = await tell_words(session, visit, known)
        assert words == await tell(session, visit, talk)
        assert words.lines[-1].html == "the newest"
        assert words.lines[-2].chips
    await counselor.presses(f"/talks/{talk}/return")
    async with house.storage.reading() as session:
        assert await tell_words(session, visit, words) is None, "it is nobody's chat any more"
        waiting = await tell(session, visit, talk)
        assert (words.state, waiting.state) == ("mine", "waiting")
    async with house.storage.writing() as session:
        session.add(Message(conversation_id=talk, author=Author.PERSON, text="this one", reply_to_id=asked.id))
    async with house.storage.reading() as session:
        assert await tell_words(session, visit, waiting) is None, "what it answers was not read"


async def test_a_talk_claimed_while_the_console_is_open_is_heard_of_too(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    stream = Live(await visit_of(house, counselor), None, 0).run()
    assert b"event: queue" in await anext(stream) + await anext(stream)
    talk = await claimed(house, counselor)
    news = b""
    while b"still here" not in news:
        news += await asyncio.wait_for(anext(stream), 5)
    assert b'data-kind="mine"' in news
    await writes(house, talk, "are you there")
    assert b"are you there" in await asyncio.wait_for(anext(stream), 5)
    await stream.aclose()  # type: ignore[attr-defined]  # an asynchronous generator


async def test_only_the_part_that_is_new_is_read_again(
    house: Hotline, arrives: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    counselor = await arrives()
    talk = await claimed(house, counselor)
    story, live = await console_with(house, counselor, talk)
    await live.news()
    await writes(house, talk, "are you there")
    assert ["event: talk" in one for one in await live.news({f"person:{story.person_id}"})] == [True]
    assert await live.news({"queue"}) == []  # who waits is the same
    assert ["event: queue" in one for one in await live.news({f"talk:{talk}"})] == [True]
    assert await live.news({"talk:999"}) == []


async def test_what_many_ask_for_at_once_is_read_twice_at_most() -> None:
    shared, read, goes_on = Shared[int](), [0], asyncio.Event()

    async def look() -> int:
        read[0] += 1
        mine = read[0]
        await goes_on.wait()
        return mine

    asking = [asyncio.create_task(shared.get(look)) for _ in range(20)]
    await asyncio.sleep(0)
    goes_on.set()
    # The first began at once; what changed after that is in the second, which is everybody else's.
    assert await asyncio.gather(*asking) == [1, *[2] * 19]
    assert await shared.get(look) == 3  # nothing is kept


async def test_whoever_shares_a_reading_that_fails_reads_anew() -> None:
    shared, told = Shared[int](), iter([ValueError("no"), 5])

    async def look() -> int:
        await asyncio.sleep(0)
        if isinstance(answer := next(told), ValueError):
            raise answer
        return answer

    first, second = await asyncio.gather(shared.get(look), shared.get(look), return_exceptions=True)
    assert (type(first), second) == (ValueError, 5)


# ---- What a turn tells ----


async def taken(parts: Hotline, web: Web, payload: str) -> set[str]:
    """Press something and have it answered; returns what was told."""
    await web.sends(press=payload)
    person = await web.person()
    with parts.bus.listen("queue", "outbox") as ear:
        await turn.take(parts, person.id)
        return set(ear.news())


async def test_only_what_the_queue_shows_wakes_every_console(parts: Hotline, web: Web) -> None:
    assert await taken(parts, web, "/menu") == {"outbox"}
    assert await taken(parts, web, "/human") == {"outbox", "queue"}
    assert await taken(parts, web, "/menu") == {"outbox", "queue"}  # who waits is shown to everybody
    assert await taken(parts, web, "/leave_queue") == {"outbox", "queue"}
    assert await taken(parts, web, "/human") == {"outbox", "queue"}
    async with parts.storage.writing() as session:
        person = await session.get_one(people.Person, (await web.person()).id)
        (await talks.open_talk(session, person, "en")).state = State.HUMAN
    assert await taken(parts, web, "/erase") == {"outbox"}


async def test_what_a_counselor_reads_wakes_their_lists_once_unless_it_is_grave(
    parts: Hotline, web: Web, models: Path
) -> None:
    known = ensure(models)
    reading = replace(parts, understanding=known, library=replace(parts.library, offers=known.offers))

    async def told(text: str) -> set[str]:
        await web.sends(text=text)
        with parts.bus.listen(f"talk:{talk.id}", f"words:{talk.id}") as ear:
            rung: list[str] = []
            ear.ring = rung.append  # type: ignore[method-assign]
            await turn.take(reading, person.id)
            return {f"{topic.partition(':')[0]} {rung.count(topic)}" for topic in rung}

    await taken(parts, web, "/human")
    person = await web.person()
    async with parts.storage.writing() as session:
        talk = await talks.open_talk(session, await session.get_one(people.Person, person.id), "en")
        talk.state = State.HUMAN
    assert await told("we stand at the bus station and wait for you") == {"words 1"}
    assert await told("він мене б'є, я вся в крові, допоможіть") == {"words 1", "talk 1"}


# ---- The worker ----


def test_what_comes_while_somebody_is_answered_is_not_overlooked() -> None:
    job = Job("inbox", absent, absent)
    assert job.take([2, 1, 3]) == [2, 1, 3]  # who waited longest first
    assert job.take([1, 4]) == [4]
    assert job.leave(1)  # it was found once more: look again at once
    assert not job.leave(2)
    assert job.take([1]) == [1]
    assert not job.leave(1)


async def absent(*_: object) -> Any:
    raise AssertionError("nobody asks")


async def test_sending_does_not_wait_for_thinking(parts: Hotline, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    thinking = asyncio.Semaphore(0)

    async def thinks(hotline: Hotline, person_id: int, worker: str) -> bool:
        thinking.release()
        return await asyncio.Event().wait()

    async with parts.storage.writing() as session:
        person = await people.person_at(session, parts.keys, "webchat", "somebody who hears")
        told = await outbox.say(session, await talks.open_talk(session, person, "en"), Reply("a word for you"))
        for_whom = person.id
        later = await session.get_one(outbox.Outbound, 1)
        later.state = "cancelled"  # not yet
    for _ in range(12):
        async with Web(parts) as browser:
            await browser.sends(text="hello", id="a")
    monkeypatch.setattr(turn, "take", thinks)
    working = asyncio.create_task(Worker(parts).run())
    for _ in range(8):
        await asyncio.wait_for(thinking.acquire(), 5)
    async with parts.storage.writing() as session:
        (await session.get_one(outbox.Outbound, 1)).state = "pending"
    with parts.bus.listen(f"person:{for_whom}") as ear:
        parts.bus.tell("outbox")
        assert await ear.wait(5)
    async with parts.storage.reading() as session:
        assert (await session.get_one(Message, told.id)).delivery == "sent"
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
