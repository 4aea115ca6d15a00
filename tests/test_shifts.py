"""Shifts: the plan over changes of the clocks, its page, and what people are told outside of it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.handoff.shifts import repository
from bot.handoff.shifts.plan import ZONES, Plan, Slot
from bot.staff.models import Role
from bot.storage.base import now
from bot.texts import day_and_time
from tests.handoff_stage import DANGER, Counselor, Hall, database, hall, text

STAGE = (database, hall)  # fixtures, which pytest finds by these names
KYIV = ZoneInfo("Europe/Kyiv")
EVERY_DAY = tuple(range(7))


def slot(weekday: int, begins: str, ends: str, languages: str = "", team: int = 1, zone: ZoneInfo = KYIV) -> Slot:
    minutes = [int(clock[:2]) * 60 + int(clock[3:]) for clock in (begins, ends)]
    return Slot(team, weekday, *minutes, zone, frozenset(languages.split()))


def utc(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type]


# ---- The plan ----


def test_a_shift_is_open_from_its_first_to_before_its_last_minute() -> None:
    plan = Plan((slot(0, "09:00", "18:00"),))
    monday = utc(2026, 11, 23, 7, 0)  # 09:00 in Kyiv
    assert not plan.open_at(monday - timedelta(seconds=1))
    assert plan.open_at(monday)
    assert plan.open_at(monday + timedelta(hours=9, seconds=-1))
    assert not plan.open_at(monday + timedelta(hours=9))
    assert plan.next_opening(monday) is None
    assert plan.next_opening(monday + timedelta(hours=9)) == monday + timedelta(days=7)


def test_a_night_shift_lasts_into_the_next_day() -> None:
    plan = Plan((slot(6, "22:00", "06:00"),))
    assert plan.open_at(utc(2026, 11, 22, 21, 0))  # Sunday 23:00
    assert plan.open_at(utc(2026, 11, 23, 3, 59))  # Monday 05:59
    assert not plan.open_at(utc(2026, 11, 23, 4, 0))
    whole_day = Plan(tuple(slot(day, "00:00", "00:00") for day in EVERY_DAY))
    assert whole_day.open_at(utc(2026, 11, 23, 22, 0))


def test_the_clock_on_the_wall_counts_when_the_clocks_change() -> None:
    plan = Plan(tuple(slot(day, "09:00", "18:00") for day in EVERY_DAY))
    assert plan.next_opening(utc(2026, 3, 28, 20, 0)) == utc(2026, 3, 29, 6, 0)  # summer begins in the night
    assert plan.next_opening(utc(2026, 3, 27, 20, 0)) == utc(2026, 3, 28, 7, 0)
    assert plan.next_opening(utc(2026, 10, 24, 20, 0)) == utc(2026, 10, 25, 7, 0)  # and ends


def test_an_hour_that_is_left_out_or_comes_twice_loses_nobody() -> None:
    night = Plan((slot(6, "03:30", "05:00"),))  # 03:30 does not exist on 29 March, and comes twice on 25 October
    for before, begins in (
        (utc(2026, 3, 28, 20, 0), utc(2026, 3, 29, 1, 30)),
        (utc(2026, 10, 24, 20, 0), utc(2026, 10, 25, 0, 30)),
    ):
        found = night.next_opening(before)
        assert found
        assert found.astimezone(UTC) == begins  # Python calls a time that comes twice equal to none of another zone
    until = Plan((slot(6, "01:00", "03:30"),))
    assert until.open_at(utc(2026, 10, 25, 1, 29))  # the second 03:29


def test_holidays_are_of_one_team_or_of_all() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    slots = (slot(0, "09:00", "18:00", team=1), slot(1, "09:00", "18:00", team=2))
    before = utc(2026, 11, 22, 12, 0)
    assert Plan(slots, frozenset({(monday, 1)})).next_opening(before) == utc(2026, 11, 24, 7, 0)
    assert Plan(slots, frozenset({(monday, 2)})).next_opening(before) == utc(2026, 11, 23, 7, 0)
    both = frozenset({(monday, None), (tuesday, None)})
    assert Plan(slots, both).next_opening(before) == utc(2026, 11, 30, 7, 0)
    assert Plan().next_opening(before) is None


def test_a_language_waits_for_who_speaks_it_and_nobody_waits_for_ever() -> None:
    plan = Plan((slot(0, "09:00", "18:00", "uk"), slot(1, "09:00", "18:00", "ro uk")))
    before = utc(2026, 11, 22, 12, 0)
    assert plan.next_opening(before, "uk") == utc(2026, 11, 23, 7, 0)
    assert plan.next_opening(before, "ro") == utc(2026, 11, 24, 7, 0)
    assert plan.next_opening(before, "en") == utc(2026, 11, 23, 7, 0)


@pytest.mark.parametrize("language", ["uk", "ro", "en"])
@pytest.mark.parametrize("zone", ZONES)
def test_every_day_and_clock_can_be_said(language: str, zone: str) -> None:
    friday = datetime(2026, 11, 27, 9, 0, tzinfo=ZoneInfo(zone))
    said = day_and_time(language, friday)
    assert said.endswith("09:00")
    assert "\u02bc" not in said
    assert text(f"zone-{zone.rpartition('/')[2].lower()}", language)


# ---- What people are told ----


async def planned(hall: Hall, begins: datetime, languages: tuple[str, ...] = ()) -> None:
    """A weekly shift of an hour."""
    local = begins.astimezone(KYIV)
    async with hall.hotline.storage.writing() as session:
        team = await repository.add_team(session, "first", "Europe/Kyiv")
        start, end = local.hour * 60 + local.minute, (local.hour * 60 + local.minute + 60) % 1440
        await repository.add_shift(session, team.id, local.weekday(), start, end, languages=languages)


@pytest.mark.parametrize("language", ["uk", "ro", "en"])
async def test_outside_of_shifts_people_hear_when_somebody_is_back_and_the_numbers_for_now(
    hall: Hall, language: str
) -> None:
    begins = (now() + timedelta(hours=30)).replace(second=0, microsecond=0)
    await planned(hall, begins)
    person = await hall.person(language)
    (told,) = await person.presses("human")
    assert f"{begins.astimezone(KYIV):%H:%M}" in told
    assert text("zone-kyiv", language) in told
    assert "112" in told
    assert text("queue-leave-message", language) in told
    (again,) = await person.presses("human")
    assert f"{begins.astimezone(KYIV):%H:%M}" in again
    counselor = await hall.counselor()  # the first on shift finds it
    assert f"/talks/{(await person.talk()).id}" in await counselor.queue()
    (now_there,) = await person.presses("human")
    assert now_there == text("queue-place", language, place=1)


async def test_a_shift_without_anybody_there_promises_no_time(hall: Hall) -> None:
    await planned(hall, now() - timedelta(minutes=5))
    (told,) = await (await hall.person()).presses("human")
    assert told.startswith(text("queue-nobody", nobody=text("nobody-there")))


async def test_somebody_who_does_not_write_in_their_language_is_not_there_for_them(hall: Hall) -> None:
    begins = (now() + timedelta(hours=30)).replace(second=0, microsecond=0)
    await planned(hall, begins)
    counselor = await hall.counselor()
    await posts(counselor, "/me", language="en", takes=["uk", "en", "xx"])
    ukrainian, romanian = await hall.person("uk"), await hall.person("ro")
    (told,) = await ukrainian.presses("human")
    assert told == text("queue-joined", "uk", place=1)
    (told,) = await romanian.presses("human")
    assert told.startswith(f"**{text('nobody-for-language', 'ro')}** ")
    assert f"{begins.astimezone(KYIV):%H:%M}" in told
    (again,) = await romanian.presses("human")
    assert text("nobody-for-language", "ro") in again
    assert f"/talks/{(await romanian.talk()).id}" in await counselor.queue(), "it is shown to everybody all the same"
    await posts(counselor, "/me", language="en", takes=["uk", "ro", "en"])
    assert (await romanian.presses("human")) == [text("queue-place", "ro", place=2)]


async def test_news_of_the_queue_are_for_those_for_whom_somebody_is_there(hall: Hall) -> None:
    counselor = await hall.counselor()
    ukrainian, romanian = await hall.person("uk"), await hall.person("ro")
    for person in (ukrainian, romanian):
        await person.presses("human")
    await posts(counselor, "/me", language="en", takes=["ro"])
    await hall.aged(timedelta(hours=1), "told_at")
    await hall.time_passes()
    assert (await ukrainian.hears(), len(await romanian.hears())) == ([], 1)


async def test_one_ticks_the_languages_in_which_one_takes_chats(hall: Hall) -> None:
    counselor, ada = await hall.counselor(), await hall.counselor("ada", Role.ADMIN)
    assert (await posts(counselor, "/me", language="en", takes=["ro", "xx"])).status_code == 303
    assert 'value="ro" checked' in (await counselor.opens("/accounts/me")).text
    assert "Romanian" in (await ada.opens("/accounts")).text.partition(text("staff-account-make"))[0]
    assert 'name="takes"' not in (await ada.opens("/accounts/me")).text


async def test_danger_is_answered_the_same_outside_of_shifts(hall: Hall) -> None:
    await planned(hall, now() + timedelta(hours=30))
    (card,) = await (await hall.person()).says(DANGER)
    assert "112" in card


# ---- The page ----


async def test_admins_plan_and_what_they_plan_is_the_plan(hall: Hall) -> None:
    ada = await hall.counselor("ada", Role.ADMIN)
    olena = await hall.counselor("olena")
    assert (await ada.presses("/shifts/teams", name=" Night  team ", zone="Europe/Warsaw")).status_code == 303
    for name, zone in (
        ("Night team", "Europe/Kyiv"),
        ("", "Europe/Kyiv"),
        ("x", "Mars/Olympus"),
        ("x" * 61, "Europe/Kyiv"),
    ):
        answer = await ada.presses("/shifts/teams", name=name, zone=zone)
        assert answer.status_code == 422
        assert text("staff-shifts-team-unfit") in answer.text
    page = await posts(
        ada, "/shifts", team="1", weekday=["0", "2"], begins="22:00", ends="06:00", language=["uk", "xx"]
    )
    assert page.status_code == 303
    await posts(ada, "/shifts/teams/1/members", member=[str(olena.id), str(ada.id), "999"])
    await posts(ada, "/shifts/holidays", day="2026-12-25", team="0")
    await posts(ada, "/shifts/holidays", day="2026-12-25", team="0")
    async with hall.hotline.storage.reading() as session:
        plan = await repository.plan(session)
        assert await repository.members(session) == {(1, olena.id)}
    assert [(one.weekday, one.begins, one.ends, one.languages) for one in plan.slots] == [
        (0, 1320, 360, frozenset({"uk"})),
        (2, 1320, 360, frozenset({"uk"})),
    ]
    assert plan.holidays == {(date(2026, 12, 25), None)}
    shown = (await ada.opens("/shifts")).text
    for said in ("Night team", "22:00–06:00", text("staff-shifts-next-day"), "Warsaw", "December 25, 2026", "checked"):
        assert said in shown
    await ada.presses("/shifts/1/remove")
    await ada.presses("/shifts/holidays/1/remove")
    await ada.presses("/shifts/teams/1/dissolve")
    async with hall.hotline.storage.reading() as session:
        assert await repository.plan(session) == Plan()
        assert await repository.teams(session) == []
    assert (await ada.presses("/shifts/teams/1/dissolve")).status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"weekday": "7", "begins": "09:00", "ends": "18:00"},
        {"weekday": "0", "begins": "24:00", "ends": "18:00"},
        {"weekday": "0", "begins": "9", "ends": "18:00"},
        {"weekday": "0", "begins": "09:60", "ends": "18:00"},
        {"begins": "09:00", "ends": "18:00"},
        {"team": "9", "weekday": "0", "begins": "09:00", "ends": "18:00"},
    ],
)
async def test_a_shift_that_cannot_be_is_refused_in_plain_words(hall: Hall, fields: dict[str, str]) -> None:
    vira = await hall.counselor("vira", Role.SUPERVISOR)
    await vira.presses("/shifts/teams", name="Day", zone="Europe/Kyiv")
    answer = await vira.presses("/shifts", **{"team": "1", **fields})
    assert answer.status_code == 422
    assert text("staff-shifts-unfit") in answer.text
    assert (await vira.presses("/shifts/holidays", day="nonsense")).status_code == 422


async def test_counselors_do_not_plan(hall: Hall) -> None:
    assert (await (await hall.counselor()).opens("/shifts")).status_code == 403


async def posts(browser: Counselor, path: str, **fields: str | list[str]):
    return await browser.client.post(path, data={"csrf": browser.csrf, **fields})
