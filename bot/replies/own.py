"""What the gateway answers itself, Rasa or not: danger, language, erasure, the queue, and messages without words."""

from collections.abc import Callable, Mapping, Sequence

from bot.conversations.incoming import LONGEST, Incoming
from bot.danger.levels import NO_DANGER, Danger, Level
from bot.languages import Heard
from bot.replies import guided, help_near, menu, person, pictures, quiz, safety
from bot.replies.voice import Voice
from bot.reply import Press, Reply, parse_press
from bot.texts import language_name

_WORDS_OF_A_CAPTION = 3
_FILES = ("photo", "voice", "file")


def to_press(voice: Voice, pressed: Press) -> list[Reply]:
    """Answer a pressed button that is the gateway's own; empty for the others."""
    entities = pressed.entities
    ways: Mapping[str, Callable[[], list[Reply]]] = {
        "start": lambda: menu.start(voice),
        "danger": lambda: safety.emergency(voice.within(entities.get("country")), danger_of(pressed)),
        "danger_country": lambda: _numbers(voice, entities.get("country")),
        "safe_yes": lambda: safety.safe_to_write(voice),
        "safe_no": lambda: safety.not_safe_to_write(voice),
        "speak": lambda: menu.language_chosen(voice),
        "erase": lambda: menu.ask_erase(voice),
        "erase_yes": lambda: menu.erased(voice),
        "leave_queue": lambda: [Reply("", effects={"leave_queue": "yes"})],
        "feel": lambda: _felt(voice, entities),
        "quiz_go": lambda: quiz.go(voice),
        "quiz_next": lambda: quiz.on("next"),
        "quiz_answer": lambda: quiz.on("answer", entities.get("i", ""), entities.get("a", "")),
        "quiz_share": lambda: quiz.share(voice, entities.get("spotted")),
        "misread": lambda: pictures.misread(voice),
        "guided": lambda: guided.on("answer", entities),
    }
    if pressed.intent.startswith("guided_"):
        return guided.on(pressed.intent.removeprefix("guided_"), entities)
    return ways[pressed.intent]() if pressed.intent in ways else []


EVEN_WITH_A_COUNSELOR = frozenset({"danger", "danger_country", "erase", "erase_yes"})
"""Buttons that work while a counselor answers: numbers in danger, and the right to have everything erased."""


def may_be_held_back(incoming: Incoming) -> bool:
    """Whether abuse may keep a message from being answered: never the buttons for danger and for erasing."""
    pressed = parse_press(incoming.text) if incoming.kind == "button" else None
    return pressed is None or pressed.intent not in EVEN_WITH_A_COUNSELOR


def danger_of(pressed: Press) -> Danger:
    """Pressing "I am in danger" is believed."""
    return Danger(Level.EMERGENCY, ("pressed_danger",), 1.0) if pressed.intent == "danger" else NO_DANGER


def language_of(pressed: Press, spoken: Sequence[str]) -> str | None:
    """The language that a language button chooses."""
    wanted = pressed.entities.get("language") if pressed.intent == "speak" else None
    return wanted if wanted in spoken else None


def _numbers(voice: Voice, country: str | None) -> list[Reply]:
    if country is None:
        return help_near.ask_country(voice, "danger_country")
    return help_near.near(voice, country, "trafficking")


def _felt(voice: Voice, entities: Mapping[str, str]) -> list[Reply]:
    first, *rest = person.felt(voice, entities.get("how", ""))
    return [
        Reply(first.text, first.buttons, {"feel": entities.get("how", ""), "talk": entities.get("talk", "")}),
        *rest,
    ]


def to_other_than_words(voice: Voice, incoming: Incoming, heard: Heard) -> list[Reply]:
    """Answer a message that has no words to understand, or words of a language we do not know; empty for the others."""
    if caption(incoming):
        return []  # an offer often comes as a picture with its text below
    if incoming.kind not in ("text", "edit"):
        known = (*_FILES, "location", "contact", "sticker")
        return person.kind_reply(voice, incoming.kind if incoming.kind in known else "other")
    if not incoming.text.strip():
        return person.kind_reply(voice, "empty")
    if heard.asked:
        return menu.language_chosen(voice)
    if heard.code == "unknown" and not any(letter.isalnum() for letter in incoming.text):
        return person.kind_reply(voice, "sticker")
    if heard.code == "other":
        return menu.another_language(voice, language_name(voice.language, heard.named) if heard.named else None)
    return []


def caption(incoming: Incoming) -> str:
    """What was written below a picture or file, if it is more than a word or two; else empty."""
    enough = incoming.kind in _FILES and len(incoming.text.split()) >= _WORDS_OF_A_CAPTION
    return incoming.text if enough else ""


def is_offer(voice: Voice, incoming: Incoming, awaiting: str | None) -> bool:
    """Whether a forwarded post, or what the gateway asked for, is an offer: then it is checked without asking."""
    expected = incoming.forwarded or awaiting == "offer"
    return expected and voice.library.offers.check(incoming.text).verdict != "not_an_offer"


def about_length(voice: Voice, incoming: Incoming) -> list[Reply]:
    """Say so when a message was too long to be read whole."""
    return [Reply(voice.say("kind-too-long", count=LONGEST))] if incoming.cut else []
