"""The stage for tests of case records: records on a real database, and beside a chat on the staff pages."""

import csv
import io
from pathlib import Path

import pytest_asyncio
from sqlalchemy import select

from bot.cases import consent, export, records, standard
from bot.cases.found import Found
from bot.cases.models import Basis, Case, Scope
from bot.conversations.models import Conversation
from bot.danger.levels import Level
from bot.directory.services import Directory
from bot.handoff import desk
from bot.hotline import Hotline
from bot.offers.check import OfferCheck
from bot.privacy.keys import Keys
from bot.staff.models import Staff
from bot.storage.engine import Storage
from tests.staff_stage import Browser, claimed
from tests.test_storage import counselor, told

OFFER = "Робота в готелі, Італія, 4000 євро. Паспорт здати координатору. Деталі у вайбері."
CHECK = OfferCheck()
STANDARD = Path(standard.__file__).with_name("htcds")


@pytest_asyncio.fixture
async def house(bare_house: Hotline) -> Hotline:
    """The stage, with an offer check."""
    object.__setattr__(bare_house.library, "offers", CHECK)
    return bare_house


def official() -> dict[str, dict[str, str]]:
    with (STANDARD / "field-standards-2.0.csv").open(encoding="utf-8", newline="") as file:
        return {row["Field Name including Prefix"]: row for row in csv.DictReader(file)}


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


async def case_of(house: Hotline, olena: Browser, words: str = OFFER) -> tuple[int, int]:
    talk = await claimed(house, olena, text=words)
    answer = await olena.presses(f"/talks/{talk}/case")
    return talk, int(answer.headers["location"].rpartition("/")[2])


async def seen(house: Hotline, case_id: int) -> str:
    async with house.storage.reading() as session:
        return (await session.get_one(Case, case_id)).changed_at.isoformat()
