"""One-time links and accounts of the staff."""

import asyncio
import re
from datetime import timedelta

import pytest
from fastapi import FastAPI

from bot.conversations.models import Conversation, State
from bot.hotline import Hotline
from bot.staff import accounts, links
from bot.staff.models import Role, SignInLink
from bot.storage.base import now
from tests.staff_stage import TEXTS, Arrive, Browser, aged, app, arrives, audited, claimed, house, said

STAGE = (app, arrives, house)  # fixtures, which pytest finds by these names
pytestmark = pytest.mark.asyncio

PASSWORD = "four unrelated words here"


# ---- One-time links ----


async def test_the_first_admin_gets_in_by_link_once(house: Hotline, app: FastAPI) -> None:
    async with house.storage.writing() as session:
        lost = await links.first_admin_link(session)
    async with house.storage.writing() as session:
        token = await links.first_admin_link(session)
    assert lost
    assert token
    assert lost != token
    assert (await Browser(app).opens(f"/welcome/{lost}")).status_code == 410  # only the newest link works
    browser = Browser(app)
    assert "admin" in (await browser.opens(f"/welcome/{token}")).text
    assert (await browser.presses(f"/welcome/{token}", password="short", again="short")).status_code == 422
    assert (await browser.presses(f"/welcome/{token}", password=PASSWORD, again="other")).status_code == 422
    answer = await browser.presses(f"/welcome/{token}", password=PASSWORD, again=PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert (await browser.opens("/accounts")).status_code == 200
    again = await Browser(app).presses(f"/welcome/{token}", password="another long one", again="another long one")
    assert again.status_code == 410
    async with house.storage.writing() as session:
        assert await links.first_admin_link(session) is None


async def test_of_two_who_use_a_link_at_once_one_succeeds(house: Hotline, app: FastAPI) -> None:
    async with house.storage.writing() as session:
        token = await links.first_admin_link(session)
    tries = [Browser(app).presses(f"/welcome/{token}", password=p, again=p) for p in (PASSWORD, PASSWORD + "!")]
    assert sorted(answer.status_code for answer in await asyncio.gather(*tries)) == [303, 410]


async def test_an_old_link_opens_nothing(house: Hotline, app: FastAPI) -> None:
    async with house.storage.writing() as session:
        token = await links.first_admin_link(session)
    await aged(house, SignInLink, expires_at=now() - timedelta(seconds=1))
    assert (await Browser(app).opens(f"/welcome/{token}")).status_code == 410


# ---- Accounts ----


async def test_an_admin_makes_an_account_and_its_link_works(house: Hotline, app: FastAPI, arrives: Arrive) -> None:
    admin = await arrives("ada", Role.ADMIN)
    answer = await admin.presses("/accounts", name="Марія", role="counselor", language="uk")
    link = re.search(r'value="https://staff\.test(/welcome/[^"]+)"', answer.text)
    assert answer.status_code == 201
    assert link
    assert link[1] not in (await admin.opens("/accounts")).text
    browser = Browser(app)
    await browser.presses(link[1], password=PASSWORD, again=PASSWORD)
    assert 'lang="uk"' in (await browser.opens("/")).text
    assert (await admin.presses("/accounts", name="марія", role="counselor", language="uk")).status_code == 409
    assert (await admin.presses("/accounts", name="a b", role="counselor", language="uk")).status_code == 422
    assert (await admin.presses("/accounts", name="boss", role="owner", language="uk")).status_code == 422
    assert await audited(house) == [("account-made", "марія"), ("password-set", "")]


async def test_blocking_signs_out_and_returns_the_chats(house: Hotline, arrives: Arrive) -> None:
    counselor, admin = await arrives(), await arrives("ada", Role.ADMIN)
    talk = await claimed(house, counselor)
    assert counselor.staff
    assert admin.staff
    assert (await admin.presses(f"/accounts/{counselor.staff.id}/block")).status_code == 303
    assert (await counselor.opens("/")).status_code == 303
    async with house.storage.reading() as session:
        assert (await session.get_one(Conversation, talk)).state == State.WAITING
    assert (await said(house, talk))[-1] == ("system", TEXTS.say("en", "counselor-returned"))
    assert (await admin.presses(f"/accounts/{admin.staff.id}/block")).status_code == 409
    assert (await admin.presses(f"/accounts/{counselor.staff.id}/unblock")).status_code == 303
    assert (await admin.presses("/accounts/999/link")).status_code == 404


async def test_another_role_signs_in_anew(house: Hotline, arrives: Arrive) -> None:
    counselor, admin = await arrives(), await arrives("ada", Role.ADMIN)
    assert counselor.staff
    assert admin.staff
    async with house.storage.writing() as session:
        await accounts.set_role(session, admin.staff, counselor.staff.id, Role.ADMIN)
        with pytest.raises(accounts.OwnAccount):
            await accounts.set_role(session, admin.staff, admin.staff.id, Role.COUNSELOR)
    assert (await counselor.opens("/")).status_code == 303


async def test_the_language_of_ones_pages(arrives: Arrive) -> None:
    counselor = await arrives()
    await counselor.presses("/me", language="ro")
    assert TEXTS.say("ro", "staff-waiting-none") in (await counselor.opens("/")).text
    await counselor.presses("/me", language="xx")
    assert 'lang="ro"' in (await counselor.opens("/")).text
