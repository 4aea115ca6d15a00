"""Trying out what the hotline understands in a text (contract, section 1). Nothing of it is kept."""

import asyncio
import json

from fastapi import APIRouter, Request
from starlette.responses import Response

from bot.staff.permissions import Permission
from bot.web.staff.guard import needs
from bot.web.staff.visit import Here

router = APIRouter()


@router.post("/api/analyze")
@needs(Permission.ANALYZE)
async def analyze(request: Request, visit: Here) -> Response:
    """`{"text": …}` in, understanding out."""
    from bot.analyze import analyze_text  # heavy, and only this page needs it

    try:
        body = json.loads(await request.body())
    except ValueError:
        return _json({"error": "not JSON"}, 422)
    text, language = (body.get("text"), body.get("language")) if isinstance(body, dict) else (None, None)
    if not isinstance(text, str):
        return _json({"error": "no text"}, 422)
    wanted = language if isinstance(language, str) else None
    return _json(await asyncio.to_thread(analyze_text, visit.hotline, text, wanted))


def _json(value: object, status: int = 200) -> Response:
    # Escaped to ASCII: a quote cut out of the text may hold half an emoji, which UTF-8 cannot carry.
    return Response(json.dumps(value), status, media_type="application/json")
