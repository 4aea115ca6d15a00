"""Handing a chat on in the console: the forms, the lists, the board. On SQLite and PostgreSQL."""

from datetime import timedelta

import pytest

from bot.cases.days import today
from bot.handoff.models import Escalation
from bot.handoff.shifts import repository
from bot.staff.models import Role
from bot.web.staff.board import News
from bot.web.staff.live import Live
from tests.handoff_stage import DANGER, Caller, Hall, database, hall, text
from tests.staff_stage import visit_of

STAGE = (database, hall)  # fixtures, which pytest finds by these names


async def waits(hall: Hall, says: str = "") -> Caller:
    person = await hall.person()
    if says:
        await person.says(says)
    await person.presses("human")
    return person


async def test_a_transfer_is_offered_accepted_and_taken_back_on_the_pages(hall: Hall) -> None:
    olena, ihor, away = (
        await hall.counselor(),
        await hall.counselor("ihor"),
        await hall.counselor("ada", on_shift=False),
    )
    async with hall.hotline.storage.writing() as session:
        team = await repository.add_team(session, "Night", "Europe/Kyiv")
        await repository.set_members(session, team.id, [ihor.id])
    person = await waits(hall)
    await olena.claims(person)
    page = await olena.reads(person)
    here, there = (f'value="colleague-{one.id}">{one.staff.name} – ' for one in (ihor, away) if one.staff)
    assert here + text("staff-console-there") in page
    assert there + text("staff-console-away") in page
    assert page.index(here) < page.index(there)
    assert f'value="team-{team.id}">Night' in page
    assert "colleague-" + str(olena.id) not in page

    await olena.does(person, "transfer", to=f"team-{team.id}", note="speaks <b>Polish</b>")
    assert text("staff-console-withdraw", name="Night") in await olena.reads(person)
    offers = (await ihor.queue()).split('id="waiting-title"')[0]
    assert text("staff-console-offered-by", name="olena") in offers
    assert "speaks &lt;b&gt;Polish" in offers
    assert "/transfers/1/accept" in offers
    assert "/transfers/" not in await away.queue()
    await olena.does(person, "transfer/withdraw")
    assert "/transfers/" not in await ihor.queue()
    await olena.does(person, "transfer", to=f"colleague-{ihor.id}")
    await ihor.presses("/transfers/2/accept")
    page = await ihor.reads(person)
    assert "reply-text" in page
    assert f"{text('staff-happened-offered')} (olena) → Night" in page


@pytest.mark.parametrize("to", ["", "team-", "colleague-x", "colleague-" + "9" * 30, "nobody-1"])
async def test_a_transfer_to_nobody_is_refused(hall: Hall, to: str) -> None:
    olena, person = await hall.counselor(), await waits(hall)
    await olena.claims(person)
    assert await olena.does(person, "transfer", to=to) == 409


async def test_who_was_asked_to_look_finds_the_chat_in_a_list(hall: Hall) -> None:
    olena, ihor, person = await hall.counselor(), await hall.counselor("ihor"), await waits(hall)
    await olena.claims(person)
    await olena.does(person, "look", colleague=str(ihor.id))
    listed = (await ihor.queue()).split('id="looks-title"')[1]
    assert f'href="/talks/{(await person.talk()).id}"' in listed
    assert 'id="looks-title"' not in await olena.queue()


async def test_a_chat_that_a_timer_brought_back_says_so(hall: Hall) -> None:
    olena, person = await hall.counselor(), await waits(hall)
    await olena.claims(person)
    await hall.aged(timedelta(minutes=4), "claimed_at", table=Escalation)
    await hall.time_passes()
    waiting = (await olena.queue()).split('id="waiting"')[1]
    assert f"{text('staff-happened-returned')}: {text('staff-cause-no-reply')}" in waiting


async def test_follow_ups_due_stand_beside_the_chats(hall: Hall) -> None:
    olena, person = await hall.counselor(), await waits(hall)
    await olena.claims(person)
    assert 'class="due"' not in await olena.queue()
    await olena.does(person, "close", kind="information", follow_up_on=today().isoformat())
    assert text("staff-console-due", count=1) in await olena.queue()
    await olena.presses("/follow-ups/1/done")
    assert 'class="due"' not in await olena.queue()


async def test_a_returning_person_is_known_by_what_was_said_on_closing(hall: Hall) -> None:
    olena, ihor, person = await hall.counselor(), await hall.counselor("ihor"), await waits(hall)
    await olena.claims(person)
    first = (await person.talk()).id
    await olena.does(person, "close", kind="exploitation")
    await person.presses("human")
    page = await ihor.reads(person)
    assert text("staff-console-earlier", count=1) in page
    assert text("staff-closing-kind-exploitation") in page
    assert f'href="/talks/{first}"' not in page, "another counselor's talk stays closed to them"
    assert f'href="/talks/{first}"' in await olena.reads(person)


async def test_a_chat_closed_too_early_is_opened_again_from_its_page(hall: Hall) -> None:
    olena, person = await hall.counselor(), await waits(hall)
    await olena.claims(person)
    await olena.does(person, "close", kind="information")
    assert text("staff-console-reopen") in await olena.reads(person)
    assert await olena.does(person, "reopen") == 303
    assert "reply-text" in await olena.reads(person)
    assert await olena.does(person, "close", kind="danger") == 303


async def test_the_board_shows_who_is_there_who_has_what_and_who_waits(hall: Hall) -> None:
    olena, ihor = await hall.counselor(), await hall.counselor("ihor")
    vira = await hall.counselor("vira", Role.SUPERVISOR, on_shift=False)
    taken, waiting = await waits(hall, "it is about papers"), await waits(hall, DANGER)
    await olena.claims(taken)
    await hall.gone(ihor)
    page = (await vira.opens("/board")).text
    olenas, ihors = page.index(">olena "), page.index(">ihor ")
    assert page.index(DANGER) < ihors
    assert "it is about papers" in page[olenas:]
    assert text("staff-console-desk-away") in page[ihors : ihors + 200]
    assert text("staff-console-desk-there") in page[olenas : olenas + 200]
    assert ">vira " not in page.split('id="board"')[1]
    assert f'href="/talks/{(await waiting.talk()).id}"' in page
    for path in ("/board", "/board/stream"):
        assert (await olena.opens(path)).status_code == 403
    assert "/board" not in await olena.queue()
    assert 'href="/board"' in await vira.queue()


async def test_the_boards_stream_tells_what_changed(hall: Hall) -> None:
    vira, olena = await hall.counselor("vira", Role.SUPERVISOR), await hall.counselor()
    news = News(await visit_of(hall.hotline, vira))
    assert "event: board" in (await news.news())[0]
    assert await news.news() == []
    person = await waits(hall, "somebody new")
    assert "somebody new" in (await news.news())[0]
    await olena.claims(person)
    (board,) = await news.news()
    assert board.index(">olena ") < board.index("somebody new")


async def test_the_alarm_rings_for_those_on_shift(hall: Hall) -> None:
    olena, away = await hall.counselor(), await hall.counselor("ada", on_shift=False)
    streams = [Live(await visit_of(hall.hotline, one), None, 0).run() for one in (olena, away)]
    for stream in streams:
        assert [await anext(stream) for _ in range(2)]
    hall.hotline.bus.tell("alarm")
    heard = [(await anext(stream)).decode() for stream in streams]
    assert ["event: alarm" in one for one in heard] == [True, False]
    for stream in streams:
        await stream.aclose()
