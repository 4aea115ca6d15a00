"""The load: people who arrive and are claimed, and messages both ways at a given rate."""

import asyncio
import itertools
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.relay.marks import marked
from tools.relay.people import note_what_was_delivered
from tools.relay.stage import Chat, Stage

DRAINED = 20.0
"""Seconds that the last messages are given to arrive."""
_OPENED = 3.0
"""Seconds until all consoles, which open a chat at the same moment, have it: nobody's working day begins so for all at once."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Phase:
    """What was measured while a load lasted. Delays in seconds; None: never arrived."""

    rate: float
    seconds: float = 0.0
    delays: dict[str, list[float | None]] = field(default_factory=dict)
    processors: dict[str, float] = field(default_factory=dict)
    """Processor seconds in a second, by process."""
    each: float = 0.0
    """Processor seconds of the gateway for one message."""
    machine: float = 0.0
    """The machine's load average at the end."""


async def arrive(stage: Stage, number: int) -> tuple[Chat, str]:
    """Somebody writes, presses "talk to a person" and is claimed by their counselor. Returns the talk and its mark."""
    console = stage.consoles[number % len(stage.consoles)]
    person = stage.newcomer()
    mark, text = marked("a", number, 0)
    await person.says(text)
    await asyncio.sleep(1.0)  # the bot's answer comes first
    stage.sightings.send(mark)
    await person.wants_a_person()
    await _seen_everywhere(stage, mark)
    chat = Chat(number, person, console)
    chat.talk = await console.claims(mark)
    await console.says(chat.talk, "…")  # who claims says something soon, or the talk goes back to the queue
    return chat, mark


async def _seen_everywhere(stage: Stage, mark: str) -> None:
    """Until the line stands in all consoles: what is claimed sooner, some never show."""
    end = time.monotonic() + DRAINED
    while time.monotonic() < end and any((one.name, mark) not in stage.sightings.seen for one in stage.consoles):  # noqa: ASYNC110  # somebody else's program
        await asyncio.sleep(0.05)


async def fill(stage: Stage, count: int, per_second: float) -> list[str]:
    """Let people arrive until there are `count` chats. Returns the marks of their arrival."""
    coming = []
    for number in range(count):
        coming.append(asyncio.create_task(arrive(stage, number)))
        await asyncio.sleep(1 / per_second)
    arrived = await asyncio.gather(*coming)
    stage.chats += [chat for chat, _ in arrived]
    for console in stage.consoles:
        console.opens(next(chat.talk for chat in stage.chats if chat.console is console))
    await asyncio.sleep(_OPENED)
    return [mark for _, mark in arrived]


async def relay(stage: Stage, rate: float, seconds: float, chance: random.Random) -> Phase:
    """Messages at a rate (per second, half of them each way, at random moments) in the chats in turn."""
    phase = Phase(rate)
    order = itertools.cycle(chance.sample(stage.chats, len(stage.chats)))
    sending: list[asyncio.Task[str]] = []
    begun = now = time.monotonic()
    with _processors(stage, phase):
        while now - begun < seconds:
            sending.append(asyncio.create_task(_one(stage, next(order))))
            now += chance.expovariate(rate)
            await asyncio.sleep(max(0.0, now - time.monotonic()))
        marks = await asyncio.gather(*sending)
        await _drained(stage, marks)
        phase.seconds = time.monotonic() - begun
    phase.each = phase.processors["gateway"] * phase.seconds / len(marks)
    _collect(stage, phase, set(marks))
    return phase


async def _one(stage: Stage, chat: Chat) -> str:
    """The next message of a chat; the two take turns, and in every other chat it is the counselor's at the beginning."""
    from_person = (chat.number // 2 + chat.said) % 2 == 0  # odd numbers are web chats
    mark, text = marked("p" if from_person else "c", chat.number, chat.said)
    chat.said += 1
    stage.sightings.send(mark)
    await (chat.person.says(text) if from_person else chat.console.says(chat.talk, text))
    return mark


async def _drained(stage: Stage, marks: list[str]) -> None:
    end = time.monotonic() + DRAINED
    while time.monotonic() < end and not all(_arrived(stage, mark) for mark in marks):  # noqa: ASYNC110  # somebody else's program
        await asyncio.sleep(0.25)


def _arrived(stage: Stage, mark: str) -> bool:
    note_what_was_delivered(stage.api, stage.on_telegram, stage.sightings)
    chat = stage.chats[int(mark[1:].partition("n")[0])]
    return stage.sightings.took(chat.console.name if mark[0] == "p" else chat.person.name, mark) is not None


def _collect(stage: Stage, phase: Phase, marks: set[str]) -> None:
    took = stage.sightings.took
    for chat in stage.chats:
        where = chat.person.where
        for mark in (mark for mark in marks if mark[1:].partition("n")[0] == str(chat.number)):
            if mark[0] == "p":
                phase.delays.setdefault(f"{where} → console", []).append(took(chat.console.name, mark))
            else:
                phase.delays.setdefault(f"console → {where}", []).append(took(chat.person.name, mark))


def presses(stage: Stage, marks: list[str]) -> list[float | None]:
    """From each press of "talk to a person" to its line, in every console."""
    return [stage.sightings.took(console.name, mark) for mark in marks for console in stage.consoles]


@contextmanager
def _processors(stage: Stage, phase: Phase) -> Iterator[None]:
    pids = {"gateway": stage.program.process.pid if stage.program.process else 0, "clients": os.getpid()}
    begun, before = time.monotonic(), {name: _used(pid) for name, pid in pids.items()}
    yield
    spent = time.monotonic() - begun
    phase.processors = {name: (_used(pid) - before[name]) / spent for name, pid in pids.items()}
    phase.machine = os.getloadavg()[0]


def _used(pid: int) -> float:
    """Processor seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
