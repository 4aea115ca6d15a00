"""Tables of teams, their weekly shifts and their holidays. Nothing in them is about people who write."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Team(Base):
    """Counselors who work together: a talk can be transferred to them, and shifts are planned for them."""

    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    """What the staff calls it. Internal; stays while the team does."""
    zone: Mapped[str] = mapped_column(String(40), default="Europe/Kyiv")
    """The IANA time zone of its shifts."""
    active: Mapped[bool] = mapped_column(default=True)
    """A team that was dissolved keeps its place in the history of talks, and takes none."""


class TeamMember(Base):
    """Who belongs to a team."""

    __tablename__ = "team_members"

    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    """The account."""


class Shift(Base):
    """A weekly time in which somebody of a team takes chats."""

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("begins BETWEEN 0 AND 1439 AND ends BETWEEN 0 AND 1439", name="minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), index=True)
    weekday: Mapped[int] = mapped_column()
    """The day on which it begins: 0 Monday to 6 Sunday."""
    begins: Mapped[int] = mapped_column()
    """Minutes after midnight on the team's clock."""
    ends: Mapped[int] = mapped_column()
    """The same; not later than `begins`: on the next day."""
    languages: Mapped[str] = mapped_column(String(60), default="")
    """Codes of the languages spoken in it, with blanks between; empty: all."""


class Holiday(Base):
    """A day without shifts."""

    __tablename__ = "holidays"
    __table_args__ = (UniqueConstraint("day", "team_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column()
    """The day on the team's calendar."""
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"))
    """Whose; empty: everybody's."""
