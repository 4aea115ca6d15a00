"""What can stand in the way of a hand-over, in the hotline's own words."""


class AlreadyClaimed(Exception):
    """Somebody was faster."""

    def __init__(self, by: str) -> None:
        """`by`: the name of the counselor who has it."""
        super().__init__(by)
        self.by = by


class NotClaimed(Exception):
    """The talk is not with this counselor (any more)."""


class NotOffered(Exception):
    """The transfer is not offered to this counselor, or not any more."""


class CannotTake(Exception):
    """The colleague or the team cannot be given a talk: blocked, no counselor, without members, or the giver."""


class TalkedOn(Exception):
    """A closed talk cannot be opened again: the person has begun another one since."""
