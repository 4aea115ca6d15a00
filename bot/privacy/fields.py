"""Encrypted columns: AES-256-GCM, bound to the column so that a value cannot be moved to another one.

The key is given once at start with `unlock`; SQLAlchemy's column types know no other way to reach it.
"""

import hmac
import json
import os
from hashlib import sha256
from typing import Any, override

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from bot.privacy.keys import Keys

_VERSION = b"\x01"
_NONCE = 12


class Locked(Exception):
    """An encrypted field was touched before the key was given, or with another key than it was written with."""


class _Vault:
    cipher: AESGCM | None = None
    hashing: bytes = b""


def unlock(keys: Keys) -> None:
    """Give the key for all encrypted fields of this process."""
    _Vault.cipher = AESGCM(keys.derive("fields"))
    _Vault.hashing = keys.derive("field hashes")


def seal(plain: bytes, column: str) -> bytes:
    """Encrypt for one column (`"messages.text"`)."""
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + _cipher().encrypt(nonce, plain, column.encode())


def unseal(sealed: bytes, column: str) -> bytes:
    """Decrypt what `seal` made for the same column.

    Raises:
        Locked: another key or another column.
    """
    nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        return _cipher().decrypt(nonce, body, column.encode())
    except InvalidTag:
        raise Locked(f"{column}: written with another key") from None


def keyed_hash(plain: str, column: str) -> str:
    """A hash of 64 hexadecimal digits, to find equal values of an encrypted column without reading any.

    Raises:
        Locked: the key has not been given yet.
    """
    if not _Vault.hashing:
        raise Locked("the key has not been given yet")
    value = f"{column}\0{plain}".encode("utf-8", "surrogatepass")
    return hmac.new(_Vault.hashing, value, sha256).hexdigest()


def _cipher() -> AESGCM:
    if _Vault.cipher is None:
        raise Locked("the key has not been given yet")
    return _Vault.cipher


class _Encrypted(TypeDecorator[Any]):
    """What the encrypted columns share: stored as bytes, sealed for one column."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, column: str) -> None:
        """`column` is "table.column"; it is part of what is authenticated."""
        super().__init__()
        self.column = column

    @staticmethod
    def pack(value: Any) -> bytes:
        """A value as bytes."""
        raise NotImplementedError

    @staticmethod
    def unpack(value: bytes) -> Any:
        """Undo `pack`."""
        raise NotImplementedError

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else seal(self.pack(value), self.column)

    @override
    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else self.unpack(unseal(value, self.column))


class EncryptedBytes(_Encrypted):
    """Bytes, encrypted at rest."""

    cache_ok = True

    @staticmethod
    @override
    def pack(value: bytes) -> bytes:
        return value

    @staticmethod
    @override
    def unpack(value: bytes) -> bytes:
        return value


class EncryptedText(_Encrypted):
    """Text, encrypted at rest."""

    cache_ok = True

    @staticmethod
    @override
    def pack(value: str) -> bytes:
        # "surrogatepass": a browser can send half an emoji, and nothing a person wrote may be refused.
        return value.encode("utf-8", "surrogatepass")

    @staticmethod
    @override
    def unpack(value: bytes) -> str:
        return value.decode("utf-8", "surrogatepass")


class EncryptedJson(_Encrypted):
    """A JSON value, encrypted at rest."""

    cache_ok = True

    @staticmethod
    @override
    def pack(value: Any) -> bytes:
        return json.dumps(value).encode()

    @staticmethod
    @override
    def unpack(value: bytes) -> Any:
        return json.loads(value)
