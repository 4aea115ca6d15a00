"""Files that people sent to a counselor. They may be hostile: nothing of them may run in our pages."""

import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Header
from starlette.responses import Response

from bot.conversations.attachments import talk_of
from bot.conversations.models import Attachment
from bot.handoff.access import NotYours
from bot.staff.permissions import Permission
from bot.web.staff.console import audit_reading
from bot.web.staff.guard import needs
from bot.web.staff.story import tell
from bot.web.staff.visit import Here, Number

router = APIRouter()

PICTURES = ("image/jpeg", "image/png", "image/gif", "image/webp")
SOUNDS = ("audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/wav", "audio/x-wav", "audio/webm", "audio/opus")
_HEADERS = {
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
}
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


def piece(content: bytes, wanted: str) -> tuple[bytes, int, dict[str, str]]:
    """The piece that a Range header asks for (RFC 9110, section 14): Safari plays no sound from servers that give none.

    Returns the bytes, the status and the headers; the whole for any range that we do not understand.
    """
    match = _RANGE.fullmatch(wanted)
    first = int(match[1]) if match else 0
    last = min(int(match[2] or len(content)), len(content) - 1) if match else -1
    if last < first:
        return content, 200, {}
    return content[first : last + 1], 206, {"content-range": f"bytes {first}-{last}/{len(content)}"}


def plain_type(mime: str) -> str:
    """A media type without parameters, as `audio/ogg; codecs=opus` has them."""
    return mime.partition(";")[0].strip().lower()


@router.get("/attachments/{attachment_id}")
@needs(Permission.SEE_CONVERSATIONS)
async def download(visit: Here, attachment_id: Number, wanted: Annotated[str, Header(alias="range")] = "") -> Response:
    """A file of a talk that the reader may read. Only pictures and sounds are shown, all else is saved as a file."""
    async with visit.hotline.storage.reading() as session:
        talk_id = await talk_of(session, attachment_id)
        if talk_id is None:
            raise NotYours
        story = await tell(session, visit, talk_id)
        file = await session.get_one(Attachment, attachment_id)
    await audit_reading(visit, story)
    mime = plain_type(file.mime)
    shown = mime in PICTURES or mime in SOUNDS
    name = quote(file.name.encode("utf-8", "replace"), safe="")
    headers = _HEADERS | {"content-disposition": f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{name}"}
    content, status, part = piece(file.content, wanted)
    return Response(content, status, headers | part, mime if shown else "application/octet-stream")
