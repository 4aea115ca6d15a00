"""What follows when danger was told, through the real program with the real Rasa: the right lines, and no check of an offer."""

import pytest

from tests.program import Program
from tests.web import Visitor

pytestmark = pytest.mark.rasa

BEATEN = {
    "uk": ("чоловік бє мене ми в Німеччині з дітьми", "08000 116 016"),
    "ro": ("barbatul meu ma bate, suntem in romania", "0 800 500 333"),
}


@pytest.mark.parametrize("language", BEATEN)
def test_who_is_beaten_at_home_gets_the_line_for_that(hotline: Program, language: str) -> None:
    told, number = BEATEN[language]
    with Visitor(hotline, language) as person:
        assert number in person.asks(told)


@pytest.mark.parametrize(
    ("language", "first", "then", "number", "question"),
    [
        (
            "uk",
            "мене закрили в квартирі не випускають",
            "туреччина здається Анталія",
            "+380 44 238 15 50",
            "Яка допомога",
        ),
        ("uk", "роботодавець забрав паспорт і не платить", "я в Барселоні поки одна", "112", "Яка допомога"),
        (
            "ro",
            "patronul mi-a luat pasaportul si nu ma plateste",
            "sunt in bucuresti acum",
            "0 800 800 678",
            "fel de ajutor",
        ),
    ],
)
def test_a_place_is_enough_where_danger_was_told(
    hotline: Program, language: str, first: str, then: str, number: str, question: str
) -> None:
    with Visitor(hotline, language) as person:
        person.asks(first)
        said = person.asks(then)
    assert number in said
    assert question not in said


def test_outside_the_eu_nobody_is_given_its_number(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        said = person.asks("мене замкнули в кімнаті і забрали паспорт, я в Туреччині")
    assert "Перевіреного екстреного номера" in said
    assert "112" not in said


def test_where_they_come_from_does_not_replace_where_they_are(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        person.asks("sunt in polonia, patronul mi-a luat pasaportul si nu ma plateste")
        said = person.asks("sunt din moldova, nu din ucraina")
    assert "102" not in said
    assert "Ajutor: Ucraina" not in said


@pytest.mark.parametrize(
    ("language", "told", "check"),
    [
        (
            "uk",
            "моя подруга у Франкфурті, агентство забрало її паспорт і змушує віддавати всі гроші",
            "У цій пропозиції",
        ),
        (
            "ro",
            "seful zice ca ii datorez 4000 euro pentru accident si nu ma lasa sa plec pana platesc",
            "în această ofertă",
        ),
    ],
)
def test_who_is_held_is_not_warned_of_an_offer(hotline: Program, language: str, told: str, check: str) -> None:
    with Visitor(hotline, language) as person:
        assert check not in person.asks(told)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "hi im 15, a man on instagram offers me modeling in Dubai, 3000 dollars, he buys the ticket, do not tell mama",
        ),
        ("uk", "мені 15, дають 500 доларів за день, треба просто розносити закладки"),
    ],
)
def test_a_minor_with_an_offer_is_shown_a_line_for_children(hotline: Program, language: str, told: str) -> None:
    with Visitor(hotline, language) as person:
        assert "116 111" in person.asks(told)


@pytest.mark.parametrize(
    ("language", "told", "words"),
    [
        ("ro", "uneori ma gandesc sa termin cu tot", "E bine că ați scris"),
        ("ro", "n-are rost sa mai traiesc", "E bine că ați scris"),
        ("uk", "не бачу сенсу далі жити", "Добре, що ви про це написали"),
        ("en", "sometimes i think about ending it all", "I am glad you wrote this"),
    ],
)
def test_thoughts_of_ending_ones_life_are_answered_as_such(
    hotline: Program, language: str, told: str, words: str
) -> None:
    with Visitor(hotline, language) as person:
        assert words in person.asks(told)


@pytest.mark.parametrize(
    ("language", "told", "coming", "stop"),
    [
        ("uk", "чоловік замкнув мене в кімнаті і б'є", "він іде", "Тоді не пишіть"),
        ("uk", "начальник забрав паспорт і не випускає з бази", "не можу писати, він тут", "Тоді не пишіть"),
        ("ro", "m-a inchis in casa si ma bate", "vine el", "Atunci nu scrieți"),
        ("en", "he locked me in the flat and beats me", "hes back", "Then don’t write"),
    ],
)
def test_who_is_being_disturbed_is_told_to_stop_writing(
    hotline: Program, language: str, told: str, coming: str, stop: str
) -> None:
    with Visitor(hotline, language) as person:
        person.asks(told)
        assert stop in person.asks(coming)


def test_where_nothing_was_told_who_cannot_write_gets_no_alarm(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        said = person.asks("he is here")
    assert "You can write again later" in said
    assert "112" not in said


def test_a_minor_whom_somebody_invites_is_not_told_how_to_cross_the_border(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        said = person.asks("hi im 15 and my boyfriend wants i go with him to spain")
    assert "European child helpline" in said
    assert "leave Ukraine alone" not in said


def test_a_minor_who_asks_for_a_person_gets_one(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        said = person.asks("vreau sa vorbesc cu un om, am 15 ani si unul de pe net ma cheama la el in spania")
    assert "Poate fi ceva serios" in said
    assert "la rând" in said
