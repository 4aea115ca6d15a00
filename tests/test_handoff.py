"""The way to a person and back, seen by people and counselors, on SQLite and PostgreSQL."""

import asyncio
import re
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError

from bot import languages, thinking, turn
from bot.conversations.models import Conversation, Delivery
from bot.handoff import access, returning, waits
from bot.handoff.models import Escalation, EscalationEvent, Transfer
from bot.handoff.shifts.models import Team, TeamMember
from bot.retention.erase import AFTER_CLOSING
from bot.staff.models import Role
from bot.storage.base import now
from bot.storage.migrate import alembic_config, migrate
from bot.tables import metadata
from tests.handoff_stage import DANGER, LONG, Caller, Hall, database, empty_database, hall, text
from tests.staff_stage import audited

STAGE = (database, hall)  # fixtures, which pytest finds by these names
ROOT = Path(__file__).parent.parent


async def waits_for_a_person(hall: Hall) -> Caller:
    person = await hall.person()
    await person.presses("human")
    return person


# ---- Claims ----


async def test_of_many_who_claim_at_once_one_wins_and_the_others_learn_who(hall: Hall) -> None:
    staff = [await hall.counselor(f"counselor-{number}") for number in range(6)]
    person = await waits_for_a_person(hall)
    path = f"/escalations/{(await person.escalation()).id}/claim"
    answers = await asyncio.gather(*(one.presses(path) for one in staff))
    (winner,) = [one for one, answer in zip(staff, answers, strict=True) if answer.status_code == 303]
    assert winner.staff
    for answer in answers:
        assert answer.status_code in (303, 409)
        assert answer.status_code == 303 or f"{winner.staff.name} was faster" in answer.text
    await hall.delivers()
    assert await person.hears() == [text("counselor-joined")]
    assert await hall.history() == ["requested", "claimed"]


async def test_claims_messages_and_timers_at_once_never_wait_for_each_other(hall: Hall) -> None:
    people = [await waits_for_a_person(hall) for _ in range(4)]
    staff = [await hall.counselor(f"counselor-{number}") for number in range(3)]
    for person in people:
        await person.sends("text", DANGER)
    claims = [one.claims(person) for person in people for one in staff]
    looks = [hall.watch.look() for _ in range(3)]
    turns = [turn.take(hall.hotline, person.id) for person in people]
    done = await asyncio.gather(*claims, *looks, *turns)
    assert sorted(status for status in done[: len(claims)]) == [303] * 4 + [409] * 8


async def test_what_the_bot_had_ready_is_not_sent_after_a_claim_but_numbers_in_danger_are(hall: Hall) -> None:
    counselor, person = await hall.counselor(), await waits_for_a_person(hall)
    await person.sends("button", "/menu")
    await turn.take(hall.hotline, person.id)
    await person.sends("text", DANGER)
    await turn.take(hall.hotline, person.id)  # both lie in the outbox
    assert await counselor.claims(person) == 303
    await hall.delivers()
    card, joined = await person.hears()
    assert "112" in card
    assert joined == text("counselor-joined")
    assert [one.delivery for one in await person.messages()].count(Delivery.CANCELLED) == 1


async def test_a_claim_while_the_bot_thinks_silences_it_but_numbers_in_danger_are_said(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    counselor = await hall.counselor()
    for said, heard in (("/menu", 1), (DANGER, 2)):
        person = await waits_for_a_person(hall)
        await person.sends("button" if said == "/menu" else "text", said)
        think = thinking.think

        async def slowly(*given, person=person, think=think):
            thought = await think(*given)
            await counselor.claims(person)
            return thought

        monkeypatch.setattr(thinking, "think", slowly)
        await hall.answers()
        monkeypatch.undo()
        assert len(await person.hears()) == heard, said


async def test_rasa_never_learns_what_is_written_to_a_counselor_and_begins_anew(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, forgotten = [], []

    async def reply(name, message, about):
        told.append((name, message))
        return []

    async def forget(name):
        forgotten.append(name)

    monkeypatch.setattr(hall.hotline.dialogue, "reply", reply)
    monkeypatch.setattr(hall.hotline.dialogue, "forget", forget)
    counselor, person = await hall.counselor(), await hall.person()
    await person.says("hello there")
    (first, _) = told[0]
    monkeypatch.undo()
    await person.presses("human")
    monkeypatch.setattr(hall.hotline.dialogue, "reply", reply)
    monkeypatch.setattr(hall.hotline.dialogue, "forget", forget)
    await counselor.claims(person)
    await person.says("my secret")
    await counselor.does(person, "return")
    await person.says("to the bot again")
    assert [message for _, message in told] == ["hello there", "to the bot again"]
    assert told[1][0] != first
    assert forgotten == [first]
    await counselor.claims(person)
    await counselor.does(person, "close", kind="information")
    await person.says("a new talk")
    assert len({name for name, _ in told}) == 3


async def test_only_the_hand_over_writes_the_state_of_a_talk() -> None:
    writes = re.compile(r"\.state(?:, [\w.]+)* = (?:\S+, )*State\.")
    found = [path for path in (ROOT / "bot").rglob("*.py") if writes.search(path.read_text())]
    assert {path.parent.name for path in found} == {"handoff"}


# ---- The queue ----


async def test_danger_found_while_waiting_moves_up_with_a_mark(hall: Hall) -> None:
    counselor = await hall.counselor()
    first, second = await waits_for_a_person(hall), await waits_for_a_person(hall)
    page = await counselor.queue()
    assert text("staff-raised") not in page
    assert "112" in (await second.says(DANGER))[0]
    page = await counselor.queue()
    numbers = [f"/talks/{(await one.talk()).id}" for one in (second, first)]
    assert page.index(numbers[0]) < page.index(numbers[1])
    assert page.count(text("staff-raised")) == 1
    assert await hall.history() == ["requested", "requested", "raised"]


async def test_a_returned_talk_keeps_its_place(hall: Hall) -> None:
    counselor = await hall.counselor()
    first, _ = await waits_for_a_person(hall), await waits_for_a_person(hall)
    await counselor.claims(first)
    await counselor.does(first, "return")
    told = (await first.presses("human"))[-1]
    assert text("queue-place", place=1) in told


# ---- Timers ----

CAUSES = {
    "no_reply": ("claimed_at",),
    "silent": ("unanswered_since", "claimed_at"),
    "offline": (),
}


@pytest.mark.parametrize("cause", CAUSES)
async def test_a_claim_that_nobody_answers_goes_back_with_its_place_and_a_kind_word(hall: Hall, cause: str) -> None:
    counselor, other = await hall.counselor(), await hall.counselor("ihor")
    person, _ = await waits_for_a_person(hall), await waits_for_a_person(hall)
    requested_at = (await person.escalation()).requested_at
    await counselor.claims(person)
    if cause != "no_reply":
        await counselor.does(person, "messages", text="I am here.")
    await person.says("are you there?")
    await hall.time_passes()
    assert (await person.escalation()).state == "claimed", "nothing is overdue yet"
    await hall.aged(LONG, *CAUSES[cause])
    if cause == "offline":
        await hall.aged(LONG, "claimed_at", "unanswered_since")
        await counselor.does(person, "messages", text="One moment.")
        await hall.gone(counselor)
    await person.hears()
    await hall.time_passes()
    await hall.time_passes()
    assert await person.hears() == [text("counselor-away", place=1)], "told once"
    back = await person.escalation()
    assert (back.state, back.claimed_by, back.requested_at) == ("waiting", None, requested_at)
    assert (await person.talk()).state == "waiting"
    assert await counselor.does(person, "messages", text="late") == 409
    async with hall.hotline.storage.reading() as session:
        event = (await session.execute(select(EscalationEvent).where(EscalationEvent.what == "returned"))).scalar_one()
    assert (event.cause, event.staff_id, event.other_id) == (cause, None, counselor.id)
    assert text(f"staff-cause-{cause.replace('_', '-')}") in await other.reads(person)
    assert await other.claims(person) == 303


async def test_an_answer_in_time_keeps_the_talk_however_long_it_lasts(hall: Hall) -> None:
    counselor, person = await hall.counselor(), await waits_for_a_person(hall)
    await counselor.claims(person)
    await counselor.does(person, "messages", text="I am here.")
    await hall.aged(LONG, "claimed_at", "replied_at")
    await person.says("thank you")
    await counselor.does(person, "messages", text="Write when you can.")
    await hall.aged(LONG, "claimed_at")  # the person is silent, not the counselor
    await hall.time_passes()
    assert (await person.escalation()).state == "claimed"


async def test_after_a_restart_consoles_have_time_to_come_back(hall: Hall) -> None:
    counselor, person = await hall.counselor(), await waits_for_a_person(hall)
    await counselor.claims(person)
    await counselor.does(person, "messages", text="I am here.")
    await hall.aged(LONG, "claimed_at")
    await hall.gone(counselor)
    restarted = Hall(hall.hotline.storage, hall.hotline.settings.data)
    restarted.watch.limits = restarted.watch.limits.__class__(**{**vars(restarted.watch.limits), "since": now()})
    await restarted.time_passes()
    assert (await person.escalation()).state == "claimed"
    await hall.time_passes()
    assert (await person.escalation()).state == "waiting"


async def test_several_workers_return_an_overdue_claim_once(hall: Hall) -> None:
    counselor, person = await hall.counselor(), await waits_for_a_person(hall)
    await counselor.claims(person)
    await hall.aged(LONG, "claimed_at")
    others = [Hall(hall.hotline.storage, hall.hotline.settings.data) for _ in range(3)]
    await asyncio.gather(*(one.watch.look() for one in (hall, *others)))
    assert (await hall.history()).count("returned") == 1


# ---- What a waiting person is told ----


async def test_usual_waits_are_said_from_data_and_only_from_enough(hall: Hall) -> None:
    counselor = await hall.counselor()
    for number in range(waits.ENOUGH + 1):
        person = await hall.person()
        (told,) = await person.presses("human")
        assert (text("queue-usual", count=10) in told) == (number >= waits.ENOUGH)
        assert text("queue-joined", place=1) in told
        await counselor.claims(person)
        await counselor.does(person, "close", kind="information")
        async with hall.hotline.storage.writing() as session:
            row = await session.get_one(Escalation, (await person.escalation()).id)
            row.first_claimed_at = row.requested_at + timedelta(minutes=8)
    other_language = await hall.person("ro")
    (told,) = await other_language.presses("human")
    assert text("queue-usual", "ro", count=10) not in told


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, 2), (2, 2), (8, 10), (46, 60), (119, 120), (121, 180), (180, 180), (700, 720)]
)
async def test_waits_are_rounded_up(minutes: int, said: int) -> None:
    assert waits.kindly(timedelta(minutes=minutes)) == said


async def test_a_waiting_person_hears_of_the_queue_but_not_too_often(hall: Hall) -> None:
    counselor = await hall.counselor()
    first = [await waits_for_a_person(hall) for _ in range(3)]
    last = await waits_for_a_person(hall)
    await last.hears()
    await hall.time_passes()
    assert await last.hears() == []
    for person in first[:2]:
        await counselor.claims(person)
        await counselor.does(person, "messages", text="I am here.")
    await hall.time_passes()
    assert await last.hears() == [], "not sooner than after two minutes"
    await hall.aged(timedelta(minutes=3), "told_at")
    await hall.time_passes()
    assert await last.hears() == [text("queue-closer", place=2)]
    await hall.aged(timedelta(minutes=16), "told_at")
    await hall.time_passes()
    assert await last.hears() == [], "the second time it takes twice as long"
    await hall.aged(timedelta(minutes=16), "told_at")
    await hall.time_passes()
    await hall.time_passes()
    assert await last.hears() == [text("queue-still", place=2)]


async def test_nobody_in_present_danger_hears_a_phone_ring_for_the_queue(hall: Hall) -> None:
    await hall.counselor()
    person = await hall.person()
    await person.says(DANGER)
    await person.presses("human")
    await hall.aged(LONG, "told_at")
    await hall.time_passes()
    assert await person.hears() == []


async def test_without_anybody_on_shift_there_is_no_news(hall: Hall) -> None:
    counselor, person = await hall.counselor(), await waits_for_a_person(hall)
    await hall.gone(counselor)
    await hall.aged(LONG, "told_at")
    await hall.time_passes()
    assert await person.hears() == []


async def test_the_queue_can_be_left_and_joined_again(hall: Hall) -> None:
    await hall.counselor()
    person = await waits_for_a_person(hall)
    assert await person.presses("leave_queue") == [text("queue-left")]
    assert (await person.talk()).state == "bot"
    (told,) = await person.presses("human")
    assert text("queue-joined", place=1) in told
    assert await hall.history() == ["requested", "left", "requested"]


# ---- Between counselors ----


async def test_a_transfer_is_with_the_first_until_the_second_accepts(hall: Hall) -> None:
    olena, ihor, eve = [await hall.counselor(name) for name in ("olena", "ihor", "eve")]
    person = await waits_for_a_person(hall)
    await olena.claims(person)
    await person.hears()
    assert await olena.does(person, "transfer", to=f"colleague-{ihor.id}", note="speaks Polish") == 303
    assert "speaks Polish" in await ihor.reads(person)
    assert text("staff-refused-talk") in await eve.reads(person)
    assert await ihor.does(person, "messages", text="hello") == 409
    assert await olena.does(person, "messages", text="A colleague may take over.") == 303
    assert (await eve.presses("/transfers/1/accept")).status_code == 409
    assert (await ihor.presses("/transfers/1/accept")).status_code == 303
    assert (await ihor.presses("/transfers/1/accept")).status_code == 409
    assert await olena.does(person, "messages", text="late") == 409
    assert await ihor.does(person, "messages", text="Hello, I go on.") == 303
    await hall.delivers()
    heard = await person.hears()
    assert heard[-3:] == ["A colleague may take over.", text("counselor-changed"), "Hello, I go on."]
    assert await hall.history() == ["requested", "claimed", "offered", "accepted"]
    assert [action for action, _ in await audited(hall.hotline) if action in ("offered", "accepted")] == [
        "offered",
        "accepted",
    ]


@pytest.mark.parametrize("how", ["declined", "timeout", "withdrawn", "returned"])
async def test_a_transfer_that_fails_leaves_the_talk_with_the_first(hall: Hall, how: str) -> None:
    olena, ihor, person = await hall.counselor(), await hall.counselor("ihor"), await waits_for_a_person(hall)
    await olena.claims(person)
    await olena.does(person, "messages", text="I am here.")
    await olena.does(person, "transfer", to=f"colleague-{ihor.id}")
    if how == "declined":
        assert (await ihor.presses("/transfers/1/decline")).status_code == 303
    elif how == "timeout":
        await hall.aged(LONG, "offered_at", table=Transfer)
        await hall.time_passes()
        await hall.time_passes()
        assert (await hall.history()).count("declined") == 1
    else:
        assert await olena.does(person, "transfer/withdraw" if how == "withdrawn" else "return") == 303
    assert (await ihor.presses("/transfers/1/accept")).status_code == 409
    if how != "returned":
        assert await olena.does(person, "messages", text="I stay with you.") == 303
        assert text("staff-refused-talk") in await ihor.reads(person)


async def test_a_transfer_to_a_team_goes_to_the_first_of_it_who_accepts(hall: Hall) -> None:
    olena, ihor, eve = [await hall.counselor(name) for name in ("olena", "ihor", "eve")]
    async with hall.hotline.storage.writing() as session:
        team = Team(name="Polish", zone="Europe/Warsaw")
        session.add(team)
        await session.flush()
        session.add_all(TeamMember(team_id=team.id, staff_id=one.id) for one in (ihor, eve))
        session.add(Team(name="empty", zone="Europe/Kyiv"))
    person = await waits_for_a_person(hall)
    await olena.claims(person)
    assert await olena.does(person, "transfer", to="team-2") == 409
    assert await olena.does(person, "transfer", to="team-1") == 303
    assert text("staff-story") in await eve.reads(person)
    assert (await eve.presses("/transfers/1/decline")).status_code == 409
    both = await asyncio.gather(*(one.presses("/transfers/1/accept") for one in (ihor, eve)))
    assert sorted(answer.status_code for answer in both) == [303, 409]


async def test_nobody_is_offered_a_talk_who_cannot_take_it(hall: Hall) -> None:
    olena, ada = await hall.counselor(), await hall.counselor("ada", Role.ADMIN)
    person = await waits_for_a_person(hall)
    await olena.claims(person)
    for colleague in (str(ada.id), str(olena.id), "999"):
        assert await olena.does(person, "transfer", to=f"colleague-{colleague}") == 409
        assert await olena.does(person, "look", colleague=colleague) == 409


async def test_a_second_counselor_looks_and_notes_but_does_not_write(hall: Hall) -> None:
    olena, ihor, person = await hall.counselor(), await hall.counselor("ihor"), await waits_for_a_person(hall)
    await olena.claims(person)
    assert text("staff-refused-talk") in await ihor.reads(person)
    assert await olena.does(person, "look", colleague=str(ihor.id)) == 303
    assert await olena.does(person, "look", colleague=str(ihor.id)) == 303
    page = await ihor.reads(person)
    assert text("staff-other-hint", name="olena") in page
    assert "reply-text" not in page
    assert "take-over" not in page
    assert await ihor.does(person, "notes", text="ask for the town") == 303
    assert "ask for the town" in await olena.reads(person)
    for deed in ("messages", "return", "close", "take-over"):
        refused = await ihor.does(person, deed, text="hello", kind="information")
        assert refused in (403, 409), deed
    assert await hall.history() == ["requested", "claimed", "look_asked", "looked", "noted"]
    await olena.does(person, "close", kind="information")
    assert text("staff-refused-talk") in await ihor.reads(person)


async def test_a_supervisor_reads_along_and_takes_over_and_both_are_audited(hall: Hall) -> None:
    olena, vira = await hall.counselor(), await hall.counselor("vira", Role.SUPERVISOR)
    person = await waits_for_a_person(hall)
    await olena.claims(person)
    await person.hears()
    assert text("staff-take-over") in await vira.reads(person)
    assert await vira.does(person, "messages", text="hello") == 409
    assert await vira.does(person, "take-over") == 303
    assert await vira.does(person, "take-over") == 303, "pressed twice"
    assert await olena.does(person, "messages", text="late") == 409
    assert await vira.does(person, "messages", text="I go on.") == 303
    await hall.delivers()
    assert (await person.hears())[-2:] == [text("counselor-changed"), "I go on."]
    talk = f"talk:{(await person.talk()).id}"
    entries = await audited(hall.hotline)
    assert entries.count(("read-along", talk)) == 1
    assert entries.count(("taken-over", talk)) == 1
    assert await hall.history() == ["requested", "claimed", "taken_over"]


async def test_a_talk_closed_too_early_is_taken_up_again_unless_the_person_went_on(hall: Hall) -> None:
    olena, ihor, person = await hall.counselor(), await hall.counselor("ihor"), await waits_for_a_person(hall)
    await olena.claims(person)
    await olena.does(person, "close", kind="information")
    assert await ihor.does(person, "reopen") == 409
    assert await olena.does(person, "reopen") == 303
    assert await olena.does(person, "messages", text="I am back.") == 303
    await hall.delivers()
    assert (await person.hears())[-2:] == [text("counselor-reopened"), "I am back."]
    assert await hall.history() == ["requested", "claimed", "closed", "reopened"]
    talk = (await person.talk()).id
    await olena.does(person, "close", kind="information")
    await person.presses("menu")
    assert (await olena.presses(f"/talks/{talk}/reopen")).status_code == 409


# ---- Returning people ----


async def test_a_returning_person_is_recognised_and_earlier_talks_are_summed_up_until_they_expire(hall: Hall) -> None:
    olena, person, stranger = await hall.counselor(), await hall.person(), await hall.person()
    for one, said in ((person, "hello"), (person, DANGER), (stranger, "hello")):
        await one.presses("human")
        await one.says(said)
        await olena.claims(one)
        await olena.does(one, "close", kind="information")
    await person.presses("human")
    await person.presses("leave_queue")
    await person.presses("human")

    async def summaries() -> list[returning.Earlier]:
        async with hall.hotline.storage.reading() as session:
            talk, _ = await access.for_counselor(session, olena.staff, (await person.talk()).id)
            return list(await returning.earlier(session, talk, AFTER_CLOSING))

    found = await summaries()
    assert [(one.rank, one.reason, one.counselor_id) for one in found] == [
        (3, "danger", olena.id),
        (0, "asked", olena.id),
    ]
    async with hall.hotline.storage.writing() as session:
        (await session.get_one(Conversation, found[1].talk_id)).closed_at = now() - AFTER_CLOSING
    assert [one.rank for one in await summaries()] == [3]


# ---- The migration ----

_ROWS = (
    ("staff", "id, name, role, language, active, on_shift, created_at", "1, 'olena', 'counselor', 'en', YES, YES, AT"),
    ("staff_sessions", "token, staff_id, csrf, created_at, seen_at", "'t', 1, 'c', AT, AT"),
    ("people", "id, key, channel, address, created_at, seen_at", "1, 'k', 'webchat', EMPTY, AT, AT"),
    (
        "conversations",
        "id, person_id, state, public_id, opened_at, language, level, unknowns",
        "1, 1, 'human', 'p', AT, 'en', 0, 0",
    ),
    (
        "escalations",
        "id, conversation_id, state, rank, reason, requested_at, claimed_by, claimed_at",
        "1, 1, 'claimed', 0, 'asked', AT, 1, AT",
    ),
    ("escalation_events", "id, escalation_id, at, what, staff_id, note", "1, 1, AT, 'claimed', 1, EMPTY"),
)


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
async def test_the_migration_keeps_what_hangs_on_the_tables_that_it_changes(kind: str, tmp_path: Path) -> None:
    """Sessions and history hang on accounts, whose table SQLite copies."""
    async with empty_database(kind, tmp_path) as storage:
        async with storage.engine.begin() as connection:
            old = lambda sync: command.upgrade(alembic_config(sync, metadata()), "0004")  # noqa: E731
            await connection.run_sync(old)
            words = {"AT": "'2026-11-01 10:00:00'", "YES": "true", "EMPTY": "x''" if kind == "sqlite" else "''"}
            for table, columns, values in _ROWS:
                row = re.sub("|".join(words), lambda match: words[match[0]], values)
                await connection.execute(sql(f"INSERT INTO {table} ({columns}) VALUES ({row})"))  # noqa: S608  # our own
        await migrate(storage, metadata())
        async with storage.engine.begin() as connection:
            for table in ("staff", "staff_sessions", "escalations", "escalation_events"):
                count = await connection.execute(sql(f"SELECT count(*) FROM {table}"))  # noqa: S608  # a name of ours
                assert count.scalar_one() == 1, table
            await connection.execute(sql("UPDATE staff SET role = 'supervisor'"))
            first = await connection.execute(sql("SELECT first_claimed_at IS NOT NULL FROM escalations"))
            assert first.scalar_one()
        with pytest.raises(IntegrityError):
            async with storage.engine.begin() as connection:
                await connection.execute(sql("UPDATE staff SET role = 'owner'"))
        with pytest.raises(IntegrityError):
            async with storage.engine.begin() as connection:  # references are watched again
                await connection.execute(sql("UPDATE escalation_events SET other_id = 99"))


async def test_who_reads_the_language_of_a_message_holds_no_other_talk_up(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = set()

    def hear(said: str) -> languages.Heard:
        threads.add(threading.current_thread())
        return languages.hear(said)

    monkeypatch.setattr(thinking, "hear", hear)
    await (await hall.person()).says("Where can I sleep tonight in Warsaw?")
    assert threads
    assert threading.main_thread() not in threads
