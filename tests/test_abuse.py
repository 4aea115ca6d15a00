"""Protection from abuse: it holds messages back, says so, ends by itself, and never hides danger."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.handoff.models import Restraint
from bot.retention.erase import erase_old
from bot.staff.models import Role
from tests.handoff_stage import DANGER, LONG, Caller, Counselor, Hall, database, hall, text
from tests.staff_stage import audited

STAGE = (database, hall)  # fixtures, which pytest finds by these names
LASTS = {"slow": timedelta(hours=1), "mute": timedelta(hours=1), "block": timedelta(hours=24)}
ALWAYS = text("restraint-danger")
FOLDED = f"<summary>{text('staff-held-back')}</summary>"


async def with_a_counselor(hall: Hall) -> tuple[Counselor, Caller]:
    counselor, person = await hall.counselor(), await hall.person()
    await person.presses("human")
    await counselor.claims(person)
    await counselor.does(person, "messages", text="I am here.")
    await hall.delivers()
    await person.hears()
    return counselor, person


async def restrained(hall: Hall, kind: str) -> tuple[Counselor, Caller]:
    counselor, person = await with_a_counselor(hall)
    assert await counselor.does(person, "restrain", kind=kind) == 303
    await hall.delivers()
    assert await person.hears() == [f"{text(f'restraint-{kind}')} {ALWAYS}"]
    return counselor, person


async def waiting_since(person: Caller) -> object:
    return (await person.escalation()).unanswered_since


async def test_slowed_down_one_message_a_minute_gets_through(hall: Hall) -> None:
    counselor, person = await restrained(hall, "slow")
    assert await person.says("first") == []
    assert await waiting_since(person)
    assert await person.says("second") == [f"{text('restraint-held-slow')} {ALWAYS}"]
    assert await person.says("third") == [], "told once a minute at most"
    page = await counselor.reads(person)
    assert page.count(FOLDED) == 2
    await hall.aged(timedelta(minutes=1), "passed_at", "told_at", table=Restraint)
    assert await person.says("fourth") == []
    assert (await counselor.reads(person)).count(FOLDED) == 2


@pytest.mark.parametrize("kind", ["mute", "block"])
async def test_muted_or_blocked_nothing_reaches_the_counselor(hall: Hall, kind: str) -> None:
    counselor, person = await restrained(hall, kind)
    assert await person.says("rude words") == [f"{text(f'restraint-held-{kind}')} {ALWAYS}"]
    assert await waiting_since(person) is None
    assert text(f"staff-restraint-now-{kind}") in await counselor.reads(person)


async def test_muted_the_bot_helps_on_and_blocked_it_does_not(hall: Hall) -> None:
    for kind, answered in (("mute", True), ("block", False)):
        person = await hall.person()
        await person.presses("human")
        counselor = await hall.counselor(kind)
        await counselor.claims(person)
        await counselor.does(person, "restrain", kind=kind)
        await counselor.does(person, "close", confirm="yes")
        await hall.delivers()
        await person.hears()
        (told,) = await person.presses("menu")
        assert (told == text("menu")) == answered
        await hall.aged(timedelta(minutes=1), "told_at", table=Restraint)
        (refused,) = await person.presses("human")
        assert refused == f"{text(f'restraint-held-{kind}')} {ALWAYS}"
        assert (await person.talk()).state == "bot"
        (erasing,) = await person.presses("erase")
        assert erasing == text("erase-ask")


@pytest.mark.parametrize("kind", LASTS)
@pytest.mark.parametrize("how", ["words", "button"])
async def test_danger_gets_through_raises_and_ends_it(hall: Hall, kind: str, how: str) -> None:
    counselor, person = await restrained(hall, kind)
    if kind == "slow":
        await person.says("first")
    await (person.says(DANGER) if how == "words" else person.presses("danger"))
    assert (await person.escalation()).rank == 3
    page = await counselor.reads(person)
    assert text("staff-rank-3") in page
    assert FOLDED not in page
    before = await waiting_since(person)
    await person.says("by the station")
    assert FOLDED not in await counselor.reads(person)
    assert await waiting_since(person) or before
    assert ("restraint-ended-by-danger", f"person:{person.id}") in await audited(hall.hotline)


async def test_danger_of_a_blocked_person_with_the_bot_calls_a_counselor(hall: Hall) -> None:
    counselor, person = await restrained(hall, "block")
    await counselor.does(person, "close", confirm="yes")
    await hall.delivers()
    await person.hears()
    (card,) = await person.says(DANGER)
    assert "112" in card
    assert (await person.talk()).state == "waiting"


@pytest.mark.parametrize("kind", LASTS)
async def test_it_ends_by_itself_and_is_forgotten(hall: Hall, kind: str) -> None:
    counselor, person = await restrained(hall, kind)
    await person.says("first")
    await hall.aged(LASTS[kind], "until", table=Restraint)
    assert await person.says("again") == []
    assert await waiting_since(person)
    async with hall.hotline.storage.writing() as session:
        await erase_old(session)
        assert await session.scalar(select(func.count()).select_from(Restraint)) == 0
    assert text(f"staff-restraint-now-{kind}") not in await counselor.reads(person)


async def test_it_is_undone_and_audited(hall: Hall) -> None:
    counselor, person = await restrained(hall, "mute")
    assert await counselor.does(person, "restrain", kind="block") == 303
    assert await counselor.does(person, "free") == 303
    assert await counselor.does(person, "free") == 303
    await hall.delivers()
    assert (await person.hears())[-1] == text("restraint-lifted")
    assert await person.says("sorry") == []
    assert await waiting_since(person)
    deeds = [action for action, _ in await audited(hall.hotline) if "restrain" in action]
    assert deeds == ["restrained-mute", "restrained-block", "restraint-lifted"]
    assert (await hall.history())[-3:] == ["restrained", "restrained", "freed"]


async def test_only_who_has_or_had_the_talk_and_supervisors_hold_back(hall: Hall) -> None:
    counselor, person = await with_a_counselor(hall)
    ihor, vira = await hall.counselor("ihor"), await hall.counselor("vira", Role.SUPERVISOR)
    assert await ihor.does(person, "restrain", kind="block") == 403
    assert await counselor.does(person, "restrain", kind="for-ever") == 409
    waiting = await hall.person()
    await waiting.presses("human")
    assert await ihor.does(waiting, "restrain", kind="block") == 409
    assert await vira.does(person, "restrain", kind="mute") == 303
    await counselor.does(person, "close", confirm="yes")
    assert await counselor.does(person, "free") == 303


async def test_erasing_what_one_wrote_does_not_end_it(hall: Hall) -> None:
    _, person = await restrained(hall, "block")
    await person.presses("erase_yes")
    await hall.aged(LONG, "told_at", table=Restraint)
    assert await person.says("rude words") == [f"{text('restraint-held-block')} {ALWAYS}"]
