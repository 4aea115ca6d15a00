"""What is said of a picture or a PDF: what was read in it, or why it could not be read and what to do instead."""

import re

from bot.offers.check import NOT_AN_OFFER
from bot.pictures.read import Seen
from bot.pictures.reader import MOST_MEGABYTES, MOST_MEGAPIXELS
from bot.replies.voice import Voice
from bot.reply import Reply, press

_MOST_SHOWN = 1500
_SCHEME = re.compile(r"\bhttps?://", re.IGNORECASE)
_ELSEWHERE = {"not-installed": "kind-photo", "not-a-picture": "kind-file"}


def unread(voice: Voice, problem: str) -> Reply:
    """It could not be read. What they write next is checked as an offer, if it is one."""
    key = _ELSEWHERE.get(problem)
    text = voice.say(key) if key else voice.say(f"picture-{problem}", size=MOST_MEGABYTES, pixels=MOST_MEGAPIXELS)
    return Reply(text, ((voice.human(), voice.menu()),), {"awaiting": "offer", "understood": "yes"})


def read_out(voice: Voice, seen: Seen) -> Reply:
    """What was read, to be compared with the picture, and the way to correct it."""
    parts = [voice.say("picture-read", text=_shown(seen.text))]
    if seen.read < seen.pages:
        parts.append(voice.say("picture-pages", read=seen.read, pages=seen.pages))
    buttons = ((voice.button("misread", press("misread")),),)
    return Reply("\n\n".join(parts), buttons, {"understood": "yes"})


def _shown(text: str) -> str:
    # Their addresses do not become links of ours, and their stars no bold letters.
    text = _SCHEME.sub("", text).replace("**", "")
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1].rstrip() + "…"


def misread(voice: Voice) -> list[Reply]:
    """They say that the picture says something else."""
    return [Reply(voice.say("picture-misread"), ((voice.human(), voice.menu()),), {"awaiting": "offer"})]


def to_check(voice: Voice, caption: str, text: str) -> str:
    """What of a picture and the words below it is to be checked as an offer; empty if those words ask for an answer.

    `caption`: what was written below, if it is more than a word or two; `text`: what was read in the picture.
    """
    check = voice.library.offers.check
    if caption and check(caption) != NOT_AN_OFFER:
        return f"{caption}\n\n{text}"
    return text if not caption or check(text) != NOT_AN_OFFER else ""
