"""Tables of the answers. What is true in every language is an entry; each wording is a revision that never changes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.privacy.fields import EncryptedText
from bot.storage.base import Base, Moment, now


class Reason(StrEnum):
    """Why a question stayed without an answer."""

    NOTHING_FOUND = "nothing_found"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_HELPED = "not_helped"


class FaqEntry(Base):
    """A question that people ask, in all languages."""

    __tablename__ = "faq_entries"

    slug: Mapped[str] = mapped_column(String(60), primary_key=True)
    """Its identity in all languages. Public."""
    group: Mapped[str] = mapped_column("group_name", String(40))
    """The group in menus. Public."""
    number: Mapped[int]
    """Its place in the list of topics. Public."""
    facts: Mapped[str] = mapped_column(String(12))
    """How sure the facts are: verified, partly, unverified. Public."""
    countries: Mapped[Any] = mapped_column(JSON, default=list)
    """Countries the answer is specific to (ISO 3166-1); none: general."""
    sources: Mapped[Any] = mapped_column(JSON, default=list)
    """Where the facts are from: a list of name and date."""
    related: Mapped[Any] = mapped_column(JSON, default=list)
    """Slugs that people often need next."""
    checked_on: Mapped[date] = mapped_column(Date)
    """When somebody last compared the answer with its sources."""
    expires: Mapped[date | None] = mapped_column(Date)
    """From this day on the answer is not given any more."""


class FaqText(Base):
    """One wording of an entry in one language. Immutable: a correction is a new revision."""

    __tablename__ = "faq_texts"
    __table_args__ = (
        UniqueConstraint("slug", "language", "revision"),
        Index(
            "uq_faq_texts_current",
            "slug",
            "language",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("faq_entries.slug", ondelete="CASCADE"))
    language: Mapped[str] = mapped_column(String(8))
    """Language of the wording. Public."""
    revision: Mapped[int] = mapped_column(default=1)
    """Counts up with every correction."""
    current: Mapped[bool] = mapped_column(default=True)
    """The wording that is given now."""
    question: Mapped[str] = mapped_column(String(200))
    """Heading and button. Public."""
    answer: Mapped[str] = mapped_column(Text)
    """The answer, with {phone:…} and {service:…} in place of numbers. Public."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Who wrote it; empty: it came with the program. Internal."""
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When."""


class FaqFeedback(Base):
    """Whether an answer helped. Says nothing about who asked."""

    __tablename__ = "faq_feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("faq_entries.slug", ondelete="CASCADE"), index=True)
    language: Mapped[str] = mapped_column(String(8))
    """Language in which the answer was given. Not sensitive."""
    helped: Mapped[bool]
    """Yes or no, as the button said."""
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When."""


class UnansweredQuestion(Base):
    """A question without an answer that helped, for admins. Knows neither the person nor the talk it came from."""

    __tablename__ = "unanswered_questions"
    __table_args__ = (
        UniqueConstraint("key", "language"),  # asked again, it is counted up
        Index("ix_unanswered_questions_open", "settled_at", "last_at"),  # the admins' page, and erasing
        CheckConstraint("reason IN ('nothing_found', 'out_of_scope', 'not_helped')", name="reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    """Keyed hash of the text without case and spacing: finds the same question again. Erased with the row."""
    text: Mapped[str] = mapped_column(EncryptedText("unanswered_questions.text"))
    """What was asked, at most 500 characters, without personal data as far as a program can tell. Sensitive, encrypted;
    erased 30 days after it was settled, and 180 days after it was last asked at the latest."""
    language: Mapped[str] = mapped_column(String(8))
    """The language in which the answer is missing. Not sensitive."""
    reason: Mapped[Reason] = mapped_column(String(20))
    """Why there was no answer, the last time: nothing_found, out_of_scope, not_helped. Not sensitive."""
    slug: Mapped[str | None] = mapped_column(ForeignKey("faq_entries.slug", ondelete="SET NULL"))
    """The entry that did not help, or the nearest one. Public."""
    times: Mapped[int] = mapped_column(default=1)
    """How often it was asked. Not sensitive."""
    first_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was asked first."""
    last_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was asked last; retention counts from here."""
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    """When an admin settled it; empty again once somebody asks it again."""
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Which admin did. Internal."""
