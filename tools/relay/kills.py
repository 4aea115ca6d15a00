"""Messages both ways while the gateway is killed again and again; then both sides are compared."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tools.relay.load import arrive
from tools.relay.marks import marked
from tools.relay.stage import Chat, Stage, started

PATIENCE = 180.0
"""Seconds that everything is given to arrive after the last kill."""
_PAUSE = (0.1, 0.9)
"""Seconds between two messages of one writer."""
_LIFE = (0.2, 3.0)
"""Seconds that the gateway lives between two kills."""


@dataclass
class Outcome:
    """What both sides saw. `doubled` and `lost` count messages, by way."""

    database: str = ""
    kills: int = 0
    sent: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    doubled: Counter[str] = field(default_factory=Counter)
    disordered: Counter[str] = field(default_factory=Counter)
    """Chats in which a later message stands before an earlier one."""
    seconds: float = 0.0
    examples: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """How much is not as it should be."""
        return sum((self.lost + self.doubled + self.disordered).values())


async def kill_and_compare(stage: Stage, chats: int, messages: int, kills: int, chance: random.Random) -> Outcome:
    """Let people and counselors write, kill the gateway at random moments, wait until all is quiet, and compare."""
    await stage.staff()
    for number in range(chats):
        chat, _ = await arrive(stage, number)
        chat.console.opens(chat.talk, beside=True)
        stage.chats.append(chat)
    outcome, begun = Outcome(), time.monotonic()
    each = messages // (2 * chats)
    writing = [asyncio.create_task(_writes(chat, kind, each, chance)) for chat in stage.chats for kind in ("p", "c")]
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(*_LIFE))
        await asyncio.to_thread(stage.program.kill)
        await started(stage.program)
        outcome.kills += 1
    await asyncio.gather(*writing)
    await _quiet(stage, each)
    outcome.seconds = time.monotonic() - begun
    for chat in stage.chats:
        _compare(chat, each, outcome)
    return outcome


async def _writes(chat: Chat, kind: str, count: int, chance: random.Random) -> None:
    for number in range(count):
        _, text = marked(kind, chat.number, number)
        await (chat.person.says(text) if kind == "p" else chat.console.says(chat.talk, text))
        await asyncio.sleep(chance.uniform(*_PAUSE))


async def _quiet(stage: Stage, each: int) -> None:
    """Until everything arrived, and then a little longer: a second copy comes late."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not all(_complete(chat, each) for chat in stage.chats):  # noqa: ASYNC110  # somebody else's program
        await asyncio.sleep(0.5)
    await asyncio.sleep(5)


def _complete(chat: Chat, each: int) -> bool:
    return len(set(chat.person.heard())) == each and len(set(chat.console.read(chat.talk))) == each


def _compare(chat: Chat, each: int, outcome: Outcome) -> None:
    where = type(chat.person).where
    for way, kind, seen in (
        (f"{where} → console", "p", chat.console.read(chat.talk)),
        (f"console → {where}", "c", chat.person.heard()),
    ):
        sent = [marked(kind, chat.number, number)[0] for number in range(each)]
        _count(way, sent, seen, outcome)


def _count(way: str, sent: Sequence[str], seen: Sequence[str], outcome: Outcome) -> None:
    lost, extra = set(sent) - set(seen), Counter(seen) - Counter(sent)
    outcome.sent[way] += len(sent)
    outcome.lost[way] += len(lost)
    outcome.doubled[way] += sum(extra.values())
    outcome.disordered[way] += list(dict.fromkeys(seen)) != [mark for mark in sent if mark not in lost]
    if lost or extra:
        outcome.examples.append(f"{way}: lost {sorted(lost)}, doubled {sorted(extra)}")
