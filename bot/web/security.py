"""What both faces send and demand in every request: strict headers, the same origin, and bodies of a bounded size.

Deny by default: a page of ours may load only what we serve ourselves, nobody may frame it, and no other site may post
to it.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer": with it browsers send "Origin: null" with our own forms, as with those of other sites.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    # A shared or borrowed device must not keep a page of a talk. What may be kept says so itself.
    "cache-control": "no-store",
}
_DRAINED = 50 * 1024 * 1024
_HTTPS_ONLY = "max-age=31536000; includeSubDomains"


class SecurityHeaders:
    """Adds the headers to every answer that does not set its own."""

    def __init__(self, app: ASGIApp, *, https_only: bool = False) -> None:
        """`https_only`: tell browsers never to come by plain http again."""
        self.app = app
        self._headers: Mapping[str, str] = _HEADERS | ({"strict-transport-security": _HTTPS_ONLY} if https_only else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class TooLarge(Exception):
    """The body is larger than is accepted; raised while it is being read, so it never fills the memory."""


class BodyLimit:
    """Stops reading a body that grows too large, whatever its Content-Length says."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        """`most`: bytes of a body."""
        self.app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with a receiver that counts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        length = int(said) if said.isdecimal() else 0
        read = 0

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            if message["type"] == "http.request":
                read += len(message.get("body", b""))
                if read > self._most or length > self._most:
                    await _drain(receive, message, most=_DRAINED - read)
                    raise TooLarge
            return message

        await self.app(scope, receive_counted, send)


async def _drain(receive: Receive, message: Message, most: int) -> None:
    """Let the rest go by unread: a browser that is cut off while it sends shows an error of its own, not our answer."""
    while most > 0 and message["type"] == "http.request" and message.get("more_body"):
        message = await receive()
        most -= len(message.get("body", b""))


def from_our_pages(headers: Headers, public_url: str = "") -> bool:
    """Whether a request that changes something was sent by a page of this very host, and not forged by another site.

    Browsers say so in Sec-Fetch-Site and Origin, old ones only in Referer. A request with none of them comes from no
    page at all, or from a browser so old that the cookie's SameSite is all there is.

    Args:
        headers: of the request.
        public_url: the address by which the outside knows us, for proxies that change Host.
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    said = headers.get("origin") or headers.get("referer")
    if said is None:
        return True
    ours = {headers.get("host", "").lower(), urlsplit(public_url).netloc.lower()} - {""}
    return _host_of(said) in ours


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:  # "http://[" and the like
        return ""
