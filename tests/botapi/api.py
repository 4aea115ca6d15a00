"""The remote control of a test."""

import asyncio
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from .faults import Drop, Fail, Flood, Hang
from .person import Person
from .records import Call, Chat, Press, Violation
from .server import Server
from .world import World

FIRST_PERSON_ID = 2**33 + 101  # real ids need more than 32 bits
FIRST_GROUP_ID = -1_001_000_000_001
LOOK = 0.01  # seconds between two looks of a wait


class BotApi:
    """A stand-in for api.telegram.org that runs while the `with` block does.

    All methods may be called from any thread and block only briefly.

    Args:
        token: the bot's token, `<number>:<letters>`; another one in a call gives 401.
        https_webhooks_only: False: setWebhook also takes http addresses and all ports.
    """

    def __init__(self, token: str = "42:TEST", *, https_webhooks_only: bool = True) -> None:
        self.token = token
        self._world = World(token, https_webhooks_only=https_webhooks_only)
        self._server = Server(self._world)

    @property
    def url(self) -> str:
        """Root of the server, for HOTLINE_TELEGRAM_API_URL."""
        return self._server.url

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.stop()

    def person(self, language_code: str | None = "uk", first_name: str = "Ana", **more: Any) -> Person:
        """A new private chat, unknown to the bot until the person writes; `more`: other fields of User (`id`, …)."""
        with self._world.lock:
            user = {"id": FIRST_PERSON_ID + len(self._world.chats), "is_bot": False, "first_name": first_name, **more}
            if language_code:
                user["language_code"] = language_code
            chat = self._world.chats[user["id"]] = Chat(user)
            return Person(self._world, chat)

    def group(self, title: str = "Counselors") -> Person:
        """A group that the bot is in, seen by its members."""
        with self._world.lock:
            group = self.person(None, title, id=FIRST_GROUP_ID - len(self._world.chats))
            self._world.chats[group.id].known = True
            return group

    # What the program did

    def calls(self, method: str | None = None) -> list[Call]:
        """Recorded calls of one method or of all, oldest first, failed ones too."""
        with self._world.lock:
            return [one for one in self._world.calls if method is None or one.method.lower() == method.lower()]

    @property
    def violations(self) -> list[Violation]:
        """Every documented rule that the program broke, oldest first."""
        with self._world.lock:
            return list(self._world.violations)

    @property
    def presses(self) -> list[Press]:
        """All presses of inline buttons."""
        with self._world.lock:
            return list(self._world.presses.values())

    def unanswered_callbacks(self) -> list[Press]:
        """Presses whose button still shows the waiting wheel."""
        return [press for press in self.presses if not press.answered]

    @property
    def pending_updates(self) -> int:
        """Updates that the program has not confirmed yet."""
        with self._world.lock:
            return len(self._world.updates.pending)

    # How life goes wrong

    def fail(
        self, method: str, times: int | None = 1, status: int = 500, description: str | None = None,
        retry_after: int | None = None,
    ) -> None:  # fmt: skip
        """Answer the next calls of a method with an error, and do nothing.

        Args:
            method: its name, `*` for any, `file` for downloads.
            times: how many calls; None: all until `heal`.
            status: HTTP status; 502 without a description is answered with a web server's HTML page.
            description: Telegram's words; None: the usual ones of the status.
            retry_after: whole seconds in `parameters`, for 429.
        """
        self._plan(method, times, Fail(status, description, retry_after))

    def hang(self, method: str, times: int | None = 1, seconds: float = 5.0, *, done: bool = False) -> None:
        """Be silent for some seconds, then do the thing unless the caller has hung up; `done`: do it first."""
        self._plan(method, times, Hang(seconds, done))

    def drop_after(self, method: str, times: int | None = 1) -> None:
        """Do the thing and close the connection without an answer."""
        self._plan(method, times, Drop())

    def refuse(self, method: str = "setMyCommands", description: str = "Bad Request: BOT_COMMAND_INVALID") -> None:
        """Answer all calls of a method with 400 until `heal`."""
        self.fail(method, times=None, status=400, description=description)

    def heal(self, method: str | None = None) -> None:
        """End the planned faults of a method, or all."""
        with self._world.lock:
            self._world.faults.heal(method)

    def _plan(self, method: str, times: int | None, fault: Fail | Hang | Drop) -> None:
        with self._world.lock:
            self._world.faults.plan(method, times, fault)

    def flood(self, per_second: float | None = 30, per_chat_per_second: float | None = 1) -> None:
        """Answer 429 to what is sent or edited faster than this; None: no limit."""
        with self._world.lock:
            self._world.flood = Flood(per_second, per_chat_per_second)

    def repeat_last_update(self, times: int = 1) -> None:
        """Deliver the newest update again with the same id, confirmed or not."""
        with self._world.lock:
            self._world.updates.repeat_last(times)

    def shuffle_next(self, count: int = 2) -> None:
        """Keep the next updates back until there are `count`, then deliver them out of order."""
        with self._world.lock:
            self._world.updates.shuffle_next(count)

    # Waiting

    async def wait_for[T](self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """Wait until the predicate is true and return its value; for async tests.

        Raises:
            AssertionError: it was not true within `timeout` seconds; says what was heard instead.
        """
        until = time.monotonic() + timeout
        while not (value := predicate()):
            self._still_time(until, timeout)
            await asyncio.sleep(LOOK)
        return value

    def wait[T](self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """The same as `wait_for`, for tests that are not async; blocks."""
        until = time.monotonic() + timeout
        while not (value := predicate()):
            self._still_time(until, timeout)
            time.sleep(LOOK)
        return value

    def _still_time(self, until: float, timeout: float) -> None:
        if time.monotonic() < until:
            return
        with self._world.lock:
            heard = {chat.user["first_name"]: [one.text for one in chat.heard] for chat in self._world.chats.values()}
            violations = [one.description for one in self._world.violations]
        raise AssertionError(f"waited {timeout} s in vain; heard: {heard}; violations: {violations}")
