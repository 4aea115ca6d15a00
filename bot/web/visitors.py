"""Who visits the web chat: a random session in a cookie, their browser's language, and how much they may send.

Nothing is stored for merely looking: the session is made when somebody first sends or presses something.
"""

import re
import secrets
import time
from collections import OrderedDict, deque
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import Response

from bot.conversations import people
from bot.conversations.models import Person
from bot.hotline import Hotline
from bot.texts import Texts

CHANNEL = "webchat"
COOKIE = "hotline_talk"
_DAYS = 90
"""As long as a silent talk is kept (bot/retention)."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_MINUTE = 60.0
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True)
class Visitor:
    """Somebody at the web chat. `token` is empty and `person` None until they first sent something."""

    token: str
    person: Person | None
    language: str
    hint: str

    @property
    def country(self) -> str | None:
        """The country they said they are in."""
        return self.person.country if self.person else None


async def visitor_of(request: Request, hotline: Hotline, session: AsyncSession | None) -> Visitor:
    """Who sends a request; looks, and changes nothing. `session` None: the database is not to be asked."""
    token = request.cookies.get(COOKIE, "")
    token = token if _TOKEN.fullmatch(token) else ""
    person = await people.find(session, hotline.keys, CHANNEL, token) if session and token else None
    hint = wanted_language(request.headers.get("accept-language", ""), hotline.library.texts) or ""
    spoken = (person.chosen_language or person.language) if person else None
    return Visitor(token, person, spoken or hotline.first_language(hint), hint)


def wanted_language(header: str, texts: Texts) -> str | None:
    """The language in which to answer a browser, from its Accept-Language; None if it wants none of ours."""
    wishes = []
    for place, part in enumerate(header[:400].split(",")):
        tag, _, weight = part.strip().partition(";")
        wishes.append((-_weight(weight), place, tag.partition("-")[0].lower()))
    return next((spoken for weight, _, code in sorted(wishes) if weight and (spoken := texts.spoken(code))), None)


def _weight(text: str) -> float:
    try:
        return float(text.strip().removeprefix("q=") or 1)
    except ValueError:
        return 0.0


def new_token() -> str:
    """A session of 256 random bits: who has it has the talk, so it cannot be guessed."""
    return secrets.token_urlsafe(32)


def remember(response: Response, token: str, *, secure: bool) -> None:
    """Give a browser its session, or prolong it."""
    seconds = _DAYS * 24 * 3600
    response.set_cookie(COOKIE, token, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure)


def forget(response: Response, *, secure: bool) -> None:
    """Take the session from a browser."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax", secure=secure)


class TooMany(Exception):
    """More than is accepted in a minute."""


class Limits:
    """Counts what is sent in a minute. In memory: each replica allows as much, which is all a brake has to do."""

    def __init__(self, *, messages: int = 30, newcomers: int = 120) -> None:
        """`messages`: of one visitor in a minute. `newcomers`: new visitors in a minute, of the whole world."""
        self._messages = messages
        self._newcomers = newcomers
        self._sent: OrderedDict[str, deque[float]] = OrderedDict()
        self._came: deque[float] = deque()

    def count_message(self, token: str) -> None:
        """Somebody sends a message.

        Raises:
            TooMany: they sent too many.
        """
        sent = self._sent.setdefault(token, deque())
        self._sent.move_to_end(token)
        if len(self._sent) > _MOST_REMEMBERED:
            self._sent.popitem(last=False)
        _count(sent, self._messages)

    def count_newcomer(self) -> None:
        """Somebody new sends their first message.

        Raises:
            TooMany: too many are new.
        """
        _count(self._came, self._newcomers)


def _count(times: deque[float], most: int) -> None:
    moment = time.monotonic()
    while times and times[0] <= moment - _MINUTE:
        times.popleft()
    if len(times) >= most:
        raise TooMany
    times.append(moment)
