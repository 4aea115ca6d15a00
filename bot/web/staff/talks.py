"""What a counselor does with a talk: claim, answer, note, return, close."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.conversations import outbox
from bot.conversations.models import Author, Conversation
from bot.handoff import desk, queue, relay
from bot.replies import person
from bot.staff import accounts, audit
from bot.staff.models import Staff
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.pages import refusal
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
LONGEST = 4000
"""Characters of one message of a counselor: Telegram takes 4,096."""
_Typed = Annotated[str, Form()]


@router.post("/escalations/{escalation_id}/claim")
@needs(Permission.TAKE_CONVERSATIONS)
async def claim(visit: Here, escalation_id: Number) -> Response:
    """Take a waiting talk; from here on the bot is silent."""
    async with _deed(visit) as (session, me):
        talk = await desk.claim(session, escalation_id, me)
        if session.is_modified(talk):  # pressed twice, it is claimed and announced once
            voice = visit.hotline.library.voice(talk.language)
            await outbox.say(session, talk, person.joined(voice), author=Author.SYSTEM)
            audit.note(session, me.id, "claimed", f"talk:{talk.id}")
    tell_of(visit, talk)
    return RedirectResponse(f"/talks/{talk.id}", 303)


@router.post("/talks/{talk_id}/messages")
@needs(Permission.TAKE_CONVERSATIONS)
async def say(request: Request, visit: Here, talk_id: Number, text: _Typed = "", token: _Typed = "") -> Response:
    """Answer the person. The same `token` again is the same message."""
    text = text.replace("\r\n", "\n").strip()
    if len(text) > LONGEST:
        return refusal(request, visit, 422, "staff-message-long", count=LONGEST)
    if not text:
        return refusal(request, visit, 422, "staff-message-empty")
    async with _deed(visit) as (session, me):
        message = await relay.to_person(session, talk_id, me, text, token=token or secrets.token_hex(8))
    visit.hotline.bus.tell("outbox", f"talk:{talk_id}")  # only who has this talk sees it: not "queue"
    if "json" in request.headers.get("accept", ""):
        return JSONResponse({"ok": True, "message": message.id}, 202)
    return RedirectResponse(f"/talks/{talk_id}#m{message.id}", 303)


@router.post("/talks/{talk_id}/notes")
@needs(Permission.TAKE_CONVERSATIONS)
async def note(visit: Here, talk_id: Number, text: _Typed = "") -> Response:
    """Keep a private note."""
    if text.strip():
        async with _deed(visit) as (session, me):
            await desk.add_note(session, talk_id, me, text.strip()[:LONGEST])
        visit.hotline.bus.tell(f"talk:{talk_id}")
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/talks/{talk_id}/return")
@needs(Permission.TAKE_CONVERSATIONS)
async def give_back(visit: Here, talk_id: Number) -> Response:
    """Return a talk to the queue."""
    async with _deed(visit) as (session, me):
        talk = await return_talk(session, visit, talk_id, me)
    tell_of(visit, talk)
    return RedirectResponse("/", 303)


@router.post("/talks/{talk_id}/close")
@needs(Permission.TAKE_CONVERSATIONS)
async def close(visit: Here, talk_id: Number, confirm: _Typed = "") -> Response:
    """End a talk, once that was confirmed."""
    if confirm != "yes":
        return RedirectResponse(f"/talks/{talk_id}", 303)
    async with _deed(visit) as (session, me):
        talk = await desk.close(session, talk_id, me)
        voice = visit.hotline.library.voice(talk.language)
        await outbox.say(session, talk, person.closed(voice, str(talk.id)), author=Author.SYSTEM)
        audit.note(session, me.id, "closed", f"talk:{talk.id}")
    tell_of(visit, talk)
    return RedirectResponse("/", 303)


async def return_talk(session: AsyncSession, visit: Visit, talk_id: int, counselor: Staff) -> Conversation:
    """Return a counselor's talk to the queue and tell the person.

    Raises:
        NotClaimed: it is not theirs.
    """
    talk = await desk.give_back(session, talk_id, counselor)
    await outbox.say(session, talk, person.returned(visit.hotline.library.voice(talk.language)), author=Author.SYSTEM)
    audit.note(session, visit.me.id, "returned", f"talk:{talk.id}")
    return talk


async def return_all(session: AsyncSession, visit: Visit, counselor: Staff) -> list[Conversation]:
    """Return all talks of a counselor who can no longer answer: nobody may be left with a blocked account."""
    return [await return_talk(session, visit, line.talk_id, counselor) for line in await queue.mine(session, counselor)]


@asynccontextmanager
async def _deed(visit: Visit) -> AsyncIterator[tuple[AsyncSession, Staff]]:
    async with visit.hotline.storage.writing() as session:
        yield session, await accounts.account(session, visit.me.id)


def tell_of(visit: Visit, talk: Conversation) -> None:
    """Let the open consoles, the sender and the person's screen know that a talk changed."""
    visit.hotline.bus.tell("queue", "outbox", f"talk:{talk.id}", f"person:{talk.person_id}")
