"""What a counselor does with a talk: claim, answer, note, return. Closing has a form of its own (`cases_closing.py`)."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.conversations import outbox, talks
from bot.conversations.models import Author, Conversation
from bot.directory.unknown import unknown_numbers
from bot.handoff import desk, looks, queue, relay
from bot.replies import person
from bot.replies.voice import Voice
from bot.reply import Reply
from bot.staff import accounts, audit
from bot.staff.models import Staff
from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.pages import page, refusal
from bot.web.staff.visit import Here, Number, Visit

router = APIRouter()
LONGEST = 4000
"""Characters of one message of a counselor: Telegram takes 4,096."""
_Typed = Annotated[str, Form()]


@router.post("/escalations/{escalation_id}/claim")
@needs(Permission.TAKE_CONVERSATIONS)
async def claim(visit: Here, escalation_id: Number) -> Response:
    """Take a waiting talk; from here on the bot is silent."""
    async with deed(visit) as (session, me):
        claimed = await desk.claim(session, escalation_id, me)
        talk = claimed.talk
        if claimed.new:  # pressed twice, it is claimed and announced once
            await tell_person(session, visit, talk, person.joined)
            audit.note(session, me.id, "claimed", f"talk:{talk.id}")
    tell_of(visit, talk, f"staff:{visit.me.id}")
    forget = BackgroundTask(visit.hotline.dialogue.forget, claimed.dialogue) if claimed.new else None
    return RedirectResponse(f"/talks/{talk.id}", 303, background=forget)


@router.post("/talks/{talk_id}/messages")
@needs(Permission.TAKE_CONVERSATIONS)
async def say(
    request: Request,
    visit: Here,
    talk_id: Number,
    *,
    text: _Typed = "",
    token: _Typed = "",
    reply_to: _Typed = "",
    sure: _Typed = "",
) -> Response:
    """Answer the person. The same `token` again is the same message.

    A phone number that is not in the directory is sent only with `sure=yes`: before that the answer is a question.
    """
    text = text.replace("\r\n", "\n").strip()
    if len(text) > LONGEST:
        return refusal(request, visit, 422, "staff-message-long", count=LONGEST)
    if not text:
        return refusal(request, visit, 422, "staff-message-empty")
    token = token or secrets.token_hex(8)
    if sure != "yes" and (numbers := unknown_numbers(text)):
        return _ask(request, visit, numbers, talk_id=talk_id, text=text, token=token, reply_to=reply_to)
    async with deed(visit) as (session, me):
        answered = await talks.message_of(session, talk_id, reply_to)
        message = await relay.to_person(session, talk_id, me, text, token=token, reply_to_id=answered)
    visit.hotline.bus.tell("outbox", f"words:{talk_id}")  # only who has this talk sees it: not "queue"
    if "json" in request.headers.get("accept", ""):
        return JSONResponse({"ok": True, "message": message.id}, 202)
    return RedirectResponse(f"/talks/{talk_id}#m{message.id}", 303)


def _ask(request: Request, visit: Visit, numbers: list[str], **form: Any) -> Response:
    """Ask whether numbers that nobody has checked are right; a page brings the message along."""
    question = visit.say("staff-console-number-ask", numbers=", ".join(numbers))
    if "json" in request.headers.get("accept", ""):
        return JSONResponse({"question": question}, 409)
    return page(visit, "sure.html", 409, question=question, **form)


@router.post("/talks/{talk_id}/notes")
@needs(Permission.TAKE_CONVERSATIONS)
async def note(visit: Here, talk_id: Number, text: _Typed = "") -> Response:
    """Keep a private note."""
    if text.strip():
        async with deed(visit) as (session, me):
            await looks.add_note(session, talk_id, me, text.strip()[:LONGEST])
        visit.hotline.bus.tell(f"talk:{talk_id}")
    return RedirectResponse(f"/talks/{talk_id}", 303)


@router.post("/talks/{talk_id}/return")
@needs(Permission.TAKE_CONVERSATIONS)
async def give_back(visit: Here, talk_id: Number) -> Response:
    """Return a talk to the queue."""
    async with deed(visit) as (session, me):
        talk = await return_talk(session, visit, talk_id, me)
    tell_of(visit, talk)
    return RedirectResponse("/", 303)


async def return_talk(
    session: AsyncSession, visit: Visit, talk_id: int, counselor: Staff, cause: str = ""
) -> Conversation:
    """Return a counselor's talk to the queue and tell the person. `cause`: why, if they do not do it themselves.

    Raises:
        NotClaimed: it is not theirs.
    """
    talk = await desk.give_back(session, talk_id, counselor, cause=cause)
    await tell_person(session, visit, talk, person.returned)
    audit.note(session, visit.me.id, "returned", f"talk:{talk.id}")
    return talk


async def return_all(session: AsyncSession, visit: Visit, counselor: Staff) -> list[Conversation]:
    """Return all talks of a counselor who can no longer answer: nobody may be left with a blocked account."""
    lines = await queue.mine(session, counselor)
    return [await return_talk(session, visit, line.talk_id, counselor, "blocked") for line in lines]


@asynccontextmanager
async def deed(visit: Visit) -> AsyncIterator[tuple[AsyncSession, Staff]]:
    """A unit of work with one's own account, under lock."""
    async with visit.hotline.storage.writing() as session:
        yield session, await accounts.account(session, visit.me.id)


async def tell_person(session: AsyncSession, visit: Visit, talk: Conversation, words: Callable[[Voice], Reply]) -> None:
    """Tell the person, in their language, what became of their talk."""
    await outbox.say(session, talk, words(visit.hotline.library.voice(talk.language)), author=Author.SYSTEM)


def tell_of(visit: Visit, talk: Conversation, whose: str = "hands") -> None:
    """Let the open consoles, the sender and the person's screen know that a talk changed.

    `whose`: the topic of those whose own talks are others now: one counselor's, or everybody's.
    """
    visit.hotline.bus.tell("queue", whose, "outbox", f"talk:{talk.id}", f"person:{talk.person_id}")
