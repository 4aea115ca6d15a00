"""The unreliability of life, switched on by a test: errors, silence, lost answers, flood control."""

import math
import time
from collections import deque
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.responses import HTMLResponse, JSONResponse, Response

from .errors import Refusal

ANY = "*"
WINDOW = 1.0  # seconds
SENDING = {"sendmessage", "sendphoto", "sendvoice", "senddocument", "editmessagetext", "editmessagereplymarkup"}
BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)


@dataclass
class Fail:
    """Answers with an error and does nothing."""

    status: int
    description: str | None
    retry_after: int | None

    def response(self) -> Response:
        """The error; without a description, 502 is a web server's HTML page and the rest Telegram's usual words."""
        if self.status == HTTPStatus.BAD_GATEWAY and self.description is None:
            return HTMLResponse(BAD_GATEWAY, status_code=self.status)
        refusal = Refusal(self.status, self.description or self._usual(), retry_after=self.retry_after)
        return JSONResponse(refusal.payload(), status_code=self.status)

    def _usual(self) -> str:
        phrase = HTTPStatus(self.status).phrase if self.status in set(HTTPStatus) else "Unknown Error"
        return phrase if self.retry_after is None else f"{phrase}: retry after {self.retry_after}"


@dataclass
class Hang:
    """Is silent for some seconds; `done`: the thing was done before the silence."""

    seconds: float
    done: bool


@dataclass
class Drop:
    """Does the thing and closes the connection without an answer."""


type Fault = Fail | Hang | Drop


@dataclass
class _Planned:
    method: str
    left: float
    fault: Fault


@dataclass
class Faults:
    """Faults that wait for their calls; the oldest that fits goes first."""

    planned: list[_Planned] = field(default_factory=list)

    def plan(self, method: str, times: int | None, fault: Fault) -> None:
        """Let the next calls of a method (`*`: of any) meet a fault; `times` None: until healed."""
        self.planned.append(_Planned(method.lower(), math.inf if times is None else times, fault))

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets."""
        for one in self.planned:
            if one.left > 0 and one.method in (ANY, method.lower()):
                one.left -= 1
                return one.fault
        return None

    def heal(self, method: str | None) -> None:
        """Forget the faults of a method, or all."""
        self.planned = [one for one in self.planned if method and one.method != method.lower()]


@dataclass
class Flood:
    """Flood control over a sliding second; a limit of None does not limit."""

    per_second: float | None = None
    per_chat_per_second: float | None = None
    _times: dict[str, deque[float]] = field(default_factory=dict)

    def wait(self, method: str, chat_id: str) -> int | None:
        """Seconds to wait if this call is one too many, None if it may pass; only what passes is counted."""
        if method.lower() not in SENDING:
            return None
        now = time.monotonic()
        limits = ((ANY, self.per_second), (chat_id, self.per_chat_per_second))
        if any(self._full(key, limit, now) for key, limit in limits):
            return math.ceil(WINDOW)
        for key, _ in limits:
            self._times[key].append(now)
        return None

    def _full(self, key: str, limit: float | None, now: float) -> bool:
        times = self._times.setdefault(key, deque())
        while times and times[0] <= now - WINDOW:
            times.popleft()
        return limit is not None and len(times) >= limit
