"""The guard before every page of the staff application: what is not allowed by name is refused.

It is the one place that decides. A short list of addresses is open; everything else needs a session, a permission that
the page declares with `needs` and that the reader's role has, and, when it changes something, the session's CSRF token.
A page that declares no permission is refused for everybody, so forgetting it shows at once and opens nothing.
The open addresses know no session and so no token: the check of the origin keeps foreign pages from posting there.
"""

import hmac
from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.hotline import Hotline
from bot.staff import sign_in
from bot.staff.permissions import Permission
from bot.web.security import from_our_pages
from bot.web.staff.pages import refusal
from bot.web.staff.visit import Visit, first_language

COOKIE = "hotline_staff"
OPEN = ("/sign-in", "/health")
OPEN_BELOW = ("/welcome/", "/static/")
_SAFE = ("GET", "HEAD", "OPTIONS")
_MOST_BYTES = 1_000_000


class Refused(Exception):
    """The request goes no further; carries the answer."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


def needs[Endpoint: Callable[..., Any]](
    permission: Permission, most_bytes: int = _MOST_BYTES
) -> Callable[[Endpoint], Endpoint]:
    """Declare the permission that a page needs, and how large a form it takes: stands directly above its function."""

    def mark(endpoint: Endpoint) -> Endpoint:
        endpoint.permission = permission  # type: ignore[attr-defined]  # functions carry attributes
        endpoint.most_bytes = most_bytes  # type: ignore[attr-defined]
        return endpoint

    return mark


def needed(route: BaseRoute) -> Permission | None:
    """The permission that a route declares, if it does."""
    permission = getattr(getattr(route, "endpoint", None), "permission", None)
    return permission if isinstance(permission, Permission) else None


def is_open(path: str) -> bool:
    """Whether an address is open to everybody."""
    return path in OPEN or path.startswith(OPEN_BELOW)


class Guard:
    """Lets a request through, or answers it itself."""

    def __init__(self, app: ASGIApp, *, hotline: Hotline) -> None:
        self.app = app
        self.hotline = hotline

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, if it may."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # we have no web sockets
        try:
            receive = await self._admit(Request(scope, receive))
        except Refused as refused:
            await refused.answer(scope, receive, send)
            return
        await self.app(scope, receive, send)

    async def _admit(self, request: Request) -> Receive:
        visit = await self._visit(request)
        request.state.visit = visit
        changes = request.method not in _SAFE
        if changes and not from_our_pages(request.headers):
            raise Refused(refusal(request, visit, 403, "staff-refused-foreign"))
        path = request.url.path
        if is_open(path):
            return _again(await _body(request, visit), request.receive) if changes else request.receive
        if visit.signed_in is None:
            raise Refused(_to_sign_in(request, visit))
        route = _route(request)
        if route is not None and not _allowed(route, visit):
            raise Refused(refusal(request, visit, 403, "staff-refused-permission"))
        most = getattr(getattr(route, "endpoint", None), "most_bytes", _MOST_BYTES)
        return await _checked(request, visit, most) if changes else request.receive

    async def _visit(self, request: Request) -> Visit:
        token = request.cookies.get(COOKIE, "")
        signed_in = await sign_in.visit(self.hotline.storage, token) if not _is_static(request) else None
        if signed_in is None:
            return Visit(self.hotline, first_language(self.hotline, request.headers.get("accept-language", "")))
        language = self.hotline.library.texts.spoken(signed_in.staff.language)
        return Visit(self.hotline, language or self.hotline.settings.default_language, token, signed_in)


def _is_static(request: Request) -> bool:
    return request.url.path.startswith("/static/") or request.url.path == "/health"


def _to_sign_in(request: Request, visit: Visit) -> Response:
    accepts = request.headers.get("accept", "")
    if request.method == "GET" and "json" not in accepts and "event-stream" not in accepts:
        return RedirectResponse("/sign-in", 303)
    return refusal(request, visit, 401, "staff-refused-signed-out")  # a redirect would lose what was written


def _route(request: Request) -> BaseRoute | None:
    """The page that answers; None if there is no such page, which the application says."""
    routes: list[BaseRoute] = request.app.routes
    return next((route for route in routes if route.matches(request.scope)[0] is Match.FULL), None)


def _allowed(route: BaseRoute, visit: Visit) -> bool:
    permission = needed(route)
    return permission is not None and visit.may(permission)


async def _checked(request: Request, visit: Visit, most_bytes: int) -> Receive:
    """Demand the CSRF token of the session, in the header X-CSRF or in the form."""
    body = await _body(request, visit, most_bytes)
    copy = Request(request.scope, _again(body, request.receive))
    sent = request.headers.get("x-csrf") or await _form_token(copy, visit)
    if not hmac.compare_digest(sent.encode("utf-8", "replace"), visit.csrf.encode()):
        raise Refused(refusal(request, visit, 403, "staff-refused-csrf"))
    return _again(body, request.receive)


async def _form_token(request: Request, visit: Visit) -> str:
    try:
        async with request.form() as form:
            sent = form.get("csrf")
    except (HTTPException, MultiPartException):
        raise Refused(refusal(request, visit, 400, "staff-refused-csrf")) from None
    return sent if isinstance(sent, str) else ""


async def _body(request: Request, visit: Visit, most_bytes: int = _MOST_BYTES) -> bytes:
    """Read the body, as long as it is of a sensible size."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > most_bytes:
                raise Refused(refusal(request, visit, 413, "staff-refused-size"))
    except ClientDisconnect:
        raise Refused(Response(status_code=400)) from None  # nobody is there to read it
    return bytes(body)


def _again(body: bytes, then: Receive) -> Receive:
    """A receiver that gives a body that was read already once more."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return left.pop() if left else await then()

    return receive
