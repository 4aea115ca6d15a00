"""Tables of closed talks and of case records."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.conversations.models import BigId
from bot.privacy.fields import EncryptedJson
from bot.storage.base import Base, Moment, now


class Kind(StrEnum):
    """What a talk turned out to be."""

    INFORMATION = "information"
    OFFER = "offer"
    EXPLOITATION = "exploitation"
    DANGER = "danger"
    SOMEONE_ELSE = "someone_else"
    SILENT = "silent"
    ABUSIVE = "abusive"
    TEST = "test"


class Scope(StrEnum):
    """What a person consents to: that names and contacts are kept; that the record is passed on for a referral."""

    KEEP = "keep"
    SHARE = "share"


class Basis(StrEnum):
    """How consent was given."""

    IN_TALK = "in_talk"
    WRITTEN = "written"
    GUARDIAN = "guardian"


class Closing(Base):
    """The form with which a counselor closed a talk."""

    __tablename__ = "closings"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('information', 'offer', 'exploitation', 'danger', 'someone_else', 'silent', 'abusive', 'test')",
            name="kind",
        ),
        Index("ix_closings_follow_up", "followed_up_at", "follow_up_on"),  # the counselors' page of follow-ups
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id", ondelete="CASCADE"), unique=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When the talk was closed."""
    closed_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    """The counselor who closed it. Internal; erased with the talk."""
    kind: Mapped[Kind] = mapped_column(String(20))
    """What it turned out to be. Sensitive; erased with the talk."""
    topics: Mapped[Any] = mapped_column(EncryptedJson("closings.topics"))
    """Groups of questions it was about. Personal, encrypted; erased with the talk."""
    referrals: Mapped[Any] = mapped_column(EncryptedJson("closings.referrals"))
    """Services of the directory the person was referred to. Sensitive, encrypted; erased with the talk."""
    follow_up_on: Mapped[date | None]
    """The day on which somebody looks after them again. Personal; erased with the talk."""
    follow_up_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Who does; empty: whoever is there. Internal; erased with the talk."""
    followed_up_at: Mapped[datetime | None] = mapped_column(Moment)
    """When it was done."""
    feeling: Mapped[str | None] = mapped_column(String(10))
    """How the person said they felt afterwards: better, same, worse, unsaid. Personal; erased with the talk."""


class Case(Base):
    """The record of a case of possible exploitation."""

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    """Whose case. Pseudonymous; erased with the person, and when they erase their data."""
    conversation_id: Mapped[int | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), unique=True
    )
    """The talk in which it came up; one talk has one record."""
    opened_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    """The counselor who keeps it. Internal; erased with the record."""
    opened_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was opened."""
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was last changed: a record kept with consent is erased a year later, one without goes with its talk."""


class CaseItem(Base):
    """One thing that a record says: a field of the standard, or a dimension of the indicators."""

    __tablename__ = "case_items"

    case_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    item: Mapped[str] = mapped_column(String(60), primary_key=True)
    """Which one, by its name in the standard. Not sensitive: every record has rows for the same items."""
    confirmed: Mapped[Any] = mapped_column(EncryptedJson("case_items.confirmed"), default=list)
    """The values that a counselor confirmed; only they are ever handed on. Sensitive, encrypted; erased with the record."""
    suggested: Mapped[Any] = mapped_column(EncryptedJson("case_items.suggested"), default=list)
    """Values that the program found, with the words they rest on. Sensitive, encrypted; erased with the record."""
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Who confirmed last. Internal; erased with the record."""
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When."""


class CaseConsent(Base):
    """A consent that is in force; withdrawn, the row goes. The audit keeps that it was given and withdrawn."""

    __tablename__ = "case_consents"
    __table_args__ = (
        CheckConstraint("scope IN ('keep', 'share')", name="scope"),
        CheckConstraint("basis IN ('in_talk', 'written', 'guardian')", name="basis"),
    )

    case_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    scope: Mapped[Scope] = mapped_column(String(10), primary_key=True)
    """To what: `keep` names and contacts, or `share` the record for a referral. Personal; erased with the record."""
    basis: Mapped[Basis] = mapped_column(String(10))
    """How: in the talk, in writing, or by a parent or guardian. Personal; erased with the record."""
    recorded_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    """Who recorded it. Internal; erased with the record."""
    recorded_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When."""


class CaseIdentity(Base):
    """Names and contacts. The row hangs on the consent itself: without it none can be stored, withdrawn it goes."""

    __tablename__ = "case_identities"
    __table_args__ = (
        ForeignKeyConstraint(
            ["case_id", "scope"], ["case_consents.case_id", "case_consents.scope"], ondelete="CASCADE"
        ),
        CheckConstraint("scope = 'keep'", name="scope"),
    )

    case_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    """Whose. Goes with the consent."""
    scope: Mapped[Scope] = mapped_column(String(10), default=Scope.KEEP)
    """Always `keep`: the consent that this row needs. Not sensitive."""
    known: Mapped[Any] = mapped_column(EncryptedJson("case_identities.known"))
    """Names, date of birth, numbers and addresses, by field of the standard. Sensitive, encrypted; erased with the consent."""
