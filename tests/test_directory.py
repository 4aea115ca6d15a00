"""The directory: data that holds together, places found in sentences, and numbers said rightly in three languages."""

import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
import yaml

import bot.directory.services
from bot.directory.needs import need_in
from bot.directory.places import Places
from bot.directory.services import Directory, Hours, Service
from bot.directory.wording import Wording
from bot.paths import LOCALES
from bot.replies import help_near, menu
from bot.replies.help_near import ANY_NEED, NEEDS
from bot.replies.voice import Library
from bot.texts import Texts
from tests.content import LANGUAGES
from tests.sentences import NAMED, UNNAMED

SERVICES_FILE = Path(bot.directory.services.__file__).with_name("services.yml")
PLACES_FILE = SERVICES_FILE.with_name("countries.yml")
DIRECTORY = Directory()
PLACES = Places()
WORDING = Wording(DIRECTORY, Texts())
KINDS = """emergency police trafficking child missing_child violence labour refugee legal_aid consular psychological
missing_person return medical migration_office portal register sabotage rights border cash education"""

every_service = pytest.mark.parametrize("service", DIRECTORY.services.values(), ids=lambda service: service.id)
every_language = pytest.mark.parametrize("language", LANGUAGES)


# The data


def test_there_are_services_for_every_country_of_the_menu() -> None:
    assert len(DIRECTORY.services) > 80
    assert {*menu.COUNTRIES, "EU"} == {service.country for service in DIRECTORY.services.values()}


def test_no_id_stands_twice() -> None:
    text = SERVICES_FILE.read_text(encoding="utf-8")
    ids = re.findall(r"^- id: (\S+)", text, re.MULTILINE)
    assert len(ids) == len(set(ids)) == len(DIRECTORY.services)


@every_language
def test_every_service_has_a_name_and_a_line_in_every_language(language: str) -> None:
    names = yaml.safe_load((LOCALES / language / "services.yml").read_text(encoding="utf-8"))
    assert list(names) == list(DIRECTORY.services)
    assert all(set(words) == {"name", "what"} and all(words.values()) for words in names.values())


@every_service
def test_every_service_can_be_reached(service: Service) -> None:
    assert service.inside or service.abroad or service.text or service.links


@every_service
def test_numbers_and_links_are_well_written(service: Service) -> None:
    assert all(re.fullmatch(r"\+[1-9]\d{0,2}(?: \d+)+", number) for number in service.abroad), "abroad: +country code"
    assert all(re.fullmatch(r"\+?\d[\d -]+\d", number) for number in (*service.inside, *service.text))
    assert all(re.fullmatch(r"https://[\w./#?=@%-]+", link) for link in service.links)


@every_service
def test_particulars_are_known_words(service: Service) -> None:
    assert set(service.kinds) <= set(KINDS.split())
    assert service.kinds
    assert service.confidence in ("verified", "partly")
    assert service.source


@every_service
def test_no_number_of_a_service_stands_twice(service: Service) -> None:
    for numbers in (service.inside, service.abroad, service.text):
        tails = [re.sub(r"\D", "", number)[-6:] for number in numbers]
        assert len(tails) == len(set(tails))


@every_service
def test_hours_end_after_they_begin(service: Service) -> None:
    if service.hours:
        assert service.hours.days
        assert service.hours.opens < service.hours.closes


def test_countries_point_to_services_that_exist_and_serve_them() -> None:
    for country, needs in {**PLACES.services, None: PLACES.default}.items():
        for need, service_id in needs.items():
            if need == "timezone":
                assert ZoneInfo(service_id)
            else:
                assert DIRECTORY[service_id].country in (country, "EU"), f"{country} {need}"


def test_every_country_of_the_menu_has_the_first_two_services() -> None:
    for country in (*menu.COUNTRIES, None, "FR"):
        assert DIRECTORY[PLACES.service(country, "trafficking") or ""]
        if country != "GB":  # its emergency number is not verified
            assert DIRECTORY[PLACES.service(country, "emergency") or ""]


@pytest.mark.parametrize("country", ["TR", "AE", "MM", "GB", "XX"])
def test_outside_the_eu_its_emergency_number_is_not_named(country: str) -> None:
    assert PLACES.service(country, "emergency") is None
    said = Library(Texts(), WORDING, PLACES, *[cast("Any", None)] * 4).voice("en", country)
    assert "112" not in said.service("emergency")
    assert "+380 44 238 15 50" in said.service("emergency")
    assert "EU" not in help_near.near(said, country, "refugee")[0].text


@pytest.mark.parametrize(
    ("text", "known", "country"),
    [
        ("sunt din moldova, nu din ucraina", "PL", "PL"),
        ("is din ucraina, cernauti. am 54 ani", "ES", "ES"),
        ("я з Одеси, Україна", None, "UA"),
        ("ні не Румунія, Молдова!!", "RO", "MD"),
        ("no she is in Turkey not Ukraine", "UA", "TR"),
        ("нет, Польша", "RO", "PL"),
        ("nu, Polonia", None, "PL"),
        ("я не в Україні, я в Польщі", None, "PL"),
    ],
)
def test_a_place_that_is_denied_or_come_from_is_not_where_they_are(text: str, known: str | None, country: str) -> None:
    assert PLACES.country_in(text, known) == country


def test_in_ukraine_the_emergency_number_is_the_police_and_527_is_not_given_to_people_abroad() -> None:
    assert PLACES.service("UA", "emergency") == "ua-police"
    assert DIRECTORY["ua-527"].abroad == ()
    abroad = [needs for country, needs in PLACES.services.items() if country != "UA"]
    assert not [needs for needs in abroad if "ua-527" in needs.values()]


def test_no_place_name_means_two_countries() -> None:
    content = yaml.safe_load(PLACES_FILE.read_text(encoding="utf-8"))
    meant: dict[str, set[str]] = {}
    for entry in [*content["names"], *content["cities"]]:
        for name in entry["names"]:
            meant.setdefault(name.casefold(), set()).add(entry["country"])
    assert not {name: countries for name, countries in meant.items() if len(countries) > 1}


def test_every_listed_name_is_found() -> None:
    content = yaml.safe_load(PLACES_FILE.read_text(encoding="utf-8"))
    for entry in [*content["names"], *content["cities"]]:
        for name in entry["names"]:
            assert PLACES.country_in(f"… {name}, …") == entry["country"], name


def test_needs_that_can_be_pressed_exist_somewhere() -> None:
    for need, kinds in help_near.NEEDS.items():
        assert DIRECTORY.of("RO", *kinds) or DIRECTORY.of("EU", *kinds), need


# Places in sentences


@pytest.mark.parametrize(("sentence", "country"), NAMED)
def test_a_country_is_found_in_a_sentence(sentence: str, country: str) -> None:
    assert PLACES.country_in(sentence) == country


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Bună, sunt din Odesa, acum la Chișinău cu doi copii", "MD"),
        ("я з Харкова, зараз у Варшаві, мене не випускають", "PL"),
        ("Мы из города Одесса, приехали в Бухарест", "RO"),
        ("I am from Kyiv and they lock me in, Berlin", "DE"),
        ("я з Харкова", "UA"),
        ("Chișinău, lucrez la o firmă din România", "MD"),
        ("я із Сум, зараз у Варшаві", "PL"),
        ("nu ne lasă să plecăm din Germania, vrem acasă în Moldova", "DE"),
        ("нас не випускають із Польщі, хочу додому в Україну", "PL"),
        ("пишу вам из Польши, мама в Украине", "PL"),
        ("lucrez la o fermă din Italia, copiii sunt în Moldova", "IT"),
    ],
)
def test_where_somebody_comes_from_is_not_where_they_are(sentence: str, country: str) -> None:
    assert PLACES.country_in(sentence) == country


@pytest.mark.parametrize("sentence", UNNAMED)
def test_no_country_is_found_where_none_is_named(sentence: str) -> None:
    assert PLACES.country_in(sentence) is None


def test_case_and_look_of_letters_do_not_matter() -> None:
    for sentence in ("BUCUREȘTI", "bucurești", "Bucureşti", "bucuresti", "БУХАРЕСТ"):
        assert PLACES.country_in(sentence) == "RO", sentence


def test_a_huge_text_is_read_only_at_its_beginning() -> None:
    assert PLACES.country_in("слово " * 100_000 + "Румунія") is None


# What is said of a service


def service(**particulars: object) -> Service:
    """A service made up for a test, with impossible numbers."""
    given = {
        "id": "ro-anitp",
        "country": "RO",
        "kinds": ("trafficking",),
        "inside": ("0 800 000 000",),
        "abroad": ("+40 00 000 00 00",),
        "text": (),
        "links": (),
        "hours": Hours(frozenset(range(5)), time(8), time(16), ZoneInfo("Europe/Bucharest"), "mon-fri"),
        "always": False,
        "confidence": "verified",
        "checked_on": datetime(2026, 11, 22, tzinfo=UTC).date(),
        "source": "a test",
    }
    return Service(**{**given, **particulars})  # type: ignore[arg-type]


MONDAY_NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "0 800 000 000, from abroad +40 00 000 00 00"),
        ("uk", "0 800 000 000, з-за кордону +40 00 000 00 00"),
        ("ro", "0 800 000 000, din străinătate +40 00 000 00 00"),
    ],
)
def test_a_number_from_abroad_stands_beside_the_one_inside(language: str, said: str) -> None:
    assert WORDING.numbers(language, service()) == said


@every_language
def test_a_number_that_serves_both_is_said_once(language: str) -> None:
    number = "+40 00 000 00 00"
    assert WORDING.numbers(language, service(inside=(number,), abroad=(number,))) == number


@every_language
def test_a_number_only_from_abroad_is_said_alone(language: str) -> None:
    assert WORDING.numbers(language, service(inside=())) == "+40 00 000 00 00"


@pytest.mark.parametrize(("language", "said"), [("en", "by text message"), ("uk", "через SMS"), ("ro", "prin SMS")])
def test_a_number_for_messages_says_so(language: str, said: str) -> None:
    only_text = service(inside=(), abroad=(), text=("0000 000 000",))
    assert WORDING.numbers(language, only_text) == f"{said} 0000 000 000"


@every_language
def test_where_there_is_no_number_the_link_is_said(language: str) -> None:
    only_link = service(inside=(), abroad=(), links=("https://example.org/help",))
    assert WORDING.numbers(language, only_link) == "example.org/help"


@pytest.mark.parametrize(
    ("language", "open_now", "closed"),
    [
        ("en", "(Mon–Fri 08:00–16:00, Bucharest time)", "; closed now)"),
        ("uk", "(пн–пт 08:00–16:00 за часом Бухареста)", "; зараз не працює)"),
        ("ro", "(luni–vineri 08:00–16:00, ora din București)", "; închis acum)"),
    ],
)
def test_a_line_says_the_hours_and_whether_it_is_closed(language: str, open_now: str, closed: str) -> None:
    assert WORDING.line(language, service(), moment=MONDAY_NOON).endswith(open_now)
    assert WORDING.line(language, service(), moment=SUNDAY).endswith(closed)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "(day and night)"), ("uk", "(цілодобово)"), ("ro", "(zi și noapte)")]
)
def test_a_line_that_always_answers_says_so(language: str, said: str) -> None:
    assert WORDING.line(language, service(hours=None, always=True), moment=SUNDAY).endswith(said)


@every_language
def test_unknown_hours_are_not_made_up(language: str) -> None:
    said = WORDING.line(language, service(hours=None), moment=SUNDAY)
    assert "(" not in said.partition("**: ")[2]
    assert service(hours=None).open_at(SUNDAY) is None


@every_language
def test_placeholders_are_filled(language: str) -> None:
    anitp = DIRECTORY["ro-anitp"]
    filled = WORDING.fill(language, "A {phone:ro-anitp} B {service:ro-anitp} {other}")
    numbers = WORDING.numbers(language, anitp)
    assert filled == f"A {numbers} B {DIRECTORY.name(language, anitp.id)}: {numbers} {{other}}"


def test_an_unknown_service_is_an_error_and_not_silence() -> None:
    with pytest.raises(KeyError):
        WORDING.fill("en", "{phone:ro-nobody}")


@every_language
@every_service
def test_every_service_can_be_said(language: str, service: Service) -> None:
    line = WORDING.line(language, service, moment=SUNDAY)
    assert line.startswith("**")
    assert len(line) < 400
    assert "None" not in line
    for number in (*service.inside, *service.abroad, *service.text):
        assert number in line


# Open or closed at a moment

BUCHAREST, WARSAW = ZoneInfo("Europe/Bucharest"), ZoneInfo("Europe/Warsaw")


@pytest.mark.parametrize(
    ("local", "is_open"),
    [
        ("2026-11-23T07:59", False),
        ("2026-11-23T08:00", True),
        ("2026-11-23T15:59", True),
        ("2026-11-23T16:00", False),
        ("2026-11-21T12:00", False),  # Saturday
        ("2026-11-27T12:00", True),  # Friday
    ],
)
def test_hours_are_those_of_the_services_own_clock(local: str, is_open: bool) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=BUCHAREST)
    assert service().open_at(moment) is is_open
    assert service().open_at(moment.astimezone(UTC)) is is_open


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        ("2026-03-27T05:59", False),  # Friday, winter time: 07:59 in Bucharest
        ("2026-03-27T06:00", True),
        ("2026-03-30T04:59", False),  # Monday, summer time since 29 March: 07:59
        ("2026-03-30T05:00", True),
        ("2026-03-30T13:00", False),  # 16:00
        ("2026-10-23T05:00", True),  # Friday, summer time
        ("2026-10-26T05:00", False),  # Monday, winter time since 25 October: 07:00
        ("2026-10-26T13:59", True),
    ],
)
def test_daylight_saving_moves_the_hours(utc: str, is_open: bool) -> None:
    assert service().open_at(datetime.fromisoformat(utc).replace(tzinfo=UTC)) is is_open


def test_a_day_is_the_services_day_and_not_the_servers() -> None:
    late = Hours(frozenset({0}), time(0), time(2), WARSAW, "mon")
    sunday_night_in_utc = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert late.open_at(sunday_night_in_utc)


@every_service
def test_every_service_knows_whether_it_is_open(service: Service) -> None:
    answer = service.open_at(MONDAY_NOON)
    assert answer is True if service.always else answer in (True, False) if service.hours else answer is None


def test_days_of_a_list_and_a_range() -> None:
    assert DIRECTORY["cz-la-strada"].hours.days == {0, 1, 3}  # type: ignore[union-attr]
    assert DIRECTORY["ro-anitp"].hours.days == {0, 1, 2, 3, 4}  # type: ignore[union-attr]
    assert DIRECTORY["md-la-strada"].hours.days == set(range(7))  # type: ignore[union-attr]


# What people say of where they are and what they need


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("я зараз у Варшаві, що робити", "PL"),
        ("Locuiesc in Iasi de un an", "RO"),
        ("we are in Chisinau with two kids", "MD"),
        ("мы сейчас в Бухаресте", "RO"),
        ("how do I get protection in Romania", None),
        ("мій брат їде в Польщу", None),
        ("I am in trouble. My sister lives in Germany", None),
        ("я в розпачі " * 2000, None),
    ],
)
def test_only_where_the_writer_says_to_be_is_remembered(text: str, country: str | None) -> None:
    assert Places().whereabouts(text) == country


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("потрібен адвокат у Кракові", "legal"),
        ("caut un psiholog care vorbeste rusa", "psychological"),
        ("where is a shelter in Cluj", "refugee"),
        ("где есть приют для женщин", "refugee"),
        ("unde putem dormi la noapte?", "refugee"),
        ("де сьогодні переночувати з дитиною", "refugee"),
        ("я побоююся їхати", None),
        ("I want a consultation", None),
        ("хочу поговорити з консультантом", None),
        ("we are in the European Union", None),
        ("", None),
    ],
)
def test_a_need_in_words_is_not_asked_again(text: str, need: str | None) -> None:
    assert need_in(text) == need


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("робота", "labour"),
        ("дитина", "child"),
        ("violență", "violence"),
        ("salariul", "labour"),
        ("хтось зник", "missing"),
        ("юрист", "legal"),
        ("просто поговорити", "psychological"),
        ("ok", None),
    ],
)
def test_a_word_names_the_need_that_was_just_asked_for(text: str, need: str | None) -> None:
    assert need_in(text, asked=True) == need


@pytest.mark.parametrize("kind", ["named", "answered"])
def test_every_need_in_words_is_one_that_can_be_pressed(kind: str) -> None:
    words = yaml.safe_load(Path(bot.directory.services.__file__).with_name("needs.yml").read_text(encoding="utf-8"))
    assert {*words[kind], ANY_NEED} == set(NEEDS)


@pytest.mark.parametrize("language", ["uk", "ro", "en"])
def test_the_word_on_the_button_names_the_need_too(language: str) -> None:
    texts = Texts()
    for need in NEEDS.keys() - {ANY_NEED}:
        assert need_in(texts.say(language, f"need-{need}"), asked=True) == need
