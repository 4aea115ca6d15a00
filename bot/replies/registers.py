"""What a person is told of names in their offer: found in a list, or not, and that neither says enough.

Only official lists are spoken of; the hotline's own list of reported names is for staff. Never "blacklisted", never "safe".
"""

from collections.abc import Sequence
from itertools import islice

from bot.offers.registers.lists import Found, Lists
from bot.offers.registers.mentions import mentions
from bot.replies.voice import Voice
from bot.reply import Reply
from bot.texts import day

_MOST = 3
"""Names of each sort that are spoken of."""
_LONGEST = 80


def said(voice: Voice, text: str) -> list[Reply]:
    """One message on the names in a text; none if no list is imported or the text names no firm."""
    lists = voice.library.registers().of(people=True)
    if not lists.lists:
        return []
    found = lists.find(text)
    missing = _missing(text, found)
    if not found and not missing:
        return []
    parts = [voice.say("register-title")]
    if found:
        parts += [*(_found(voice, hit) for hit in found[:_MOST]), voice.say("register-found-note")]
    if missing:
        parts += [_not_found(voice, name, lists) for name in missing]
        parts.append(voice.say("register-missing-note"))
    return [Reply("\n".join(parts))]


def _missing(text: str, found: Sequence[Found]) -> list[str]:
    """Names of firms that stand in no list, each once; what is a piece of another name, or holds one, is no second name."""
    spoken = [hit.asked.casefold() for hit in found]
    missing: list[str] = []
    for mention in mentions(text):
        name = mention.text.casefold()
        if mention.quotable and not any(name in other or other in name for other in spoken):
            spoken.append(name)
            missing.append(_short(mention.text))
    return list(islice(missing, _MOST))


def _found(voice: Voice, hit: Found) -> str:
    item, where = hit.item, _list(voice, hit.kind.code, day(voice.language, hit.list_date))
    if hit.same:
        line = voice.say("register-same", name=_short(item.name), list=where)
    else:
        line = voice.say("register-like", asked=_short(hit.asked), name=_short(item.name), list=where)
    details = [
        voice.say("register-number", number=item.number) if item.number else "",
        voice.say("register-status", status=_short(item.status)) if item.status else "",
    ]
    return " ".join(["•", line, *filter(None, details)])


def _not_found(voice: Voice, name: str, lists: Lists) -> str:
    where = [_list(voice, one.kind.code, day(voice.language, one.list_date)) for one in lists.lists]
    return f"• {voice.say('register-missing', asked=name, lists='; '.join(where))}"


def _list(voice: Voice, code: str, date: str) -> str:
    name = voice.say(f"register-name-{code}")
    return voice.say("register-dated", list=name, date=date)


def _short(text: str) -> str:
    text = " ".join(text.replace("**", "").split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
