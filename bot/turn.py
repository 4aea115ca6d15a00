"""The way of one message, from the inbox to the outbox. Read this first.

Nothing here knows a channel, and only `dialogue` knows Rasa. One turn runs at a time per person. A turn has three parts:
`_begin` writes the message down and looks who answers; `thinking.py` finds the replies, slowly and without a hold on the
database; `_finish` looks again who answers, and writes replies and changes together. A crash between them repeats the
turn, and nothing the person sees.
"""

import logging
from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import guided_check, thinking
from bot.changes import carry_out
from bot.conversations import inbox, outbox, people, talks
from bot.conversations.incoming import Incoming
from bot.conversations.models import OFFER_TOPICS, Author, Conversation, Inbound, Message, Person, State
from bot.conversations.outbox import URGENT
from bot.conversations.pieces import pieces_before
from bot.danger.calls_for import calls_for
from bot.danger.levels import Danger, Level
from bot.handoff import abuse, desk, relay
from bot.hotline import Hotline
from bot.languages import Talk
from bot.replies import guided, own
from bot.replies import person as person_replies
from bot.reply import Reply
from bot.thinking import Situation, Thought
from bot.understood import notes_on

log = logging.getLogger(__name__)


async def take(hotline: Hotline, person_id: int, worker: str = "") -> bool:
    """Answer the oldest waiting message of a person. Returns whether another one waits already.

    `worker`: who takes the lease on the person, anew for each message, and gives it back with the last; empty: nobody
    else can be at it. Raises nothing that the person could have caused: what cannot be answered gets the line "something
    went wrong".
    """
    async with hotline.storage.writing() as session:
        situation, given_up = await _begin(session, hotline, person_id, worker)
    if given_up:
        await apologise(hotline, person_id)
    if situation is None:
        return False
    if await _is_held_back(hotline, situation):
        async with hotline.storage.writing() as session:
            await _hold_back(session, hotline, situation)
            more = await _is_more(session, person_id, worker)
        hotline.bus.tell("outbox", f"person:{person_id}")
        return more
    if situation.state is State.HUMAN:
        hotline.bus.tell(f"words:{situation.talk_id}")  # their counselor reads it while we do
        await relay.to_counselor(hotline, situation.message_id, situation.inbound_id, situation.incoming)
        thought = await thinking.overhear(hotline, situation)
    else:
        thought = await thinking.think(hotline, situation)
    seen = await notes_on(hotline, situation.incoming)
    async with hotline.storage.writing() as session:
        state = await _finish(session, hotline, situation, thought, seen)
        more = await _is_more(session, person_id, worker)
    hotline.bus.tell("outbox", f"person:{person_id}", *_news(situation, state, thought))
    if any({"erase", "leave_form"} & reply.effects.keys() for reply in thought.replies):
        await hotline.dialogue.forget(situation.public_id)
    return more


def _news(situation: Situation, state: State, thought: Thought) -> list[str]:
    """The topics, beside the person's own, of which a message that was read is news to those with open consoles."""
    queue = ["queue"] if State.WAITING in (situation.state, state) or situation.state != state else []
    if queue or state is not State.HUMAN or thought.danger.level:
        return [*queue, f"talk:{situation.talk_id}"]
    # The list of its counselor shows it since before it was read; only an answer of ours is new there.
    return [f"words:{situation.talk_id}"] if thought.replies else []


async def _is_more(session: AsyncSession, person_id: int, worker: str) -> bool:
    """Whether another message waits; if none does, the lease ends here and not in a unit of its own."""
    if await inbox.next_of(session, person_id):
        return True
    if worker:
        await people.release(session, person_id, worker)
    return False


async def _begin(session: AsyncSession, hotline: Hotline, person_id: int, worker: str) -> tuple[Situation | None, bool]:
    """The next message to answer, and whether one before it had to be given up."""
    given_up = False
    while inbound := await inbox.next_of(session, person_id):
        if worker and not await people.lease(session, person_id, worker):
            return None, given_up
        if await inbox.begin(session, inbound):
            return await _look(session, hotline, inbound), given_up
        log.error("message %s was given up after %s tries", inbound.id, inbound.attempts)
        given_up = True
        await session.flush()
    if worker:
        await people.release(session, person_id, worker)
    return None, given_up


async def _look(session: AsyncSession, hotline: Hotline, inbound: Inbound) -> Situation:
    person = await session.get_one(Person, inbound.person_id)
    incoming = Incoming.from_dict(inbound.payload)
    language = person.chosen_language or person.language or hotline.first_language(incoming.language_hint)
    talk = await talks.open_talk(session, person, language)
    message = await talks.write_down(session, talk, inbound, incoming)
    people.seen(person)
    level = Level(talk.level)
    about_them = level >= Level.EXPLOITATION and talk.topic in OFFER_TOPICS  # no longer about an offer
    return Situation(
        inbound_id=inbound.id,
        message_id=message.id,
        talk_id=talk.id,
        public_id=talk.public_id,
        channel=person.channel,
        state=State(talk.state),
        incoming=incoming,
        remembered=Talk(person.chosen_language, person.language),
        current_language=language,
        country=person.country,
        topic=None if about_them else talk.topic,
        unknowns=talk.unknowns,
        awaiting=talk.awaiting,
        level=level,
        need=talk.need,
        pieces=await pieces_before(session, talk, message) if talk.topic in OFFER_TOPICS and not about_them else (),
        asked=await guided_check.asked(session, talk) if talk.awaiting == guided.AWAITED else None,
        held_back=await abuse.holds_back(session, talk) if own.may_be_held_back(incoming) else "",
    )


async def _is_held_back(hotline: Hotline, situation: Situation) -> bool:
    """Whether a message of somebody who was slowed down, muted or blocked goes no further. Danger always does."""
    incoming = situation.incoming
    return (
        bool(situation.held_back) and not (await hotline.danger_of(incoming.text, forwarded=incoming.forwarded)).level
    )


async def _hold_back(session: AsyncSession, hotline: Hotline, situation: Situation) -> None:
    talk = await talks.lock(session, situation.talk_id)
    await inbox.finish(session, situation.inbound_id)
    message = await session.get_one(Message, situation.message_id)
    if await abuse.hold_back(session, message, talk.person_id, situation.held_back):
        voice = hotline.library.voice(talk.language)
        await outbox.say(session, talk, person_replies.held_back(voice, situation.held_back), author=Author.SYSTEM)


async def _finish(
    session: AsyncSession, hotline: Hotline, situation: Situation, thought: Thought, seen: Mapping[str, Any]
) -> State:
    """Write down what was thought. Returns who answers from now on."""
    talk = await talks.lock(session, situation.talk_id)
    message = await session.get_one(Message, situation.message_id)
    person = await session.get_one(Person, talk.person_id)
    _note(message, thought, seen)
    await _heed(session, talk, situation.incoming.text, thought.danger)
    taken = talk.state == State.HUMAN and situation.state != State.HUMAN
    if situation.incoming.file and taken:
        return State.HUMAN  # a counselor took over while we read: the message is taken again, its file goes to them
    await inbox.finish(session, situation.inbound_id)
    if talk.state == State.HUMAN:
        await relay.heard(session, talk, message)
    if talk.state == State.HUMAN or thought.danger.level:
        await abuse.passed(session, person.id, thought.danger.level)
    # A counselor took over while we thought: the bot is silent, but numbers to call in danger are still said.
    replies = [reply for reply in thought.replies if URGENT in reply.effects] if taken else thought.replies
    author = Author.SYSTEM if talk.state == State.HUMAN else Author.BOT
    _remember(person, talk, thought)
    incoming = situation.incoming
    if incoming.kind == "text" and not incoming.forwarded:  # another's words say nothing of this person
        person.country = hotline.understanding.places.whereabouts(incoming.text) or person.country
    voice = hotline.library.voice(thought.language, person.country, talk.topic)
    # A pressed button or a picture asks nothing; what tells of danger is for counselors, not for the admins' list.
    said = "" if incoming.kind == "button" or incoming.file or thought.danger.level else incoming.text
    if thought.danger.level <= Level.CONCERN and talk.state != State.HUMAN:
        replies = await guided_check.with_way_back(session, talk, voice, replies)
    for reply in replies:
        await carry_out(session, person, talk, voice, reply, author=author, said=said)
    return State(talk.state)


def _note(message: Message, thought: Thought, seen: Mapping[str, Any]) -> None:
    notes: dict[str, Any] = {"language": thought.heard.code, **seen}
    if thought.danger.level:
        notes |= {"danger": thought.danger.level.code, "signs": list(thought.danger.signs)}
        notes |= {"danger_at": list(thought.danger.place)} if thought.danger.place else {}
    talks.add_notes(message, notes)


def _remember(person: Person, talk: Conversation, thought: Thought) -> None:
    talk.language = thought.language
    talk.awaiting = None
    if thought.heard.code not in ("unknown", "other"):
        person.language = thought.language
    if thought.heard.asked:
        person.chosen_language = thought.language
    elif person.chosen_language and thought.language != person.chosen_language:
        person.chosen_language = None  # they clearly write in another language now


async def _heed(session: AsyncSession, talk: Conversation, text: str, danger: Danger) -> None:
    """Remember the gravest danger of the talk and what it calls for; who waits already moves up in the queue."""
    talk.level = max(talk.level, int(danger.level))
    talk.need = calls_for(text, danger, talk.need)
    if danger.level and talk.state in (State.WAITING, State.HUMAN):
        await desk.request(session, talk, danger.level, "danger")


async def apologise(hotline: Hotline, person_id: int) -> None:
    """Say that something went wrong on our side, with the emergency number; for a message that cannot be answered."""
    async with hotline.storage.writing() as session:
        person = await session.get_one(Person, person_id)
        talk = await talks.open_talk(session, person, person.language or hotline.settings.default_language)
        voice = hotline.library.voice(talk.language, person.country)
        text = f"{voice.say('trouble')}\n{voice.service('emergency')}"
        await outbox.say(session, talk, Reply(text, ((voice.human(),),)), author=Author.SYSTEM)
    hotline.bus.tell("outbox", f"person:{person_id}")
