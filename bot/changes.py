"""What saying a reply changes: the effects that replies carry, done in the same unit of work as the reply itself."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import guided_check
from bot.cases import closing
from bot.conversations import asked, outbox, talks
from bot.conversations.incoming import LONGEST
from bot.conversations.models import OFFER_TOPICS, Author, Conversation, Person
from bot.danger.levels import Level
from bot.faq import repository as faq
from bot.faq import unanswered
from bot.faq.models import Reason
from bot.handoff import abuse, desk, waits
from bot.quiz_play import play
from bot.replies import person as person_replies
from bot.replies.voice import Voice
from bot.reply import Reply
from bot.retention.erase import erase_person


async def carry_out(
    session: AsyncSession,
    person: Person,
    talk: Conversation,
    voice: Voice,
    reply: Reply,
    *,
    author: Author = Author.BOT,
    said: str = "",
) -> None:
    """Do what a reply's effects say, then put the reply into the outbox. `said`: what the person wrote, if they did."""
    effects = reply.effects
    if effects.get("erase"):
        await erase_person(session, person)
        fresh = await talks.open_talk(session, person, voice.language)
        await outbox.say(session, fresh, reply, author=Author.SYSTEM)
        return
    _change(person, talk, effects)
    if verdict := effects.get("feedback"):
        helped, _, slug = verdict.partition(" ")
        await faq.feedback(session, slug, voice.language, helped=helped == "yes")
    if "unanswered" in effects:
        await _list_question(session, talk, voice, effects, said)
    if how := effects.get("feel"):
        await _felt(session, person, how, effects.get("talk", ""))
    if "guided" in effects:
        for told in await guided_check.step(session, person, talk, voice, reply):
            await carry_out(session, person, talk, voice, told, author=author)
        return
    reply = await _in_words(session, person, talk, voice, reply)
    if reply.text:
        await outbox.say(session, talk, reply, author=author, notes=_notes(effects))


async def _in_words(session: AsyncSession, person: Person, talk: Conversation, voice: Voice, reply: Reply) -> Reply:
    """A reply whose words depend on what is stored: the queue, the quiz."""
    effects = reply.effects
    if effects.get("leave_queue"):
        reply = (
            person_replies.left_queue(voice) if await desk.leave(session, talk) else await _place(session, talk, voice)
        )
    if reason := effects.get("hand_over"):
        reply = await _hand_over(session, talk, voice, reply, reason)
    if "quiz" in effects:
        reply = await play(session, person.id, voice, effects)
    return reply


def _notes(effects: Mapping[str, str]) -> dict[str, Any]:
    """Which answer was given, and a guided check as data, for the counselor who reads the talk."""
    slug = effects.get("faq") or effects.get("topic")
    answered = {"faq": slug} if slug and slug not in OFFER_TOPICS else {}
    return answered | ({"guided": json.loads(effects["attached"])} if "attached" in effects else {})


def _change(person: Person, talk: Conversation, changes: Mapping[str, str]) -> None:
    if language := changes.get("language"):
        person.chosen_language = person.language = talk.language = language
    person.country = changes.get("country", person.country)
    talk.topic = changes.get("topic", talk.topic)
    talk.awaiting = changes.get("awaiting")
    if "understood" in changes:
        talk.unknowns = 0 if changes["understood"] == "yes" else talk.unknowns + 1


async def _hand_over(session: AsyncSession, talk: Conversation, voice: Voice, reply: Reply, reason: str) -> Reply:
    if not reply.text and (kind := await abuse.keeps_from_queue(session, talk)):
        return person_replies.held_back(voice, kind)
    escalation, new = await desk.request(session, talk, Level(talk.level), reason)
    if reply.text:  # the emergency card says all that is needed
        return reply
    if escalation.state == "claimed":
        return reply  # a counselor is there already
    standing = await waits.standing(session, talk, escalation)
    waits.told(escalation, standing.place, asked=True)
    return (person_replies.requested if new else person_replies.still_waiting)(voice, standing)


async def _place(session: AsyncSession, talk: Conversation, voice: Voice) -> Reply:
    """They wanted to leave the queue but were not in it, or danger keeps them there."""
    escalation = await desk.open_escalation(session, talk)
    if escalation is None:
        return person_replies.left_queue(voice)
    standing = await waits.standing(session, talk, escalation)
    waits.told(escalation, standing.place, asked=True)
    return person_replies.still_waiting(voice, standing)


async def _list_question(
    session: AsyncSession, talk: Conversation, voice: Voice, effects: Mapping[str, str], said: str
) -> None:
    """Put a question without an answer on the admins' list. An offer is none: it may tell of somebody's plans."""
    reason = Reason(effects["unanswered"])
    text = await asked.before_the_answer(session, talk) if reason is Reason.NOT_HELPED else said[:LONGEST]
    if text.strip() and voice.library.offers.check(text).verdict == "not_an_offer":
        await unanswered.note(session, text, voice.language, reason, effects.get("unanswered_slug"))


async def _felt(session: AsyncSession, person: Person, how: str, talk_id: str) -> None:
    talk = await session.get(Conversation, int(talk_id)) if talk_id.isdecimal() else None
    if talk is not None and talk.person_id == person.id and how in person_replies.FEELINGS:
        await closing.felt(session, talk.id, how)
