"""Greeting, menu, language, privacy: the pages that every person meets."""

from bot.replies.voice import Voice
from bot.reply import Button, Reply, press
from bot.texts import country_name

LANGUAGES = {"uk": "Українська", "ro": "Română", "en": "English"}
"""How each language calls itself, on its own button."""

COUNTRIES = ("UA", "RO", "MD", "PL", "DE", "CZ", "SK", "HU", "BG", "IT", "GB")


def rows(voice: Voice, *without: str) -> tuple[tuple[Button, ...], ...]:
    """The menu's buttons. `without`: intents whose rows are left out, because they stand above already."""
    all_rows = (
        (voice.button("danger", press("danger")),),
        (voice.button("check-offer", press("ask_offer_check")),),
        (voice.button("ask", press("ask_question")), voice.button("services", press("services"))),
        (voice.human(),),
        (voice.button("quiz", press("quiz")),),
        (voice.button("language", press("language")), voice.button("privacy", press("privacy"))),
    )
    return tuple(row for row in all_rows if row[0].payload not in map(press, without))


def menu(voice: Voice) -> list[Reply]:
    """The menu."""
    return [Reply(voice.say("menu"), rows(voice))]


def greeting(voice: Voice) -> list[Reply]:
    """A short hello to somebody who is here already."""
    return [Reply(voice.say("greeting"), rows(voice))]


def start(voice: Voice) -> list[Reply]:
    """The first page: who we are, who reads this, what is kept, which language, and the menu."""
    return [Reply(voice.say("start"), language_rows(voice)), *menu(voice)]


def language_rows(voice: Voice) -> tuple[tuple[Button, ...], ...]:
    """A button for every language that is spoken."""
    spoken = voice.library.texts.languages
    known = [code for code in LANGUAGES if code in spoken] + [code for code in spoken if code not in LANGUAGES]
    return (tuple(Button(LANGUAGES.get(code, code), press("speak", language=code)) for code in known),)


def choose_language(voice: Voice) -> list[Reply]:
    """Ask which language."""
    return [Reply(voice.say("language-ask"), language_rows(voice))]


def language_chosen(voice: Voice) -> list[Reply]:
    """Confirm the language that was chosen."""
    return [Reply(voice.say("language-chosen"), effects={"language": voice.language}), *menu(voice)]


def another_language(voice: Voice, name: str | None) -> list[Reply]:
    """Name the language that we do not speak, and the way on."""
    key = "language-other" if name else "language-unclear"
    return [Reply(voice.say(key, name=name or ""), (*language_rows(voice), (voice.human(),)))]


def privacy(voice: Voice) -> list[Reply]:
    """What is kept, who reads it, and how to erase it."""
    buttons = ((voice.button("erase", press("erase")),), (voice.human(), voice.menu()))
    return [Reply(voice.say("privacy"), buttons)]


def ask_erase(voice: Voice) -> list[Reply]:
    """Make sure before everything is erased."""
    return [
        Reply(
            voice.say("erase-ask"),
            ((voice.button("erase-yes", press("erase_yes")), voice.button("no", press("menu"))),),
        )
    ]


def erased(voice: Voice) -> list[Reply]:
    """Say that everything is erased. The turn erases first and sends this last."""
    return [Reply(voice.say("erased"), effects={"erase": "yes"})]


def small_talk(voice: Voice, key: str) -> list[Reply]:
    """Thanks, goodbye and the like."""
    return [Reply(voice.say(key), ((voice.menu(), voice.human()),))]


def noted(voice: Voice) -> list[Reply]:
    """They told something and asked nothing: it is read, and what could come next."""
    ways = (voice.button("services", press("services")), voice.button("ask", press("ask_question")))
    return [Reply(voice.say("noted"), (ways, (voice.human(),), (voice.menu(),)), {"understood": "no"})]


def country_rows(voice: Voice, intent: str, **entities: str) -> tuple[tuple[Button, ...], ...]:
    """Buttons for countries, two a row, and one for "somewhere else"; `entities` go into every button's payload."""
    names = [(code, country_name(voice.language, code)) for code in COUNTRIES] + [("EU", voice.say("button-elsewhere"))]
    buttons = [Button(name, press(intent, country=code, **entities)) for code, name in names]
    return tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))
