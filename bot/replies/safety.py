"""What is said in danger: numbers first, then how to be safe while writing, then a person. Never a promise, never a verdict."""

from bot.danger.levels import Danger
from bot.replies.voice import Voice
from bot.reply import Reply, press

CHILD_SIGNS = {"child_in_danger", "child_online_recruiter"}
SUICIDE = "suicide"


def emergency(voice: Voice, danger: Danger) -> list[Reply]:
    """A present threat: the emergency numbers of the country, "are you safe to write?", silent help."""
    lines = [voice.say("danger-first"), voice.service("emergency"), voice.service("trafficking")]
    if CHILD_SIGNS & set(danger.signs):
        lines.insert(2, voice.service("child"))
    key = "danger-suicide" if SUICIDE in danger.signs else "danger-silent"
    card = "\n".join(line for line in dict.fromkeys(lines) if line)
    buttons = (
        (voice.button("safe-yes", press("safe_yes")), voice.button("safe-no", press("safe_no"))),
        (voice.button("my-country", press("danger_country")),),
    )
    text = (
        f"{card}\n\n{voice.say(key)}\n\n{voice.say('danger-person-coming')}\n\n**{voice.say('danger-safe-to-write')}**"
    )
    return [Reply(text, buttons, {"hand_over": "danger", "urgent": "yes"} | _where(voice))]


def exploitation(voice: Voice, *, waiting: bool = False) -> list[Reply]:
    """Being exploited now, without a present threat: who helps, what they can do, and a person in the same message.

    `waiting`: they are in the queue already, so a person need not be offered again. Who has told of it before is answered in
    fewer words.
    """
    if voice.need:
        first = voice.say("exploitation-more-first")
        last = voice.say("exploitation-more-waiting") if waiting else voice.say("exploitation-more-ask")
    else:
        first = voice.say("exploitation-first")
        last = voice.say("exploitation-waiting") if waiting else voice.say("exploitation-ask")
    lines = [first, voice.service("trafficking"), voice.service("emergency")]
    card = "\n".join(line for line in dict.fromkeys(lines) if line)
    elsewhere = (voice.button("my-country", press("danger_country")),)
    buttons = (elsewhere,) if waiting else ((voice.human(),), elsewhere)
    return [Reply(f"{card}\n\n{last}", buttons, _where(voice))]


def _where(voice: Voice) -> dict[str, str]:
    """A country that was named in danger is remembered: the counselor sees it, and nobody asks again."""
    return {"country": voice.country} if voice.country else {}


def concern(voice: Voice) -> Reply:
    """Worry with something concrete behind it: advice, and a person is offered."""
    line = voice.service("trafficking")
    return Reply(f"{voice.say('concern')}\n{line}".strip(), ((voice.human(), voice.menu()),))


def safe_to_write(voice: Voice) -> list[Reply]:
    """They can write: ask the first things a counselor needs."""
    return [Reply(voice.say("safe-yes"))]


def not_safe_to_write(voice: Voice) -> list[Reply]:
    """They cannot: how to get help without words, and how to leave no trace on the phone."""
    return [Reply(f"{voice.say('safe-no')}\n\n{voice.service('emergency')}", effects={"urgent": "yes"})]
