"""The table of counts."""

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class MonthlyCount(Base):
    """How often something happened in a month. A row knows one thing only, so that no person can be put together from rows."""

    __tablename__ = "monthly_counts"
    __table_args__ = (CheckConstraint("times >= 0", name="times"),)

    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    """The month in Ukraine and Romania, e.g. `2026-11`. Not sensitive; stays."""
    subject: Mapped[str] = mapped_column(String(20), primary_key=True)
    """What is counted: `kind`, `topic`, `referral` or `feeling` of closed talks. Not sensitive; stays."""
    code: Mapped[str] = mapped_column(String(60), primary_key=True)
    """Which one of them. Not sensitive; stays."""
    times: Mapped[int] = mapped_column(default=0)
    """How often. Not sensitive; stays."""
