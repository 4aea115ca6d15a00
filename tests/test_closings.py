"""Closing a talk: the form, what stays of it, follow-ups, and counts without people. Pages, and both databases."""

from datetime import date, timedelta

import pytest
from alembic import command
from sqlalchemy import select, text

from bot.cases import closing, follow_ups
from bot.cases.closing import LATEST_FOLLOW_UP, Form, Unfit, suggested
from bot.cases.days import month, today
from bot.cases.models import Closing
from bot.conversations import talks
from bot.conversations.models import Conversation
from bot.danger.levels import Level
from bot.handoff import desk
from bot.hotline import Hotline
from bot.privacy.keys import Keys
from bot.retention.erase import AFTER_CLOSING
from bot.staff.models import Staff
from bot.statistics import counts
from bot.storage.base import now
from bot.storage.engine import Storage
from bot.storage.migrate import alembic_config, migrate
from bot.tables import metadata
from tests.staff_stage import TEXTS, Arrive, aged, app, arrives, audited, claimed, house
from tests.test_storage import counselor, keys, storage, told

STAGE = (app, arrives, house, keys, storage)  # fixtures, which pytest finds by these names
LATER = today() + timedelta(days=7)


async def closings(house: Hotline) -> list[Closing]:
    async with house.storage.reading() as session:
        return list((await session.execute(select(Closing).order_by(Closing.id))).scalars())


# ---- What the form shows first ----


@pytest.mark.parametrize(
    ("rank", "reason", "topic", "group", "kind", "topics"),
    [
        (0, "asked", "lost-passport", "documents", "information", ("documents",)),
        (0, "asked", None, None, "information", ()),
        (0, "asked", "offer", None, "offer", ()),
        (1, "offer", None, None, "offer", ()),
        (2, "danger", "offer", None, "exploitation", ()),
        (3, "danger", "lost-passport", "documents", "danger", ("documents",)),
    ],
)
def test_the_form_begins_with_what_is_known(
    rank: int, reason: str, topic: str | None, group: str | None, kind: str, topics: tuple[str, ...]
) -> None:
    form = suggested(rank, reason, topic, group)
    assert (form.kind, tuple(form.topics)) == (kind, topics)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (Form(""), "kind"),
        (Form("nothing"), "kind"),
        (Form("test", ["mars"]), "topics"),
        (Form("test", [], ["ufo"]), "referrals"),
        (Form("test", follow_up_on=today() - timedelta(days=1)), "date"),
        (Form("test", follow_up_on=date(9999, 12, 31)), "date"),
    ],
)
def test_what_cannot_be_taken_says_why(form: Form, code: str) -> None:
    with pytest.raises(Unfit) as refusal:
        closing.check(form, ["jobs"], ["ua-527"])
    assert refusal.value.code == code


def test_a_follow_up_comes_before_the_talk_is_erased() -> None:
    assert LATEST_FOLLOW_UP < AFTER_CLOSING
    closing.check(Form("test", follow_up_on=today() + LATEST_FOLLOW_UP), [], [])


# ---- The page ----


async def test_the_open_chat_has_the_form_with_the_danger_filled_in(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk = await claimed(house, olena, level=Level.EMERGENCY)
    page = (await olena.opens(f"/talks/{talk}")).text
    assert 'name="kind" value="danger" checked' in page
    assert 'value="ua-527"' in page


async def test_a_closed_talk_keeps_its_form_and_is_counted(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk = await claimed(house, olena)
    fields = {"kind": "exploitation", "referrals": ["ua-527", "ua-15-47"], "follow_up_on": LATER.isoformat()}
    assert (await olena.presses(f"/talks/{talk}/close", **fields)).headers["location"] == "/"
    (kept,) = await closings(house)
    assert (kept.kind, kept.referrals, kept.follow_up_on) == ("exploitation", ["ua-15-47", "ua-527"], LATER)
    assert kept.follow_up_by == kept.closed_by == olena.staff.id
    async with house.storage.reading() as session:
        assert await counts.between(session, month(), month()) == {
            month(): {"kind": {"exploitation": 1}, "referral": {"ua-15-47": 1, "ua-527": 1}}
        }
    assert ("closed", f"talk:{talk}") in await audited(house)


async def test_a_wrong_form_comes_back_with_what_was_chosen_and_the_talk_stays_open(
    house: Hotline, arrives: Arrive
) -> None:
    olena = await arrives()
    talk = await claimed(house, olena)
    for wrong in ("yesterday", "2020-01-01", "9999-99-99"):
        answer = await olena.presses(f"/talks/{talk}/close", kind="silent", referrals=["ua-527"], follow_up_on=wrong)
        assert answer.status_code == 422
        assert TEXTS.say("en", "staff-closing-wrong-date") in answer.text
        assert 'value="silent" checked' in answer.text
        assert 'value="ua-527" checked' in answer.text
    assert await closings(house) == []
    async with house.storage.reading() as session:
        assert (await session.get_one(Conversation, talk)).state == "human"


async def test_closing_twice_keeps_one_form(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk = await claimed(house, olena)
    assert (await olena.presses(f"/talks/{talk}/close", kind="test")).status_code == 303
    assert (await olena.presses(f"/talks/{talk}/close", kind="danger")).status_code == 409
    assert [one.kind for one in await closings(house)] == ["test"]


async def test_a_talk_that_was_taken_up_again_counts_once_as_it_was_closed_last(
    house: Hotline, arrives: Arrive
) -> None:
    olena = await arrives()
    talk = await claimed(house, olena)
    await olena.presses(f"/talks/{talk}/close", kind="offer", referrals=["ua-527"])
    assert (await olena.presses(f"/talks/{talk}/reopen")).status_code == 303
    await olena.presses(f"/talks/{talk}/close", kind="exploitation", referrals=["ua-15-47"])
    async with house.storage.reading() as session:
        assert await counts.between(session, month(), month()) == {
            month(): {"kind": {"exploitation": 1}, "referral": {"ua-15-47": 1}}
        }


async def test_nobody_closes_the_talk_of_another(house: Hotline, arrives: Arrive) -> None:
    talk = await claimed(house, await arrives())
    answer = await (await arrives("taras")).presses(f"/talks/{talk}/close", kind="test")
    assert answer.status_code == 409
    assert await closings(house) == []


# ---- Follow-ups ----


async def test_a_follow_up_waits_for_its_counselor_and_is_taken_off_once(house: Hotline, arrives: Arrive) -> None:
    olena, taras = await arrives(), await arrives("taras")
    talk = await claimed(house, olena)
    await olena.presses(f"/talks/{talk}/close", kind="danger", follow_up_on=today().isoformat())
    (kept,) = await closings(house)
    assert "/follow-ups/" in (await olena.opens("/follow-ups")).text
    assert f"/follow-ups/{kept.id}" not in (await taras.opens("/follow-ups")).text
    assert (await taras.presses(f"/follow-ups/{kept.id}/done")).status_code == 404
    for _ in range(2):
        assert (await olena.presses(f"/follow-ups/{kept.id}/done")).status_code == 303
    assert TEXTS.say("en", "staff-follow-ups-none") in (await olena.opens("/follow-ups")).text
    assert (await audited(house)).count(("followed-up", f"closing:{kept.id}")) == 1


async def test_a_shared_follow_up_and_that_of_a_blocked_account_are_everybodys(house: Hotline, arrives: Arrive) -> None:
    olena, taras = await arrives(), await arrives("taras")
    for shared in ("yes", ""):
        talk = await claimed(house, olena)
        fields = {"kind": "danger", "follow_up_on": today().isoformat(), "shared": shared}
        await olena.presses(f"/talks/{talk}/close", **fields)
    first, second = await closings(house)
    page = (await taras.opens("/follow-ups")).text
    assert f"/follow-ups/{first.id}/" in page
    assert f"/follow-ups/{second.id}/" not in page
    async with house.storage.writing() as session:
        (await session.get_one(Staff, olena.staff.id)).active = False
    assert f"/follow-ups/{second.id}/" in (await taras.opens("/follow-ups")).text


async def test_a_follow_up_is_put_off_but_not_into_the_past(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk = await claimed(house, olena)
    await olena.presses(f"/talks/{talk}/close", kind="danger", follow_up_on=today().isoformat())
    (kept,) = await closings(house)
    for wrong in ("", "2020-01-01"):
        assert (await olena.presses(f"/follow-ups/{kept.id}/move", on=wrong)).status_code == 422
    assert (await olena.presses(f"/follow-ups/{kept.id}/move", on=LATER.isoformat())).status_code == 303
    assert (await closings(house))[0].follow_up_on == LATER
    page = (await olena.opens("/follow-ups")).text
    assert page.index('id="later"') < page.index(f"/follow-ups/{kept.id}/")


# ---- On both databases ----


async def closed(storage: Storage, keys: Keys, form: Form, name: str = "ana", address: str = "1") -> int:
    """A talk that a counselor closed; returns its number."""
    person_id, ana = await told(storage, keys, address), await counselor(storage, name)
    async with storage.writing() as session:
        query = select(Conversation).where(Conversation.person_id == person_id)
        talk = (await session.execute(query)).scalar_one()
        escalation, _ = await desk.request(session, talk, Level.NONE, "asked")
        await desk.claim(session, escalation.id, ana)
    async with storage.writing() as session:
        await closing.record(session, await desk.close(session, talk.id, ana), ana, form)
    return talk.id


async def test_how_they_felt_is_kept_with_the_closing_and_counted_once(storage: Storage, keys: Keys) -> None:
    talk = await closed(storage, keys, Form("information", ["jobs"]))
    for how in ("worse", "better", "better"):
        async with storage.writing() as session:
            await closing.felt(session, talk, how)
    async with storage.reading() as session:
        kept = await closing.of_talk(session, talk)
        found = await counts.between(session, month(), month())
    assert kept
    assert kept.feeling == "better"
    assert found == {month(): {"kind": {"information": 1}, "topic": {"jobs": 1}, "feeling": {"better": 1}}}


async def test_a_test_counts_as_a_test_and_as_nothing_else(storage: Storage, keys: Keys) -> None:
    talk = await closed(storage, keys, Form("test", ["jobs"], ["ua-527"]))
    async with storage.writing() as session:
        await closing.felt(session, talk, "worse")
    async with storage.reading() as session:
        assert await counts.between(session, month(), month()) == {month(): {"kind": {"test": 1}}}


async def test_counts_stay_when_the_talk_is_erased_and_the_form_goes(storage: Storage, keys: Keys) -> None:
    talk = await closed(storage, keys, Form("danger", follow_up_on=today()))
    async with storage.writing() as session:
        await session.delete(await session.get_one(Conversation, talk))
    async with storage.reading() as session:
        assert (await session.execute(text("SELECT count(*) FROM closings"))).scalar_one() == 0
        assert await counts.between(session, "2000-01", "2999-12") == {month(): {"kind": {"danger": 1}}}


async def test_the_months_that_are_asked_for_are_told(storage: Storage) -> None:
    async with storage.writing() as session:
        for number in (1, 2, 3):
            await counts.add(session, f"2026-0{number}", "kind", ["danger", "test"], number)
    async with storage.reading() as session:
        found = await counts.between(session, "2026-02", "2026-03")
    assert found == {f"2026-0{n}": {"kind": {"danger": n, "test": n}} for n in (2, 3)}


async def test_follow_ups_of_a_counselor_are_in_order_of_their_day(storage: Storage, keys: Keys) -> None:
    days = (LATER, today(), today() + timedelta(days=1))
    for number, on in enumerate(days):
        await closed(storage, keys, Form("danger", follow_up_on=on, shared=True), f"c{number}", str(number))
    someone = await counselor(storage, "someone")
    async with storage.reading() as session:
        lines = await follow_ups.open_for(session, someone)
    assert [line.on for line in lines] == sorted(days)
    assert follow_ups.due(lines) == 1
    assert not any(line.mine_to_read for line in lines)


async def test_an_old_follow_up_is_due(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk = await claimed(house, olena)
    await olena.presses(f"/talks/{talk}/close", kind="danger", follow_up_on=today().isoformat())
    await aged(house, Closing, follow_up_on=today() - timedelta(days=3), at=now() - timedelta(days=5))
    page = (await olena.opens("/follow-ups")).text
    assert '<span class="count">1</span>' in page


async def test_the_migration_leaves_talks_and_messages(storage: Storage, keys: Keys) -> None:
    person_id = await told(storage, keys, words="words before")
    async with storage.engine.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(alembic_config(sync, metadata()), "0007-1"))
        assert "closings" not in await connection.run_sync(lambda sync: sync.dialect.get_table_names(sync))
        await connection.execute(text("UPDATE conversations SET feedback = 'better'"))
    await migrate(storage, metadata())
    async with storage.reading() as session:
        assert (await talks.story_of_person(session, person_id))[0].text == "words before"
