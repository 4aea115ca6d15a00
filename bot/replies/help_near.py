"""Help near the person: services of a country for a need."""

from bot.replies.menu import country_rows
from bot.replies.voice import Voice
from bot.reply import Button, Reply, press
from bot.texts import country_name, day

ANYWHERE = "EU"
"""Stands for a country that is not told."""
ANY_NEED = "any"
"""Stands for a need that is not told."""
_MOST = 5
NEEDS = {
    "trafficking": ("trafficking",),
    "violence": ("violence",),
    "child": ("child", "missing_child"),
    "labour": ("labour", "rights"),
    "refugee": ("refugee", "migration_office", "portal", "cash"),
    "legal": ("legal_aid", "consular", "rights"),
    "psychological": ("psychological",),
    "missing": ("missing_person", "missing_child"),
    ANY_NEED: ("trafficking", "refugee", "labour", "legal_aid"),
}
"""The needs a person can press, and the kinds of service that serve each."""


def ask_country(voice: Voice, intent: str = "inform", **entities: str) -> list[Reply]:
    """Ask which country; `entities` is what is known already and must come back with the answer."""
    rows = country_rows(voice, intent, **entities)
    unsaid = voice.button("where-unsaid", press(intent, country=ANYWHERE, **entities))
    return [Reply(voice.say("where-ask"), (*rows, (unsaid,), (voice.human(), voice.menu())))]


def not_read(voice: Voice, asked: str) -> list[Reply]:
    """Say that what was written is no answer; the question follows. `asked`: "country" or "need"."""
    return [Reply(voice.say(f"not-read-{asked}"), effects={"understood": "no"})]


def ask_need(voice: Voice) -> list[Reply]:
    """Ask what kind of help."""
    buttons = [Button(voice.say(f"need-{need}"), press("inform", need=need)) for need in NEEDS]
    pairs = tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))
    return [Reply(voice.say("need-ask"), (*pairs, (voice.human(), voice.menu())))]


def near(voice: Voice, country: str, need: str) -> list[Reply]:
    """The services for a need, with the emergency number on top and EU-wide ones where the country has none."""
    kinds = NEEDS.get(need, (need,))
    directory = voice.library.wording.directory
    shared = voice.library.places.is_shared(country)
    found = directory.of(country, *kinds)[:_MOST] or (directory.of("EU", *kinds)[:_MOST] if shared else [])
    voice = voice.within(country)
    place = country_name(voice.language, country) if country != ANYWHERE else voice.say("place-eu")
    lines = [f"**{voice.say('services-title', country=place)}**", voice.service("emergency")]
    lines += [f"{voice.service_line(service.id)}\n{directory.what(voice.language, service.id)}" for service in found]
    checked = min((service.checked_on for service in found), default=None)
    if not found:
        lines.append(voice.say("services-none"))
    if checked:
        lines.append(voice.say("services-checked", date=day(voice.language, checked)))
    effects = {"understood": "yes"} | ({"country": country} if country != ANYWHERE else {})
    buttons = ((voice.button("other-need", press("services")), voice.human()), (voice.menu(),))
    return [Reply("\n\n".join(lines), buttons, effects)]
