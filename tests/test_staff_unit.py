"""The staff application: who gets in, where, and how. Real SQLite, the real application, no browser."""

import asyncio
import re
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from starlette.routing import Mount

from bot.hotline import Hotline
from bot.staff import accounts, links, passwords, permissions
from bot.staff import sign_in as signing
from bot.staff.models import Role, SignInFailure, Staff, StaffSession
from bot.staff.permissions import Permission
from bot.storage.base import now
from bot.web.staff.guard import COOKIE, is_open, needed
from tests.staff_stage import TEXTS, Arrive, Browser, aged, app, arrives, house, said, somebody_waits

STAGE = (app, arrives, house)  # fixtures, which pytest finds by these names
pytestmark = pytest.mark.asyncio

PASSWORD = "four unrelated words here"
_LONG_AGO = timedelta(hours=12, minutes=1)


# ---- The guard ----


def ways(app: FastAPI) -> list[tuple[str, str, Permission | None]]:
    found = []
    for route in app.routes:
        if isinstance(route, Mount):
            assert route.path == "/static"
            continue
        path = re.sub(r"\{\w+\}", "1", route.path)  # type: ignore[attr-defined]
        found += [(method, path, needed(route)) for method in route.methods]  # type: ignore[attr-defined]
    return found


async def test_every_route_is_open_by_name_or_declares_its_permission(app: FastAPI) -> None:
    assert len(ways(app)) > 20
    for _, path, permission in ways(app):
        assert (permission is None) == is_open(path), path


async def test_nobody_gets_in_anywhere(app: FastAPI) -> None:
    for method, path, _ in ways(app):
        answer = await Browser(app).asks(method, path)
        if is_open(path):
            continue
        if method == "GET":
            assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), path
        else:
            assert answer.status_code == 401, path


STREAMS = ("/stream", "/board/stream")
"""They never end for somebody who may open them."""


@pytest.mark.parametrize("role", list(Role))
async def test_each_role_gets_in_only_where_it_may(app: FastAPI, arrives: Arrive, role: Role) -> None:
    for number, (method, path, permission) in enumerate(ways(app)):
        if permission is None or path in (*STREAMS, "/api/analyze"):
            continue
        browser = await arrives(f"someone-{number}", role)
        answer = await browser.asks(method, path)
        refused = answer.status_code == 403 and TEXTS.say("en", "staff-refused-permission") in answer.text
        assert refused != permissions.may(role, permission), (path, answer.status_code)


async def test_the_stream_and_the_analysis_are_guarded_too(arrives: Arrive) -> None:
    admin = await arrives("ada", Role.ADMIN)
    for stream in STREAMS:
        assert (await admin.opens(stream)).status_code == 403
    answer = await admin.client.post("/api/analyze", content="{}", headers={"x-csrf": admin.csrf})
    assert (answer.status_code, answer.json()) == (422, {"error": "no text"})
    assert (await admin.client.post("/api/analyze", json={"text": "hello"})).status_code == 403


async def test_a_route_without_a_permission_is_refused_for_everybody(app: FastAPI, arrives: Arrive) -> None:
    async def forgotten() -> str:
        return "open"

    app.add_api_route("/forgotten", forgotten)
    for role in Role:
        answer = await (await arrives(role.value, role)).opens("/forgotten")
        assert answer.status_code == 403


@pytest.mark.parametrize("csrf", ["", "wrong", "ключ"])
async def test_a_form_without_the_right_token_changes_nothing(house: Hotline, arrives: Arrive, csrf: str) -> None:
    counselor = await arrives()
    counselor.csrf = csrf
    talk, escalation = await somebody_waits(house)
    assert (await counselor.presses(f"/escalations/{escalation}/claim")).status_code == 403
    assert len(await said(house, talk)) == 2


async def test_another_site_cannot_post_even_with_the_token(house: Hotline, app: FastAPI, arrives: Arrive) -> None:
    counselor = await arrives()
    for headers in ({"origin": "https://evil.test"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        counselor.client.headers.update(headers)
        assert (await counselor.presses("/shift", on="1")).status_code == 403
        answer = await Browser(app).client.post("/sign-in", data={"name": "x", "password": "y"}, headers=headers)
        assert answer.status_code == 403


async def test_a_body_that_is_too_large_is_refused(arrives: Arrive, app: FastAPI) -> None:
    counselor = await arrives()
    assert (await counselor.presses("/me", language="x" * 1_000_001)).status_code == 413
    assert (await Browser(app).presses("/sign-in", name="x" * 1_000_001)).status_code == 413


async def test_pages_are_never_kept_and_load_nothing_foreign(arrives: Arrive, app: FastAPI) -> None:
    counselor = await arrives()
    for answer in (await counselor.opens("/"), await Browser(app).opens("/sign-in"), await Browser(app).opens("/")):
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert not re.search(
            r"<script(?! type=\"module\" src=\"/static/)|\sstyle=|\son\w+=|https?://(?!www\.w3\.org)", answer.text
        )
    styles = await Browser(app).opens("/static/staff.css")
    assert (styles.status_code, styles.headers["cache-control"]) == (200, "no-cache")
    assert (await Browser(app).opens("/static/../staff/app.py")).status_code != 200


async def test_health_is_open(app: FastAPI) -> None:
    assert (await Browser(app).opens("/health")).json() == {"ok": True, "database": True}


async def test_an_unknown_page_says_so_and_a_silly_number_too(arrives: Arrive) -> None:
    counselor = await arrives()
    for path in ("/nothing", "/talks/abc", "/talks/99999999999999999999999", "/talks/0"):
        assert (await counselor.opens(path)).status_code == 404


# ---- Signing in ----


async def with_password(house: Hotline, name: str = "olena", password: str = PASSWORD) -> None:
    hashed = await passwords.hashed(password)
    async with house.storage.writing() as session:
        staff = await accounts.create(session, name, Role.COUNSELOR, "en")
        staff.password = hashed


async def test_signing_in_and_out(house: Hotline, app: FastAPI) -> None:
    await with_password(house)
    browser = Browser(app)
    answer = await browser.presses("/sign-in", name=" OLENA ", password=PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    page = await browser.opens("/")
    assert page.status_code == 200
    token = browser.client.cookies[COOKIE]
    async with house.storage.reading() as session:
        assert (await session.get_one(StaffSession, links.digest(token))).token != token
    browser.csrf = re.search(r'name="csrf" value="([^"]+)"', page.text)[1]  # type: ignore[index]
    assert (await browser.presses("/sign-out")).headers["location"] == "/sign-in"
    browser.client.cookies.set(COOKIE, token)
    assert (await browser.opens("/")).status_code == 303


async def test_each_sign_in_is_a_new_session_and_ends_the_one_before(house: Hotline, app: FastAPI) -> None:
    await with_password(house)
    browser = Browser(app)
    await browser.presses("/sign-in", name="olena", password=PASSWORD)
    first = browser.client.cookies[COOKIE]
    await browser.presses("/sign-in", name="olena", password=PASSWORD)
    assert browser.client.cookies[COOKIE] != first
    async with house.storage.reading() as session:
        assert await signing.find(session, first) is None


async def test_unknown_name_wrong_password_and_blocked_look_the_same(house: Hotline, app: FastAPI) -> None:
    await with_password(house)
    await with_password(house, "blocked")
    async with house.storage.writing() as session:
        await session.execute(update(Staff).where(Staff.name == "blocked").values(active=False))
    answers = [
        await Browser(app).presses("/sign-in", name=name, password=password)
        for name, password in (("nobody", PASSWORD), ("olena", "wrong"), ("blocked", PASSWORD))
    ]
    assert {answer.status_code for answer in answers} == {403}
    assert len({re.sub(r'value="\w+"', "", answer.text) for answer in answers}) == 1


async def test_after_five_failures_a_name_waits(house: Hotline, app: FastAPI) -> None:
    await with_password(house)
    for _ in range(5):
        assert (await Browser(app).presses("/sign-in", name="olena", password="wrong")).status_code == 403
    answer = await Browser(app).presses("/sign-in", name="Olena", password=PASSWORD)
    assert answer.status_code == 429
    assert "15 minutes" in answer.text
    await with_password(house, "ihor")
    assert (await Browser(app).presses("/sign-in", name="ihor", password=PASSWORD)).status_code == 303
    await aged(house, SignInFailure, at=now() - signing.WINDOW)
    assert (await Browser(app).presses("/sign-in", name="olena", password=PASSWORD)).status_code == 303


async def test_many_guesses_at_the_same_moment_count_each(house: Hotline, app: FastAPI) -> None:
    await with_password(house)
    guesses = [Browser(app).presses("/sign-in", name="olena", password=f"guess {number}") for number in range(8)]
    answers = await asyncio.gather(*guesses)
    assert sorted(answer.status_code for answer in answers) == [403] * 5 + [429] * 3


async def test_a_silent_session_ends(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    await aged(house, StaffSession, seen_at=now() - timedelta(hours=11))
    assert (await counselor.opens("/")).status_code == 200  # and this lengthens it
    await aged(house, StaffSession, seen_at=now() - _LONG_AGO)
    assert (await counselor.opens("/")).status_code == 303


async def test_an_open_console_keeps_the_counselor_there_but_not_the_session(house: Hotline, arrives: Arrive) -> None:
    counselor = await arrives()
    then = now() - timedelta(hours=11)
    await aged(house, StaffSession, seen_at=then)
    await aged(house, Staff, seen_at=then)
    assert await signing.still_there(house.storage, house.signs, counselor.client.cookies[COOKIE])
    async with house.storage.reading() as session:
        found = await signing.find(session, counselor.client.cookies[COOKIE])
    assert found
    assert found[0].seen_at == then
    assert found[1].seen_at
    assert found[1].seen_at > then


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("short", "short"),
        ("x" * 201, "long"),
        ("olena.kovalenko", "name"),
        ("password1234", "common"),
        ("aaaaaaaaaaaa", "common"),
    ],
)
async def test_weak_passwords_are_refused(password: str, reason: str) -> None:
    with pytest.raises(passwords.PasswordTooWeak) as refused:
        passwords.accept(password, "olena.kovalenko")
    assert refused.value.reason == reason
