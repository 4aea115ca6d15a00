"""A talk as a counselor reads it: the transcript with what the hotline understood, and what happened to the talk."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import merge
from operator import attrgetter

from markupsafe import Markup, escape
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations import attachments, talks
from bot.conversations.attachments import Listed
from bot.conversations.models import OFFER_TOPICS, Author, Message, Person
from bot.conversations.people import pseudonym
from bot.danger.levels import Level
from bot.handoff import abuse, access
from bot.handoff.abuse import HELD_BACK
from bot.handoff.models import Escalation
from bot.offers.guided.offer import Offer
from bot.offers.guided.steps import Check, Given
from bot.offers.registers.lists import Found
from bot.replies.guided_sent import summary
from bot.reply import parse_press
from bot.staff import accounts
from bot.texts import country_name
from bot.web.staff.happenings import Before, Happening, before, happenings
from bot.web.staff.marks import Sign, danger_in, marked, signs_in
from bot.web.staff.pages import named
from bot.web.staff.visit import Visit

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_QUOTED = 90
_READ_FOR_NAMES = 60
"""Newest messages of the person that are searched for names in registers."""
MAY_CHANGE = 30
"""Newest messages that may still change: delivery, what was understood, a file that arrives."""
_BRINGS_NO_FILE = ("too-large", "not-passed-on")


@dataclass(frozen=True)
class Chip:
    """One thing that was understood, in a word. `kind` decides its colour: `rank-0`…`rank-3`, `sign`, `flag …` or `plain`."""

    text: str
    kind: str = "plain"


@dataclass(frozen=True)
class Line:
    """A message of the transcript."""

    id: int
    author: str
    by: str
    html: Markup
    at: datetime
    chips: Sequence[Chip]
    files: Sequence[Listed]
    delivery: str
    quoted: str
    quoted_id: int
    held: bool = False
    """It was held back as abuse: folded."""


@dataclass(frozen=True)
class Story:
    """An open talk. `state` is `waiting`, `mine`, `other` (another counselor has it; one may read) or `over`."""

    talk_id: int
    person_id: int
    escalation_id: int
    state: str
    pseudonym: str
    rank: int
    reason: str
    since: datetime
    language: str
    country: str | None
    channel: str
    topic: str
    lines: Sequence[Line]
    history: Sequence[Happening]
    earlier: Sequence[Before]
    """What is known of earlier talks of the same person."""
    restraint: str
    """What is set against abuse now: slow, mute, block, or nothing."""
    holder: str
    """The name of the counselor who has it or had it last."""
    by_me: bool
    """That is the reader."""
    listed: Sequence[Found]
    """Names in the person's messages that stand in a register; reported ones first."""

    @property
    def last(self) -> int:
        """The number of the newest message."""
        return self.lines[-1].id if self.lines else 0

    @property
    def notes(self) -> Sequence[Happening]:
        """The private notes."""
        return [happening for happening in self.history if happening.note]

    @property
    def entries(self) -> Sequence[Line | Happening]:
        """Messages and private notes in the order in which they were written."""
        return list(merge(self.lines, self.notes, key=attrgetter("at")))


async def tell(session: AsyncSession, visit: Visit, talk_id: int) -> Story:
    """A talk for this reader.

    Raises:
        NotYours: they may not read it.
    """
    talk, escalation = await access.for_counselor(session, visit.me, talk_id)
    person = await session.get_one(Person, talk.person_id)
    names = await accounts.names(session)
    messages = await talks.story(session, talk_id)
    restraint = await abuse.active(session, person.id)
    files = await attachments.of_talk(session, talk_id)
    return Story(
        talk_id=talk.id,
        person_id=person.id,
        escalation_id=escalation.id,
        state=_state(visit, escalation),
        pseudonym=pseudonym(person),
        rank=escalation.rank,
        reason=escalation.reason,
        since=escalation.claimed_at or escalation.requested_at,
        language=talk.language,
        country=person.country,
        channel=person.channel,
        topic=_topic(visit, talk.topic),
        lines=_lines(visit, messages, files, names),
        history=await happenings(session, talk_id, names),
        earlier=await before(session, talk),
        restraint=restraint.kind if restraint else "",
        by_me=escalation.claimed_by == visit.me.id,
        holder=names.get(escalation.claimed_by or 0, ""),
        listed=await _listed(visit, messages),
    )


def _state(visit: Visit, escalation: Escalation) -> str:
    states = {"waiting": "waiting", "claimed": "mine" if escalation.claimed_by == visit.me.id else "other"}
    return states.get(escalation.state, "over")


async def tell_words(session: AsyncSession, visit: Visit, known: Story) -> Story | None:
    """A talk of which only the newest messages may be new; None if it has to be told anew.

    Raises:
        NotYours: they may not read it any more.
    """
    _, escalation = await access.for_counselor(session, visit.me, known.talk_id)
    kept, again = known.lines[:-MAY_CHANGE], known.lines[-MAY_CHANGE:]
    messages = await talks.story(session, known.talk_id, kept[-1].id if kept else 0)
    changed_hands = (escalation.id, _state(visit, escalation)) != (known.escalation_id, known.state)
    if changed_hands or visit.hotline.archive.lists().lists or len(messages) < len(again):
        return None
    before = {line.id: line for line in again}
    seen = {0, *(message.id for message in messages)}
    leaning = {one.id for one in messages if one.kind == "button" or (one.reply_to_id or 0) not in seen}
    if leaning - before.keys():
        return None  # what is pressed or answered is further up
    files = await attachments.of_talk(session, known.talk_id)
    lines = _lines(visit, messages, files, await accounts.names(session))
    whole = [_leaning(line, before[line.id]) if line.id in leaning else line for line in lines]
    return replace(known, lines=[*kept, *whole])


def _leaning(line: Line, before: Line) -> Line:
    """A line that leans on another one further up: those words are as they were."""
    return replace(line, html=before.html, quoted=before.quoted)


async def _listed(visit: Visit, messages: Sequence[Message]) -> list[Found]:
    if not visit.hotline.archive.lists().lists:
        return []
    texts = [(one.id, one.text) for one in messages if one.author == Author.PERSON and one.kind != "button"]
    return await asyncio.to_thread(visit.hotline.archive.in_messages, texts[-_READ_FOR_NAMES:])


def _lines(visit: Visit, messages: Sequence[Message], files: Sequence[Listed], names: Mapping[int, str]) -> list[Line]:
    buttons = [button for message in messages for row in message.buttons for button in row]
    labels = {button.get("payload"): button.get("label", "") for button in buttons}
    by_id = {message.id: message for message in messages}
    return [
        Line(
            id=message.id,
            author=message.author,
            by=names.get(message.staff_id or 0, ""),
            html=_html(visit, message, labels),
            at=message.at,
            chips=_chips(visit, message),
            files=[file for file in files if file.message_id == message.id],
            delivery=message.delivery or "",
            quoted=_shortened(by_id[message.reply_to_id].text) if message.reply_to_id in by_id else "",
            quoted_id=message.reply_to_id or 0,
            held=HELD_BACK in message.notes,
        )
        for message in messages
    ]


def _html(visit: Visit, message: Message, labels: Mapping[str | None, str]) -> Markup:
    """What was said, escaped. Addresses stay plain text: a counselor must not open a recruiter's link by a slip."""
    if message.kind == "button":
        pressed = parse_press(message.text)
        label = labels.get(message.text) or (pressed.intent.replace("_", " ") if pressed else "")
        return escape(visit.say("staff-pressed", label=label))
    if message.author not in (Author.BOT, Author.SYSTEM):
        return marked(message.text, [*danger_in(message.notes), *signs_in(message.notes)])
    text = escape(_summary(visit, message) or message.text)
    return Markup(_BOLD.sub(r"<strong>\1</strong>", text))  # noqa: S704  # escaped just before


def _summary(visit: Visit, message: Message) -> str:
    """The summary of a guided check in the counselor's language; empty for all other messages."""
    if not (attached := message.notes.get("guided")):
        return ""
    answers = tuple(Given(question, answer) for question, answer in attached["answers"])
    return summary(visit.hotline.library.voice(visit.language), Check(Offer.from_list(attached["offer"]), answers))


def _chips(visit: Visit, message: Message) -> list[Chip]:
    notes, chips = message.notes, []
    if level := notes.get("danger"):
        rank = int(Level[str(level).upper()])
        chips.append(Chip(visit.say(f"staff-rank-{rank}"), f"rank-{rank}"))
        chips += [Chip(sign_name(visit, str(sign)), "sign") for sign in notes.get("signs", ())]
    if (code := notes.get("language")) and message.author == Author.PERSON and code != "unknown":
        chips.append(Chip(visit.say("staff-language-other") if code == "other" else code))
    chips += [_of_sign(visit, sign) for sign in signs_in(notes)]
    if place := notes.get("place"):
        chips.append(Chip(visit.say("staff-console-place", country=country_name(visit.language, str(place)))))
    if slug := notes.get("faq"):
        chips.append(Chip(visit.say("staff-console-answered", question=question(visit, str(slug)))))
    if message.kind not in ("text", "button"):
        chips.append(Chip(named(visit, "staff-kind", message.kind)))
    if notes.get("forwarded"):
        chips.append(Chip(visit.say("staff-forwarded")))
    if notes.get("file") in _BRINGS_NO_FILE:
        chips.append(Chip(visit.say(f"staff-file-{notes['file']}"), "sign"))
    return chips


def _of_sign(visit: Visit, sign: Sign) -> Chip:
    words = (
        visit.say(f"flag-{sign.code.replace('_', '-')}"),
        visit.say(f"staff-console-weight-{sign.weight}"),
        visit.say(f"staff-console-found-{sign.found_by}"),
    )
    return Chip(f"{sign.number}. {' · '.join(words)}", f"flag {sign.weight}")


def sign_name(visit: Visit, code: str) -> str:
    """The name of a sign of danger; a new sign without a name shows its code."""
    return named(visit, "staff-sign", code)


def _topic(visit: Visit, topic: str | None) -> str:
    if not topic:
        return ""
    if topic in OFFER_TOPICS:
        return visit.say("staff-topic-offer")
    return question(visit, topic)


def question(visit: Visit, slug: str) -> str:
    """The question of an answer in the reader's language; what is left of its name if it is gone."""
    entry = visit.hotline.shelf.answers().book.entries.get(slug)
    return entry.said(visit.language).question if entry else slug.replace("-", " ")


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _QUOTED else one_line[:_QUOTED] + "…"
