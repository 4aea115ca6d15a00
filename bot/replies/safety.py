"""What is said in danger: numbers first, then how to be safe while writing, then a person. Never a promise, never a verdict."""

from bot.danger.calls_for import SUICIDE
from bot.danger.levels import Danger
from bot.replies.voice import Voice
from bot.reply import Reply, press

CHILD_SIGNS = {"child_in_danger", "child_online_recruiter"}
_LINES = {"violence", "psychological"}
"""Needs for which a country may have a line of its own, beside the one for exploitation."""
AWAITED = "safe_to_write"
"""What is asked for after the emergency card: whether it is safe to write."""


def emergency(voice: Voice, danger: Danger, *, again: bool = False) -> list[Reply]:
    """A present threat: the emergency numbers of the country, "are you safe to write?", silent help.

    `again`: they have told of one before and wait for a counselor, so the numbers are enough, unless what they tell is of
    another kind.
    """
    lines = [voice.say("danger-first"), voice.service("emergency"), *_who_helps(voice)]
    if CHILD_SIGNS & set(danger.signs) and not voice.minor:
        lines.insert(2, voice.service("child"))
    key = "danger-suicide" if danger.signs[:1] == (SUICIDE,) else "danger-silent"  # later signs are beside the first
    card = "\n".join(line for line in dict.fromkeys(lines) if line)
    buttons = (
        (voice.button("safe-yes", press("safe_yes")), voice.button("safe-no", press("safe_no"))),
        (voice.button("my-country", press("danger_country")),),
    )
    parts = [card, voice.say(key), voice.say("danger-person-coming"), f"**{voice.say('danger-safe-to-write')}**"]
    if again and key == "danger-silent" and not CHILD_SIGNS & set(danger.signs):
        parts = [card, voice.say("danger-again")]
    effects = {"hand_over": "danger", "urgent": "yes", "awaiting": AWAITED}
    return [Reply("\n\n".join(parts), buttons, effects | _where(voice))]


def _who_helps(voice: Voice) -> list[str]:
    """Lines of those who help with what was told; for a minor, those for children first."""
    own = voice.service(voice.need) if voice.need in _LINES else ""
    # where a country has no line for it, the one for exploitation knows others
    return [*([voice.service("child")] if voice.minor else []), own or voice.service("trafficking")]


def exploitation(voice: Voice, *, waiting: bool = False, again: bool = False) -> list[Reply]:
    """Being exploited now, without a present threat: who helps, what they can do, and a person in the same message.

    `waiting`: they are in the queue already, so a person need not be offered again. `again`: who has told of it before is
    answered in fewer words.
    """
    if again:
        first = voice.say("exploitation-more-first")
        last = voice.say("exploitation-more-waiting") if waiting else voice.say("exploitation-more-ask")
    else:
        first = voice.say("exploitation-first")
        last = voice.say("exploitation-waiting") if waiting else voice.say("exploitation-ask")
    lines = [first, *_who_helps(voice), voice.service("emergency")]
    card = "\n".join(line for line in dict.fromkeys(lines) if line)
    elsewhere = (voice.button("my-country", press("danger_country")),)
    buttons = (elsewhere,) if waiting else ((voice.human(),), elsewhere)
    return [Reply(f"{card}\n\n{last}", buttons, _where(voice))]


def _where(voice: Voice) -> dict[str, str]:
    """A country that was named in danger is remembered: the counselor sees it, and nobody asks again."""
    return {"country": voice.country} if voice.country else {}


def concern(voice: Voice) -> Reply:
    """Worry with something concrete behind it: advice, and a person is offered."""
    lines = "\n".join(filter(None, _who_helps(voice)))
    return Reply(f"{voice.say('concern')}\n{lines}".strip(), ((voice.human(), voice.menu()),))


def answered(voice: Voice, intent: str) -> list[Reply]:
    """A typed yes or no to "is it safe to write?"; empty if it is neither."""
    if intent == "affirm":
        return safe_to_write(voice)
    return not_safe_to_write(voice) if intent == "deny" else []


def safe_to_write(voice: Voice) -> list[Reply]:
    """They can write: ask the first things a counselor needs."""
    return [Reply(voice.say("safe-yes"))]


def not_safe_to_write(voice: Voice) -> list[Reply]:
    """They cannot: how to get help without words, and how to leave no trace on the phone."""
    return [Reply(f"{voice.say('safe-no')}\n\n{voice.service('emergency')}", effects={"urgent": "yes"})]
