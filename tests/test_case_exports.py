"""What is handed on of case records: with consent in the form of the standard, or without people in it."""

import csv
import io
import random
from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.cases import consent, deidentified
from bot.cases.models import Case, Scope
from bot.cases.table import harmless
from bot.privacy.keys import Keys
from bot.storage.engine import Storage
from tests.case_stage import (
    agrees,
    handed_on,
    house,
    official,
    opened,
    put,
)
from tests.staff_stage import app, arrives
from tests.staff_stage import house as bare_house
from tests.test_storage import keys, storage

STAGE = (app, arrives, bare_house, house, keys, storage)  # fixtures, which pytest finds by these names


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


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "+7(777)", "\n=1", "\u00a0=1", "＝1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "+380000000000", "F_Construction", "Олена = я", "a-b"])
def test_what_is_no_formula_stays(cell: str) -> None:
    assert harmless(cell) == cell


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
