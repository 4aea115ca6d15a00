"""The files that the public pages load: a short list, so that nothing else of the folder is served."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.responses import FileResponse

_FOLDER = Path(__file__).with_name("static")
_TYPES = {
    "tokens.css": "text/css",
    "chat.css": "text/css",
    "calendar.css": "text/css",
    "leave.js": "text/javascript",
    "view.js": "text/javascript",
    "chat.js": "text/javascript",
    "favicon.svg": "image/svg+xml",
}
_KEEP = {"cache-control": "public, max-age=31536000, immutable"}


@cache
def address(name: str) -> str:
    """Where a file is served. Its content's hash is part of it: browsers keep it for good, and a new one is new."""
    return f"/static/{name}?v={sha256((_FOLDER / name).read_bytes()).hexdigest()[:10]}"


def file(name: str) -> FileResponse | None:
    """A file of the list; None for any other name."""
    return FileResponse(_FOLDER / name, media_type=_TYPES[name], headers=_KEEP) if name in _TYPES else None
