"""An answer cut into the passages that are compared with a question."""

import re

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SHORTEST = 20
"""Characters: a shorter paragraph says nothing by itself."""


def passages(answer: str) -> list[str]:
    """The paragraphs of an answer, without the directory's placeholders; the whole of it if all are short."""
    plain = _PLACEHOLDER.sub("", answer)
    parts = [part.strip() for part in _PARAGRAPH.split(plain)]
    return [part for part in parts if len(part) > _SHORTEST] or [plain.strip()]
