"""The answer to an offer: which signs, quoted, why each matters, what to verify next. Never "safe"."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.conversations.models import OFFER_TOPICS
from bot.offers.check import Flag, Report
from bot.offers.guided.offer import Piece
from bot.replies import answers, guided
from bot.replies.voice import Voice
from bot.reply import Reply, press

_MOST_SHOWN = 6
_LONGEST_QUOTE = 90
TOPIC, _ASKED_ON = OFFER_TOPICS
_ASKED_MOST = ("recruiter-wants-passport", "recruiter-wants-money", "work-contract", "before-leaving-checklist")
"""Answers to what people ask once an offer was checked."""
_OF_A_MINOR = "minor_recruited"
_ORDER = {"strong": 0, "medium": 1, "weak": 2}


def invite(voice: Voice) -> list[Reply]:
    """Ask for the offer itself; what was checked before is done with."""
    buttons = ((guided.go_button(voice),), (voice.menu(), voice.human()))
    return [Reply(voice.say("offer-invite"), buttons, {"topic": ""})]


def asked_on(voice: Voice) -> list[Reply]:
    """To those who ask on about an offer that was checked: what no text can tell, and what is asked most. The second time a person."""
    to_person = (voice.button("send-to-person", press("human", reason="offer")),)
    key, rows = "offer-asked-on", (*answers.entry_rows(voice, _ASKED_MOST), to_person)
    if voice.topic == _ASKED_ON:
        key, rows = "offer-asked-again", (to_person,)
    return [Reply(voice.say(key), (*rows, (voice.menu(),)), {"topic": _ASKED_ON, "understood": "yes"})]


def read_together(voice: Voice, replies: Sequence[Reply]) -> list[Reply]:
    """The answer to one more piece of an offer: says that all of them were read as one."""
    return [
        replace(reply, text=f"{voice.say('offer-together')}\n\n{reply.text}") if _is_verdict(reply) else reply
        for reply in replies
    ]


def _is_verdict(reply: Reply) -> bool:
    return reply.effects.get("topic") == TOPIC


def still_about_it(reply: Reply) -> Reply:
    """An answer to a question about the offer: the next question may be about the offer again."""
    return replace(reply, effects={**reply.effects, "topic": TOPIC, "faq": reply.effects.get("topic", "")})


def said(voice: Voice, report: Report, on_names: Sequence[Reply] = (), piece: Piece | None = None) -> list[Reply]:
    """Put a report into words.

    `on_names`: what the registers say of the firms in the text; `piece`: what the text says for the guided check, which is
    offered then.
    """
    if report.verdict == "not_an_offer":
        return [
            *on_names,
            Reply(
                voice.say("offer-not-one"),
                (
                    (guided.go_button(voice),),
                    (voice.button("ask", press("ask_question")), voice.human()),
                    (voice.menu(),),
                ),
            ),
        ]
    flags = sorted(report.flags, key=lambda flag: _ORDER[flag.weight])
    parts = [f"**{voice.say(f'offer-verdict-{report.verdict.replace("_", "-")}', count=len(flags))}**"]
    parts += [_sign(voice, flag) for flag in flags[:_MOST_SHOWN]]
    if len(flags) > _MOST_SHOWN:
        parts.append(
            voice.say("offer-more", names="; ".join(voice.say(f"flag-{_key(flag)}") for flag in flags[_MOST_SHOWN:]))
        )
    effects = {"topic": TOPIC, "understood": "yes"}
    onward = {"guided": "open", "guided_piece": json.dumps(piece.as_dict())} if piece else {}
    return [Reply("\n\n".join(parts), effects=effects), *on_names, replace(_next_steps(voice, report), effects=onward)]


def _sign(voice: Voice, flag: Flag) -> str:
    quote = " ".join(flag.quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1] + "…"
    name, why = voice.say(f"flag-{_key(flag)}"), voice.say(f"flag-{_key(flag)}-why")
    return f"⚠ **{name}**: {voice.say('offer-quote', text=quote)}\n{why}"


def _key(flag: Flag) -> str:
    return flag.code.replace("_", "-")


def _next_steps(voice: Voice, report: Report) -> Reply:
    text = voice.say("offer-next")
    if report.verdict == "high":
        text = f"{voice.say('offer-next-high')}\n{voice.service('trafficking')}\n\n{text}"
    if voice.minor or any(flag.code == _OF_A_MINOR for flag in report.flags):
        text = f"{voice.say('offer-next-minor')}\n{voice.service('child')}\n\n{text}"
    buttons = (
        (voice.button("send-to-person", press("human", reason="offer")),),
        (voice.button("how-to-check", press("faq", slug="check-job-offer")), voice.menu()),
    )
    return Reply(text, buttons)
