"""What is said to those who wait for a counselor, through the real program with the real Rasa."""

import re

import pytest

from tests.program import Program
from tests.web import Visitor

pytestmark = pytest.mark.rasa

LOCKED_IN = {
    "uk": "він замкнув мене в кімнаті і забрав телефон, допоможіть",
    "ro": "m-a încuiat în cameră și mi-a luat telefonul, ajutați-mă",
    "en": "he locked me in the room and took my phone, please help",
}


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("uk", "так", "Вистачить коротких слів"),
        ("uk", "ні", "Тоді не пишіть"),
        ("ro", "da", "Ajung câteva cuvinte"),
        ("ro", "nu", "Atunci nu scrieți"),
        ("en", "yes", "Short words are enough"),
        ("en", "no", "Then don’t write"),
    ],
)
def test_whether_it_is_safe_to_write_can_be_typed(hotline: Program, language: str, typed: str, expected: str) -> None:
    with Visitor(hotline, language) as person:
        person.asks(LOCKED_IN[language])
        assert expected in person.asks(typed)


@pytest.mark.parametrize(
    ("language", "told", "kept", "kept_too"),
    [
        ("uk", "на телефоні нема грошей", "Це теж прочитає консультант", "І це теж прочитає"),
        ("ro", "nu am bani de telefon", "Și asta va citi consilierul", "Am păstrat și asta"),
        ("en", "i have no credit to call", "The counselor will read this too", "This is kept"),
    ],
)
def test_what_asks_nothing_is_for_the_counselor(
    hotline: Program, language: str, told: str, kept: str, kept_too: str
) -> None:
    with Visitor(hotline, language) as person:
        person.asks(LOCKED_IN[language])
        assert kept in person.asks(told)
        assert kept_too in person.asks(told)


def test_a_question_is_answered_while_waiting(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.presses("/human")
        person.hears()
        assert "Checked on" in person.asks("How do I get temporary protection in Romania?")


def test_who_goes_on_telling_of_a_threat_gets_the_numbers_and_not_the_same_card(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        first = person.asks(LOCKED_IN["en"])
        then = person.asks("he is coming back with a knife, we are in Krakow")
    assert "Turn down the sound" in first
    assert "Turn down the sound" not in then
    assert "call:" in then
    assert "22 628 01 20" in then


def test_a_threat_to_oneself_is_answered_as_one_whatever_was_told_before(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.asks(LOCKED_IN["en"])
        assert "Please don’t stay by yourself" in person.asks(
            "I do not want to live any more, I will kill myself tonight"
        )


def test_a_place_told_in_danger_gets_its_numbers_and_no_question(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.asks(LOCKED_IN["uk"])
        said = person.asks("я в Кракові")
    assert "22 628 01 20" in said
    assert "Яка допомога" not in said


@pytest.mark.parametrize(("language", "asked"), [("uk", "ви ще тут?"), ("en", "are you there?")])
def test_who_asks_whether_anybody_is_there_hears_where_they_stand(hotline: Program, language: str, asked: str) -> None:
    with Visitor(hotline, language) as person:
        person.presses("/human")
        person.hears()
        said = person.asks(asked)
    assert re.search(r"черзі: \d|number \d", said)


@pytest.mark.parametrize(
    ("language", "typed", "asked", "leave", "left"),
    [
        ("uk", "вже не треба, заберіть мене з черги", "Консультант уже не потрібен?", "Вийти з черги", "Ви вийшли"),
        ("ro", "nu mai am nevoie, scoateti-ma din rand", "Nu mai aveți nevoie", "Nu mai aștept", "Nu mai sunteți"),
        (
            "en",
            "false alarm, please take me off the queue",
            "No counselor any more?",
            "Leave the queue",
            "You have left",
        ),
    ],
)
def test_who_takes_it_back_is_asked_once_and_may_leave(
    hotline: Program, language: str, typed: str, asked: str, leave: str, left: str
) -> None:
    with Visitor(hotline, language) as person:
        person.presses("/human")
        person.hears()
        person.says(typed)
        told = person.hears()
        assert any(asked in message["text"] for message in told)
        person.presses(person.button(told, leave))
        assert left in person.hears()[-1]["text"]


def test_where_nobody_was_called_nothing_has_to_be_taken_back(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        assert "Nobody is being called" in person.asks("false alarm, please take me off the queue")


def test_who_waits_and_tells_of_themselves_is_asked_nothing(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        person.presses("/human")
        person.hears()
        said = person.asks("noi suntem din suceava")
        assert "Și asta va citi consilierul" in said
        assert "fel de ajutor" not in said
        assert "fel de ajutor" not in person.asks("copiii dorm acum")
