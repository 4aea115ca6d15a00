"""What goes on from a guided check: a letter to the recruiter, to be copied, and the summary for a counselor."""

import json

from bot.offers.guided.questions import COUNTRY, UNSURE, questions
from bot.offers.guided.steps import Check, Found
from bot.replies.guided import label
from bot.replies.guided_result import (
    letter_buttons,
    register_name,
    registers_near,
    send_button,
    sign_name,
    verdict_line,
)
from bot.replies.voice import Voice
from bot.reply import Reply
from bot.texts import country_name

_LETTER = ("employer", "work", "terms", "contract", "pay", "papers", "housing")
"""What the recruiter is asked, in its order; `terms` and `housing` always."""


def letter(voice: Voice, number: int, check: Check, language: str) -> list[Reply]:
    """The questions to the recruiter, alone in their message so that they can be copied, and after it how to use them."""
    theirs = voice.library.voice(language)
    settled = questions().keys() - {question.code for question in check.unsettled()}
    asked = [theirs.say(f"guided-letter-{one}") for one in _LETTER if one not in settled]
    if registers := registers_near(voice, check):
        asked.append(theirs.say("guided-letter-agent", register=register_name(theirs, registers[0].code)))
    else:
        asked.append(theirs.say("guided-letter-any-agent"))
    lines = [f"{place}. {line}" for place, line in enumerate(asked, 1)]
    text = "\n".join([theirs.say("guided-letter-hello"), *lines, theirs.say("guided-letter-thanks")])
    return [
        Reply(text),
        Reply(
            voice.say("guided-letter-how"),
            (letter_buttons(voice, number), (send_button(voice, number),), (voice.menu(),)),
        ),
    ]


def summary(voice: Voice, check: Check) -> str:
    """The whole check for a counselor: verdict, every sign with the words or the answer that shows it, every answer."""
    lines = [f"**{voice.say('guided-summary')}**", verdict_line(voice, check)]
    if check.country:
        lines.append(f"• {voice.say('guided-about-country')}: {country_name(voice.language, check.country)}")
    told = [given for given in check.answers if given.question in questions()]
    lines += [
        f"• {voice.say(f'guided-about-{given.question}')}: {label(voice, given)}"
        for given in told
        if given.question != COUNTRY or given.answer == UNSURE
    ]
    lines += [f"⚠ {sign_name(voice, found)}{_shown(voice, found)}" for found in check.found]
    return "\n".join(lines)


def _shown(voice: Voice, found: Found) -> str:
    if found.answer:
        return f": {voice.say('guided-by-answer')}"
    return f": {voice.say('offer-quote', text=found.quote)}" if found.quote else ""


def sent(voice: Voice, check: Check) -> list[Reply]:
    """The summary, which the counselor reads in their own language, and the call for one."""
    attached = json.dumps(
        {"offer": check.offer.as_list(), "answers": [[one.question, one.answer] for one in check.answers]}
    )
    return [Reply(summary(voice, check), effects={"attached": attached}), called()]


def called() -> Reply:
    """The call for a counselor, when the summary stands in the talk already."""
    return Reply("", effects={"hand_over": "offer"})
