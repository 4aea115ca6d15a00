"""An answer cut into the passages that are compared with a question."""

import re

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SHORTEST = 20
"""Characters: a shorter paragraph says nothing by itself."""


def pieces(question: str, answer: str) -> list[str]:
    """What is read of an answer: each passage behind its question, which says what it is about."""
    return [f"{question} {part}" for part in passages(answer)]


def passages(answer: str) -> list[str]:
    """The paragraphs of an answer, without the directory's placeholders; the whole of it if all are short."""
    plain = _PLACEHOLDER.sub("", answer)
    parts = [part.strip() for part in _PARAGRAPH.split(plain)]
    return [part for part in parts if len(part) > _SHORTEST] or [plain.strip()]
