"""What is said on the way to a counselor and back."""

from bot.replies.voice import Voice
from bot.reply import Reply, press

FEELINGS = ("better", "same", "worse", "unsaid")


def requested(voice: Voice, place: int, *, staffed: bool) -> Reply:
    """They are in the queue. Says the place honestly, or that nobody is there now, with the numbers for now."""
    buttons = ((voice.button("leave-queue", press("leave_queue")), voice.menu()),)
    if staffed:
        return Reply(voice.say("queue-joined", place=place), buttons)
    lines = [
        voice.say("queue-nobody"),
        voice.service("emergency"),
        voice.service("trafficking"),
        "",
        voice.say("queue-leave-message"),
    ]
    return Reply("\n".join(lines), buttons)


def still_waiting(voice: Voice, place: int, *, staffed: bool) -> Reply:
    """They asked again."""
    key = "queue-place" if staffed else "queue-place-nobody"
    return Reply(voice.say(key, place=place), ((voice.button("leave-queue", press("leave_queue")), voice.menu()),))


def left_queue(voice: Voice) -> Reply:
    """They left the queue."""
    return Reply(voice.say("queue-left"), ((voice.human(), voice.menu()),))


def joined(voice: Voice) -> Reply:
    """A counselor took the talk."""
    return Reply(voice.say("counselor-joined"))


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
