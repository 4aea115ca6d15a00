"""The table of the quiz: one row for a person who plays."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.conversations.models import BigId
from bot.privacy.fields import EncryptedJson
from bot.storage.base import Base, Moment, now


class QuizProgress(Base):
    """How far a person is in the quiz. One row for each person who has begun it."""

    __tablename__ = "quiz_progress"
    __table_args__ = (CheckConstraint("spotted >= 0 AND spotted <= answered", name="score"),)

    person_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    """Who plays. Pseudonymous; erased with the person, and when they erase their data."""
    seen: Mapped[Any] = mapped_column(EncryptedJson("quiz_progress.seen"), default=list)
    """Items they have answered, oldest first, so that new ones come first. Personal, encrypted; erased with the row."""
    items: Mapped[Any] = mapped_column(EncryptedJson("quiz_progress.items"), default=list)
    """Items of the newest round, in order. Personal, encrypted; erased with the row."""
    answered: Mapped[int] = mapped_column(default=0)
    """How many of them are answered. Personal; erased with the row."""
    spotted: Mapped[int] = mapped_column(default=0)
    """How many of them were answered right. Personal; erased with the row."""
    touched_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When the round last went on: it can be taken up again for a day."""
