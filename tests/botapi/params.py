"""Parameters of a call, from a query, a form, a multipart body or JSON, read as leniently as Telegram reads them."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from .errors import bad_request
from .records import Json

STRUCTURES = {
    "allowed_updates", "caption_entities", "commands", "entities", "link_preview_options", "reply_markup",
    "reply_parameters", "scope",
}  # fmt: skip
NUMBERS = {"chat_id", "limit", "max_connections", "message_id", "offset", "reply_to_message_id", "timeout"}


@dataclass(frozen=True)
class Upload:
    """A file of a multipart body."""

    name: str
    data: bytes


@dataclass
class Params:
    """Parameters by name; a parameter that is missing reads as empty, 0 or False."""

    values: Json = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; numbers are taken as their digits."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number, or the default if it is missing or empty."""
        value = self.values.get(name, "")
        try:
            return default if value == "" else int(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """A boolean."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def structure(self, name: str, what: str) -> Any:
        """A JSON object or array, None if missing; `what` is Telegram's word for it in the error."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The uploaded file of a parameter, sent under its name or by `attach://`."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name)

    def readable(self) -> Json:
        """The parameters for the record of calls: numbers and JSON decoded, files by name."""
        decoded = {name: _decoded(name, value) for name, value in self.values.items()}
        return decoded | {name: f"<file {upload.name}>" for name, upload in self.files.items()}


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name not in STRUCTURES | NUMBERS:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


async def read_params(request: Request) -> Params:
    """All parameters of a request; the body's win over the query's."""
    params = Params(values=dict(request.query_params))
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        params.values.update(await _json_body(request))
    elif kind:
        await _read_form(request, params)
    return params


async def _json_body(request: Request) -> Json:
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("can't parse the request JSON body")
    return {name: value for name, value in body.items() if value is not None}


async def _read_form(request: Request, params: Params) -> None:
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                params.files[name] = Upload(value.filename or name, await value.read())
            else:
                params.values[name] = value
