"""Case records through their pages."""

import io
import zipfile
from typing import cast

from bot.cases.models import Case
from bot.conversations import talks
from bot.hotline import Hotline
from bot.staff.models import Role
from tests.case_stage import case_of, confirmed, house, seen
from tests.staff_stage import Arrive, app, arrives, audited, somebody_waits
from tests.staff_stage import house as bare_house
from tests.test_storage import keys, storage

STAGE = (app, arrives, bare_house, house, keys, storage)  # fixtures, which pytest finds by these names


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


async def test_an_erased_talk_leaves_a_record_that_still_opens(house: Hotline, arrives: Arrive) -> None:
    olena = await arrives()
    talk, case = await case_of(house, olena)
    async with house.storage.writing() as session:
        await session.delete(await talks.lock(session, talk))
    page = await olena.opens(f"/cases/{case}")
    assert page.status_code == 200
    assert f"/talks/{talk}" not in page.text
