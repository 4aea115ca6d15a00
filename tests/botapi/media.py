"""Methods that send files or fetch them."""

from .errors import bad_request
from .messages import caption, post
from .params import Params
from .records import Json, StoredFile
from .world import World

MAX_PHOTO = 10_000_000  # bytes
MAX_UPLOAD = 50_000_000
MAX_DOWNLOAD = 20_000_000
IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"BM")


def send_photo(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendphoto"""
    return _send(world, params, "sendPhoto", "photo", MAX_PHOTO)


def send_voice(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendvoice"""
    return _send(world, params, "sendVoice", "voice", MAX_UPLOAD)


def send_document(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#senddocument"""
    return _send(world, params, "sendDocument", "document", MAX_UPLOAD)


def _send(world: World, params: Params, method: str, kind: str, limit: int) -> Json:
    text = caption(params)
    chat = world.chat(params)
    file = _file(world, params, kind, limit)
    heard = post(world, chat, params, method, {kind: described(kind, file, params.integer("duration")), **text})
    heard.file, heard.file_name = file.data, file.name
    return heard.raw


def _file(world: World, params: Params, kind: str, limit: int) -> StoredFile:
    upload, known = params.upload(kind), params.text(kind)
    if upload is None:
        return _already_there(world, kind, known)
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > limit:
        raise bad_request(f"file of size {len(upload.data)} bytes is too big for a {kind}")
    if kind == "photo" and not upload.data.startswith(IMAGES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return world.store(upload.data, f"{kind}s", upload.name)


def _already_there(world: World, kind: str, known: str) -> StoredFile:
    if known.startswith(("http://", "https://")):
        return world.store(b"", f"{kind}s", known.rpartition("/")[2])
    if not known:
        raise bad_request(f"there is no {kind} in the request")
    if known not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files[known]


def described(kind: str, file: StoredFile, duration: int = 0, mime: str = "") -> object:
    """A file as the field of a message: a photo's sizes, a voice, a document."""
    if kind == "photo":
        return [{**file.summary(), "width": 1280, "height": 960}]
    if kind == "voice":
        return {**file.summary(), "duration": duration, "mime_type": mime or "audio/ogg"}
    return {**file.summary(), "file_name": file.name, "mime_type": mime or "application/octet-stream"}


def get_file(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getfile"""
    file = world.files.get(params.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.summary(), "file_path": file.path}


METHODS = {"sendPhoto": send_photo, "sendVoice": send_voice, "sendDocument": send_document, "getFile": get_file}
