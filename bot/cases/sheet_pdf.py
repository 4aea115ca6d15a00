"""The indicator sheet as PDF, for a referral. Roboto has the letters of all our languages and comes with its package."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import font_roboto
from fpdf import FPDF
from fpdf.fonts import TTFFont

from bot.cases.indicators import load
from bot.cases.sheet import Part, Sheet
from bot.texts import Texts, day

_FONTS = Path(font_roboto.font_directory)
_FAMILY, _INK, _MUTED, _LINE = "Roboto", (23, 33, 43), (74, 87, 99), (201, 209, 216)
_MARGIN = 18
_LONGEST = 2000
Say = Callable[..., str]


def draw(sheet: Sheet, texts: Texts, language: str) -> bytes:
    """The sheet in a language."""

    def say(key: str, /, **values: Any) -> str:
        return texts.say(language, key, **values)

    paper = _Paper(say("staff-sheet-foot", number=sheet.case_id))
    paper.set_title(say("staff-sheet"))
    paper.set_lang(language)
    paper.line_of(say("staff-sheet"), 18, bold=True)
    paper.line_of(say("staff-sheet-head", number=sheet.case_id, day=day(language, sheet.day)), muted=True)
    paper.line_of(say(f"staff-sheet-list-{sheet.outcome.which}"), muted=True)
    paper.gap()
    paper.line_of(say("staff-sheet-hint"))
    _identity(paper, sheet, say)
    for part in sheet.parts:
        _dimension(paper, part, say)
    paper.heading(say("staff-sheet-result"))
    paper.line_of(say(f"staff-ilo-result-{sheet.outcome.result}"))
    paper.gap()
    paper.line_of(say("staff-sheet-source"), 9, muted=True)
    return bytes(paper.output())


def _identity(paper: "_Paper", sheet: Sheet, say: Say) -> None:
    if not sheet.identity:
        return
    paper.heading(say("staff-case-section-identity"))
    for name, value in sheet.identity.items():
        paper.line_of(f"{say(f'staff-case-item-{name.replace("_", "-")}')}: {value}")


def _dimension(paper: "_Paper", part: Part, say: Say) -> None:
    number = [one.code for one in load()].index(part.code) + 1
    paper.heading(f"{number}. {say(f'staff-ilo-dimension-{part.code.replace("_", "-")}')}")
    paper.line_of(say("staff-ilo-positive") if part.positive else say("staff-ilo-negative"), muted=True)
    for seen in part.seen:
        name, weight = say(f"staff-ilo-{seen.code.replace('_', '-')}"), say(f"staff-ilo-weight-{seen.weight}")
        paper.point(f"{name} ({weight})", say("staff-ilo-quote", text=seen.quote) if seen.quote else "")


class _Paper(FPDF):
    """A4 with our font, margins and foot."""

    def __init__(self, foot: str) -> None:
        super().__init__()
        self._foot = foot
        self.add_font(_FAMILY, "", _FONTS / "Roboto-Regular.ttf")
        self.add_font(_FAMILY, "B", _FONTS / "Roboto-Bold.ttf")
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(auto=True, margin=_MARGIN + 4)
        self.add_page()

    def footer(self) -> None:
        """The line below each page."""
        self.set_y(-_MARGIN)
        self.line_of(f"{self._foot}  ·  {self.page_no()}", 9, muted=True)

    def line_of(self, text: str, size: float = 11, *, bold: bool = False, muted: bool = False) -> None:
        """A paragraph over the whole width."""
        self.set_font(_FAMILY, "B" if bold else "", size)
        self.set_text_color(*(_MUTED if muted else _INK))
        height = size * 0.5
        self.multi_cell(0, height, self._printable(text), new_x="LMARGIN", new_y="NEXT", align="L")

    def heading(self, text: str) -> None:
        """A heading that stays with what follows it."""
        self.gap()
        if self.will_page_break(28):
            self.add_page()
        self.set_draw_color(*_LINE)
        self.line(_MARGIN, self.get_y(), self.w - _MARGIN, self.get_y())
        self.gap()
        self.line_of(text, 13, bold=True)

    def point(self, text: str, below: str) -> None:
        """A point of a list, with what stands below it."""
        left = self.l_margin
        self.set_left_margin(left + 4)
        self.line_of(f"• {text}")
        if below:
            self.line_of(below, 10, muted=True)
        self.set_left_margin(left)
        self.set_x(left)

    def gap(self) -> None:
        """Some room."""
        self.ln(2.5)

    def _printable(self, text: str) -> str:
        """A text without what the font cannot show (emoji, control signs), which would stand there as empty boxes."""
        font = self.current_font
        there = font.cmap if isinstance(font, TTFFont) else {}
        return " ".join("".join(sign if ord(sign) in there else " " for sign in text[:_LONGEST]).split()) or "–"
