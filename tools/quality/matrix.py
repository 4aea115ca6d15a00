"""A confusion matrix as a picture: plain SVG with its labels as text, on a ground of its own (light and dark pages)."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from tools.quality.figures import Pairs

_CELL_WIDTH, _CELL_HEIGHT, _LEFT, _TOP, _EDGE = 84, 34, 150, 84, 12
_INK, _GROUND = "#1f2328", "#ffffff"
_RIGHT, _WRONG = (110, 190, 150), (235, 150, 110)
"""The fullest shades; dark text is easy to read on both."""

_LOOK = f'role="img" font-family="system-ui, sans-serif" font-size="13" fill="{_INK}"'


def picture(title: str, pairs: Pairs, labels: Sequence[str]) -> str:
    """Rows: what was wanted; columns: what was said; a cell's shade: its share of the row."""
    width = _LEFT + _CELL_WIDTH * len(labels) + _EDGE
    height = _TOP + _CELL_HEIGHT * len(labels) + _EDGE
    count, wanted = Counter(pairs), Counter(want for want, _ in pairs)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" {_LOOK}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{_GROUND}" stroke="#d0d7de"/>',
        _text(_EDGE, 26, title, anchor="start", more=' font-size="15" font-weight="600"'),
        _text(_EDGE, 48, "rows: wanted, columns: said", anchor="start"),
    ]
    for place, label in enumerate(labels):
        parts.append(_text(_LEFT + _CELL_WIDTH * (place + 0.5), _TOP - 10, label))
        middle = _TOP + _CELL_HEIGHT * (place + 0.5) + 5
        parts.append(_text(_LEFT - 8, middle, f"{label} ({wanted[label]})", anchor="end"))
        parts += [
            _cell(column, place, count[label, other], wanted[label], right=label == other)
            for column, other in enumerate(labels)
        ]
    return "\n".join([*parts, "</svg>\n"])


def _cell(column: int, row: int, count: int, wanted: int, *, right: bool) -> str:
    share = count / wanted if wanted else 0.0
    red, green, blue = (round(255 - (255 - part) * share**0.5) for part in (_RIGHT if right else _WRONG))
    x, y = _LEFT + _CELL_WIDTH * column, _TOP + _CELL_HEIGHT * row
    box = f'<rect x="{x}" y="{y}" width="{_CELL_WIDTH - 2}" height="{_CELL_HEIGHT - 2}" fill="rgb({red},{green},{blue})"/>'
    shown = str(count) if count else "·"
    return box + _text(x + _CELL_WIDTH / 2 - 1, y + _CELL_HEIGHT / 2 + 4, shown)


def _text(x: float, y: float, words: str, *, anchor: str = "middle", more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{more}>{escape(words)}</text>'
