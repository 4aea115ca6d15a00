"""What the quiz says: an invented offer with its question, the explanation of an answer, the result, the text to share.

The voice never mocks, and of an offer in which nothing stands out it never says that it is safe.
"""

from random import Random

from bot.quiz.items import Item, Wording, items, wordings
from bot.replies import menu
from bot.replies.voice import Voice
from bot.reply import Button, Reply, press

_LENGTH = 5
_PRAISES, _COMFORTS = 4, 4


def go(_voice: Voice) -> list[Reply]:
    """Begin, or go on where they left. Where that is, is known to the turn."""
    return [Reply("", effects={"quiz": "go"})]


def on(deed: str, name: str = "", choice: str = "") -> list[Reply]:
    """What a button of the quiz asks for; the turn finds the words."""
    return [Reply("", effects={"quiz": deed, "quiz_item": name, "quiz_choice": choice})]


def question(voice: Voice, name: str, number: int, of: int, chance: Random, *, first: str = "") -> Reply:
    """An item with its answers as buttons. `first`: a line to say before it."""
    item, words = items()[name], _words(voice, name)
    head = f"**{voice.say('quiz-head', number=number, of=of)}**"
    parts = [first, f"{head}\n{words.offer}", f"**{_asked(voice, item)}**"]
    rows = [(Button(_label(voice, item, one), _answer(name, one)),) for one in item.choices(chance)]
    return Reply("\n\n".join(filter(None, parts)), (*rows, (voice.menu(),)))


def explained(voice: Voice, name: str, number: int, of: int, chance: Random, *, right: bool) -> Reply:
    """Whether the answer was right, the sign by its name and why it matters, and what this offer shows."""
    item, words = items()[name], _words(voice, name)
    better = voice.say("quiz-better", choice=words.choices[item.right]) if item.kind == "next" and not right else ""
    parts = [f"**{_verdict(voice, item, chance, right=right)}**", better, _sign(voice, item), words.note]
    onward = (
        voice.button("quiz-result", press("quiz_next"))
        if number == of
        else voice.button("quiz-next", press("quiz_next"))
    )
    return Reply("\n\n".join(filter(None, parts)), ((onward,), (voice.menu(),)))


def answered_before(voice: Voice) -> Reply:
    """They pressed a button of a question that is not being asked now."""
    return Reply(voice.say("quiz-before"), ((voice.button("quiz-next", press("quiz_next")),), (voice.menu(),)))


def result(voice: Voice, spotted: int, of: int) -> Reply:
    """How many they spotted, a word of encouragement, how to talk to a person, and the menu."""
    how = "all" if spotted == of else "most" if spotted * 2 > of else "some"
    parts = [
        f"**{voice.say('quiz-result', spotted=spotted, of=of)}** {voice.say(f'quiz-result-{how}')}",
        voice.say("quiz-person"),
    ]
    again, passed_on = voice.button("quiz-again", press("quiz_go")), press("quiz_share", spotted=str(spotted))
    own = ((again, voice.button("quiz-share", passed_on)), (voice.human(),))
    return Reply("\n\n".join(parts), (*own, *menu.rows(voice, "human", "quiz")))


def share(voice: Voice, spotted: str | None) -> list[Reply]:
    """A text to pass on, alone in its message, and after it how. It names nobody, and links the bot if its name is known."""
    count = int(spotted) if spotted and spotted in map(str, range(_LENGTH + 1)) else None
    if count is None:
        return menu.menu(voice)
    link = voice.library.invitation()
    text = voice.say("quiz-share", spotted=count, of=_LENGTH)
    buttons = ((voice.button("quiz-again", press("quiz_go")),), (voice.human(), voice.menu()))
    return [Reply(f"{text}\n{link}".strip()), Reply(voice.say("quiz-share-how"), buttons)]


def _verdict(voice: Voice, item: Item, chance: Random, *, right: bool) -> str:
    """Whether it is right, with a word of encouragement that fits the question."""
    if item.kind == "fair":
        return voice.say("quiz-right-1" if right else "quiz-careful")
    if item.kind == "next" and not right:
        return voice.say("quiz-other-1")
    number = chance.randint(1, _PRAISES if right else _COMFORTS)
    return voice.say(f"quiz-right-{number}" if right else f"quiz-other-{number}")


def _words(voice: Voice, name: str) -> Wording:
    return wordings(voice.language)[name]


def _asked(voice: Voice, item: Item) -> str:
    return voice.say(f"quiz-ask-{'doubt' if item.kind == 'fair' else item.kind}")


def _label(voice: Voice, item: Item, choice: str) -> str:
    if item.kind == "sign":
        return voice.say(f"flag-{_key(choice)}")
    return _words(voice, item.id).choices[choice] if item.kind == "next" else voice.say(f"button-quiz-{choice}")


def _answer(name: str, choice: str) -> str:
    return press("quiz_answer", i=name, a=choice)


def _sign(voice: Voice, item: Item) -> str:
    if item.code is None:
        return voice.say("quiz-fair")
    return f"🚩 **{voice.say(f'flag-{_key(item.code)}')}**. {voice.say(f'flag-{_key(item.code)}-why')}"


def _key(code: str) -> str:
    return code.replace("_", "-")
