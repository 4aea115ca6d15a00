"""The end of a guided check: the verdict with its signs, a checklist for this offer, the card for the way.

Never "safe"; what is said of registers and numbers comes from the directory and from answers with a source.
"""

from collections.abc import Iterable

from bot.offers.guided import plan
from bot.offers.guided.steps import Check, Found
from bot.replies.guided import anew, back_button
from bot.replies.menu import LANGUAGES
from bot.replies.voice import Voice
from bot.reply import Button, Reply, press
from bot.texts import country_name

_MOST_SIGNS = 8
_MOST_WHY = 2
_CHECKED = ("employer", "contract", "pay", "papers", "work", "country", "when")
"""Lines of the checklist, in their order; who the employer is has to be looked up also when a name is known."""
_CARD = ("copies", "word", "location", "money", "keep")


def result(voice: Voice, number: int, check: Check, *first: str) -> list[Reply]:
    """The whole result. `first`: lines to say before it."""
    return [_verdict(voice, number, check, first), _checklist(voice, number, check), _card(voice, number, check)]


def _verdict(voice: Voice, number: int, check: Check, first: Iterable[str]) -> Reply:
    """Numbers here are those of the place where they are now: the time to call is before they leave."""
    parts = [*filter(None, first), f"**{verdict_line(voice, check)}**", "\n".join(_signs(voice, check))]
    if check.verdict == "high":
        parts.append(f"{voice.say('offer-next-high')}\n{voice.service('trafficking')}")
    if check.shows("minor_recruited"):
        parts.append(voice.service("child"))
    buttons = ((send_button(voice, number),),) if check.grave() else ()
    return Reply("\n\n".join(filter(None, parts)), buttons, {"topic": "offer", "understood": "yes"})


def verdict_line(voice: Voice, check: Check) -> str:
    """What the signs add up to, in a sentence."""
    if check.verdict != "none_found":
        return voice.say(f"offer-verdict-{check.verdict}", count=len(check.found))
    return voice.say("guided-none-found-text" if check.offer.pieces else "guided-none-found")


def _signs(voice: Voice, check: Check) -> list[str]:
    """The signs; those that answers added, with the reason: of the others it was said when the text was checked."""
    fresh = [found for found in check.found if found.answer][:_MOST_WHY]
    shown = [_sign(voice, found, why=found in fresh) for found in check.found[:_MOST_SIGNS]]
    if rest := check.found[_MOST_SIGNS:]:
        shown.append(voice.say("offer-more", names="; ".join(sign_name(voice, found) for found in rest)))
    return shown


def _sign(voice: Voice, found: Found, *, why: bool) -> str:
    reason = f". {voice.say(f'flag-{_key(found)}-why')}" if why else ""
    return f"⚠ **{sign_name(voice, found)}**{reason}"


def sign_name(voice: Voice, found: Found) -> str:
    """What a sign is called."""
    return voice.say(f"flag-{_key(found)}")


def _key(found: Found) -> str:
    return found.code.replace("_", "-")


def _checklist(voice: Voice, number: int, check: Check) -> Reply:
    left = {question.code for question in check.unsettled()} | {"employer"}
    registers = registers_near(voice, check)
    lines = [f"**{voice.say('guided-checklist')}**"]
    lines += [f"• {voice.say(f'guided-check-{code}')}" for code in _CHECKED if code in left]
    lines += [f"• {voice.say('guided-register', register=register_name(voice, one.code))}" for one in registers]
    if check.country and check.country not in {one.country for one in registers}:
        lines.append(f"• {voice.say('guided-register-none', country=country_name(voice.language, check.country))}")
    answers = voice.library.answers().book.entries
    how = [one for one in registers if one.answer in answers]
    buttons = [
        (Button(answers[one.answer].said(voice.language).question, press("faq", slug=one.answer)),) for one in how
    ]
    return Reply(f"{'\n'.join(lines)}\n\n{voice.say('guided-letter')}", (letter_buttons(voice, number), *buttons))


def registers_near(voice: Voice, check: Check) -> list[plan.Register]:
    """Of the country of the work, of the one they live in, and of Ukraine for those who speak Ukrainian."""
    return plan.registers_for(check.country, voice.country, "UA" if voice.language == "uk" else None)


def send_button(voice: Voice, number: int) -> Button:
    """Everything to a counselor."""
    return voice.button("guided-send", press("guided_send", c=str(number)))


def register_name(voice: Voice, code: str) -> str:
    """What a register is called."""
    return voice.say(f"register-name-{code}")


def letter_buttons(voice: Voice, number: int) -> tuple[Button, ...]:
    """The letter to the recruiter in each language that is spoken."""
    spoken = voice.library.texts.languages
    codes = sorted(spoken, key=lambda code: (code not in LANGUAGES, [*LANGUAGES, code].index(code)))
    return tuple(
        Button(f"✉ {LANGUAGES.get(code, code)}", press("guided_letter", c=str(number), l=code)) for code in codes
    )


def _card(voice: Voice, number: int, check: Check) -> Reply:
    lines = [f"**{voice.say('guided-card')}**", *(f"• {voice.say(f'guided-card-{one}')}" for one in _CARD)]
    back = ((back_button(voice, number, check),),) if check.answers else ()
    return Reply(
        "\n".join([*lines, "", *_numbers(voice, check)]),
        ((send_button(voice, number),), *back, (anew(voice), voice.menu())),
    )


def _numbers(voice: Voice, check: Check) -> list[str]:
    """Numbers for the country of the offer, and lines at home that can be called from there."""
    country, places = check.country, voice.library.places
    there = plan.numbers_in(places, country, "emergency", "trafficking") if country else []
    home = plan.lines_home(voice.country, voice.language, country)
    head = voice.say("guided-card-numbers", country=country_name(voice.language, country)) if country and there else ""
    none = "" if head else voice.say("guided-card-no-numbers")
    away = voice.say("guided-card-home") if home else ""
    lines = [head, *map(voice.service_line, there), none, away, *map(voice.service_line, home)]
    return list(filter(None, lines))
