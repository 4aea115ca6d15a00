"""Tables of staff accounts."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, Moment, now


class Role(StrEnum):
    """What an account is for.

    A supervisor is a counselor who also reads along and takes over. An admin keeps the answers and the accounts and
    reads no conversations.
    """

    COUNSELOR = "counselor"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class Staff(Base):
    """An account of a counselor, a supervisor or an admin."""

    __tablename__ = "staff"
    __table_args__ = (CheckConstraint("role IN ('counselor', 'supervisor', 'admin')", name="role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    """Name to sign in with, lower case. Internal; stays while the account does."""
    role: Mapped[Role] = mapped_column(String(12))
    """Which permissions it has."""
    password: Mapped[str | None] = mapped_column(String(200))
    """Argon2id hash; empty until the one-time link was used. Secret."""
    language: Mapped[str] = mapped_column(String(8), default="en")
    """Language of the console. Not sensitive."""
    speaks: Mapped[str] = mapped_column(String(60), default="", server_default="")
    """Codes of the languages in which they take chats, with blanks between; empty: all. Not sensitive."""
    active: Mapped[bool] = mapped_column(default=True)
    """A blocked account signs in no more; its history stays."""
    on_shift: Mapped[bool] = mapped_column(default=False)
    """The counselor says they take chats now."""
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    """Last sign of an open console: somebody on shift whose console is gone does not count as there."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When the account was made."""

    def takes(self, language: str) -> bool:
        """Whether they take chats in a language."""
        return not self.speaks or language in self.speaks.split()


class StaffSession(Base):
    """A signed-in browser, kept on the server so that it can be ended there."""

    __tablename__ = "staff_sessions"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the cookie: who reads the database cannot sign in with it."""
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    """What every form must carry. Secret."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """Sign-in."""
    seen_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """Last request; a session that was silent for 12 hours has ended."""


class SignInLink(Base):
    """A one-time link with which somebody sets their password."""

    __tablename__ = "sign_in_links"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the link's secret."""
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    expires_at: Mapped[datetime] = mapped_column(Moment)
    """After this it opens nothing."""
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    """When it was used; it works once."""


class SignInFailure(Base):
    """A failed sign-in, to slow down guessing."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (Index("ix_sign_in_failures_name_at", "name", "at"),)  # counts recent failures of one name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    """The name that was tried. Internal; forgotten after a day."""
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When."""


class AuditEntry(Base):
    """Who did what in the staff application. Never holds what people wrote."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Who. Internal; kept two years."""
    action: Mapped[str] = mapped_column(String(40))
    """What, e.g. `signed-in`, `claimed`, `account-made`."""
    subject: Mapped[str] = mapped_column(String(80), default="")
    """On what, by number or name of an account."""
