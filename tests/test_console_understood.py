"""What the hotline understood stands beside a person's message: signs at their words, the answer given, the place."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.conversations import talks
from bot.conversations.incoming import LONGEST, Incoming
from bot.conversations.models import Author, Message
from bot.directory.places import Places
from bot.hotline import Hotline
from bot.offers.check import OfferCheck
from bot.understood import notes_on
from bot.web.staff.marks import danger_in, marked, signs_in
from tests.staff_stage import TEXTS, Arrive, app, arrives, house, somebody_waits

STAGE = (app, arrives, house)  # fixtures, which pytest finds by these names
OFFER = "<b>Job</b> in Germany 🏨. Employer keeps your passport. Prepayment 300 euro for the visa. No contract."
READER = cast("Any", SimpleNamespace(library=SimpleNamespace(offers=OfferCheck(), places=Places())))


async def test_the_words_of_a_sign_are_kept_with_their_places() -> None:
    notes = await notes_on(READER, Incoming("text", OFFER))
    words = {flag["code"]: OFFER[flag["start"] : flag["end"]] for flag in notes["flags"]}
    assert "passport" in words["documents_held"]
    assert words.keys() >= {"documents_held", "upfront_payment", "no_contract"}
    assert notes["place"] == "DE"


@pytest.mark.parametrize(
    "incoming",
    [Incoming("button", '/faq{"slug":"x"}'), Incoming("photo"), Incoming("text", "How do I get a passport?")],
)
async def test_nothing_is_noted_where_there_is_nothing(incoming: Incoming) -> None:
    assert await notes_on(READER, incoming) == {}


async def test_only_what_is_kept_of_a_message_is_read() -> None:
    long = "x" * LONGEST + OFFER
    assert await notes_on(READER, Incoming("text", long)) == {}


async def test_a_counselor_sees_the_signs_at_their_words(house: Hotline, arrives: Arrive) -> None:
    talk, _ = await somebody_waits(house, "hello")
    notes = await notes_on(READER, Incoming("text", OFFER)) | {"language": "en"}
    async with house.storage.writing() as session:
        session.add(Message(conversation_id=talk, author=Author.PERSON, text=OFFER, notes=notes))
        await talks.lock(session, talk)
        session.add(Message(conversation_id=talk, author=Author.BOT, text="…", notes={"faq": "lost-passport"}))
    page = (await (await arrives()).opens(f"/talks/{talk}")).text
    assert "&lt;b&gt;Job" in page
    assert 'mark class="strong" data-n="1"' in page
    for said in ("flag-documents-held", "staff-console-weight-strong", "staff-console-found-pattern"):
        assert TEXTS.say("en", said) in page
    assert TEXTS.say("en", "staff-console-place", country="Germany") in page
    assert TEXTS.say("en", "staff-console-answered", question="lost passport") in page


def test_signs_that_overlap_are_all_marked_and_every_letter_stays() -> None:
    text = "a<b>cdefg"
    flags = [
        {"code": "urgency", "weight": "medium", "start": 1, "end": 6, "found_by": "meaning"},
        {"code": "threats", "weight": "strong", "start": 4, "end": 8, "found_by": "pattern"},
    ]
    html = marked(text, signs_in({"flags": flags}))
    assert html == (
        'a<mark class="medium" data-n="">&lt;b&gt;</mark><mark class="strong" data-n="1">cd</mark>'
        '<mark class="strong" data-n="2">ef</mark>g'
    )
    assert html.striptags() == text
    assert marked("", []) == ""


def test_the_sentence_that_tells_of_danger_is_marked_without_a_number() -> None:
    notes = {
        "danger_at": [4, 12],
        "flags": [{"code": "threats", "weight": "weak", "start": 8, "end": 12, "found_by": "x"}],
    }
    assert marked("Hi. He hits. Bye", [*danger_in(notes), *signs_in(notes)]) == (
        'Hi. <mark class="danger" data-n="">He h</mark><mark class="danger" data-n="1">its.</mark> Bye'
    )
    assert marked("short", danger_in({"danger_at": [2, 900]})) == 'sh<mark class="danger" data-n="">ort</mark>'
