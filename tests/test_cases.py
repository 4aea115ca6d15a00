"""Case records: what is proposed, what counts, consent, and what is handed on. Pages, and both databases."""

import csv
import io
import random
import zipfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import pytest_asyncio
from pypdf import PdfReader
from sqlalchemy import delete, select, text
from sqlalchemy.exc import IntegrityError

from bot.cases import catalogue, consent, deidentified, export, found, indicators, records, standard
from bot.cases.catalogue import UnfitValue
from bot.cases.found import Found, Known
from bot.cases.models import Basis, Case, CaseConsent, CaseIdentity, CaseItem, Scope
from bot.cases.sheet_pdf import draw
from bot.cases.table import harmless
from bot.conversations import people, talks
from bot.conversations.models import Author, Conversation, Message, Person
from bot.danger.levels import Level
from bot.directory.services import Directory
from bot.handoff import desk
from bot.hotline import Hotline
from bot.offers.check import OfferCheck
from bot.privacy.keys import Keys
from bot.retention.erase import CASE, CASE_WITH_CONSENT, erase_old, erase_person
from bot.staff.models import Role, Staff
from bot.storage.base import now
from bot.storage.engine import Storage
from tests.content import LANGUAGES
from tests.staff_stage import TEXTS, Arrive, Browser, app, arrives, audited, claimed, somebody_waits
from tests.staff_stage import house as bare_house
from tests.test_storage import counselor, keys, storage, told

STAGE = (app, arrives, bare_house, keys, storage)  # fixtures, which pytest finds by these names
OFFER = "Робота в готелі, Італія, 4000 євро. Паспорт здати координатору. Деталі у вайбері."
CHECK = OfferCheck()
STANDARD = Path(standard.__file__).with_name("htcds")


@pytest_asyncio.fixture
async def house(bare_house: Hotline) -> Hotline:
    """The stage, with an offer check."""
    object.__setattr__(bare_house.library, "offers", CHECK)
    return bare_house


def said(words: str, kind: str = "text", **notes: Any) -> Message:
    return Message(id=7, author=Author.PERSON, kind=kind, text=words, notes=notes)


def proposed(*messages: Message, known: Known | None = None) -> dict[str, list[str]]:
    by_item: dict[str, list[str]] = {}
    for one in found.suggestions(known or Known(), messages, CHECK.check):
        by_item.setdefault(one.item, []).append(one.value)
    return by_item


# ---- The standard, from its own files ----


def official() -> dict[str, dict[str, str]]:
    with (STANDARD / "field-standards-2.0.csv").open(encoding="utf-8", newline="") as file:
        return {row["Field Name including Prefix"]: row for row in csv.DictReader(file)}


def test_every_item_is_a_field_of_the_standard_that_is_not_deprecated() -> None:
    ours = [name for name in (*catalogue.items(), *catalogue.identity()) if not name.startswith("ilo_")]
    assert len(ours) == 32
    assert {official()[name]["Status"] for name in ours} == {"DRAFT"}


def test_every_choice_is_a_value_of_the_standard() -> None:
    for item in catalogue.items().values():
        if item.kind in ("one", "many") and not item.name.startswith("ilo_"):
            listed = official()[item.name]["Value Names (if picklist)"].splitlines()
            assert list(item.choices) == [value.strip() for value in listed if value.strip()]


def test_what_spreadsheets_did_to_the_files_is_put_right() -> None:
    assert "DebtBondage" in catalogue.items()["vic_MethodsOfControl"].choices
    assert {"NA", "UA", "RO", "MD"} <= set(standard.countries())
    assert "" not in standard.countries()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_a_record_has_a_name_in_every_language(language: str) -> None:
    names = [f"staff-case-item-{name}" for name in (*catalogue.items(), *catalogue.identity()) if "ilo_" not in name]
    values = {
        f"staff-case-value-{value}"
        for item in catalogue.items().values()
        if item.kind in ("one", "many") and "ilo_" not in item.name and not item.name.endswith("WebsitesAndApps")
        for value in item.choices
    }
    ilo = {f"staff-ilo-{one.code}" for part in indicators.load() for one in part.indicators}
    missing = [key for key in (*names, *values, *ilo) if not TEXTS.has(language, key.replace("_", "-"))]
    assert missing == []


# ---- What can stand in a record ----


@pytest.mark.parametrize(
    ("item", "values", "kept"),
    [
        ("vic_MethodsOfControl", ["WithholdsDocuments", "", "DebtBondage"], ["DebtBondage", "WithholdsDocuments"]),
        ("prs_Citizenship", ["UA", "UA", "RO"], ["RO", "UA"]),
        ("vic_AgeWhenTrafficked", [" 17 "], ["17"]),
        ("cas_OutgoingReferralDate", ["2026-01-31"], ["2026-01-31"]),
        ("cas_ReferredOrganisation", ["ua-527"], ["ua-527"]),
    ],
)
def test_values_are_cleaned(item: str, values: list[str], kept: list[str]) -> None:
    assert catalogue.items()[item].cleaned(values) == kept


@pytest.mark.parametrize(
    ("item", "values"),
    [
        ("vic_TraffickingStatus", ["PossibleVictimOfTrafficking", "ActualVictimOfTrafficking"]),
        ("vic_TraffickingStatus", ["possible"]),
        ("prs_MailingCountry", ["ZZ"]),
        ("vic_AgeWhenTrafficked", ["-1"]),
        ("vic_AgeWhenTrafficked", ["121"]),
        ("vic_AgeWhenTrafficked", ["१७"]),
        ("vic_AgeWhenTrafficked", ["9" * 6000]),
        ("cas_OutgoingReferralDate", ["2999-01-01"]),
        ("cas_OutgoingReferralDate", ["31.01.2026"]),
        ("cas_OutgoingReferralDetails", ["x" * 1001]),
        ("cas_OutgoingReferralDetails", ["a\0b"]),
        ("cas_ReferredOrganisation", ["ufo"]),
    ],
)
def test_what_cannot_stand_there_is_refused(item: str, values: list[str]) -> None:
    with pytest.raises(UnfitValue):
        catalogue.items()[item].cleaned(values)


def test_a_phone_number_is_kept_in_the_form_of_the_standard() -> None:
    phone = catalogue.identity()["prs_MobilePhone"]
    assert phone.cleaned(["+7 (777) 777-77-77"]) == ["+77777777777"]
    for wrong in ("0777", "+", "+1" * 9, "=1+1"):
        with pytest.raises(UnfitValue):
            phone.cleaned([wrong])


# ---- What is proposed ----


def test_signs_of_danger_and_flags_of_an_offer_propose_values_with_their_words() -> None:
    danger = said("my boss keeps my passport", signs=["documents_held", "a_new_sign"])
    ones = found.suggestions(Known(), [danger, said(OFFER, forwarded=True)], CHECK.check)
    by_value = {(one.item, one.value): one.quote for one in ones}
    assert by_value["vic_MethodsOfControl", "WithholdsDocuments"] == "my boss keeps my passport"
    assert by_value["ilo_coercion", "documents"] == "my boss keeps my passport"
    assert "Паспорт" in by_value["ilo_coercive_recruitment", "documents"]
    assert ("vic_RecruitmentWebsitesAndApps", "Viber") in by_value
    assert ("vic_MethodOfRecruitment", "ThroughAnOnlineAdvertisement") in by_value


def test_the_person_and_the_closing_propose_language_country_and_referrals() -> None:
    ones = proposed(known=Known("uk", "RO", ["ua-527"]))
    assert ones["prs_PrimaryLanguage"] == ["ukr"]
    assert ones["prs_MailingCountry"] == ["RO"]
    assert ones["cas_ReferredOrganisation"] == ["ua-527"]
    assert ones["vic_TraffickingStatus"] == ["PossibleVictimOfTrafficking"]


def test_what_others_said_and_buttons_propose_nothing() -> None:
    bot = Message(id=1, author=Author.BOT, kind="text", text=OFFER, notes={"signs": ["locked_in"]})
    button = said("/danger", kind="button", signs=["locked_in"])
    assert set(proposed(bot, button)) == {
        "vic_TraffickingStatus",
        "vic_TraffickingStatusDecisionMakingOrg",
        "cas_Status",
    }


def test_every_proposal_that_the_data_can_make_is_a_value_of_its_item() -> None:
    data = found._data()
    pairs = [
        pair
        for group in (*data["signs"].values(), *data["flags"].values(), data["forwarded"], data["always"])
        for pair in group.items()
    ]
    pairs += [("vic_RecruitmentWebsitesAndApps", name) for name in data["platforms"]]
    assert [pair for pair in pairs if pair[1] not in catalogue.items()[pair[0]].choices] == []
    assert set(data["flags"]) <= set(CHECK.rules.codes)


# ---- The indicators ----


def test_the_lists_have_as_many_indicators_as_the_ilo_says() -> None:
    for which, count in (("adult", 67), ("child", 65)):
        assert sum(which in one.weights for part in indicators.load() for one in part.indicators) == count
    assert [len(part.indicators) for part in indicators.load()] == [10, 10, 16, 9, 15, 7]


@pytest.mark.parametrize(
    ("which", "codes", "positive"),
    [
        ("adult", ["documents"], False),
        ("adult", ["documents", "debt"], True),
        ("adult", ["documents", "expose"], True),
        ("adult", ["crime", "lie"], False),
        ("adult", ["crime", "lie", "worse"], True),
        ("adult", ["crime", "lie", "expose"], True),
        ("child", ["crime"], False),
        ("child", ["crime", "lie"], True),
        ("adult", [], False),
    ],
)
def test_a_dimension_adds_up_by_the_rule(which: str, codes: list[str], positive: bool) -> None:
    assert indicators.outcome(which, {"ilo_coercion": codes}).positive["ilo_coercion"] is positive


_D, _C, _V = (
    {"ilo_deceptive_recruitment": ["job", "wages"]},
    {"ilo_coercive_recruitment": ["violence", "debt"]},
    {"ilo_vulnerability_recruitment": ["economic", "family", "personal"]},
)
_E, _H = {"ilo_exploitation": ["hours", "low_pay"]}, {"ilo_coercion": ["documents", "debt"]}


@pytest.mark.parametrize(
    ("which", "confirmed", "result"),
    [
        ("adult", {}, "none"),
        ("adult", _E, "labour"),
        ("adult", _D | _E, "deceived"),
        ("adult", _D | _E | _H, "trafficking"),
        ("adult", _C | _E | _H, "trafficking"),
        ("adult", _V | _E | _H, "trafficking"),
        ("adult", _C | _E, "between"),
        ("adult", _E | _H, "between"),
        ("adult", _D, "between"),
        ("child", _E, "child"),
        ("child", _D | _H, "between"),
        ("child", {}, "none"),
    ],
)
def test_the_dimensions_add_up_as_the_table_says(which: str, confirmed: dict[str, list[str]], result: str) -> None:
    assert indicators.outcome(which, confirmed).result == result


# ---- The record, on both databases ----


async def opened(storage: Storage, keys: Keys, *proposals: Found, address: str = "1") -> tuple[Case, Staff]:
    person_id, ana = await told(storage, keys, address), await counselor(storage, f"ana{address}")
    async with storage.writing() as session:
        query = select(Conversation).where(Conversation.person_id == person_id)
        talk = (await session.execute(query)).scalar_one()
        escalation, _ = await desk.request(session, talk, Level.EXPLOITATION, "danger")
        await desk.claim(session, escalation.id, ana)
        return await records.open_for(session, ana, talk, proposals), ana


async def put(storage: Storage, case: Case, ana: Staff, **values: list[str]) -> None:
    async with storage.writing() as session:
        await records.put(session, await records.for_counselor(session, ana, case.id), ana, values)


async def agrees(storage: Storage, case: Case, ana: Staff, *scopes: Scope) -> None:
    async with storage.writing() as session:
        own = await records.for_counselor(session, ana, case.id)
        for scope in scopes:
            assert await consent.give(session, own, ana, scope, Basis.IN_TALK)


async def confirmed(storage: Storage, case: Case, item: str) -> list[str]:
    async with storage.reading() as session:
        return list((await records.items(session, case.id))[item].confirmed)


async def handed_on(storage: Storage, *cases: Case) -> list[dict[str, str]]:
    async with storage.reading() as session:
        file = await export.htcds(session, cases, Directory())
    return list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))


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
    note = "Мене звати Олена, +7 777 777 77 77"
    await put(storage, case, ana, cas_OutgoingReferralDetails=[note])
    assert await confirmed(storage, case, "cas_OutgoingReferralDetails") == ["Мене звати ‹name›, ‹number›"]
    await agrees(storage, case, ana, Scope.KEEP, Scope.SHARE)
    await put(storage, case, ana, cas_OutgoingReferralDetails=[note])
    async with storage.writing() as session:
        own = await records.for_counselor(session, ana, case.id)
        await consent.keep(session, own, {"prs_FirstName": " Ксенія ", "prs_MobilePhone": "+7 777 777 77 77"})
    (row,) = await handed_on(storage, case)
    assert (row["prs_FirstName"], row["prs_MobilePhone"]) == ("Ксенія", "+77777777777")
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


async def test_an_export_is_read_again_by_the_standards_own_files(storage: Storage, keys: Keys) -> None:
    case, ana = await opened(storage, keys)
    other, bo = await opened(storage, keys, address="2")
    await put(
        storage,
        case,
        ana,
        vic_TypeOfExploitation=["ForcedLabour", "ForcedBegging"],
        vic_MethodsOfControl=["DebtBondage", "WithholdsDocuments"],
        vic_ForcedLabourIndustry=["F_Construction"],
        prs_Citizenship=["UA", "MD"],
        prs_PrimaryLanguage=["ukr"],
        cas_ReferredOrganisation=["ua-527"],
        cas_OutgoingReferralDate=["2026-05-04"],
        cas_OutgoingReferralDetails=["=cmd|'/c calc'!A1"],
        ilo_coercion=["documents"],
    )
    assert await handed_on(storage, case, other) == []  # nobody agreed
    await agrees(storage, case, ana, Scope.SHARE)
    await agrees(storage, other, bo, Scope.SHARE)
    first, second = await handed_on(storage, case, other)
    fields = official()
    assert set(first) <= set(fields)
    assert list(first) == [name for name in fields if name in first]
    assert not [name for name in first if name.startswith("ilo_")]
    for name, value in {**second, **first}.items():
        listed = [one.strip() for one in fields[name]["Value Names (if picklist)"].splitlines()]
        if value and fields[name]["Field Type"].endswith("icklist") and not listed[0].startswith("Use "):
            assert set(value.split(";")) <= set(listed), name
    assert first["vic_MethodsOfControl"] == "DebtBondage;WithholdsDocuments"
    assert first["prs_Citizenship"] == "MD;UA"
    assert first["con_Consent"] == "TRUE"
    assert first["cas_ReferredOrganisation"].startswith("Ukraine’s Counter-Trafficking")
    assert first["cas_OutgoingReferralDetails"].startswith("'=cmd")


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "+7(777)", "\n=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "+77777777777", "F_Construction", "Олена = я", "a-b"])
def test_what_is_no_formula_stays(cell: str) -> None:
    assert harmless(cell) == cell


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
    silent = now() - CASE - timedelta(minutes=1)
    async with storage.writing() as session:
        for case in (kept, gone):
            (await session.get_one(Person, case.person_id)).seen_at = silent
            (await session.get_one(Case, case.id)).changed_at = silent
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


# ---- Without people in it ----


def many(count: int) -> list[deidentified.Row]:
    chance = random.Random(3)
    picks = [
        ["2024", "2025", "2026"],
        ["Feminine", "Masculine", ""],
        ["18-20", "0-8", "48+", ""],
        ["UA", "MD", "RO;UA"],
        ["PL", "RO", "IT", ""],
        ["PossibleVictimOfTrafficking"],
        ["ForcedLabour", "SexualExploitation"],
        ["", "Prostitution"],
        ["F_Construction", "C_Manufacturing", ""],
        ["DebtBondage", "DebtBondage;WithholdsDocuments", ""],
        ["AtWork", ""],
        ["Telegram", ""],
        ["", "Familial"],
    ]
    return [tuple(chance.choice(pick) for pick in picks) for _ in range(count)]


@pytest.mark.parametrize("count", [0, 5, 10, 11, 50, 400, 3000])
def test_every_row_stands_there_eleven_times_or_not_at_all(count: int) -> None:
    crowd = deidentified.hidden(many(count))
    assert all(times >= 11 for times in Counter(crowd.rows).values())
    assert crowd.k == 11
    assert crowd.whole + crowd.coarser + crowd.left_out == count
    assert len(crowd.rows) == crowd.whole + crowd.coarser
    assert list(crowd.rows) == sorted(crowd.rows)


def test_rows_that_are_alike_stay_whole_and_a_rare_one_loses_what_is_rare() -> None:
    row = many(1)[0]
    other = (*row[:-2], "TikTok", "")
    crowd = deidentified.hidden([row] * 11 + [other] * 4 + [(*other[:-2], "Viber", "Familial")] * 7)
    assert (crowd.whole, crowd.coarser, crowd.left_out) == (11, 11, 0)
    assert Counter(crowd.rows)[*row[:-2], "", ""] >= 11
    assert deidentified.hidden([row] * 10).left_out == 10


@pytest.mark.parametrize(
    ("age", "band"), [(0, "0-8"), (8, "0-8"), (9, "9-17"), (17, "9-17"), (18, "18-20"), (47, "39-47"), (99, "48+")]
)
def test_ages_are_bands(age: int, band: str) -> None:
    assert deidentified.band(age) == band


async def test_figures_hold_no_name_no_words_and_no_day(storage: Storage, keys: Keys) -> None:
    for number in range(12):
        case, ana = await opened(storage, keys, address=str(number))
        await agrees(storage, case, ana, Scope.KEEP)
        await put(
            storage,
            case,
            ana,
            prs_Gender=["Feminine"],
            vic_AgeWhenTrafficked=["19"],
            vic_TypeOfExploitation=["ForcedLabour"],
            cas_OutgoingReferralDate=["2026-05-04"],
            cas_OutgoingReferralDetails=["Ксанаду"],
            cas_ReferredOrganisation=["ua-527"],
        )
        async with storage.writing() as session:
            await consent.keep(session, case, {"prs_FirstName": "Ксенія", "prs_Birthdate": "2007-03-02"})
            (await session.get_one(Case, case.id)).opened_at = datetime(2026, 3, number + 1, tzinfo=UTC)
    async with storage.reading() as session:
        crowd = await deidentified.crowd(session)
    content = crowd.csv().decode("utf-8-sig")
    assert (crowd.whole, crowd.coarser, crowd.left_out) == (12, 0, 0)
    (row,) = {tuple(row.items()) for row in csv.DictReader(io.StringIO(content))}
    shown = {name: value for name, value in row if value}
    assert shown == {
        "Year": "2026",
        "prs_Gender": "Feminine",
        "vic_AgeWhenTrafficked": "18-20",
        "vic_TypeOfExploitation": "ForcedLabour",
    }
    for secret in ("Ксанаду", "Ксенія", "2007", "2026-", "19", "527"):
        assert secret not in content


# ---- The pages ----


async def case_of(house: Hotline, olena: Browser, words: str = OFFER) -> tuple[int, int]:
    talk = await claimed(house, olena, text=words)
    answer = await olena.presses(f"/talks/{talk}/case")
    return talk, int(answer.headers["location"].rpartition("/")[2])


async def seen(house: Hotline, case_id: int) -> str:
    async with house.storage.reading() as session:
        return (await session.get_one(Case, case_id)).changed_at.isoformat()


async def test_a_record_is_opened_beside_the_chat_once_and_reading_it_is_audited(
    house: Hotline, arrives: Arrive
) -> None:
    olena = await arrives()
    talk, case = await case_of(house, olena)
    assert f'action="/talks/{talk}/case"' in (await olena.opens(f"/talks/{talk}")).text
    assert (await olena.presses(f"/talks/{talk}/case")).headers["location"] == f"/cases/{case}"
    for _ in range(2):
        page = (await olena.opens(f"/cases/{case}")).text
    assert "Паспорт здати координатору" in page
    assert "papers withheld" in page
    assert f'href="/cases/{case}"' in (await olena.opens("/cases")).text
    noted = await audited(house)
    assert noted.count(("case-opened", f"case:{case}")) == 1
    assert noted.count(("case-read", f"case:{case}")) == 1


async def test_nobody_else_reaches_a_record(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk, case = await case_of(house, olena)
    taras, admin = await arrives("taras"), await arrives("admin", Role.ADMIN)
    for other, status in ((taras, 404), (admin, 403)):
        assert (await other.opens(f"/cases/{case}")).status_code == status
        for deed in ("decide", "sections/status", "consent", "withdraw", "identity", "erase", "sheet"):
            answer = await other.presses(f"/cases/{case}/{deed}", scope="keep", basis="in_talk", confirm="yes")
            assert answer.status_code == status, deed
        assert (await other.presses("/cases/export", case=str(case))).status_code == status
        assert (await other.presses(f"/talks/{talk}/case")).status_code == 403
    waiting, _ = await somebody_waits(house)
    assert (await olena.presses(f"/talks/{waiting}/case")).status_code == 403


async def test_proposals_are_decided_one_by_one_and_a_section_is_saved(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    _, case = await case_of(house, olena)
    await olena.presses(f"/cases/{case}/decide", item="vic_MethodsOfControl", value="WithholdsDocuments", take="yes")
    await olena.presses(f"/cases/{case}/decide", item="cas_Status", value="Active", take="no")
    fields = {"vic_MethodsOfControl": ["WithholdsDocuments", "DebtBondage"], "seen": await seen(house, case)}
    assert (await olena.presses(f"/cases/{case}/sections/exploitation", **fields)).status_code == 303
    assert (await olena.presses(f"/cases/{case}/sections/exploitation", **fields)).status_code == 409
    assert await confirmed(house.storage, cast("Case", type("", (), {"id": case})), "vic_MethodsOfControl") == [
        "DebtBondage",
        "WithholdsDocuments",
    ]
    wrong = {"vic_AgeWhenTrafficked": "old", "seen": await seen(house, case)}
    answer = await olena.presses(f"/cases/{case}/sections/person", **wrong)
    assert answer.status_code == 422
    assert "Age when it began" in answer.text
    status = {"vic_TraffickingStatus": "ActualVictimOfTrafficking", "seen": await seen(house, case)}
    answer = await olena.presses(f"/cases/{case}/sections/status", **status)
    assert answer.status_code == 422
    assert "Only an authority decides" in answer.text


async def test_names_and_files_wait_for_consent_on_the_page_too(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    _, case = await case_of(house, olena)
    base = f"/cases/{case}"
    assert (await olena.presses(f"{base}/identity", prs_FirstName="Oksana")).status_code == 409
    assert (await olena.presses(f"{base}/sheet")).status_code == 409
    assert (await olena.presses("/cases/export", case=str(case))).status_code == 409
    for scope in ("keep", "share"):
        await olena.presses(f"{base}/consent", scope=scope, basis="in_talk")
    assert (await olena.presses(f"{base}/identity", prs_FirstName="Oksana")).status_code == 303
    assert (await olena.presses(f"{base}/identity", prs_MobilePhone="none")).status_code == 422
    table = await olena.presses("/cases/export", case=str(case))
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["cache-control"] == "no-store"
    assert '"Oksana"' in table.text
    await olena.presses(f"{base}/withdraw", scope="keep")
    assert "Oksana" not in (await olena.presses("/cases/export", case=str(case))).text
    assert "Oksana" not in (await olena.opens(base)).text
    noted = [action for action, _ in await audited(house)]
    for action in ("consent-recorded", "consent-withdrawn", "case-exported", "case-changed"):
        assert action in noted


async def test_a_record_is_erased_once_that_was_confirmed(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk, case = await case_of(house, olena)
    assert (await olena.presses(f"/cases/{case}/erase")).headers["location"] == f"/cases/{case}"
    assert (await olena.presses(f"/cases/{case}/erase", confirm="yes")).headers["location"] == "/cases"
    assert (await olena.opens(f"/cases/{case}")).status_code == 404
    assert (await olena.opens(f"/talks/{talk}")).status_code == 200
    assert ("case-erased", f"case:{case}") in await audited(house)


async def test_figures_are_for_counselors_and_admins(house: Hotline, arrives: Arrive) -> None:
    olena, admin = await arrives(), await arrives("admin", Role.ADMIN)
    await case_of(house, olena)
    for reader in (olena, admin):
        assert "Records left out: 1" in (await reader.opens("/cases/figures")).text
        parcel = zipfile.ZipFile(io.BytesIO((await reader.presses("/cases/figures")).content))
        assert len(parcel.read("cases.csv").decode("utf-8-sig").splitlines()) == 1
        assert "CC BY 4.0" in parcel.read("README.txt").decode()
    assert (await audited(house)).count(("case-figures-exported", "")) == 2


# ---- The sheet ----


async def sheet_of(house: Hotline, olena: Browser, language: str, **fields: str) -> str:
    _, case = await case_of(house, olena)
    for scope in ("keep", "share"):
        await olena.presses(f"/cases/{case}/consent", scope=scope, basis="in_talk")
    await olena.presses(f"/cases/{case}/identity", prs_FirstName="Ґанна-Țvetelina")
    for item, value in (("ilo_coercive_recruitment", "documents"), ("ilo_coercion", "documents")):
        await olena.presses(f"/cases/{case}/decide", item=item, value=value, take="yes")
    answer = await olena.presses(f"/cases/{case}/sheet", language=language, **fields)
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.content)).pages).split())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_sheet_says_in_every_language_what_was_confirmed_and_where(
    house: Hotline, arrives: Arrive, language: str
) -> None:
    written = await sheet_of(house, await arrives(), language)
    for key in ("staff-sheet", "staff-sheet-hint", "staff-ilo-documents", "staff-ilo-result-none"):
        assert TEXTS.say(language, key) in written
    assert "Паспорт здати координатору" in written
    assert TEXTS.say(language, "staff-ilo-wages") not in written.replace(TEXTS.say(language, "staff-sheet-hint"), "")
    assert "Ґанна" not in written


async def test_the_sheet_names_the_person_only_if_that_is_wanted(house: Hotline, arrives: Arrive) -> None:
    assert "Ґанна-Țvetelina" in await sheet_of(house, await arrives(), "ro", named="yes")


def test_emoji_and_hostile_words_do_not_break_the_sheet() -> None:
    from bot.cases.indicators import outcome
    from bot.cases.sheet import Part, Seen, Sheet

    words = "😀 \ud83d \0 שלום مرحبا " + "безкінечнеслово" * 40
    parts = [Part(one.code, False, [Seen(i.code, "weak", words) for i in one.indicators]) for one in indicators.load()]
    content = draw(Sheet(1, now().date(), parts, outcome("adult", {})), TEXTS, "uk")
    assert len(PdfReader(io.BytesIO(content)).pages) > 2


async def test_an_erased_talk_leaves_a_record_that_still_opens(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk, case = await case_of(house, olena)
    async with house.storage.writing() as session:
        await session.delete(await talks.lock(session, talk))
    page = await olena.opens(f"/cases/{case}")
    assert page.status_code == 200
    assert f"/talks/{talk}" not in page.text
