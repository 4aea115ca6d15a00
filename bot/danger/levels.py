"""The levels of danger (contract, section 2)."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How grave it is; the order is the order of the queue."""

    NONE = 0
    CONCERN = 1
    EXPLOITATION = 2
    EMERGENCY = 3

    @property
    def code(self) -> str:
        """The name used in data and in `hotline analyze`."""
        return self.name.lower()


@dataclass(frozen=True)
class Danger:
    """What the check found in one message. `signs` are codes such as `locked_in`; `outright`: words said it plainly.

    `place`: start and end, in code points, of the sentence that says it most clearly, if there is more than one.
    """

    level: Level
    signs: tuple[str, ...] = ()
    confidence: float = 0.0
    outright: bool = False
    place: tuple[int, int] | None = None


NO_DANGER = Danger(Level.NONE)
