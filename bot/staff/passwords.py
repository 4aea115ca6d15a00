"""Passwords of the staff: Argon2id, and what is asked of a new one."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200
"""Characters; a longer one would only make the server work."""
_FEWEST_SIGNS = 4

_COMMON = frozenset(Path(__file__).with_name("common-passwords.txt").read_text(encoding="utf-8").split())
_hasher = PasswordHasher()
_threads = ThreadPoolExecutor(2, "passwords")
"""Each check takes 64 MiB for a moment: guessing many names at once must not exhaust the memory."""


class PasswordTooWeak(Exception):
    """A new password is not accepted; `reason` is `short`, `long`, `name` or `common`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def accept(password: str, name: str) -> None:
    """Check a new password.

    Raises:
        PasswordTooWeak: shorter than 12 characters, the account's name, or one that everybody tries first.
    """
    plain = password.casefold().strip()
    checks = {
        "short": len(password) < SHORTEST,
        "long": len(password) > LONGEST,
        "name": plain == name.casefold() or plain.replace(name.casefold(), "") == "",
        "common": plain in _COMMON or len(set(plain)) < _FEWEST_SIGNS,
    }
    for reason, found in checks.items():
        if found:
            raise PasswordTooWeak(reason)


async def hashed(password: str) -> str:
    """The Argon2id hash of a password."""
    return await asyncio.get_running_loop().run_in_executor(_threads, _hasher.hash, password)


async def fits(password: str, stored: str | None) -> bool:
    """Whether a password is the stored one.

    Without a stored one the same work is done against a stand-in, so that the time of the answer does not tell which
    names exist.
    """
    right = await asyncio.get_running_loop().run_in_executor(_threads, _verify, password[:LONGEST], stored)
    return right and stored is not None


def outdated(stored: str) -> bool:
    """Whether a hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(stored)


def _verify(password: str, stored: str | None) -> bool:
    try:
        return _hasher.verify(stored or _stand_in(), password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _stand_in() -> str:
    return _hasher.hash("nobody has this password")
