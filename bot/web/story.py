"""What a visitor's screen shows of their talks: messages as data for pages and scripts.

A message of the hotline is shown once the outbox let it go, never before: it may still be cancelled because a counselor
took over. Until then everything after it waits too, so that whoever asks "what is new after number N?" misses nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.markup import as_plain
from bot.conversations import inbox, talks
from bot.conversations.incoming import Incoming
from bot.conversations.models import Author, Delivery, Message
from bot.replies import menu
from bot.replies.voice import Voice
from bot.reply import Button, Reply, rows_as_json
from bot.web.rich import Rich, clean

_MOST = 200
_QUOTED = 80
_FILES = ("photo", "voice", "file")
Rows = list[list[dict[str, str]]]


@dataclass(frozen=True)
class Bubble:
    """One message as it is shown. `id` 0: it has no number yet."""

    id: int
    author: str
    text: str
    text_html: str
    kind: str = "text"
    at: datetime | None = None
    buttons: Rows = field(default_factory=list)
    delivery: str | None = None
    client_id: str = ""
    quoted: str = ""
    """The beginning of the message that it answers."""

    def as_json(self) -> dict[str, Any]:
        """For the page's script."""
        return asdict(self) | {"at": self.at.isoformat() if self.at else None}


@dataclass(frozen=True)
class Story:
    """What is new. `anew`: what was asked after is gone (erased), so this is the whole story from its beginning."""

    bubbles: list[Bubble]
    newest: int
    anew: bool = False


class Teller:
    """Tells the story of a person in the language of their page."""

    def __init__(self, voice: Voice, rich: Rich) -> None:
        self.voice = voice
        self.rich = rich

    def intro(self) -> list[Bubble]:
        """What stands at the top before anybody wrote: who we are, languages, the menu."""
        return [self._said(reply) for reply in menu.start(self.voice)]

    def _said(self, reply: Reply) -> Bubble:
        html = self.rich.html(reply.text, ours=True)
        return Bubble(0, Author.BOT, reply.text, html, buttons=_rows(rows_as_json(reply.buttons)))

    async def news(self, session: AsyncSession, person_id: int, after: int = 0) -> Story:
        """What was said after a message's number."""
        rows = await talks.story_of_person(session, person_id, max(after - 1, 0), _MOST + 1)
        known = after == 0 or (len(rows) > 0 and rows[0].id == after)
        if not known:
            rows = await talks.story_of_person(session, person_id, 0, _MOST)
        ready = _let_go(row for row in rows if not known or row.id > after)
        bubbles = await self._bubbles(session, person_id, ready)
        newest = ready[-1].id if ready else (after if known else 0)
        return Story(bubbles, newest, anew=not known)

    async def page(self, session: AsyncSession, person_id: int) -> Story:
        """Everything, for a page: also what the person wrote and nobody has read yet."""
        rows = await talks.story_of_person(session, person_id, 0, _MOST)
        ready = _let_go(rows)
        let_go = {row.id for row in ready}
        shown = [row for row in rows if row.id in let_go or row.author == Author.PERSON]
        labels = self._labels(rows)
        answered = await talks.texts_of(session, {row.reply_to_id for row in shown if row.reply_to_id})
        bubbles = [self._bubble(row, labels, answered) for row in shown]
        for waiting in await inbox.unread(session, person_id):
            incoming = Incoming.from_dict(waiting.payload)
            bubbles.append(self._own(0, incoming, labels, waiting.received_at))
        return Story(bubbles, ready[-1].id if ready else 0)

    async def _bubbles(self, session: AsyncSession, person_id: int, rows: Sequence[Message]) -> list[Bubble]:
        pressed = any(row.kind == "button" for row in rows)
        labels = self._labels(await talks.story_of_person(session, person_id, 0, _MOST)) if pressed else {}
        answered = await talks.texts_of(session, {row.reply_to_id for row in rows if row.reply_to_id})
        return [self._bubble(row, labels, answered) for row in rows]

    def _labels(self, rows: Iterable[Message]) -> Mapping[str, str]:
        """What stands on the buttons of a talk, by payload: a pressed button is shown by its label."""
        ours = rows_as_json((*menu.rows(self.voice), *menu.language_rows(self.voice)))
        theirs = (line for row in rows for line in row.buttons)
        return {one["payload"]: one["label"] for line in (*ours, *theirs) for one in line if one.get("payload")}

    def _bubble(self, row: Message, labels: Mapping[str, str], answered: Mapping[int, Message]) -> Bubble:
        quoted = self._quote(answered.get(row.reply_to_id or 0))
        if row.author == Author.PERSON:
            own = self._own(row.id, Incoming(row.kind, row.text, row.external_id or ""), labels, row.at)
            return replace(own, quoted=quoted)
        html = self.rich.html(row.text, ours=row.author in (Author.BOT, Author.SYSTEM))
        bubble = Bubble(row.id, row.author, clean(row.text), html, row.kind, row.at, _rows(row.buttons), row.delivery)
        return replace(bubble, quoted=quoted)

    def _quote(self, answered: Message | None) -> str:
        if answered is None:
            return ""
        words = " ".join(clean(as_plain(answered.text)).split())
        if not words and answered.kind in _FILES:
            return self.voice.say(f"web-sent-{answered.kind}")
        return words if len(words) <= _QUOTED else words[: _QUOTED - 1] + "…"

    def _own(self, number: int, incoming: Incoming, labels: Mapping[str, str], at: datetime) -> Bubble:
        kind, said = incoming.kind, incoming.text
        if kind == "button":
            said = labels.get(said) or self.voice.say("web-pressed")
        elif kind in _FILES:
            said = f"{self.voice.say(f'web-sent-{kind}')}\n{said}".strip()
        client_id = incoming.external_id
        return Bubble(number, Author.PERSON, clean(said), self.rich.html(said), kind, at, client_id=client_id)


def _let_go(rows: Iterable[Message]) -> list[Message]:
    ready = []
    for row in rows:
        if row.delivery == Delivery.PENDING:
            break
        if row.delivery not in (Delivery.CANCELLED, Delivery.FAILED):
            ready.append(row)
    return ready


def _rows(rows: Any) -> Rows:
    return [[asdict(_button(one)) for one in row] for row in rows]


def _button(one: Mapping[str, str]) -> Button:
    url = one.get("url", "")
    safe = url.startswith(("https://", "http://"))  # a script's address ("javascript:…") never becomes a link
    return Button(clean(one.get("label", "")), one.get("payload", ""), url if safe else "")
