"""Tables of people and of what was said.

Every docstring under a column says what it means, how sensitive it is and how long it stays.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.privacy.fields import EncryptedBytes, EncryptedJson, EncryptedText
from bot.storage.base import Base, Moment, now

BigId = BigInteger().with_variant(Integer, "sqlite")


class State(StrEnum):
    """Who answers: the only way round is bot → waiting → human → closed, then a new conversation begins at bot."""

    BOT = "bot"
    WAITING = "waiting"
    HUMAN = "human"
    CLOSED = "closed"


class Author(StrEnum):
    """Who wrote a message. `system` is the hotline itself: "a counselor is here", "the talk was closed"."""

    PERSON = "person"
    BOT = "bot"
    COUNSELOR = "counselor"
    SYSTEM = "system"


class Delivery(StrEnum):
    """Where a message to a person is on its way."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Person(Base):
    """Somebody who writes to the hotline. No name is kept."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    """Keyed hash of channel and address: finds a returning person without storing who it is. Pseudonymous; erased with the person."""
    channel: Mapped[str] = mapped_column(String(20))
    """`telegram` or `webchat`. Not sensitive."""
    address: Mapped[str] = mapped_column(EncryptedText("people.address"))
    """Where replies go (Telegram chat id, web chat session). Sensitive, encrypted; erased with the person."""
    chosen_language: Mapped[str | None] = mapped_column(String(8))
    """The language chosen with a button, if any. Not sensitive."""
    language: Mapped[str | None] = mapped_column(String(8))
    """The language of the last clear message. Not sensitive."""
    country: Mapped[str | None] = mapped_column(String(2))
    """The country the person said they are in (ISO 3166-1). Personal; erased with the person."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """First contact."""
    seen_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """Last message."""
    lease_owner: Mapped[str | None] = mapped_column(String(64))
    """The worker that is answering this person now: one turn at a time."""
    lease_until: Mapped[datetime | None] = mapped_column(Moment)
    """When that worker's claim ends by itself (it may have crashed)."""


OFFER_TOPICS = ("offer", "offer-asked")
"""Topics of a talk in which an offer was checked last, and of one in which they have asked on about it since."""


class Conversation(Base):
    """One talk with a person, from the first message to its closing."""

    __tablename__ = "conversations"
    __table_args__ = (
        # The wrong state "two open talks with one person" cannot be stored.
        Index(
            "uq_conversations_open",
            "person_id",
            unique=True,
            sqlite_where=text("state <> 'closed'"),
            postgresql_where=text("state <> 'closed'"),
        ),
        CheckConstraint("state IN ('bot', 'waiting', 'human', 'closed')", name="state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    state: Mapped[State] = mapped_column(String(10), default=State.BOT)
    """Who answers now. Written only by `bot/handoff`."""
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    """Random name of the talk towards Rasa and in addresses. Not sensitive."""
    opened_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When the talk began."""
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    """When a counselor closed it; retention counts from here."""
    language: Mapped[str] = mapped_column(String(8))
    """Language of the last reply. Not sensitive."""
    topic: Mapped[str | None] = mapped_column(String(60))
    """Slug of the last FAQ entry given, or one of `OFFER_TOPICS`: what a follow-up refers to. Personal; erased with the talk."""
    level: Mapped[int] = mapped_column(default=0)
    """The gravest danger noted in this talk, as in the queue (0 to 3). Sensitive; erased with the talk."""
    need: Mapped[str | None] = mapped_column(String(20))
    """The help that what was told calls for (`trafficking`, `violence`, …). Sensitive; erased with the talk."""
    unknowns: Mapped[int] = mapped_column(default=0)
    """Messages in a row that were not understood: the second one offers a person. Not sensitive."""
    awaiting: Mapped[str | None] = mapped_column(String(30))
    """What the gateway itself asked for just before (`offer`, `guided`, `safe_to_write`). Not sensitive."""


class Inbound(Base):
    """The inbox: each update of a channel once, stored before it is acknowledged."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "update_id"),
        Index("ix_inbox_waiting", "state", "person_id"),  # the worker's look for work
        CheckConstraint("state IN ('new', 'done', 'failed')", name="state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    """Channel of the update."""
    update_id: Mapped[str] = mapped_column(String(80))
    """The channel's own number of the update: a repeated delivery is the same message."""
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    payload: Mapped[Any] = mapped_column(EncryptedJson("inbox.payload"))
    """The message in the hotline's own form. Sensitive, encrypted; emptied once answered."""
    state: Mapped[str] = mapped_column(String(10), default="new")
    """new, done, or failed (tried too often)."""
    attempts: Mapped[int] = mapped_column(default=0)
    """How often a turn was begun for it."""
    received_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When the gateway stored it."""


class Message(Base):
    """The transcript: what was said, by whom."""

    __tablename__ = "messages"
    __table_args__ = (
        Index("ix_messages_story", "conversation_id", "id"),  # the open chat in the console and in the web chat
        CheckConstraint("author IN ('person', 'bot', 'counselor', 'system')", name="author"),
        # numbers are never used again, even after an erasure: pages ask for "everything after message n"
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    author: Mapped[Author] = mapped_column(String(10))
    """Who wrote it."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Which counselor, if one did. Internal."""
    kind: Mapped[str] = mapped_column(String(12), default="text")
    """text, button, photo, voice, file, location, contact, sticker, edit."""
    text: Mapped[str] = mapped_column(EncryptedText("messages.text"))
    """What was written. Sensitive, encrypted; erased with the talk, 90 days after closing at the latest."""
    buttons: Mapped[Any] = mapped_column(EncryptedJson("messages.buttons"), default=list)
    """Rows of buttons under it. Encrypted with the rest; erased with the talk."""
    notes: Mapped[Any] = mapped_column(EncryptedJson("messages.notes"), default=dict)
    """What the hotline understood: danger, signs with spans, FAQ given. Sensitive, encrypted; erased with the talk."""
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id", ondelete="SET NULL"), unique=True)
    """The update it came with; unique, so that a turn begun twice writes it once."""
    reply_to_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id", ondelete="SET NULL"))
    """The message it answers, if the person or the counselor said so."""
    external_id: Mapped[str | None] = mapped_column(String(80))
    """Its number in the channel, to find it when it is edited or replied to. Erased with the talk."""
    delivery: Mapped[Delivery | None] = mapped_column(String(10))
    """For messages to a person: where it is on its way. Not sensitive."""
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was stored."""


class Attachment(Base):
    """A picture, voice message or file that came in a talk with a counselor."""

    __tablename__ = "attachments"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), index=True)
    mime: Mapped[str] = mapped_column(String(100))
    """Its media type, as the channel says. Not sensitive."""
    name: Mapped[str] = mapped_column(EncryptedText("attachments.name"))
    """Its file name. Sensitive, encrypted; erased with the talk."""
    content: Mapped[bytes] = mapped_column(EncryptedBytes("attachments.content"))
    """Its bytes, at most 20 MB. Sensitive, encrypted; erased with the talk."""


class Outbound(Base):
    """The outbox: messages on their way to a person, in order, kept until the channel took them."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_waiting", "state", "person_id", "id"),  # the sender's look for work
        CheckConstraint("state IN ('pending', 'sending', 'sent', 'failed', 'cancelled')", name="state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), unique=True)
    state: Mapped[Delivery] = mapped_column(String(10), default=Delivery.PENDING)
    """pending → sending → sent; failed when the channel refuses for good; cancelled when a person took over first."""
    attempts: Mapped[int] = mapped_column(default=0)
    """How often it was tried."""
    uncertain: Mapped[bool] = mapped_column(default=False)
    """The last try was cut off, so it may have arrived: the channel is asked before it is sent again."""
    not_before: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it may be tried (again)."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was written."""
