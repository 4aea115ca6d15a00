"""Tables of the hand-over."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.conversations.models import BigId
from bot.privacy.fields import EncryptedText
from bot.storage.base import Base, Moment, now


class Escalation(Base):
    """A talk that needs a person."""

    __tablename__ = "escalations"
    __table_args__ = (
        Index(
            "uq_escalations_open",
            "conversation_id",
            unique=True,
            sqlite_where=text("state <> 'closed'"),
            postgresql_where=text("state <> 'closed'"),
        ),
        Index("ix_escalations_queue", "state", "rank", "requested_at"),  # the queue in the console
        CheckConstraint("state IN ('waiting', 'claimed', 'closed')", name="state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    """waiting, claimed or closed."""
    rank: Mapped[int] = mapped_column(default=0)
    """Danger as a number: 3 emergency, 2 exploitation, 1 concern, 0 none. The queue is ordered by it, then by waiting time."""
    reason: Mapped[str] = mapped_column(String(20))
    """Why: `asked`, `danger`, `unknown`, `offer`."""
    requested_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """Since when the person waits."""
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """The counselor who has it."""
    claimed_at: Mapped[datetime | None] = mapped_column(Moment)
    """Since when."""
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    """When it was closed."""


class EscalationEvent(Base):
    """The history of an escalation, one row for each thing that happened."""

    __tablename__ = "escalation_events"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When."""
    what: Mapped[str] = mapped_column(String(20))
    """requested, raised, claimed, returned, noted, left, closed."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Who, if a counselor did it."""
    note: Mapped[str] = mapped_column(EncryptedText("escalation_events.note"), default="")
    """A private note. Sensitive, encrypted; erased with the talk."""
