"""Rendering of the public pages."""

import calendar
import secrets
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.replies.menu import LANGUAGES
from bot.replies.voice import Voice
from bot.reply import press
from bot.texts import locale
from bot.web import assets
from bot.web.rich import Rich
from bot.web.sending import MOST_BYTES
from bot.web.story import Bubble

_FOLDER = Path(__file__).with_name("templates")


def _environment() -> Environment:
    loader = FileSystemLoader(_FOLDER)
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    pages.globals |= {"asset": assets.address, "press": press}
    return pages


class Pages:
    """The public pages as answers."""

    def __init__(self, rich: Rich) -> None:
        self._rich = rich
        self._environment = _environment()

    def chat(
        self,
        voice: Voice,
        bubbles: list[Bubble],
        *,
        newest: int = 0,
        known: bool = False,
        notice: str = "",
        draft: str = "",
        status: int = 200,
    ) -> HTMLResponse:
        """The chat page.

        Args:
            voice: in whose language; knows the country whose emergency number is shown.
            bubbles: the messages, oldest first.
            newest: number of the last message, after which the page's script asks for more.
            known: whether this visitor ever sent something, so that there is a talk to listen to.
            notice: a line to show above the message field.
            draft: what to put into the message field again.
            status: of the answer.
        """
        facts: dict[str, Any] = {
            "say": voice.say,
            "language": voice.language,
            "languages": [(code, LANGUAGES.get(code, code)) for code in _in_order(voice.library.texts.languages)],
            "emergency": self._rich.html(voice.service("emergency"), ours=True),
            "bubbles": bubbles,
            "newest": newest,
            "known": known,
            "notice": notice,
            "draft": draft,
            "page": secrets.token_hex(8),
            "most_bytes": MOST_BYTES,
            "most_megabytes": MOST_BYTES // 1024 // 1024,
        }
        return HTMLResponse(self._environment.get_template("chat.html").render(facts), status)

    def blank(self, language: str, today: date) -> HTMLResponse:
        """A page that anybody may see over a shoulder: this month's calendar, and no word of the hotline."""
        names = locale(language)
        facts = {
            "language": language,
            "month": f"{names.months['stand-alone']['wide'][today.month].capitalize()} {today.year}",
            "days": [names.days["stand-alone"]["short"][day] for day in range(7)],
            "weeks": calendar.monthcalendar(today.year, today.month),
            "today": today.day,
        }
        return HTMLResponse(self._environment.get_template("blank.html").render(facts))


def _in_order(languages: tuple[str, ...]) -> list[str]:
    known = [code for code in LANGUAGES if code in languages]
    return known + [code for code in languages if code not in known]
