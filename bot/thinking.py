"""What a message means and what is answered: the slow middle of a turn, which holds nothing and changes nothing.

Danger is looked for first, then the question that was asked just before, then pictures, then words.
"""

import asyncio
import base64
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot import guided_check
from bot.conversations.incoming import LONGEST, File, Incoming
from bot.conversations.models import OFFER_TOPICS, State
from bot.conversations.pieces import is_piece
from bot.danger.calls_for import calls_for, is_minor
from bot.danger.levels import NO_DANGER, Danger, Level
from bot.dialogue import DialogueAway
from bot.hotline import Hotline
from bot.language_words import is_told
from bot.languages import Heard, Talk, answer_in, hear
from bot.offers.asking import asks_how, asks_on
from bot.offers.check import Flag
from bot.offers.guided.steps import Given
from bot.pictures.read import readable
from bot.replies import alone, guided, guided_typed, offers, own, person, pictures, respond, safety
from bot.replies.voice import Voice
from bot.reply import Press, Reply, parse_press, press
from bot.texts import answering

log = logging.getLogger(__name__)

_RASA_READS = 1000
"""Characters that Rasa is given; the actions get the whole text beside it."""
_SURE = 0.6
"""How likely exploitation must be to be called by its name (0 to 1)."""
_FORM = press("inform")
"""How the buttons of the help form begin."""
_TAKEN_BACK = 0.6
"""How sure that must be (0 to 1)."""
_IN_A_HURRY = 12
"""Words."""
_YES_OR_NO = 4
"""Words of an answer to a question with two buttons."""
_SAYS_LITTLE = frozenset({"affirm", "deny", "dont_know", "not_helpful"})
"""What is for the counselor to read, while one is waited for."""


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
    level: Level = Level.NONE
    """The gravest danger told of so far."""
    need: str | None = None
    """The help that what was told before calls for."""
    pieces: tuple[str, ...] = ()
    """The offer that was checked just before, if it comes in pieces; oldest first."""
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


async def _hear(text: str) -> Heard:
    """The language of a text; it takes milliseconds, in which the other talks go on."""
    return await asyncio.to_thread(hear, text)


def _voice(hotline: Hotline, situation: Situation, language: str) -> Voice:
    return hotline.library.voice(language, situation.country, situation.topic, situation.unknowns, situation.need)


async def overhear(hotline: Hotline, situation: Situation) -> Thought:
    """A counselor answers: danger and language are noted for them, and few buttons work."""
    pressed = parse_press(situation.incoming.text) if situation.incoming.kind == "button" else None
    if pressed and pressed.intent in own.EVEN_WITH_A_COUNSELOR:
        return await _think_press(hotline, situation)
    heard = await _hear(situation.incoming.text)
    danger = await hotline.danger_of(situation.incoming.text, forwarded=situation.incoming.forwarded)
    return Thought(situation.current_language, heard, danger, [])


async def think(hotline: Hotline, situation: Situation) -> Thought:
    """What a message or a press means, and what is to be answered."""
    incoming = situation.incoming
    if incoming.kind == "button":
        return await _think_press(hotline, situation)
    heard = await _hear(incoming.text)
    pasted = incoming.forwarded or await _is_pasted(hotline, situation, heard)
    language = answer_in(heard, situation.remembered, situation.current_language, pasted=pasted)
    danger = await hotline.danger_of(incoming.text, forwarded=incoming.forwarded)
    if danger.level is Level.EXPLOITATION and not danger.outright and await _goes_on(hotline, situation):
        danger = replace(danger, level=Level.CONCERN)  # a recruiter's words, not the person's
    voice = _voice(hotline, situation, language)
    if danger.level:  # numbers of the country they name, if they name one
        voice = voice.within(hotline.understanding.places.country_in(incoming.text, voice.country))
        voice = replace(voice, need=calls_for(incoming.text, danger, voice.need), minor=is_minor(incoming.text))
    if Level.EXPLOITATION <= situation.level >= danger.level and await _is_disturbed(hotline, incoming.text):
        return Thought(language, heard, danger, safety.not_safe_to_write(voice))
    if danger.level is Level.EMERGENCY:
        again = situation.state is State.WAITING and situation.level is Level.EMERGENCY
        leaving = person.ask_to_leave(voice) if await _may_take_it_back(hotline, situation, danger) else []
        return Thought(language, heard, danger, [*safety.emergency(voice, danger, again=again), *leaving])
    if replies := await _whether_safe(hotline, situation, voice):
        return Thought(language, heard, danger, replies)
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
    if current in (None, answering(heard.code)) or heard.code in ("unknown", "other"):
        return False
    return await asyncio.to_thread(hotline.understanding.is_pasted, situation.incoming.text)


async def _may_take_it_back(hotline: Hotline, situation: Situation, danger: Danger) -> bool:
    """Whether somebody who waits may say that no counselor is needed any more, where danger is not plain.

    A farewell reads much the same ("nobody needs to come"), so the numbers are said all the same.
    """
    if situation.state is not State.WAITING or danger.outright:
        return False
    intent = await hotline.intent_of(situation.incoming.text)
    return intent.name == "leave_queue" and intent.confidence >= _TAKEN_BACK


async def _is_disturbed(hotline: Hotline, text: str) -> bool:
    """Whether somebody whom they fear comes just now ("he's back"), said in a hurry."""
    return len(text.split()) <= _IN_A_HURRY and (await hotline.intent_of(text)).name == "cannot_write"


async def _whether_safe(hotline: Hotline, situation: Situation, voice: Voice) -> list[Reply]:
    """The answer to a typed yes or no, where it was asked just before whether it is safe to write."""
    text = situation.incoming.text
    if situation.awaiting != safety.AWAITED or len(text.split()) > _YES_OR_NO:
        return []
    return safety.answered(voice, (await hotline.intent_of(text)).name)


async def _answer_to(hotline: Hotline, situation: Situation, voice: Voice) -> Reply | None:
    """What was written, as the answer to the question of the guided check that was asked just before; None if it is none."""
    asked, incoming = situation.asked, situation.incoming
    if asked is None or incoming.kind != "text" or incoming.forwarded or len(incoming.text) > guided_typed.LONGEST:
        return None
    intent = await hotline.intent_of(incoming.text)
    answer = guided_typed.answer_in(voice, asked.question, incoming.text, intent.name)
    if answer is None and guided_typed.wants_it_again(incoming.text, intent.name):
        return guided.asked_again(asked.number)
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
        heard = replace(await _hear(offer), asked=None)  # "no English needed" asks us for nothing
        replies, with_rasa = await _reply(hotline, replace(situation, incoming=words), voice, heard, as_offer=True)
    elif caption:
        replies, with_rasa = await _reply(hotline, situation, voice, so_far.heard)
    replies = _beside_danger(situation, voice, danger, [told, *replies])
    return replace(so_far, danger=danger, replies=replies, with_rasa=with_rasa)


def _beside_danger(situation: Situation, voice: Voice, danger: Danger, replies: list[Reply]) -> list[Reply]:
    """What is answered when there is danger, but no present threat."""
    if danger.level is Level.EXPLOITATION and (danger.outright or danger.confidence >= _SURE):
        told = safety.exploitation(
            voice, waiting=situation.state is State.WAITING, again=situation.level >= Level.EXPLOITATION
        )
        own_words = is_told(situation.incoming.text)  # they are in it, and no longer before it: no offer is checked
        return [*told, *(reply for reply in replies if _says_more(reply) and not (own_words and _is_of_offer(reply)))]
    if danger.level and voice.minor:  # "yes, at 16 you may leave alone" is no answer to somebody's invitation
        replies = [reply for reply in replies if _is_of_offer(reply) or not reply.effects.get("topic")]
    if danger.level:  # "what you describe must not be done to anyone" is said of nothing that may be harmless
        return [*(reply for reply in replies if reply.effects.get("understood") != "no"), safety.concern(voice)]
    return replies


def _is_of_offer(reply: Reply) -> bool:
    return reply.effects.get("topic") in OFFER_TOPICS or "guided" in reply.effects


def _says_more(reply: Reply) -> bool:
    """Whether a reply is worth saying beside the card on exploitation: an answer, what to do, or the way to a person."""
    return reply.effects.get("understood") == "yes" or bool({"hand_over", "guided"} & reply.effects.keys())


async def _think_press(hotline: Hotline, situation: Situation) -> Thought:
    pressed = parse_press(situation.incoming.text) or Press("menu")
    language = own.language_of(pressed, hotline.library.texts.languages) or situation.current_language
    voice = _voice(hotline, situation, language)
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
    if await _goes_on(hotline, situation):
        whole = "\n".join(dict.fromkeys((*situation.pieces, text)))
        replies, with_rasa = await _answer(hotline, situation, voice, whole, as_offer=True)
        return offers.read_together(voice, replies), with_rasa
    if not as_offer and voice.topic in OFFER_TOPICS and asks_on(text, (await hotline.intent_of(text)).name):
        return offers.asked_on(voice), True
    replies, with_rasa = await _answer(hotline, situation, voice, text, as_offer=as_offer)
    if situation.state is State.WAITING:
        replies = await _while_waiting(hotline, situation, voice, text, replies)
    return [*own.about_length(voice, incoming), *replies], with_rasa


async def _goes_on(hotline: Hotline, situation: Situation) -> bool:
    """Whether a message is one more piece of the offer that was checked just before."""
    incoming, country_in = situation.incoming, hotline.understanding.places.country_in
    if not situation.pieces or not is_piece(incoming.text):
        return False
    before, here = country_in("\n".join(situation.pieces)), country_in(incoming.text)
    if before and here and before != here:
        return False  # another offer
    if incoming.forwarded or (await hotline.intent_of(incoming.text)).name == "share_offer":
        return True
    in_their_words = is_told(incoming.text) or "?" in incoming.text
    return not in_their_words and bool(await asyncio.to_thread(_signs_in, hotline, incoming.text))


def _signs_in(hotline: Hotline, text: str) -> Sequence[Flag]:
    return hotline.library.offers.check(text).flags


async def _answer(
    hotline: Hotline, situation: Situation, voice: Voice, text: str, *, as_offer: bool
) -> tuple[list[Reply], bool]:
    """What Rasa answers, or the gateway while Rasa is away, and whether it was Rasa."""
    message = "/share_offer" if as_offer else text[:_RASA_READS].lstrip("/")
    if not as_offer and voice.topic in OFFER_TOPICS and asks_how(text):
        message = "/follow_up"
    replies, with_rasa = await _ask_rasa(hotline, situation, voice, message, text)
    if with_rasa:
        return replies, True
    if as_offer:
        return await asyncio.to_thread(alone.to_offer, voice, text), False
    intent = await hotline.intent_of(text)
    return await asyncio.to_thread(alone.to_text, voice, text, intent, situation.awaiting), False


async def _while_waiting(
    hotline: Hotline, situation: Situation, voice: Voice, text: str, replies: list[Reply]
) -> list[Reply]:
    """What is answered instead to those who wait for a counselor: what has no answer is for the counselor to read."""
    intent = (await hotline.intent_of(text)).name
    if intent == "bot_challenge":
        return respond.hand_over()  # "are you there?": where they stand in the queue
    if intent == "leave_queue":
        return person.ask_to_leave(voice)
    if intent == "inform" and any(_asks_on(reply) for reply in replies):
        return person.kept(voice, leave_form=True)
    if intent in _SAYS_LITTLE or all(reply.effects.get("understood") == "no" for reply in replies):
        known_to_admins = situation.level < Level.EXPLOITATION  # what is told in danger is for counselors alone
        return person.kept(voice, replies if known_to_admins else [])
    return replies


def _asks_on(reply: Reply) -> bool:
    """Whether a reply is a question of the help form: who waits for a counselor and tells of themselves is asked nothing."""
    return any(button.payload.startswith(_FORM) for row in reply.buttons for button in row)


async def _ask_rasa(
    hotline: Hotline, situation: Situation, voice: Voice, message: str, said: str
) -> tuple[list[Reply], bool]:
    about: dict[str, Any] = {
        "language": voice.language,
        "country": situation.country,
        "topic": situation.topic,
        "unknowns": situation.unknowns,
        "need": situation.need,
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
