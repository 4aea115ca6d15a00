"""An offer that comes in pieces, through the real program with the real Rasa."""

import pytest

from tests.program import Program
from tests.web import Visitor

pytestmark = pytest.mark.rasa

IN_PIECES = {
    "uk": (
        "Потрібні дівчата на роботу в готель, Кіпр, 1800 євро",
        "Виїзд завтра, квитки за наш рахунок",
        "Паспорт віддаєш водієві, він у нас до кінця контракту",
    ),
    "ro": (
        "Căutăm fete pentru un hotel în Cipru, 1800 euro pe lună",
        "Plecarea e mâine, plătim noi biletul",
        "Pașaportul îl dai șoferului, rămâne la noi până la sfârșitul contractului",
    ),
    "en": (
        "We look for girls for a hotel job in Cyprus, 1800 euro a month",
        "You leave tomorrow, we pay the ticket",
        "You give your passport to the driver, it stays with us until the contract ends",
    ),
}
SERIOUS = {"uk": "Разом це серйозно", "ro": "Împreună", "en": "Together"}
TOGETHER = {"uk": "разом із тим", "ro": "împreună cu ce ați trimis", "en": "together with what you sent"}


@pytest.mark.parametrize("language", IN_PIECES)
def test_what_a_recruiter_writes_piece_by_piece_is_judged_as_one(hotline: Program, language: str) -> None:
    first, second, third = IN_PIECES[language]
    with Visitor(hotline, language) as person:
        assert TOGETHER[language] not in person.asks(first)
        person.asks(second)
        said = person.asks(third)
    assert TOGETHER[language] in said
    assert said.count("⚠") >= 2, said
    assert SERIOUS[language] in said


def test_a_piece_sent_twice_counts_once(hotline: Program) -> None:
    first, second, _ = IN_PIECES["en"]
    with Visitor(hotline, "en") as person:
        person.asks(first)
        once = person.asks(second)
        again = person.asks(second)
    assert once == again


def test_an_offer_in_another_country_is_another_offer(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.asks(IN_PIECES["uk"][0])
        said = person.asks("Вакансія: склад у Польщі, 28 злотих на годину, договір, житло за 400 злотих")
    assert TOGETHER["uk"] not in said
    assert "Кіпр" not in said


def test_a_long_advert_stands_by_itself(hotline: Program) -> None:
    first, second, third = IN_PIECES["en"]
    advert = f"{third}. {second}. Free room, food three times a day, uniform, insurance after two months. " * 3
    with Visitor(hotline, "en") as person:
        person.asks(first)
        said = person.asks(advert)
    assert TOGETHER["en"] not in said


def test_what_a_recruiter_writes_is_not_done_to_the_person(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.asks("Chat operator in Thailand, 2500 usd")
        assert TOGETHER["en"] in person.asks("passport stays at the office")
        assert "How do I check" in person.asks("how do i check them?").split("\n")[0]
