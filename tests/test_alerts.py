"""Alerts to the counselors' group, through the Bot API stand-in: at once, again, sparingly, and never what was written."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.alarm import Alarm
from bot.channels.telegram import TelegramChannel, make_bot
from bot.handoff.models import Alert
from bot.storage.engine import Storage
from tests.botapi import BotApi, Person
from tests.handoff_stage import DANGER, TEXTS, Hall, database, text

STAGE = (database,)  # fixtures, which pytest finds by these names


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        yield api


class Guarded(Hall):
    """A hall whose counselors have a group."""

    group: Person
    alarm: Alarm

    async def rings(self, minutes: float = 0) -> list[str]:
        """Some minutes later: what the group hears."""
        await self.aged(timedelta(minutes=minutes), "next_at", table=Alert)
        before = len(self.group.heard)
        await self.alarm.look()
        return [one.text for one in self.group.heard[before:]]


@pytest_asyncio.fixture
async def hall(database: Storage, tmp_path: Path, api: BotApi):
    group = api.group()
    given = {"telegram_api_url": api.url, "telegram_token": api.token, "alert_chat": str(group.id)}
    hall = Guarded(database, tmp_path, **given, staff_url="https://staff.example/", default_language="en")
    hall.group = group
    bot = make_bot(hall.hotline.settings)
    await bot.initialize()
    hall.hotline.channels["telegram"] = TelegramChannel(bot)
    hall.alarm = Alarm(hall.hotline)
    yield hall
    await bot.shutdown()
    await hall.hotline.dialogue.close()
    assert not api.violations


async def test_the_group_hears_at_once_again_and_of_the_end(hall: Guarded) -> None:
    counselor, person = await hall.counselor(), await hall.person("uk")
    await person.says("мене звати Оксана, мені потрібна допомога")
    assert await hall.rings() == []
    await person.presses("human")
    (first,) = await hall.rings()
    assert first.startswith(text("staff-rank-0"))
    assert "Ukrainian" in first
    assert f"https://staff.example/talks/{(await person.talk()).id}" in first
    assert "Оксана" not in first
    assert "P-" not in first
    assert await hall.rings() == []
    assert await hall.rings(1) == []
    (second,) = await hall.rings(1)
    assert "Still waiting" in second
    assert len(await hall.rings(3)) == 1
    assert len(await hall.rings(5)) == 1
    assert await hall.rings(59) == []
    assert len(await hall.rings(1)) == 1
    await counselor.claims(person)
    assert await hall.rings() == [text("alert-claimed")]
    assert await hall.rings(120) == []
    heard = hall.group.heard
    assert {one.reply_to for one in heard[1:]} == {heard[0].id}
    await counselor.does(person, "return")
    (anew,) = await hall.rings()
    assert "Somebody waits" in anew


async def test_an_emergency_rings_more_often_and_a_rise_rings_at_once(hall: Guarded) -> None:
    person = await hall.person()
    await person.presses("human")
    assert len(await hall.rings()) == 1
    await person.says(DANGER)
    (told,) = await hall.rings()
    assert told.startswith(text("staff-rank-3"))
    assert DANGER not in told
    for minutes in (1, 1, 1, 2, 5, 10, 10):
        assert len(await hall.rings(minutes)) == 1


async def test_who_leaves_the_queue_is_told_of_and_who_was_never_told_of_is_not(hall: Guarded) -> None:
    counselor, person, quick = await hall.counselor(), await hall.person(), await hall.person()
    await person.presses("human")
    await hall.rings()
    await person.presses("leave_queue")
    await quick.presses("human")
    await counselor.claims(quick)
    assert await hall.rings() == [text("alert-left")]


async def test_many_at_once_are_one_message(hall: Guarded) -> None:
    for number in range(5):
        person = await hall.person()
        await (person.says(DANGER) if number == 0 else person.presses("human"))
    (told,) = await hall.rings()
    assert told.startswith("5 people wait for a counselor, 1 of them in an emergency.")
    assert told.endswith("https://staff.example/")


async def test_of_several_workers_one_sends(hall: Guarded) -> None:
    await (await hall.person()).presses("human")
    await asyncio.gather(*(Alarm(hall.hotline).look() for _ in range(4)))
    assert len(hall.group.heard) == 1


async def test_what_telegram_does_not_take_now_is_sent_when_it_asks(hall: Guarded, api: BotApi) -> None:
    counselor, person = await hall.counselor(), await hall.person()
    await person.presses("human")
    api.fail("sendMessage", status=429, retry_after=7)
    assert await hall.rings() == []
    assert await hall.rings() == [], "Telegram asked to wait"
    hall.alarm._not_before -= timedelta(seconds=8)
    (told,) = await hall.rings()
    assert "Somebody waits" in told
    await counselor.claims(person)
    api.fail("sendMessage", status=500)
    assert await hall.rings() == []
    hall.alarm._not_before -= timedelta(minutes=1)
    assert await hall.rings() == [text("alert-claimed")]


async def test_a_group_that_refuses_stops_nothing(hall: Guarded, api: BotApi, caplog) -> None:
    await (await hall.person()).presses("human")
    api.fail("sendMessage", status=403, description="Forbidden: bot was kicked from the supergroup chat")
    assert await hall.rings() == []
    assert "HOTLINE_ALERT_CHAT" in caplog.text
    assert len(await hall.rings(2)) == 1


async def test_consoles_are_rung_also_without_a_group(hall: Guarded) -> None:
    hall.hotline.channels.pop("telegram")
    await (await hall.person()).presses("human")
    with hall.hotline.bus.listen("alarm") as ear:
        assert await hall.rings() == []
        assert await ear.wait(0)
        await hall.rings()
        assert not await ear.wait(0)


@pytest.mark.parametrize("language", ["uk", "ro", "en"])
async def test_the_group_is_told_in_the_operators_language(hall: Guarded, language: str) -> None:
    object.__setattr__(
        hall.hotline, "settings", hall.hotline.settings.model_copy(update={"default_language": language})
    )
    await (await hall.person("ro")).presses("human")
    (told,) = await hall.rings()
    assert told.startswith(TEXTS.say(language, "staff-rank-0"))
