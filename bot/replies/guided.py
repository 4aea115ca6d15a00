"""What the guided check asks: the offer to ask, the questions with their buttons, and where one is in it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.offers.guided.questions import COUNTRY, ELSEWHERE, MOST, UNSURE, Question, questions
from bot.offers.guided.steps import Check, Given
from bot.replies.menu import COUNTRIES
from bot.replies.voice import Voice
from bot.reply import Button, Reply, press
from bot.texts import country_name

AWAITED = "guided"
"""What a talk awaits while a question is the last thing that was said: then written words can be its answer."""
ASKING = {"awaiting": AWAITED, "understood": "yes", "topic": "offer"}


def on(deed: str, entities: Mapping[str, str]) -> list[Reply]:
    """What a button of the check asks for; the turn finds the words. `go` leaves a form that Rasa may have open."""
    told = {f"guided_{name}": value for name, value in entities.items()}
    return [Reply("", effects={"guided": deed, **told, **({"leave_form": "yes"} if deed == "go" else {})})]


def answered(number: int, given: Given) -> Reply:
    """An answer that was written in words."""
    return on("answer", {"c": str(number), "q": given.question, "a": given.answer})[0]


def asked_again(number: int) -> Reply:
    """What was written is no answer that we know: the question once more."""
    return on("again", {"c": str(number)})[0]


def go_button(voice: Voice, number: int | None = None) -> Button:
    """Begin: about an offer whose text was checked, or without any text."""
    if number is None:
        return voice.button("guided-told", press("guided_go"))
    return voice.button("guided", press("guided_go", c=str(number)))


def way_back(voice: Voice, number: int) -> Button:
    """Back into a check that is not finished."""
    return voice.button("guided-continue", press("guided_go", c=str(number)))


def offered(voice: Voice, reply: Reply, number: int) -> Reply:
    """The last reply to a checked text, with the offer to ask some questions below it."""
    first, *rest = reply.buttons or ((),)
    text = f"{reply.text}\n\n{voice.say('guided-offer')}"
    return Reply(text, (first, (go_button(voice, number),), *rest), _passed_on(reply))


def added(voice: Voice, reply: Reply, number: int, texts: int) -> Reply:
    """The last reply to a text that came in the middle of a check: it was added, unless it is about another offer.

    `texts`: how many the offer has now; the button parts the last of them from the others, once.
    """
    other = voice.button("guided-other", press("guided_other", c=str(number), n=str(texts)))
    ways = ((way_back(voice, number),), (other,))
    return Reply(f"{reply.text}\n\n{voice.say('guided-added')}", (*ways, *reply.buttons), _passed_on(reply))


def _passed_on(reply: Reply) -> Mapping[str, str]:
    return {name: value for name, value in reply.effects.items() if not name.startswith("guided")}


def ask(voice: Voice, number: int, check: Check, question: Question, *first: str) -> Reply:
    """A question with its answers. `first`: lines to say before it."""
    head = voice.say("guided-head", number=len(check.answers) + 1, most=MOST)
    text = "\n\n".join([*filter(None, first), f"**{head}**\n{voice.say(f'guided-ask-{question.code}')}"])
    rows = [*_answers(voice, number, question), (_answer(voice, number, question.code, UNSURE),)]
    return Reply(text, (*rows, *_aside(voice, number, check), (voice.human(), voice.menu())), ASKING)


def _aside(voice: Voice, number: int, check: Check) -> list[tuple[Button, ...]]:
    """Back by one answer, and to the result at once, where there is something to go back to or to say."""
    end = end_button(voice, number)
    if check.answers:
        return [(back_button(voice, number, check), end)]
    return [(end,)] if check.offer.pieces else []


def end_button(voice: Voice, number: int) -> Button:
    """To the result, whatever is still open."""
    return voice.button("guided-end", press("guided_end", c=str(number)))


def back_button(voice: Voice, number: int, check: Check) -> Button:
    """Take the last answer back."""
    return voice.button("guided-back", press("guided_back", c=str(number), n=str(len(check.answers))))


def _answers(voice: Voice, number: int, question: Question) -> list[tuple[Button, ...]]:
    if question.code != COUNTRY:
        return [(_answer(voice, number, question.code, answer),) for answer in question.shows]
    buttons = [_answer(voice, number, COUNTRY, country) for country in (*COUNTRIES, ELSEWHERE)]
    return [tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2)]


def _answer(voice: Voice, number: int, question: str, answer: str) -> Button:
    payload = press("guided", c=str(number), q=question, a=answer)
    return Button(label(voice, Given(question, answer)), payload)


def label(voice: Voice, given: Given) -> str:
    """An answer as its button says it."""
    if given.answer == UNSURE:
        return voice.say("button-guided-unsure")
    if given.question == COUNTRY:
        elsewhere = given.answer == ELSEWHERE
        return voice.say("button-elsewhere") if elsewhere else country_name(voice.language, given.answer)
    return voice.say(f"button-guided-{given.question}-{given.answer}")


def noted(voice: Voice, given: Given) -> str:
    """The sign that an answer shows, at once; empty if it shows none."""
    sign = questions()[given.question].shows.get(given.answer)
    return voice.say("guided-noted", sign=voice.say(f"flag-{sign.replace('_', '-')}")) if sign else ""


def noted_before(voice: Voice, number: int, *, finished: bool) -> Reply:
    """They pressed an answer twice, or one above: a short word, and the way on. The question itself stands just above."""
    onward = end_button(voice, number) if finished else way_back(voice, number)
    return Reply(voice.say("guided-noted-before"), ((onward,),), {} if finished else ASKING)


def gone(voice: Voice) -> Reply:
    """They pressed a button of a check that is not kept any more."""
    return Reply(voice.say("guided-gone"), ((anew(voice),), (voice.human(), voice.menu())))


def anew(voice: Voice) -> Button:
    """Begin about another offer, without a text."""
    return voice.button("guided-anew", press("guided_go", new="yes"))


def with_button(reply: Reply, button: Button) -> Reply:
    """A reply with the way back into the check: below the way out of danger if that is there, else at the end."""
    at = 1 if reply.buttons and reply.buttons[0][0].payload == press("danger") else len(reply.buttons)
    return replace(reply, buttons=(*reply.buttons[:at], (button,), *reply.buttons[at:]))
