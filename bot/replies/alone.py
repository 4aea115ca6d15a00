"""The gateway answers alone: while Rasa is away or still loading. One message, one answer; no forms."""

from collections.abc import Callable, Mapping

from bot.directory.needs import need_in
from bot.intents import NOT_UNDERSTOOD, Intent
from bot.replies import answers, help_near, menu, offers, respond
from bot.replies.voice import Voice
from bot.reply import Press, Reply


def to_press(voice: Voice, pressed: Press) -> list[Reply]:
    """Answer a pressed button."""
    entities = pressed.entities
    if pressed.intent == "inform":
        return _place(voice, entities.get("country"), entities.get("need"))
    return _by_intent(voice, pressed.intent, "", entities)


def to_text(voice: Voice, text: str, intent: Intent, awaiting: str | None) -> list[Reply]:
    """Answer a written message. `awaiting` is what was asked for last."""
    if awaiting == "offer" and intent.name not in ("human", "menu"):
        return respond.offer(voice, text)
    if intent.name == NOT_UNDERSTOOD:
        return respond.unknown(voice, text)
    return _by_intent(voice, intent.name, text, {})


def to_offer(voice: Voice, text: str) -> list[Reply]:
    """Answer what is known to be sent as an offer."""
    return respond.offer(voice, text)


def _by_intent(voice: Voice, intent: str, text: str, entities: Mapping[str, str]) -> list[Reply]:
    slug = entities.get("slug")
    ways: Mapping[str, Callable[[], list[Reply]]] = {
        "faq": lambda: respond.question(voice, text, slug),
        "follow_up": lambda: respond.follow_up(voice, text),
        "ask_question": lambda: respond.topics(voice, text, entities.get("group", "")),
        "share_offer": lambda: respond.offer(voice, text),
        "ask_offer_check": lambda: [_awaiting_offer(reply) for reply in offers.invite(voice)],
        "human": lambda: respond.hand_over(entities.get("reason", "asked")),
        "services": lambda: _services(voice, text),
        "inform": lambda: _informed(voice, text),
        "thanks": lambda: respond.thanks(voice, slug),
        "not_helpful": lambda: answers.not_helped(voice, slug or voice.topic or ""),
        "menu": lambda: menu.menu(voice),
    }
    if intent in ways:
        return ways[intent]()
    return respond.named(voice, f"utter_{intent}") if f"utter_{intent}" in respond.NAMED else menu.menu(voice)


def _awaiting_offer(reply: Reply) -> Reply:
    return Reply(reply.text, reply.buttons, {**reply.effects, "awaiting": "offer"})


def _informed(voice: Voice, text: str) -> list[Reply]:
    """They say where they are or what they need."""
    country = voice.library.places.country_in(text, voice.country)
    return respond.informed(voice, text) or _place(voice, country, need_in(text) or voice.need)


def _services(voice: Voice, text: str) -> list[Reply]:
    """They ask who helps; where only a country is named, those who serve most."""
    country = voice.library.places.country_in(text, voice.country)
    need = need_in(text) or voice.need or (help_near.ANY_NEED if country else None)
    return _place(voice, country, need)


def _place(voice: Voice, country: str | None, need: str | None) -> list[Reply]:
    country = country or voice.country
    if country is None:
        return help_near.ask_country(voice, **({"need": need} if need else {}))
    if need is None:
        return [Reply(reply.text, reply.buttons, {"country": country}) for reply in help_near.ask_need(voice)]
    return help_near.near(voice, country, need)
