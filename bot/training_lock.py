"""Only one program learns at a time: others that find nothing learnt yet wait for it instead of learning the same."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(models: Path, tell: Callable[[str], None] = lambda _: None) -> Iterator[None]:
    """Hold the models' folder while something is made in it. `tell` hears it if another program is at it.

    The system lets go of it when a program ends, however it ends.
    """
    models.mkdir(parents=True, exist_ok=True)
    with (models / "learning.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("another program is learning: waiting for it …")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
