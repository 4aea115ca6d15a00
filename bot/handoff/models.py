"""Tables of the hand-over: escalations, what happened to them, transfers, second looks, alerts, restraints."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.conversations.models import BigId
from bot.privacy.fields import EncryptedText
from bot.storage.base import Base, Moment, now


class What(StrEnum):
    """What can happen to an escalation."""

    REQUESTED = "requested"
    RAISED = "raised"
    CLAIMED = "claimed"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    RETURNED = "returned"
    NOTED = "noted"
    LOOK_ASKED = "look_asked"
    LOOKED = "looked"
    TAKEN_OVER = "taken_over"
    LEFT = "left"
    CLOSED = "closed"
    REOPENED = "reopened"
    RESTRAINED = "restrained"
    FREED = "freed"


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
    """Since when the person waits; a talk that is returned keeps it, and so its place."""
    raised_at: Mapped[datetime | None] = mapped_column(Moment)
    """When a graver danger was found in it for the last time: the mark in the queue."""
    first_claimed_at: Mapped[datetime | None] = mapped_column(Moment)
    """When a counselor took it for the first time: usual waits are reckoned from it."""
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """The counselor who has it."""
    claimed_at: Mapped[datetime | None] = mapped_column(Moment)
    """Since when."""
    replied_at: Mapped[datetime | None] = mapped_column(Moment)
    """When that counselor first wrote to the person; empty: not yet."""
    unanswered_since: Mapped[datetime | None] = mapped_column(Moment)
    """Since when the person waits for that counselor's answer; empty: they do not."""
    told_place: Mapped[int | None] = mapped_column()
    """The place in the queue that the person was told last."""
    told_at: Mapped[datetime | None] = mapped_column(Moment)
    """When."""
    told_times: Mapped[int] = mapped_column(default=0)
    """How often they were told without asking: each time it takes longer until the next."""
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
    """One of `What`."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """Who, if somebody of the staff did it."""
    cause: Mapped[str] = mapped_column(String(20), default="")
    """Why, if a timer or an admin did it: no_reply, silent, offline, timeout, blocked; or how: slow, mute, block."""
    other_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """The colleague whom it concerns: to whom it was offered, who was asked to look, from whom it was taken."""
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"))
    """The team to which it was offered."""
    note: Mapped[str] = mapped_column(EncryptedText("escalation_events.note"), default="")
    """A private note. Sensitive, encrypted; erased with the talk."""


class Transfer(Base):
    """A talk that a counselor offers to a colleague or a team; theirs until somebody accepts."""

    __tablename__ = "transfers"
    __table_args__ = (
        # One offer at a time for each escalation.
        Index(
            "uq_transfers_open",
            "escalation_id",
            unique=True,
            sqlite_where=text("state = 'offered'"),
            postgresql_where=text("state = 'offered'"),
        ),
        CheckConstraint("state IN ('offered', 'accepted', 'declined', 'expired', 'withdrawn')", name="state"),
        CheckConstraint("(to_staff IS NULL) <> (to_team IS NULL)", name="to_one"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id", ondelete="CASCADE"))
    by_staff: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    """Who offers it, and keeps it until it is accepted."""
    to_staff: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """The colleague to whom it is offered."""
    to_team: Mapped[int | None] = mapped_column(ForeignKey("teams.id"))
    """Or the team, of which anybody may accept."""
    note: Mapped[str] = mapped_column(EncryptedText("transfers.note"), default="")
    """What the next counselor should know. Sensitive, encrypted; erased with the talk."""
    state: Mapped[str] = mapped_column(String(10), default="offered")
    """offered, accepted, declined, expired (nobody answered) or withdrawn."""
    offered_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it was offered."""


class Look(Base):
    """A second counselor who was asked to look at a talk: reads and notes, never writes to the person."""

    __tablename__ = "looks"

    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id", ondelete="CASCADE"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    """Who may look, until the talk is closed."""
    asked_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When they were asked."""
    joined_at: Mapped[datetime | None] = mapped_column(Moment)
    """When they first opened it."""


class Alert(Base):
    """How far the counselors were alerted of somebody who waits. Holds nothing of the talk."""

    __tablename__ = "alerts"
    __table_args__ = (Index("ix_alerts_due", "over", "next_at"),)  # the look for alerts that are due

    escalation_id: Mapped[int] = mapped_column(
        ForeignKey("escalations.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    rank: Mapped[int] = mapped_column()
    """The danger that was told; when it becomes graver, the alert begins anew."""
    sent: Mapped[int] = mapped_column(default=0)
    """How often it was due so far."""
    next_at: Mapped[datetime] = mapped_column(Moment, default=now)
    """When it is due (again)."""
    over: Mapped[bool] = mapped_column(default=False)
    """Nobody waits there any more."""
    number: Mapped[str | None] = mapped_column(String(80))
    """The number of the first message in the counselors' group, to which the others are replies."""


class Restraint(Base):
    """Somebody whose messages are held back for a while, because they abuse the hotline."""

    __tablename__ = "restraints"
    __table_args__ = (CheckConstraint("kind IN ('slow', 'mute', 'block')", name="kind"),)

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    kind: Mapped[str] = mapped_column(String(10))
    """slow: one message a minute reaches the counselor; mute: none does; block: the bot does not answer either."""
    until: Mapped[datetime] = mapped_column(Moment)
    """When it ends by itself; forgotten within an hour after that. Erasing a talk does not end it."""
    set_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    """Who set it. Internal."""
    passed_at: Mapped[datetime | None] = mapped_column(Moment)
    """When a message last got through."""
    told_at: Mapped[datetime | None] = mapped_column(Moment)
    """When the person was last told that one did not."""
