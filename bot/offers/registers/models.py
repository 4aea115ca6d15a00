"""Tables of the registers: one row for each list, and its entries."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.privacy.fields import EncryptedText
from bot.storage.base import Base, Moment


class Register(Base):
    """A list as it was imported last, and how the last try went. The row is the lock that two imports wait for."""

    __tablename__ = "registers"
    __table_args__ = (CheckConstraint("outcome IN ('', 'imported', 'refused', 'removed')", name="outcome"),)

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    """Which list, by its code in `registers.yml`. Public."""
    revision: Mapped[int] = mapped_column(default=0)
    """Counts up with every change, so that the running programs see it. Not sensitive."""
    rows: Mapped[int] = mapped_column(default=0)
    """Entries in it now; 0: it is not imported. Not sensitive."""
    list_date: Mapped[date | None] = mapped_column(Date)
    """The day on which the list was published or taken, as the admin said. Public."""
    imported_at: Mapped[datetime | None] = mapped_column(Moment)
    """When its entries were imported."""
    outcome: Mapped[str] = mapped_column(String(10), default="")
    """How the last try went: imported, refused (nothing changed), removed. Not sensitive."""
    tried_at: Mapped[datetime | None] = mapped_column(Moment)
    """When the last try was."""
    tried_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Which admin tried last; empty: the command line. Internal."""
    tried_file: Mapped[str] = mapped_column(String(200), default="")
    """Name of the file of the last try. Internal."""
    bad_rows: Mapped[int] = mapped_column(default=0)
    """Rows that could not be read in the last try. Not sensitive."""
    bad: Mapped[Any] = mapped_column(JSON, default=list)
    """The first 200 of them: line of the file, and a code for what is wrong. Holds nothing of the rows themselves."""


class RegisterEntry(Base):
    """A name in a list. Encrypted, because the list of reported names lies here too."""

    __tablename__ = "register_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str] = mapped_column(ForeignKey("registers.code", ondelete="CASCADE"), index=True)
    """The list. Public."""
    line: Mapped[int]
    """Line of the imported file. Not sensitive."""
    name: Mapped[str] = mapped_column(EncryptedText("register_entries.name"))
    """Name as it stands in the list. Public in official lists; in the list of reported names sensitive, may name a
    person. Encrypted; erased when the list is imported anew or removed."""
    number: Mapped[str] = mapped_column(EncryptedText("register_entries.number"))
    """Tax or registration number, if the list has one. As the name."""
    address: Mapped[str] = mapped_column(EncryptedText("register_entries.address"))
    """Address or town, if the list has one. As the name."""
    status: Mapped[str] = mapped_column(EncryptedText("register_entries.status"))
    """What the list says of the entry, e.g. that it was struck off. As the name."""
    note: Mapped[str] = mapped_column(EncryptedText("register_entries.note"))
    """What was reported (only kept for the list of reported names). Sensitive, encrypted; erased with the entry."""
