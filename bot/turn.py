"""The way of one message, from the inbox to the outbox. Read this first.

Nothing here knows a channel, and only `dialogue` knows Rasa. One turn runs at a time per person. A turn has three parts:
`_begin` writes the message down and looks who answers; `_think` finds the replies, slowly and without a hold on the
database; `_finish` looks again who answers, and writes replies and changes together. A crash between them repeats the
turn, and nothing the person sees.
"""

import asyncio
import base64
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import guided_check
from bot.changes import carry_out
from bot.conversations import inbox, outbox, talks
from bot.conversations.incoming import LONGEST, File, Incoming
from bot.conversations.models import Author, Conversation, Inbound, Message, Person, State
from bot.conversations.outbox import URGENT
from bot.danger.levels import NO_DANGER, Danger, Level
from bot.dialogue import DialogueAway
from bot.handoff import abuse, desk, relay
from bot.hotline import Hotline
from bot.languages import Heard, Talk, answer_in, hear
from bot.offers.guided.steps import Given
from bot.pictures.read import readable
from bot.replies import alone, guided, guided_typed, own, pictures, safety
from bot.replies import person as person_replies
from bot.replies.voice import Voice
from bot.reply import Press, Reply, parse_press
from bot.storage.base import now
from bot.texts import UNDERSTOOD
from bot.understood import notes_on

log = logging.getLogger(__name__)

_RASA_READS = 1000
"""Characters that Rasa is given; the actions get the whole text beside it."""


@dataclass(frozen=True)
class Situation:
    """What is known when a message begins to be answered."""

    inbound_id: int
    message_id: int
    talk_id: int
    public_id: str
    channel: str
    state: State
    incoming: Incoming
    remembered: Talk
    current_language: str
    country: str | None
    topic: str | None
    unknowns: int
    awaiting: str | None
    asked: guided_check.Asked | None = None
    held_back: str = ""
    """Why this message is not passed on unless it tells of danger; empty: it is."""


@dataclass(frozen=True)
class Thought:
    """What a message means and what is to be answered."""

    language: str
    heard: Heard
    danger: Danger
    replies: list[Reply]
    with_rasa: bool = True


async def take(hotline: Hotline, person_id: int) -> bool:
    """Answer the oldest waiting message of a person. False: there was none.

    Raises nothing that the person could have caused: what cannot be answered gets the line "something went wrong".
    """
    async with hotline.storage.writing() as session:
        situation, given_up = await _begin(session, hotline, person_id)
    if given_up:
        await apologise(hotline, person_id)
    if situation is None:
        return False
    if await _is_held_back(hotline, situation):
        async with hotline.storage.writing() as session:
            await _hold_back(session, hotline, situation)
        hotline.bus.tell("outbox", f"person:{person_id}")
        return True
    if situation.state is State.HUMAN:
        await relay.to_counselor(hotline, situation.message_id, situation.inbound_id, situation.incoming)
        thought = await _overhear(hotline, situation)
    else:
        thought = await _think(hotline, situation)
    seen = await notes_on(hotline, situation.incoming)
    async with hotline.storage.writing() as session:
        state = await _finish(session, hotline, situation, thought, seen)
    queue = ("queue",) if State.WAITING in (situation.state, state) or situation.state != state else ()
    hotline.bus.tell("outbox", *queue, f"talk:{situation.talk_id}", f"person:{person_id}")
    if any({"erase", "leave_form"} & reply.effects.keys() for reply in thought.replies):
        await hotline.dialogue.forget(situation.public_id)
    return True


async def _begin(session: AsyncSession, hotline: Hotline, person_id: int) -> tuple[Situation | None, bool]:
    """The next message to answer, and whether one before it had to be given up."""
    given_up = False
    while inbound := await inbox.next_of(session, person_id):
        if await inbox.begin(session, inbound):
            return await _look(session, hotline, inbound), given_up
        log.error("message %s was given up after %s tries", inbound.id, inbound.attempts)
        given_up = True
        await session.flush()
    return None, given_up


async def _look(session: AsyncSession, hotline: Hotline, inbound: Inbound) -> Situation:
    person = await session.get_one(Person, inbound.person_id)
    incoming = Incoming.from_dict(inbound.payload)
    language = person.chosen_language or person.language or hotline.first_language(incoming.language_hint)
    talk = await talks.open_talk(session, person, language)
    message = await talks.write_down(session, talk, inbound, incoming)
    person.seen_at = now()
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
        topic=talk.topic,
        unknowns=talk.unknowns,
        awaiting=talk.awaiting,
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


async def _overhear(hotline: Hotline, situation: Situation) -> Thought:
    """A counselor answers: danger and language are noted for them, and few buttons work."""
    pressed = parse_press(situation.incoming.text) if situation.incoming.kind == "button" else None
    if pressed and pressed.intent in own.EVEN_WITH_A_COUNSELOR:
        return await _think_press(hotline, situation)
    heard = hear(situation.incoming.text)
    danger = await hotline.danger_of(situation.incoming.text, forwarded=situation.incoming.forwarded)
    return Thought(situation.current_language, heard, danger, [])


async def _think(hotline: Hotline, situation: Situation) -> Thought:
    incoming = situation.incoming
    if incoming.kind == "button":
        return await _think_press(hotline, situation)
    heard = hear(incoming.text)
    pasted = incoming.forwarded or await _is_pasted(hotline, situation, heard)
    language = answer_in(heard, situation.remembered, situation.current_language, pasted=pasted)
    danger = await hotline.danger_of(incoming.text, forwarded=incoming.forwarded)
    voice = hotline.library.voice(language, situation.country, situation.topic, situation.unknowns)
    if danger.level:  # numbers of the country they name, if they name one
        voice = voice.within(hotline.understanding.places.country_in(incoming.text))
    if danger.level is Level.EMERGENCY:
        return Thought(language, heard, danger, safety.emergency(voice, danger))
    if danger.level <= Level.CONCERN and (given := await _answer_to(hotline, situation, voice)):
        worried = [safety.concern(voice)] if danger.level else []
        return Thought(language, heard, danger, [*worried, given])
    if file := readable(incoming):
        return await _think_picture(hotline, situation, file, voice, Thought(language, heard, danger, []))
    replies, with_rasa = await _reply(hotline, situation, voice, heard)
    return Thought(language, heard, danger, _beside_danger(situation, voice, danger, replies), with_rasa)


async def _is_pasted(hotline: Hotline, situation: Situation, heard: Heard) -> bool:
    """Whether the words are those of an advert; asked only where they could change the language of the talk."""
    current = situation.remembered.chosen or situation.remembered.last
    if current in (None, UNDERSTOOD.get(heard.code, heard.code)) or heard.code in ("unknown", "other"):
        return False
    return await asyncio.to_thread(hotline.understanding.is_pasted, situation.incoming.text)


async def _answer_to(hotline: Hotline, situation: Situation, voice: Voice) -> Reply | None:
    """What was written, as the answer to the question of the guided check that was asked just before; None if it is none."""
    asked, incoming = situation.asked, situation.incoming
    if asked is None or incoming.kind != "text" or incoming.forwarded or len(incoming.text) > guided_typed.LONGEST:
        return None
    intent = await hotline.intent_of(incoming.text)
    answer = guided_typed.answer_in(voice, asked.question, incoming.text, intent.name)
    return guided.answered(asked.number, Given(asked.question.code, answer)) if answer else None


async def _think_picture(hotline: Hotline, situation: Situation, file: File, voice: Voice, so_far: Thought) -> Thought:
    """Read a picture or a PDF. Its words are somebody else's: checked like those of a forwarded message.

    `so_far`: what the words below it mean; they are the person's own. The picture changes neither language nor country.
    """
    incoming, caption = situation.incoming, own.caption(situation.incoming)
    seen = await hotline.pictures.see(hotline.channels[situation.channel], file)
    told = pictures.unread(voice, seen.problem) if seen.problem else pictures.read_out(voice, seen)
    danger = max(so_far.danger, await hotline.danger_of(seen.text, forwarded=True), key=lambda danger: danger.level)
    if danger.level is Level.EMERGENCY:
        return replace(so_far, danger=danger, replies=[*safety.emergency(voice, danger), told])
    replies, with_rasa = list[Reply](), True
    if offer := "" if seen.problem else pictures.to_check(voice, caption, seen.text):
        words = replace(incoming, kind="text", text=offer, forwarded=True)
        heard = replace(hear(offer), asked=None)  # "no English needed" asks us for nothing
        replies, with_rasa = await _reply(hotline, replace(situation, incoming=words), voice, heard, as_offer=True)
    elif caption:
        replies, with_rasa = await _reply(hotline, situation, voice, so_far.heard)
    replies = _beside_danger(situation, voice, danger, [told, *replies])
    return replace(so_far, danger=danger, replies=replies, with_rasa=with_rasa)


def _beside_danger(situation: Situation, voice: Voice, danger: Danger, replies: list[Reply]) -> list[Reply]:
    """What is answered when there is danger, but no present threat."""
    if danger.level is Level.EXPLOITATION:
        return [*safety.exploitation(voice, waiting=situation.state is State.WAITING), *filter(_says_more, replies)]
    if danger.level is Level.CONCERN:
        return [*(reply for reply in replies if reply.effects.get("understood") != "no"), safety.concern(voice)]
    return replies


def _says_more(reply: Reply) -> bool:
    """Whether a reply is worth saying beside the card on exploitation: an answer, what to do, or the way to a person."""
    return reply.effects.get("understood") == "yes" or bool({"hand_over", "guided"} & reply.effects.keys())


async def _think_press(hotline: Hotline, situation: Situation) -> Thought:
    pressed = parse_press(situation.incoming.text) or Press("menu")
    language = own.language_of(pressed, hotline.library.texts.languages) or situation.current_language
    voice = hotline.library.voice(language, situation.country, situation.topic, situation.unknowns)
    heard = Heard("unknown", 0.0, 0)
    if replies := own.to_press(voice, pressed):
        return Thought(language, heard, own.danger_of(pressed), replies)
    replies, with_rasa = await _ask_rasa(hotline, situation, voice, pressed.payload(), "")
    return Thought(language, heard, NO_DANGER, replies if with_rasa else alone.to_press(voice, pressed), with_rasa)


async def _reply(
    hotline: Hotline, situation: Situation, voice: Voice, heard: Heard, *, as_offer: bool = False
) -> tuple[list[Reply], bool]:
    incoming = situation.incoming
    if replies := own.to_other_than_words(voice, incoming, heard):
        return [*own.about_length(voice, incoming), *replies], True
    text = incoming.text[:LONGEST]
    as_offer = as_offer or own.is_offer(voice, incoming, situation.awaiting)
    message = "/share_offer" if as_offer else text[:_RASA_READS].lstrip("/")
    replies, with_rasa = await _ask_rasa(hotline, situation, voice, message, text)
    if not with_rasa and as_offer:
        replies = alone.to_offer(voice, text)
    elif not with_rasa:
        intent = await hotline.intent_of(text)
        replies = alone.to_text(voice, text, intent, situation.awaiting)
    return [*own.about_length(voice, incoming), *replies], with_rasa


async def _ask_rasa(
    hotline: Hotline, situation: Situation, voice: Voice, message: str, said: str
) -> tuple[list[Reply], bool]:
    about: dict[str, Any] = {
        "language": voice.language,
        "country": situation.country,
        "topic": situation.topic,
        "unknowns": situation.unknowns,
        "said": said,
    }
    if said:
        vector, intent = await hotline.understanding.vector_of(said), await hotline.intent_of(said)
        about["vector"] = base64.b64encode(vector.tobytes()).decode()
        about["intent"] = {"name": intent.name, "confidence": intent.confidence}
    try:
        return await hotline.dialogue.reply(situation.public_id, message, about), True
    except DialogueAway as reason:
        log.info("answering without Rasa: %s", reason)
        return [], False


async def _finish(
    session: AsyncSession, hotline: Hotline, situation: Situation, thought: Thought, seen: Mapping[str, Any]
) -> State:
    """Write down what was thought. Returns who answers from now on."""
    talk = await talks.lock(session, situation.talk_id)
    message = await session.get_one(Message, situation.message_id)
    person = await session.get_one(Person, talk.person_id)
    _note(message, thought, seen)
    await _heed(session, talk, thought.danger)
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


async def _heed(session: AsyncSession, talk: Conversation, danger: Danger) -> None:
    """Remember the gravest danger of the talk; who waits already moves up in the queue."""
    talk.level = max(talk.level, int(danger.level))
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
