"""The public app: the chat page, what it sends, and what it hears. It works without JavaScript, and better with it.

This is the face that strangers see. It knows nobody but by the random session in their cookie, and shows each visitor
their own talk only: every look at a talk goes through `Visitor.person`.
"""

import logging
import secrets
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from bot.conversations.incoming import Incoming
from bot.hotline import Hotline
from bot.reply import press
from bot.storage.base import now
from bot.web import assets
from bot.web.pages import Pages
from bot.web.rich import Rich
from bot.web.security import BodyLimit, SecurityHeaders, TooLarge, from_our_pages
from bot.web.sending import MOST_BODY, MOST_BYTES, Malformed, Sent, put_into_inbox, read_sent, until_answered
from bot.web.story import Story, Teller
from bot.web.stream import Streams, TooManyStreams
from bot.web.visitors import Limits, TooMany, Visitor, forget, new_token, remember, visitor_of

log = logging.getLogger(__name__)

PATIENCE = 4.0
"""Seconds for which a browser without a script is kept waiting for its answer."""
_DIGITS = 19
"""As many as a number of a message can have in the database."""
_ROBOTS = "User-agent: *\nAllow: /$\nAllow: /static/\nDisallow: /\n"


class Foreign(Exception):
    """Another site's page tried to send something in a visitor's name."""


_REFUSALS: dict[type[Exception], tuple[int, str]] = {
    Foreign: (403, "web-foreign"),
    Malformed: (400, "web-malformed"),
    TooLarge: (413, "web-too-large"),
    TooMany: (429, "web-too-many"),
    TooManyStreams: (429, "web-too-many"),
    ClientDisconnect: (400, "web-malformed"),  # gone while sending, as happens on the move: nobody hears the answer
    HTTPException: (404, "web-missing"),
    # By name: what is only an Exception is logged whole by the server, and a query's values must not be.
    SQLAlchemyError: (500, "web-trouble"),
    OSError: (500, "web-trouble"),
    Exception: (500, "web-trouble"),
}
"""What is answered to what goes wrong: status, and the text that explains it."""


def public_app(hotline: Hotline) -> FastAPI:
    """The app."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    face = PublicFace(hotline)
    app.get("/")(face.page)
    app.get("/messages")(face.messages)
    app.post("/messages")(face.send)
    app.get("/stream")(face.stream)
    app.post("/forget")(face.forget)
    app.get("/blank")(face.blank)
    app.get("/health")(face.health)
    app.get("/static/{name}")(face.static)
    app.get("/robots.txt")(face.robots)
    app.get("/manifest.webmanifest")(face.manifest)
    for reason in _REFUSALS:
        app.add_exception_handler(reason, face.refuse)
    app.add_middleware(BodyLimit, most=MOST_BODY)
    app.add_middleware(SecurityHeaders, https_only=hotline.settings.secure_cookies)
    return app


class PublicFace:
    """The routes."""

    def __init__(self, hotline: Hotline) -> None:
        self.hotline = hotline
        self.rich = Rich(hotline.library.wording.directory)
        self.pages = Pages(self.rich)
        self.limits = Limits()
        self.streams = Streams(hotline, self.rich)

    async def page(self, request: Request, forgotten: str = "") -> Response:
        """The chat page, with everything that was said."""
        return await self._page(request, "web-forgotten" if forgotten else "")

    async def _page(self, request: Request, notice: str, **more: Any) -> Response:
        async with self.hotline.storage.reading() as session:
            visitor = await visitor_of(request, self.hotline, session)
            teller = self._teller(visitor)
            story = await teller.page(session, visitor.person.id) if visitor.person else Story([], 0)
        said = teller.voice.say(notice, size=MOST_BYTES // 1024 // 1024) if notice else ""
        facts: dict[str, Any] = {"newest": story.newest, "known": bool(visitor.person), "notice": said}
        return self.pages.chat(teller.voice, [*teller.intro(), *story.bubbles], **facts, **more)

    def _teller(self, visitor: Visitor) -> Teller:
        return Teller(self.hotline.library.voice(visitor.language, visitor.country), self.rich)

    async def _visitor(self, request: Request) -> Visitor:
        async with self.hotline.storage.reading() as session:
            return await visitor_of(request, self.hotline, session)

    async def send(self, request: Request) -> Response:
        """Take a message, a pressed button or a file.

        Raises:
            Foreign, Malformed, TooLarge, TooMany: refused.
        """
        self._only_from_our_pages(request)
        visitor = await self._visitor(request)
        sent = await read_sent(request, visitor.hint)
        request.state.draft = "" if sent.is_press else sent.incoming.text
        token = visitor.token or new_token()
        self._count(visitor, token)
        person = await put_into_inbox(self.hotline, token, sent)
        if _wants_json(request):
            answer: Response = JSONResponse({"ok": True}, 202)
        else:
            await until_answered(self.hotline, person.id, PATIENCE)
            answer = RedirectResponse("/#newest", 303)
        remember(answer, token, secure=self.hotline.settings.secure_cookies)
        return answer

    def _only_from_our_pages(self, request: Request) -> None:
        if not from_our_pages(request.headers, self.hotline.settings.public_url):
            raise Foreign

    def _count(self, visitor: Visitor, token: str) -> None:
        # By whether they are known, not by whether they have a cookie: anybody can make up cookies.
        if visitor.person is None:
            self.limits.count_newcomer()
        self.limits.count_message(token)

    async def messages(self, request: Request, after: str = "") -> Response:
        """What was said after a message's number. A number that is gone gives everything: the story begins anew."""
        async with self.hotline.storage.reading() as session:
            visitor = await visitor_of(request, self.hotline, session)
            if visitor.person is None:
                return JSONResponse([])
            story = await self._teller(visitor).news(session, visitor.person.id, _number(after))
        return JSONResponse([bubble.as_json() for bubble in story.bubbles])

    async def stream(self, request: Request, after: str = "") -> Response:
        """What is said from now on, as server-sent events.

        Raises:
            TooManyStreams: they have too many open.
        """
        visitor = await self._visitor(request)
        if visitor.person is None:
            return Response(status_code=204)  # tells a browser not to ask again
        events = self.streams.open(visitor, visitor.person, _number(request.headers.get("last-event-id", after)))
        return StreamingResponse(events, media_type="text/event-stream", headers={"x-accel-buffering": "no"})

    async def forget(self, request: Request) -> Response:
        """Erase everything of a visitor, and take the session from their browser.

        Raises:
            Foreign: refused.
        """
        self._only_from_our_pages(request)
        visitor = await self._visitor(request)
        if visitor.person:
            number = secrets.token_hex(16)
            erase = Incoming("button", press("erase_yes"), number, language_hint=visitor.hint)
            await put_into_inbox(self.hotline, visitor.token, Sent(number, erase))
        json = _wants_json(request)
        answer: Response = JSONResponse({"ok": True}, 202) if json else RedirectResponse("/?forgotten=yes", 303)
        forget(answer, secure=self.hotline.settings.secure_cookies)
        return answer

    async def blank(self, request: Request) -> Response:
        """The harmless page behind "leave quickly". Asks the database nothing, so that it always comes at once."""
        visitor = await visitor_of(request, self.hotline, None)
        return self.pages.blank(visitor.language, now().date())

    async def health(self) -> Response:
        """Whether the parts answer, for whoever watches over the program."""
        try:
            async with self.hotline.storage.reading() as session:
                await session.execute(text("SELECT 1"))
            database = True
        except (SQLAlchemyError, OSError):
            database = False
        rasa = await self.hotline.dialogue.ready()
        return JSONResponse({"ok": database, "database": database, "rasa": rasa}, 200 if database else 503)

    async def static(self, name: str) -> Response:
        """A file that the pages load."""
        found = assets.file(name)
        if found is None:
            raise HTTPException(404)
        return found

    async def robots(self) -> Response:
        """Search engines may show that we exist, and nothing else."""
        return PlainTextResponse(_ROBOTS)

    async def manifest(self, request: Request) -> Response:
        """How the page looks on a phone's home screen."""
        visitor = await visitor_of(request, self.hotline, None)
        say = self.hotline.library.voice(visitor.language).say
        icon = {"src": assets.address("favicon.svg"), "sizes": "any", "type": "image/svg+xml"}
        names = {"name": say("web-name"), "short_name": say("web-short-name"), "lang": visitor.language}
        looks = {"start_url": "/", "display": "minimal-ui", "background_color": "#f3f5f6", "theme_color": "#f3f5f6"}
        return JSONResponse(names | {"icons": [icon]} | looks, media_type="application/manifest+json")

    async def refuse(self, request: Request, reason: Exception) -> Response:
        """Say kindly why something was not taken; the emergency number stays in sight."""
        status, key = next(_REFUSALS[kind] for kind in type(reason).__mro__ if kind in _REFUSALS)
        if isinstance(reason, HTTPException) and reason.status_code != HTTPStatus.NOT_FOUND:
            status, key = reason.status_code, "web-malformed"
        if status == HTTPStatus.INTERNAL_SERVER_ERROR:
            log.error("a page failed: %s", type(reason).__name__)  # not its text: it may hold what somebody wrote
        try:
            async with self.hotline.storage.reading() as session:
                visitor = await visitor_of(request, self.hotline, session)
        except (SQLAlchemyError, OSError):
            visitor = await visitor_of(request, self.hotline, None)
        voice = self.hotline.library.voice(visitor.language, visitor.country)
        said = voice.say(key, size=MOST_BYTES // 1024 // 1024)
        if _wants_json(request) or request.url.path in ("/stream", "/health"):
            return JSONResponse({"ok": False, "error": key.removeprefix("web-"), "text": said}, status)
        draft = getattr(request.state, "draft", "")
        return self.pages.chat(voice, [], notice=said, draft=draft, known=bool(visitor.person), status=status)


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _number(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < _DIGITS else 0
