"""The database: migrations arrive at the models, on SQLite and PostgreSQL, and what people wrote is not readable in it."""

import asyncio
import gc
import os
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import anyio
import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from bot.conversations import inbox, outbox, people, talks
from bot.conversations.incoming import File, Incoming
from bot.conversations.models import Conversation, Message, State
from bot.danger.levels import Level
from bot.handoff import desk, queue
from bot.privacy.fields import Locked, seal, unlock, unseal
from bot.privacy.keys import Keys, load_or_create
from bot.reply import Button, Reply
from bot.retention.erase import AFTER_CLOSING, erase_old, erase_person
from bot.staff.models import Role, Staff
from bot.storage.base import now
from bot.storage.engine import Storage
from bot.storage.migrate import migrate
from bot.tables import metadata

POSTGRES = os.environ.get("HOTLINE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    keys = load_or_create(tmp_path / "secret.key")
    unlock(keys)
    return keys


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
async def storage(request: pytest.FixtureRequest, tmp_path: Path, keys: Keys) -> AsyncIterator[Storage]:
    if request.param == "sqlite":
        url, name = f"sqlite+aiosqlite:///{tmp_path / 'test.sqlite3'}", ""
    else:
        name = f"hotline_test_{uuid.uuid4().hex[:12]}"
        await _on_server(f"CREATE DATABASE {name}")
        url = POSTGRES.replace("postgresql://", "postgresql+asyncpg://").rpartition("/")[0] + f"/{name}"
    storage = Storage(url)
    await migrate(storage, metadata())
    yield storage
    await storage.close()
    if name:
        await _on_server(f"DROP DATABASE {name}")


async def _on_server(statement: str) -> None:
    try:
        connection = await asyncpg.connect(POSTGRES)
    except OSError as error:
        pytest.skip(f"no PostgreSQL: {error}")
    await connection.execute(statement)
    await connection.close()


async def test_the_migrations_arrive_at_the_models(storage: Storage) -> None:
    def differences(connection) -> list:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata())

    async with storage.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_twice_changes_nothing(storage: Storage) -> None:
    await migrate(storage, metadata())


async def told(storage: Storage, keys: Keys, address: str = "7000000001", words: str = "мій секрет: Ксанаду") -> int:
    """A person wrote something; returns their number."""
    async with storage.writing() as session:
        person = await people.person_at(session, keys, "telegram", address)
        assert await inbox.store(session, person, uuid.uuid4().hex, Incoming("text", words, external_id="1"))
        inbound = await inbox.next_of(session, person.id)
        assert inbound is not None
        talk = await talks.open_talk(session, person, "uk")
        await talks.write_down(session, talk, inbound, Incoming.from_dict(inbound.payload))
        await outbox.say(session, talk, Reply("відповідь про Ксанаду", ((Button("так", "/affirm"),),)))
        await inbox.finish(session, inbound.id)
        return person.id


async def test_what_people_write_is_not_readable_in_the_database(storage: Storage, keys: Keys, tmp_path: Path) -> None:
    await told(storage, keys)
    async with storage.engine.connect() as connection:
        for table in metadata().sorted_tables:
            rows = (await connection.execute(text(f'SELECT * FROM "{table.name}"'))).all()  # noqa: S608  # a name of ours
            stored = repr(rows)
            for secret in ("Ксанаду", "7000000001", "affirm"):
                assert secret not in stored, table.name
                assert repr(secret.encode())[2:-1] not in stored, table.name
    for file in tmp_path.glob("test.sqlite3*"):
        assert "Ксанаду".encode() not in file.read_bytes()


async def test_a_field_belongs_to_its_column_and_its_key(keys: Keys, tmp_path: Path) -> None:
    sealed = seal(b"word", "messages.text")
    assert unseal(sealed, "messages.text") == b"word"
    with pytest.raises(Locked):
        unseal(sealed, "people.address")
    unlock(load_or_create(tmp_path / "other.key"))
    with pytest.raises(Locked):
        unseal(sealed, "messages.text")


async def test_half_an_emoji_can_be_stored(storage: Storage, keys: Keys) -> None:
    person_id = await told(storage, keys, words="half \ud83d and NUL \x00")
    async with storage.reading() as session:
        (message, _) = await talks.story_of_person(session, person_id)
    assert message.text == "half \ud83d and NUL \x00"


async def test_a_repeated_update_is_stored_once(storage: Storage, keys: Keys) -> None:
    async with storage.writing() as session:
        person = await people.person_at(session, keys, "telegram", "1")
        assert await inbox.store(session, person, "77", Incoming("text", "a"))
        assert not await inbox.store(session, person, "77", Incoming("text", "a"))


async def test_two_open_talks_with_one_person_cannot_be_stored(storage: Storage, keys: Keys) -> None:
    await told(storage, keys)
    async with storage.reading() as session:
        talk = (await session.execute(select(Conversation))).scalar_one()
    with pytest.raises(IntegrityError):
        async with storage.writing() as session:
            session.add(Conversation(person_id=talk.person_id, public_id="other", language="uk", state=State.BOT))


async def counselor(storage: Storage, name: str) -> Staff:
    async with storage.writing() as session:
        staff = Staff(name=name, role=Role.COUNSELOR, language="en")
        session.add(staff)
    return staff


async def test_the_queue_is_in_order_of_danger_then_of_waiting(storage: Storage, keys: Keys) -> None:
    for address, level in (("1", Level.NONE), ("2", Level.CONCERN), ("3", Level.EMERGENCY), ("4", Level.CONCERN)):
        person_id = await told(storage, keys, address)
        async with storage.writing() as session:
            talk = (await session.execute(select(Conversation).where(Conversation.person_id == person_id))).scalar_one()
            await desk.request(session, talk, level, "asked")
    async with storage.reading() as session:
        lines = await queue.waiting(session)
    assert [line.rank for line in lines] == [3, 1, 1, 0]
    assert lines[1].since < lines[2].since


async def test_a_line_of_the_queue_shows_the_newest_words_of_its_person(storage: Storage, keys: Keys) -> None:
    for address in ("1", "2"):
        person_id = await told(storage, keys, address, words=f"{address}a")
        async with storage.writing() as session:
            talk = (await session.execute(select(Conversation).where(Conversation.person_id == person_id))).scalar_one()
            for number, kind in (("b", "text"), ("c", "button"), ("d", "photo"), ("e", "text")):
                session.add(Message(conversation_id=talk.id, author="person", kind=kind, text=f"{address}{number}"))
            last = await outbox.say(session, talk, Reply("a word of the program"))
            await desk.request(session, talk, Level.NONE, "asked")
    async with storage.reading() as session:
        lines = await queue.waiting(session)
        assert await queue.mine(session, Staff(id=1)) == []
    assert [line.first_lines for line in lines] == [("1b", "1d", "1e"), ("2b", "2d", "2e")]
    assert lines[1].last_message_id == last.id


async def test_the_first_claim_wins_and_the_second_is_told_who(storage: Storage, keys: Keys) -> None:
    ana, bo = await counselor(storage, "ana"), await counselor(storage, "bo")
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        talk = (await session.execute(select(Conversation).where(Conversation.person_id == person_id))).scalar_one()
        escalation, new = await desk.request(session, talk, Level.NONE, "asked")
        assert new
    async with storage.writing() as session:
        await desk.claim(session, escalation.id, ana)
    with pytest.raises(desk.AlreadyClaimed) as refusal:
        async with storage.writing() as session:
            await desk.claim(session, escalation.id, bo)
    assert refusal.value.by == "ana"


async def test_the_bot_falls_silent_at_the_last_moment(storage: Storage, keys: Keys) -> None:
    ana = await counselor(storage, "ana")
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        talk = (await session.execute(select(Conversation).where(Conversation.person_id == person_id))).scalar_one()
        escalation, _ = await desk.request(session, talk, Level.NONE, "asked")
        await desk.claim(session, escalation.id, ana)
    async with storage.writing() as session:
        assert await outbox.next_parcel(session, person_id) is None
    async with storage.reading() as session:
        (_, reply) = await talks.story_of_person(session, person_id)
    assert reply.delivery == "cancelled"


async def test_what_a_counselor_overtook_while_it_may_have_arrived_is_looked_for_and_not_sent(
    storage: Storage, keys: Keys
) -> None:
    ana = await counselor(storage, "ana")
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        assert await outbox.next_parcel(session, person_id)  # handed over, and then the power failed
        await outbox.resume(session)
    async with storage.writing() as session:
        talk = (await session.execute(select(Conversation).where(Conversation.person_id == person_id))).scalar_one()
        escalation, _ = await desk.request(session, talk, Level.NONE, "asked")
        await desk.claim(session, escalation.id, ana)
    async with storage.writing() as session:
        parcel = await outbox.next_parcel(session, person_id)
    assert parcel is not None
    assert (parcel.uncertain, parcel.overtaken) == (True, True)
    async with storage.writing() as session:
        await outbox.cancelled(session, parcel)
        assert await outbox.next_parcel(session, person_id) is None


def long_ago() -> datetime:
    return now() - timedelta(hours=1)


async def test_who_waits_for_a_message_that_is_tried_again_later_is_not_due_before(
    storage: Storage, keys: Keys
) -> None:
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        parcel = await outbox.next_parcel(session, person_id)
        assert parcel is not None
        await outbox.later(session, parcel)
        talk = (await session.execute(select(Conversation).where(Conversation.person_id == person_id))).scalar_one()
        await outbox.say(session, talk, Reply("and more"))  # due, but its turn comes after the first
    async with storage.writing() as session:
        assert await outbox.people_waiting(session) == []
        assert await outbox.next_parcel(session, person_id) is None
        await outbox.later(session, parcel, timedelta(microseconds=1))
    async with storage.reading() as session:
        assert await outbox.people_waiting(session) == [person_id]


async def test_a_message_cut_off_is_looked_for_before_what_the_person_wrote_since(storage: Storage, keys: Keys) -> None:
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        assert await outbox.next_parcel(session, person_id)  # handed over, and then the power failed
        person = await session.get_one(people.Person, person_id)
        assert await inbox.store(session, person, uuid.uuid4().hex, Incoming("text", "ще", external_id="9"))
        inbound = await inbox.next_of(session, person_id)
        assert inbound is not None
        talk = await talks.open_talk(session, person, "uk")
        await talks.write_down(session, talk, inbound, Incoming.from_dict(inbound.payload))
        await outbox.resume(session)
    async with storage.writing() as session:
        parcel = await outbox.next_parcel(session, person_id)
    assert parcel is not None
    assert (parcel.uncertain, parcel.last_known, parcel.newest) == (True, 1, 9)


async def test_a_message_cut_off_is_not_looked_for_among_the_numbers_of_another_channel(
    storage: Storage, keys: Keys
) -> None:
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        visitor = await people.person_at(session, keys, "webchat", "somebody")
        talk = await talks.open_talk(session, visitor, "uk")
        session.add(Message(conversation_id=talk.id, author="bot", text="a", external_id="5000"))  # the web chat's own
        other = await talks.open_talk(session, await people.person_at(session, keys, "telegram", "8"), "uk")
        for number in ("3", "6"):
            session.add(Message(conversation_id=other.id, author="bot", text="a", external_id=number))
        assert await outbox.next_parcel(session, person_id)
        await outbox.resume(session)
    async with storage.writing() as session:
        parcel = await outbox.next_parcel(session, person_id)
    assert parcel is not None
    assert (parcel.last_known, parcel.newest) == (1, 6)
    assert parcel.others == {1, 3, 6}  # what is known to be another message need not be asked for


async def test_a_message_cut_off_is_still_found_when_much_was_said_in_other_talks_since(
    storage: Storage, keys: Keys
) -> None:
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        assert await outbox.next_parcel(session, person_id)  # it arrived as number 2, and then the power failed
        other = await talks.open_talk(session, await people.person_at(session, keys, "telegram", "8"), "uk")
        for number in range(3, 403):
            session.add(Message(conversation_id=other.id, author="bot", text="a", external_id=str(number)))
        await outbox.resume(session)
    async with storage.writing() as session:
        parcel = await outbox.next_parcel(session, person_id)
    assert parcel is not None
    assert set(range(1, parcel.newest + 1)) - parcel.others == {2}


async def test_a_message_cut_off_is_looked_for_only_after_what_people_had_written_before_it(
    storage: Storage, keys: Keys
) -> None:
    async with storage.writing() as session:
        other = await talks.open_talk(session, await people.person_at(session, keys, "telegram", "8"), "uk")
        session.add(Message(conversation_id=other.id, author="person", text="a", external_id="700", at=long_ago()))
        session.add(Message(conversation_id=other.id, author="bot", text="sent late", external_id="900", at=long_ago()))
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        assert await outbox.next_parcel(session, person_id)
        await outbox.resume(session)
    async with storage.writing() as session:
        parcel = await outbox.next_parcel(session, person_id)
    assert parcel is not None
    assert (parcel.last_known, parcel.newest) == (700, 900)


async def test_erasing_leaves_nothing_that_was_said(storage: Storage, keys: Keys) -> None:
    person_id = await told(storage, keys)
    async with storage.writing() as session:
        await erase_person(session, await session.get_one(people.Person, person_id))
    async with storage.engine.connect() as connection:
        for table in ("conversations", "messages", "inbox", "outbox", "attachments", "escalations"):
            assert (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one() == 0, table  # noqa: S608  # a name of ours


async def test_a_closed_talk_is_forgotten_after_its_time(storage: Storage, keys: Keys) -> None:
    person_id = await told(storage, keys)
    long_ago = datetime.now(UTC) - AFTER_CLOSING - timedelta(minutes=1)
    async with storage.writing() as session:
        talk = (await session.execute(select(Conversation).where(Conversation.person_id == person_id))).scalar_one()
        talk.state, talk.closed_at = State.CLOSED, long_ago
    await told(storage, keys)
    async with storage.writing() as session:
        assert await erase_old(session) == 1
    async with storage.reading() as session:
        assert len((await session.execute(select(Message))).scalars().all()) == 2


async def test_ids_of_telegram_and_files_survive_the_way_through_the_inbox(storage: Storage, keys: Keys) -> None:
    sent = Incoming(
        "photo", "caption", external_id=str(2**62), reply_to="5", forwarded=True, file=File("ref", "image/png", "a", 3)
    )
    async with storage.writing() as session:
        person = await people.person_at(session, keys, "telegram", str(2**52))
        await inbox.store(session, person, str(2**63), sent)
        inbound = await inbox.next_of(session, person.id)
    assert inbound is not None
    assert Incoming.from_dict(inbound.payload) == sent


async def test_writers_in_line_leave_room_for_readers_and_keep_their_order(storage: Storage, keys: Keys) -> None:
    order: list[int] = []
    read = asyncio.Event()

    async def write(number: int) -> None:
        async with storage.writing() as session:
            await people.person_at(session, keys, "webchat", str(number))
            if number == 5:  # one of the first: whoever is behind it waits in line
                await read.wait()
            order.append(number)

    writing = [asyncio.create_task(write(number)) for number in range(60)]
    await asyncio.sleep(0.05)
    async with asyncio.timeout(20), storage.reading() as session:  # more writers wait than there are connections
        assert (await session.execute(select(func.count(people.Person.id)))).scalar_one() < 60
    read.set()
    await asyncio.gather(*writing)
    assert sorted(order) == list(range(60))
    if storage.engine.dialect.name == "sqlite":
        assert order == list(range(60))


async def test_who_leaves_in_the_middle_takes_no_connection_along(
    storage: Storage, keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    """A browser that closes its stream cancels what is just being read for it, or written."""

    async def look(number: int) -> None:
        async with storage.reading() as session:
            for _ in range(3):
                await session.execute(select(people.Person))
        async with storage.writing() as session:
            await people.person_at(session, keys, "webchat", str(number))

    for number in range(60):
        async with anyio.create_task_group() as browsers:
            browsers.start_soon(look, number)
            await asyncio.sleep(number / 10_000)
            browsers.cancel_scope.cancel()
    async with asyncio.timeout(5), storage.writing() as session:
        await people.person_at(session, keys, "webchat", "somebody else")
    gc.collect()
    assert storage.engine.pool.checkedout() == 0  # type: ignore[attr-defined]  # a pool that counts
    assert "destroyed" not in caplog.text


async def test_one_worker_at_a_time_answers_a_person(storage: Storage, keys: Keys) -> None:
    async with storage.writing() as session:
        person = await people.person_at(session, keys, "telegram", "1")
        assert await people.lease(session, person.id, "one")
        assert not await people.lease(session, person.id, "two")
        await people.release(session, person.id, "one")
        assert await people.lease(session, person.id, "two")
