"""The table of guided checks."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.conversations.models import BigId
from bot.privacy.fields import EncryptedJson
from bot.storage.base import Base, Moment, now


class GuidedCheck(Base):
    """The check of one offer, from the first text or question to its result. It can be gone on with for seven days."""

    __tablename__ = "guided_checks"
    __table_args__ = (
        CheckConstraint("state IN ('offered', 'asking', 'done', 'sent')", name="state"),
        # numbers are never used again: an old button must not reach another check
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    """The talk in which it was gone on with last."""
    offer: Mapped[Any] = mapped_column(EncryptedJson("guided_checks.offer"), default=list)
    """Of each text of the offer: signs with the words that show them, country, what need not be asked. Sensitive,
    encrypted; erased with the talk, and seven days after the check was last gone on with."""
    answers: Mapped[Any] = mapped_column(EncryptedJson("guided_checks.answers"), default=list)
    """Codes of questions and answers, in order. Sensitive, encrypted; erased with the row."""
    state: Mapped[str] = mapped_column(String(10), default="offered")
    """offered (no question asked yet), asking, done (the result was shown), sent (to a counselor). Not sensitive."""
    touched_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was last gone on with."""
