"""Language: of short public texts by themselves, and of the replies in whole talks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.languages import Heard, Talk, answer_in, hear
from tools.quality.bench import Bench
from tools.quality.sets import LANGUAGES
from tools.quality.talk import is_pasted

_LISTS = ("sentences", "pairs", "words")
_NO_LANGUAGE = ("unknown", "other")


def measure(bench: Bench) -> None:
    """All four figures of language."""
    for name in _LISTS:
        bench.findings.shares(name, _short(bench, name))
    turns = [(code, marks) for code in LANGUAGES for marks in _talks(bench, code)]
    bench.findings.shares("conversations", ((code, right) for code, marks in turns for right in marks))
    bench.findings.shares("whole_conversations", ((code, all(marks)) for code, marks in turns))


def _short(bench: Bench, name: str) -> Iterator[tuple[str, bool]]:
    for code in LANGUAGES:
        for text in bench.sets.public(code, name):
            said = bench.read(text)["language"]["code"]
            if said != code:
                bench.findings.wrong(name, code, {"text": text}, said)
            yield code, said == code


def _talks(bench: Bench, code: str) -> Iterator[list[bool]]:
    for row in bench.sets.rows(code, "conversations"):
        turns: Sequence[Mapping[str, Any]] = row["turns"]
        replies = answered([turn["text"] for turn in turns], "uk" if code == "ru" else code)
        marks = [said == turn["reply"] for said, turn in zip(replies, turns, strict=True)]
        if not all(marks):
            bench.findings.wrong("conversations", code, row, replies)
        yield marks


def answered(texts: Sequence[str], app: str) -> list[str]:
    """The language of each reply in a talk, remembered as `bot/turn.py` does. `app`: the language of the person's app."""
    talk, current, replies = Talk(), app, []
    for text in texts:
        heard = hear(text)
        reply = answer_in(heard, talk, current, pasted=is_pasted(text))
        talk = _remember(talk, heard, reply)
        current = talk.chosen or talk.last or app
        replies.append(reply)
    return replies


def _remember(talk: Talk, heard: Heard, reply: str) -> Talk:
    last = talk.last if heard.code in _NO_LANGUAGE else reply
    chosen = reply if heard.asked or talk.chosen == reply else None
    return Talk(chosen, last)
