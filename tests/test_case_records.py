"""Case records on both databases: what counts, consent, erasure, who reaches them."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import IntegrityError

from bot.cases import consent, records
from bot.cases.found import Found
from bot.cases.models import Case, CaseConsent, CaseIdentity, CaseItem, Scope
from bot.conversations import people
from bot.conversations.models import Conversation, Person
from bot.privacy.keys import Keys
from bot.retention.erase import AFTER_SILENCE, CASE_WITH_CONSENT, erase_old, erase_person
from bot.staff.models import Staff
from bot.storage.base import now
from bot.storage.engine import Storage
from tests.case_stage import (
    agrees,
    confirmed,
    handed_on,
    house,
    opened,
    put,
)
from tests.staff_stage import app, arrives
from tests.staff_stage import house as bare_house
from tests.test_storage import counselor, keys, storage

STAGE = (app, arrives, bare_house, house, keys, storage)  # fixtures, which pytest finds by these names


async def test_what_is_not_confirmed_is_not_handed_on(storage: Storage, keys: Keys) -> None:
    held, debt = (Found("vic_MethodsOfControl", value, "words") for value in ("WithholdsDocuments", "DebtBondage"))
    case, ana = await opened(storage, keys, held, debt)
    await agrees(storage, case, ana, Scope.SHARE)
    assert [row["vic_MethodsOfControl"] for row in await handed_on(storage, case)] == [""]
    async with storage.writing() as session:
        own = await records.for_counselor(session, ana, case.id)
        assert await records.decide(session, own, ana, held.item, held.value, take=True)
        assert await records.decide(session, own, ana, debt.item, debt.value, take=False)
        assert not await records.decide(session, own, ana, held.item, held.value, take=True)
        assert not await records.decide(session, own, ana, held.item, "TakesEarnings", take=True)
    assert [row["vic_MethodsOfControl"] for row in await handed_on(storage, case)] == ["WithholdsDocuments"]


async def test_what_was_decided_is_not_proposed_again(storage: Storage, keys: Keys) -> None:
    held = Found("vic_MethodsOfControl", "WithholdsDocuments", "words")
    case, ana = await opened(storage, keys, held)
    async with storage.writing() as session:
        own = await records.for_counselor(session, ana, case.id)
        await records.decide(session, own, ana, held.item, held.value, take=False)
        talk = await session.get_one(Conversation, case.conversation_id)
        again = await records.open_for(session, ana, talk, [held, Found(held.item, "DebtBondage")])
        assert again.id == case.id
        row = (await records.items(session, case.id))[held.item]
        assert [one["value"] for one in records.proposals(row)] == ["DebtBondage"]


async def test_only_an_authority_decides_on_the_status(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys)
    actual = {"vic_TraffickingStatus": ["ActualVictimOfTrafficking"]}
    for org in ([], ["NGO"], ["Other"]):
        with pytest.raises(records.NeedsAuthority):
            await put(storage, case, ana, **actual, vic_TraffickingStatusDecisionMakingOrg=org)
    await put(storage, case, ana, **actual, vic_TraffickingStatusDecisionMakingOrg=["Police"])
    with pytest.raises(records.NeedsAuthority):
        await put(storage, case, ana, vic_TraffickingStatusDecisionMakingOrg=["NGO"])
    assert await confirmed(storage, case, "vic_TraffickingStatus") == ["ActualVictimOfTrafficking"]


async def test_without_consent_the_database_itself_refuses_a_name(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys)
    with pytest.raises(consent.NoConsent):
        async with storage.writing() as session:
            await consent.keep(session, case, {"prs_FirstName": "Ксенія"})
    await agrees(storage, case, ana, Scope.SHARE)
    for scope in (Scope.KEEP, Scope.SHARE):
        with pytest.raises(IntegrityError):
            async with storage.writing() as session:
                session.add(CaseIdentity(case_id=case.id, scope=scope, known={"prs_FirstName": "Ксенія"}))


async def test_names_go_with_the_consent_also_from_free_text(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys)
    note = "Мене звати Олена, +380 00 000 00 00"
    await put(storage, case, ana, cas_OutgoingReferralDetails=[note])
    assert await confirmed(storage, case, "cas_OutgoingReferralDetails") == ["Мене звати ‹name›, ‹number›"]
    await agrees(storage, case, ana, Scope.KEEP, Scope.SHARE)
    await put(storage, case, ana, cas_OutgoingReferralDetails=[note])
    async with storage.writing() as session:
        own = await records.for_counselor(session, ana, case.id)
        await consent.keep(session, own, {"prs_FirstName": " Ксенія ", "prs_MobilePhone": "+380 00 000 00 00"})
    (row,) = await handed_on(storage, case)
    assert (row["prs_FirstName"], row["prs_MobilePhone"]) == ("Ксенія", "+380000000000")
    assert row["cas_OutgoingReferralDetails"] == note
    async with storage.writing() as session:
        own = await records.for_counselor(session, ana, case.id)
        assert await consent.withdraw(session, own, Scope.KEEP)
        assert not await consent.withdraw(session, own, Scope.KEEP)
    (row,) = await handed_on(storage, case)
    assert row["prs_FirstName"] == row["prs_MobilePhone"] == ""
    assert "Олена" not in row["cas_OutgoingReferralDetails"]
    async with storage.reading() as session:
        assert (await session.execute(text("SELECT count(*) FROM case_identities"))).scalar_one() == 0


async def test_a_deleted_consent_takes_the_names_along(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys)
    await agrees(storage, case, ana, Scope.KEEP)
    async with storage.writing() as session:
        await consent.keep(session, case, {"prs_FirstName": "Ксенія"})
    async with storage.writing() as session:  # by whatever way
        await session.execute(delete(CaseConsent))
    async with storage.reading() as session:
        assert await consent.identity(session, case.id) == {}


async def test_erasing_a_person_erases_their_record(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys)
    await agrees(storage, case, ana, Scope.KEEP)
    async with storage.writing() as session:
        await consent.keep(session, case, {"prs_FirstName": "Ксенія"})
        await erase_person(session, await session.get_one(Person, case.person_id))
    async with storage.engine.connect() as connection:
        for table in ("cases", "case_items", "case_consents", "case_identities"):
            assert (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one() == 0, table  # noqa: S608  # a name of ours


async def test_a_record_stays_as_long_as_was_agreed_and_its_person_can_still_have_it_erased(
    storage: Storage, keys: Keys
) -> None:
    kept, ana = await opened(storage, keys)
    gone, _ = await opened(storage, keys, address="2")
    await agrees(storage, kept, ana, Scope.KEEP)
    silent = now() - AFTER_SILENCE - timedelta(minutes=1)
    async with storage.writing() as session:
        for case in (kept, gone):
            (await session.get_one(Person, case.person_id)).seen_at = silent
    async with storage.writing() as session:
        await erase_old(session)
    async with storage.writing() as session:
        (left,) = (await session.execute(select(Case))).scalars()
        assert (left.id, left.conversation_id) == (kept.id, None)
        assert [person.id for person in (await session.execute(select(Person))).scalars()] == [kept.person_id]
        assert await people.find(session, keys, "telegram", "1")
        left.changed_at = now() - CASE_WITH_CONSENT - timedelta(minutes=1)
    async with storage.writing() as session:
        await erase_old(session)
        assert (await session.execute(text("SELECT count(*) FROM people"))).scalar_one() == 0


async def test_nothing_of_a_record_is_readable_in_the_database(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys, Found("vic_MethodsOfControl", "WithholdsDocuments", "Ксанаду"))
    await agrees(storage, case, ana, Scope.KEEP)
    await put(storage, case, ana, vic_TypeOfExploitation=["OrganRemoval"], cas_OutgoingReferralDetails=["Ксанаду"])
    async with storage.writing() as session:
        await consent.keep(session, case, {"prs_FirstName": "Ксанаду"})
    async with storage.engine.connect() as connection:
        for table in (CaseItem, CaseIdentity, Case, CaseConsent):
            rows = (await connection.execute(text(f"SELECT * FROM {table.__tablename__}"))).all()  # noqa: S608  # a name of ours
            for secret in ("Ксанаду", "OrganRemoval", "WithholdsDocuments"):
                assert secret not in repr(rows)
                assert repr(secret.encode())[2:-1] not in repr(rows)


async def test_a_record_is_reached_by_whoever_keeps_it_or_had_the_person(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys)
    bo = await counselor(storage, "bo")
    async with storage.reading() as session:
        assert [one.id for one in await records.all_for(session, ana)] == [case.id]
        assert await records.all_for(session, bo) == []
        with pytest.raises(records.NoSuchCase):
            await records.for_counselor(session, bo, case.id)
    async with storage.writing() as session:
        (await session.get_one(Staff, ana.id)).active = False
    async with storage.reading() as session:
        assert (await records.for_counselor(session, bo, case.id)).id == case.id
