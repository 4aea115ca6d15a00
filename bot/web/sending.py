"""What a visitor sends: reading the form, and putting it into the inbox."""

import asyncio
import re
import secrets
from dataclasses import dataclass, replace
from hashlib import sha256

from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.channels.webchat import reference_to
from bot.conversations import inbox, people, talks
from bot.conversations.incoming import File, Incoming
from bot.conversations.models import Delivery, Person
from bot.hotline import Hotline
from bot.web.security import TooLarge
from bot.web.visitors import CHANNEL

MOST_BYTES = 10 * 1024 * 1024
"""Of a file."""
MOST_BODY = MOST_BYTES + 512 * 1024
"""Of a request: a file, and the words with it."""
_LONGEST_ID = 64
_LONGEST_PRESS = 200
_MIME = re.compile(r"[a-z0-9][\w.+-]{0,40}/[\w.+-]{1,50}", re.IGNORECASE)


class Malformed(Exception):
    """The body is no form."""


@dataclass(frozen=True)
class Sent:
    """One message as it was sent. `id` was made by the page; a message with the same one is the same message."""

    id: str
    incoming: Incoming

    @property
    def is_press(self) -> bool:
        """Whether a button was pressed."""
        return self.incoming.kind == "button"


async def read_sent(request: Request, hint: str) -> Sent:
    """Read the form fields `text` or `press` or `file`, `id`, and `reply_to`: the number of the message it answers.

    Args:
        request: a form of either kind.
        hint: the language that the browser asks for.

    Raises:
        Malformed: the body is no form.
        TooLarge: the file, or the whole.
    """
    form = await _form(request)
    try:
        file = await _file(form.get("file"))
    finally:
        await form.close()
    press, text = _words(form, "press"), _words(form, "text")
    if press:
        incoming = Incoming("button", press[:_LONGEST_PRESS], language_hint=hint)
    else:
        kind = _kind(file.mime) if file else "text"
        reply_to = _words(form, "reply_to")[:_LONGEST_ID]
        incoming = Incoming(kind, text.replace("\r\n", "\n"), reply_to=reply_to, language_hint=hint, file=file)
    sent_id = re.sub(r"[^\w-]", "", _words(form, "id"))[:_LONGEST_ID] or _own_id(_words(form, "page"), incoming)
    return Sent(sent_id, replace(incoming, external_id=sent_id))


def _own_id(page: str, incoming: Incoming) -> str:
    """An id for a page without a script: two taps on the same thing of one page are one message."""
    if not page:
        return secrets.token_hex(16)
    return sha256(repr((page, incoming)).encode("utf-8", "replace")).hexdigest()


async def _form(request: Request) -> FormData:
    parser: FormParser | MultiPartParser
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        parser = MultiPartParser(request.headers, request.stream(), max_files=1, max_fields=10, max_part_size=MOST_BODY)
        # Files stay in memory: what people send must not lie in a folder for temporary files, even for a moment.
        parser.spool_max_size = MOST_BODY
    else:
        parser = FormParser(request.headers, request.stream(), max_fields=10, max_part_size=MOST_BODY)
    try:
        return await parser.parse()
    except (MultiPartException, FormParserError) as error:
        raise Malformed(str(error)) from None


def _words(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


async def _file(upload: object) -> File | None:
    if not isinstance(upload, UploadFile) or not upload.filename:
        return None
    if (upload.size or 0) > MOST_BYTES:
        raise TooLarge
    said = upload.content_type or ""
    mime = said.lower() if _MIME.fullmatch(said) else "application/octet-stream"
    content = await upload.read()
    return File(reference_to(content, mime), mime, _base_name(upload.filename), len(content))


def _base_name(name: str) -> str:
    plain = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in plain if letter.isprintable())[-150:]


def _kind(mime: str) -> str:
    return {"image": "photo", "audio": "voice"}.get(mime.partition("/")[0], "file")


async def put_into_inbox(hotline: Hotline, token: str, sent: Sent) -> Person:
    """Store a message, once however often it is sent, and wake who answers."""
    # One hash of session and id: short enough for its column, and no visitor can name another's message.
    update_id = hotline.keys.fingerprint("webchat update", f"{token}:{sent.id}")
    async with hotline.storage.writing() as session:
        person = await people.person_at(session, hotline.keys, CHANNEL, token)
        await inbox.store(session, person, update_id, sent.incoming)
    hotline.bus.tell("inbox")
    return person


async def until_answered(hotline: Hotline, person_id: int, seconds: float) -> None:
    """Wait until everything a person sent is answered and the answers are out, at most for a while.

    For browsers without a script: the page they get next then holds the answer already.
    """
    with hotline.bus.listen(f"person:{person_id}") as ear:
        end = asyncio.get_running_loop().time() + seconds
        while (left := end - asyncio.get_running_loop().time()) > 0 and not await _is_answered(hotline, person_id):
            await ear.wait(left)


async def _is_answered(hotline: Hotline, person_id: int) -> bool:
    async with hotline.storage.reading() as session:
        newest = await talks.story_of_person(session, person_id, most=20)
        answered = await inbox.next_of(session, person_id) is None
    return answered and all(message.delivery != Delivery.PENDING for message in newest)
