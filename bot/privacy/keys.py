"""The master key and the keys derived from it.

One secret file; from it HKDF derives a key for each use, so that no key serves two purposes.
Losing the file means losing every encrypted field: operators back it up apart from the database.
"""

import base64
import hmac
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_BYTES = 32


class KeyFileError(Exception):
    """The key file cannot be used; the message is one line for the operator."""


@dataclass(frozen=True)
class Keys:
    """The derived keys. `repr` shows none of them."""

    master: bytes

    def __repr__(self) -> str:
        return "Keys(…)"

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, e.g. `"fields"`."""
        return HKDF(SHA256(), _BYTES, salt=None, info=f"hotline/{purpose}".encode()).derive(self.master)

    def fingerprint(self, purpose: str, value: str) -> str:
        """A keyed hash as 64 hexadecimal digits: the same value gives the same, and nobody without the key can guess it."""
        return hmac.new(self.derive(purpose), value.encode(), sha256).hexdigest()


def load_or_create(path: Path) -> Keys:
    """Read the master key; make one with mode 0600 if the file is not there.

    Raises:
        KeyFileError: unreadable, of a wrong form, or readable by others.
    """
    try:
        _create(path)
    except FileExistsError:
        pass
    except OSError as error:
        raise KeyFileError(f"the key file {path} cannot be made: {error.strerror}") from None
    return _load(path)


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(secrets.token_bytes(_BYTES)) + b"\n")


def _load(path: Path) -> Keys:
    try:
        text = path.read_bytes()
        mode = path.stat().st_mode
    except OSError as error:
        raise KeyFileError(f"the key file {path} cannot be read: {error.strerror}") from None
    if mode & 0o077:
        raise KeyFileError(f"the key file {path} can be read by others: run chmod 600 {path}")
    try:
        master = base64.b64decode(text.strip(), validate=True)
    except ValueError:
        master = b""
    if len(master) != _BYTES:
        raise KeyFileError(f"the key file {path} is not a key: it must hold 32 bytes in base64")
    return Keys(master)
