"""Pages from templates. Everything that goes into one is escaped; texts come from the Fluent files through `t`."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton, format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.replies.menu import LANGUAGES
from bot.staff.permissions import Permission
from bot.storage.base import now
from bot.texts import country_name, day, language_name, locale
from bot.web.staff.visit import Visit

_TEMPLATES = Path(__file__).parent.parent / "templates" / "staff"
_ZONE = ZoneInfo("Europe/Kyiv")
"""Times are written for Ukraine and Romania, which share a clock; where scripts run, the browser's own zone is used."""
_HOUR, _DAY = 60, 24 * 60
"""In minutes."""


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render(visit: Visit, template: str, **context: Any) -> str:
    """A template filled in for a reader."""
    words = {
        "t": visit.say,
        "named": lambda prefix, code: named(visit, prefix, code),
        "day": lambda date: day(visit.language, date),
        "clock": lambda moment: clock(visit.language, moment),
        "ago": lambda moment: ago(visit, moment),
        "country": lambda code: country_name(visit.language, code) if code else visit.say("staff-country-unknown"),
        "own_name": lambda code: LANGUAGES.get(code, code),
        "tongue": lambda code: language_name(visit.language, code),
        "Permission": Permission,
    }
    return _environment().get_template(template).render(visit=visit, **words, **context)


def page(visit: Visit, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page. Half an emoji (a lone surrogate), which no browser takes, becomes a question mark."""
    return HTMLResponse(render(visit, template, **context).encode("utf-8", "replace"), status)


def refusal(request: Request, visit: Visit, status: int, key: str, **values: Any) -> Response:
    """Say in plain words why something was refused: as a page, or as JSON if that was asked for."""
    text = visit.say(key, **values)
    if "json" in request.headers.get("accept", ""):
        return JSONResponse({"error": text}, status)
    return page(visit, "refused.html", status, text=text)


def named(visit: Visit, prefix: str, code: str) -> str:
    """The name of a code that is stored with a talk; a new one without a name shows itself, and breaks no page."""
    try:
        return visit.say(f"{prefix}-{code.replace('_', '-')}")
    except KeyError:
        return code.replace("_", " ")


def clock(language: str, moment: datetime) -> str:
    """A time of today, or a day with its time."""
    time = format_time(moment, "HH:mm", _ZONE, locale(language))
    if moment.astimezone(_ZONE).date() == now().astimezone(_ZONE).date():
        return time
    return f"{format_skeleton('MMMd', moment, _ZONE, locale=locale(language))}, {time}"


def ago(visit: Visit, moment: datetime) -> str:
    """How long ago, roughly, e.g. "5 min"."""
    minutes = int((now() - moment).total_seconds() // 60)
    if minutes < 1:
        return visit.say("staff-ago-now")
    if minutes < _HOUR:
        return visit.say("staff-ago-minutes", count=minutes)
    if minutes < 2 * _DAY:
        return visit.say("staff-ago-hours", count=minutes // _HOUR)
    return visit.say("staff-ago-days", count=minutes // _DAY)
