"""What is said on the way to a counselor and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.replies.voice import Voice
from bot.reply import UNANSWERED, Button, Reply, press
from bot.texts import day_and_time

FEELINGS = ("better", "same", "worse", "unsaid")
_AN_ANSWER = press("faq")
_HOUR, _MOST_MINUTES = 60, 120


@dataclass(frozen=True)
class Standing:
    """Where a waiting person stands: their place, whether a counselor is there, the usual wait in minutes if known.

    `staffed`: for their language; `others`: only for other ones. `back`: when somebody is there again, in the time zone of
    their shift, if nobody is there and the plan tells.
    """

    place: int
    staffed: bool
    others: bool = False
    usual: int | None = None
    back: datetime | None = None


def requested(voice: Voice, standing: Standing) -> Reply:
    """They are in the queue. Says the place honestly, or that nobody is there now, with the numbers for now."""
    buttons = _leave(voice)
    if standing.staffed:
        return Reply(_with_usual(voice, voice.say("queue-joined", place=standing.place), standing), buttons)
    lines = [
        _nobody(voice, standing),
        voice.service("emergency"),
        voice.service("trafficking"),
        "",
        voice.say("queue-leave-message"),
    ]
    return Reply("\n".join(lines), buttons)


def still_waiting(voice: Voice, standing: Standing) -> Reply:
    """They asked again."""
    if standing.staffed:
        return Reply(_with_usual(voice, voice.say("queue-place", place=standing.place), standing), _leave(voice))
    said: dict[str, str | int] = {"place": standing.place, "nobody": _missing(voice, standing)}
    if standing.back:
        return Reply(voice.say("queue-place-back", when=_when(voice, standing.back), **said), _leave(voice))
    return Reply(voice.say("queue-place-nobody", **said), _leave(voice))


def kept(voice: Voice, instead_of: Sequence[Reply] = (), *, leave_form: bool = False) -> list[Reply]:
    """They wait, and wrote what has no answer: the counselor will read it. In fewer words when it goes on.

    `instead_of`: the shrug that is not said; what it guessed at is offered, and the admins still hear of the question.
    `leave_form`: a form that has just begun is left.
    """
    guessed = [row for reply in instead_of for row in reply.buttons if row[0].payload.startswith(_AN_ANSWER)]
    key = "queue-kept-more" if voice.unknowns else "queue-kept"
    heard_of = {name: reply.effects[name] for reply in instead_of for name in UNANSWERED if name in reply.effects}
    left = {"leave_form": "yes"} if leave_form else {}
    return [Reply(voice.say(key), (*guessed, *_leave(voice)), {"understood": "no", **heard_of, **left})]


def ask_to_leave(voice: Voice) -> list[Reply]:
    """They wrote that they need no counselor any more: a button asks once more, because somebody else may hold the phone."""
    return [Reply(voice.say("queue-ask-leave"), _leave(voice))]


def queue_news(voice: Voice, place: int, *, closer: bool) -> Reply:
    """Something of the queue without being asked: they moved up, or have waited long."""
    return Reply(voice.say("queue-closer" if closer else "queue-still", place=place), _leave(voice))


def back_in_queue(voice: Voice, standing: Standing) -> Reply:
    """Their counselor did not answer in time or is gone: they wait again, at their old place."""
    key = "counselor-away" if standing.staffed else "counselor-away-nobody"
    return Reply(voice.say(key, place=standing.place), _leave(voice))


def _nobody(voice: Voice, standing: Standing) -> str:
    nobody = _missing(voice, standing)
    if standing.back is None:
        return voice.say("queue-nobody", nobody=nobody)
    return voice.say("queue-back", nobody=nobody, when=_when(voice, standing.back))


def _missing(voice: Voice, standing: Standing) -> str:
    return voice.say("nobody-for-language" if standing.others else "nobody-there")


def _when(voice: Voice, moment: datetime) -> str:
    """A day and time with the city whose clock it is: "Friday, 27 November, 09:00 (Kyiv time)"."""
    city = str(moment.tzinfo).rpartition("/")[2].lower()
    return voice.say("queue-when", when=day_and_time(voice.language, moment), zone=voice.say(f"zone-{city}"))


def _leave(voice: Voice) -> tuple[tuple[Button, ...], ...]:
    return ((voice.button("leave-queue", press("leave_queue")), voice.menu()),)


def _with_usual(voice: Voice, text: str, standing: Standing) -> str:
    """The text, and how long people waited lately, if that is known."""
    if standing.usual is None:
        return text
    hours = standing.usual // _HOUR
    long = standing.usual > _MOST_MINUTES
    usual = voice.say("queue-usual-hours", count=hours) if long else voice.say("queue-usual", count=standing.usual)
    return f"{text}\n{usual}"


def left_queue(voice: Voice) -> Reply:
    """They left the queue."""
    return Reply(voice.say("queue-left"), ((voice.human(), voice.menu()),))


def joined(voice: Voice) -> Reply:
    """A counselor took the talk."""
    return Reply(voice.say("counselor-joined"))


def changed(voice: Voice) -> Reply:
    """Another counselor goes on with the talk."""
    return Reply(voice.say("counselor-changed"))


def reopened(voice: Voice) -> Reply:
    """The counselor took up again a talk that was closed."""
    return Reply(voice.say("counselor-reopened"))


def restrained(voice: Voice, kind: str) -> Reply:
    """They were slowed down, muted or blocked. Said plainly, with the way that is always open."""
    return Reply(f"{voice.say(f'restraint-{kind}')} {voice.say('restraint-danger')}", ((_danger(voice),),))


def held_back(voice: Voice, kind: str) -> Reply:
    """Their message was not passed on."""
    return Reply(f"{voice.say(f'restraint-held-{kind}')} {voice.say('restraint-danger')}", ((_danger(voice),),))


def freed(voice: Voice) -> Reply:
    """What was set is undone."""
    return Reply(voice.say("restraint-lifted"))


def _danger(voice: Voice) -> Button:
    return voice.button("danger", press("danger"))


def returned(voice: Voice) -> Reply:
    """The counselor had to give the talk back to the queue."""
    return Reply(voice.say("counselor-returned"))


def closed(voice: Voice, talk: str) -> Reply:
    """The counselor closed the talk: how was it? `talk` is the number of the conversation."""
    feelings = [voice.button(f"feel-{feeling}", press("feel", how=feeling, talk=talk)) for feeling in FEELINGS]
    return Reply(
        voice.say("counselor-closed"), ((feelings[0], feelings[1]), (feelings[2], feelings[3]), (voice.menu(),))
    )


def felt(voice: Voice, how: str) -> list[Reply]:
    """They said how it was."""
    buttons = ((voice.human(), voice.menu()),)
    return [Reply(voice.say("feel-thanks-worse" if how == "worse" else "feel-thanks"), buttons)]


def kind_reply(voice: Voice, kind: str) -> list[Reply]:
    """The answer to a message that is not text while the bot answers."""
    return [Reply(voice.say(f"kind-{kind}"), ((voice.human(), voice.menu()),))]
