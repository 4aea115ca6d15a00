"""Whole conversations through the real program with the real Rasa, by the web chat, in every language."""

import json
import re

import pytest

from bot.calibration import calibration
from tests.program import Program
from tests.web import Visitor

pytestmark = pytest.mark.rasa

OFFER_RO = (
    "Angajăm femei 20-30 ani pentru hotel în Italia, 4000 euro pe lună, fără experiență și fără limbă. "
    "Transport gratuit, plecarea mâine. Pașaportul îl lăsați la șef. Scrieți doar pe WhatsApp."
)
ASKS = {
    "uk": ("Як отримати тимчасовий захист у Румунії?", "IGI", "Перевірено"),
    "ro": ("Cum obțin protecție temporară în România?", "IGI", "Verificat"),
    "en": ("How do I get temporary protection in Romania?", "IGI", "Checked on"),
}


@pytest.mark.parametrize("language", ASKS)
def test_a_question_gets_an_answer_with_source_and_date(hotline: Program, language: str) -> None:
    question, fact, checked = ASKS[language]
    with Visitor(hotline, language) as person:
        answer = person.asks(question)
    assert fact in answer
    assert checked in answer
    assert "help.unhcr.org" in answer


def test_russian_is_understood_and_answered_in_ukrainian(hotline: Program) -> None:
    with Visitor(hotline) as person:
        answer = person.asks("Подскажите, как получить временную защиту в Румынии?")
    assert "IGI" in answer
    assert "Перевірено" in answer


def test_the_language_follows_the_message(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        assert "Checked on" in person.asks("How do I get temporary protection in Romania?")
        assert "Verificat" in person.asks("Bună ziua, ce drepturi îmi dă protecția temporară?")
        assert person.asks("ok").startswith("Bine")


def test_the_chosen_language_wins_until_another_is_clearly_written(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.presses('/speak{"language":"en"}')
        person.hears()
        assert re.search("[a-z]", person.asks("привіт"))
        assert "Джерело" in person.asks("Які права дає мені тимчасовий захист у Європейському Союзі?")


def test_another_language_is_named_and_the_way_on_is_shown(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.says("Gdzie mogę znaleźć pomoc i nocleg dla mojej rodziny w Warszawie?")
        (reply,) = person.hears()
    assert "Polish" in reply["text"] or "польська" in reply["text"]
    assert person.button([reply], "Română")


def test_a_pasted_offer_is_checked_sign_by_sign(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        person.says(OFFER_RO)
        replies = person.hears()
    text = "\n".join(reply["text"] for reply in replies)
    assert "semne de alarmă" in text
    assert "Pașaportul îl lăsați" in text
    assert person.button(replies, "consilier") == '/human{"reason":"offer"}'


def test_a_bare_advert_that_no_answer_fits_is_checked_and_not_shrugged_at(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        said = person.asks("Прибиральниця, Кіпр, без досвіду, виліт завтра, паспорт здається агентству")
    assert "паспорт здається" in said


def test_an_advert_that_an_answer_only_nearly_fits_is_checked_and_analyzed_as_checked(hotline: Program) -> None:
    advert = "Fish sorting in Scandinavia, which country I say when the group is full. The boss and the contract you see on the spot."
    analyzed = json.loads(hotline.command("analyze", input=json.dumps({"text": advert}) + "\n").stdout)
    rule = calibration().faq
    assert rule.enough <= analyzed["faq"][0]["score"] < rule.given, "the advert must stand between the two lines"
    assert analyzed["route"]["name"] == "offer_check"
    with Visitor(hotline, "en") as person:
        assert "“which country I say" in person.asks(advert)


@pytest.mark.parametrize(
    ("language", "first", "then", "word"),
    [
        ("en", "who can help me", "I want to talk to a person", "counselor"),
        ("uk", "Мене обманули", "людину", "консультант"),
        ("uk", "Мене обманули", "покличте консультанта", "консультант"),
        ("en", "i was cheated", "How do I get temporary protection in Romania?", "IGI"),
        ("uk", "Мене обманули", "Як отримати тимчасовий захист у Румунії?", "IGI"),
        ("uk", "де притулок", "ні, я не про це питала", "іншими словами"),
        ("ro", "cine ma poate ajuta", "e anonim aici?", "consilier"),
    ],
)
def test_the_help_form_is_left_by_wanting_something_else(
    hotline: Program, language: str, first: str, then: str, word: str
) -> None:
    with Visitor(hotline, language) as person:
        asked = person.asks(first)
        said = person.asks(then)
        assert said != asked
        assert word in said


@pytest.mark.parametrize(
    ("language", "first", "then", "word"),
    [
        ("uk", "де притулок", "дякую", "Пишіть"),
        ("en", "who can help me", "hello", "here"),
        ("ro", "cine ma poate ajuta", "esti robot?", "program"),
    ],
)
def test_the_help_form_is_left_by_courtesies(hotline: Program, language: str, first: str, then: str, word: str) -> None:
    with Visitor(hotline, language) as person:
        asked = person.asks(first)
        said = person.asks(then)
        assert asked not in said
        assert word in said


def test_who_does_not_say_where_they_are_is_shown_what_serves_everybody(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        assert "У якій ви країні?" in person.asks("де притулок")
        assert "Допомога: Європейський Союз" in person.asks("не знаю")
    with Visitor(hotline, "ro") as person:
        person.presses("/services")
        person.hears()
        assert "De ce fel de ajutor" in person.asks("Chișinău")
        assert "Ajutor: Republica Moldova" in person.asks("nu știu")


def test_a_need_named_now_counts_and_not_one_of_a_question_before(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.asks("Як знайти роботу в Румунії, щоб не обманули?")
        found = person.asks("потрібен притулок у Польщі")
        assert "Довідкова лінія для біженців" in found


def test_buttons_of_other_messages_work_while_the_help_form_asks(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.asks("де мені допоможуть")
        person.presses('/inform{"country":"PL"}')
        assert "Яка допомога потрібна?" in "".join(message["text"] for message in person.hears())
        person.presses('/inform{"country":"RO"}')  # corrected: no word on a need that was not understood
        assert [message["text"] for message in person.hears()] == ["Яка допомога потрібна?"]
        person.presses('/faq{"slug":"lost-passport"}')
        assert "консул" in "".join(message["text"] for message in person.hears())


def test_whoever_is_not_understood_twice_in_the_help_form_is_shown_what_serves_everybody(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.presses("/services")
        person.hears()
        person.asks("в селі біля кордону")
        assert "Яка допомога потрібна?" in person.asks("я в селі")


def test_the_help_form_says_what_it_did_not_understand_and_asks_only_once_more(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        asked = person.asks("who can help me")
        assert "Which country are you in?" in asked
        again = person.asks("zzz qqq")
        assert "I could not find a country" in again
        assert "Which country are you in?" in again
        given_up = person.asks("zzz qqq")
        assert "Which country are you in?" not in given_up
        assert "person" in given_up


@pytest.mark.parametrize(
    ("country", "need"),
    [("Румунія", "юрист"), ("я в Польщі", "потрібен психолог"), ("в Бухаресті", "притулок"), ("Молдова", "робота")],
)
def test_the_help_form_takes_typed_answers(hotline: Program, country: str, need: str) -> None:
    with Visitor(hotline, "uk") as person:
        person.presses("/services")
        assert "У якій ви країні?" in person.hears()[-1]["text"]
        assert "Яка допомога потрібна?" in person.asks(country)
        assert "Яка допомога потрібна?" not in person.asks(need)


def test_the_offer_form_asks_and_then_checks(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.presses("/ask_offer_check")
        assert "paste the text" in person.hears()[-1]["text"]
        answer = person.asks("They promise 900 euros a week in a warehouse and I pay 200 euros for the visa first")
    assert "warning sign" in answer


@pytest.mark.parametrize(
    ("language", "offer", "asked", "word"),
    [
        (
            "uk",
            "Робота на складі в Польщі, 2000 євро, без договору. Виїзд завтра, паспорт віддаєте водієві.",
            ("то що це шахраї?", "що мені робити", "а що з паспортом?"),
            "із самого тексту сказати не можна",
        ),
        ("ro", OFFER_RO, ("e sigur?", "ce să fac?", "și cu pașaportul cum e?"), "Doar din text nu se poate spune"),
        (
            "en",
            "Warehouse job in Germany, 3500 euro, no experience. Leaving tomorrow. Write on Telegram",
            ("so is it a scam?", "what should I do", "is it safe to go?"),
            "From the text alone nobody can tell",
        ),
    ],
)
def test_who_asks_on_about_a_checked_offer_is_not_asked_for_it_again(
    hotline: Program, language: str, offer: str, asked: tuple[str, ...], word: str
) -> None:
    for question in asked:
        with Visitor(hotline, language) as person:
            person.asks(offer)
            person.says(question)
            (told,) = person.hears()
        assert word in told["text"], question
        assert [button["payload"] for row in told["buttons"] for button in row][-2:] == [
            '/human{"reason":"offer"}',
            "/menu",
        ]


def test_who_asks_twice_about_a_checked_offer_is_offered_a_person_once(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.asks("Warehouse job in Germany, 3500 euro, no experience. Leaving tomorrow. Write on Telegram")
        person.asks("so is it a scam?")
        person.says("is it safe to go?")
        (told,) = person.hears()
        assert told["text"].startswith("I cannot say more than that")
        assert "warning signs" in person.asks(
            "Picker, Spain, 3000 euro, no experience, leaving tonight. Write on Telegram"
        )


def test_a_question_about_the_offer_does_not_end_the_talk_about_it(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.asks("Робота на складі в Польщі, 2000 євро, без договору. Виїзд завтра, паспорт віддаєте водієві.")
        assert "договор" in person.asks("а договір?").split("\n")[0]
        assert "із самого тексту сказати не можна" in person.asks("то що це шахраї?")
        assert "Будь ласка" in person.asks("дякую")
        assert "виберіть тему" in person.asks("маю питання")


def test_who_asks_how_to_check_the_firm_is_told_how(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        person.asks(OFFER_RO)
        assert "Cum verific" in person.asks("cum verific firma?").split("\n")[0]


def test_where_the_firm_is_says_nothing_of_where_they_are(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        person.asks(OFFER_RO)
        assert "fel de ajutor" not in person.asks("firma e din Chișinău")


def test_a_room_for_housework_is_no_job_offer_and_has_an_answer(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        said = person.asks("A man I met on telegram offers me a room in Cluj for free if I clean and cook")
    assert "I see no offer" not in said
    assert "Checked on" in said


def test_whoever_is_there_already_is_not_told_about_the_offer(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.asks("Робота на складі в Польщі, 2000 євро, без договору. Виїзд завтра, паспорт віддаєте водієві.")
        person.asks("я вже там, паспорт забрали, зарплату не платять три місяці")
        assert "не вирушайте" not in person.asks("що мені робити")


def test_the_button_for_checking_asks_for_another_offer(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.asks("Warehouse job in Germany, 3500 euro, no experience. Leaving tomorrow. Write on Telegram")
        person.presses("/ask_offer_check")
        assert "Send me the offer" in person.hears()[-1]["text"]
        assert "From the text alone" not in person.asks("a friend of my mother called me")


def test_an_offer_asked_for_twice_in_words_is_asked_for_once_each_time(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        for _ in range(2):
            person.says("can you check an offer for me?")
            (told,) = person.hears()
            assert "Send me the offer" in told["text"]


def test_the_offer_form_can_be_left_by_wanting_something_else(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.presses("/ask_offer_check")
        person.hears()
        person.presses("/menu")
        assert "What do you need" in person.hears()[-1]["text"]
        assert "Checked on" in person.asks("What rights does temporary protection give me?")


def test_help_near_asks_country_and_need_once(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.presses("/services")
        first = person.hears()
        person.presses(person.button(first, "Moldova"))
        second = person.hears()
        person.presses(person.button(second, "Exploitation"))
        third = person.hears()
        assert "Moldova" in third[-1]["text"]
        assert "0 800 77 777" in third[-1]["text"]
        person.presses("/services")
        assert "What kind of help" in person.hears()[-1]["text"], "the country is known by now"


def test_who_tells_more_of_exploitation_does_not_get_the_same_card_again(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        first = person.asks("my boss in Poland took my passport and has not paid me for three months")
        then = person.asks("he says I owe him for the room and he locks us in at night")
    assert "Don’t warn those who hold you" in first
    assert "Don’t warn those who hold you" not in then
    assert "22 628 01 20" in then


@pytest.mark.parametrize(
    ("language", "first", "then", "number"),
    [
        ("uk", "роботодавець забрав мій паспорт і не платить вже три місяці", "я у вроцлаві", "22 628 01 20"),
        ("ro", "patronul mi-a luat pașaportul și nu mi-a plătit trei luni", "la Bălți", "0 800 77 777"),
    ],
)
def test_after_exploitation_a_place_is_answered_with_who_helps_there(
    hotline: Program, language: str, first: str, then: str, number: str
) -> None:
    with Visitor(hotline, language) as person:
        person.asks(first)
        assert number in person.asks(then)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("uk", "мені 17", "Прочитано"),
        ("uk", "він дорослий, 24 роки", "Прочитано"),
        ("ro", "am 17 ani", "Am citit"),
    ],
)
def test_what_somebody_tells_of_themselves_is_not_met_with_which_help(
    hotline: Program, language: str, text: str, word: str
) -> None:
    with Visitor(hotline, language) as person:
        assert word in person.asks(text)


def test_a_minor_with_an_offer_is_answered_about_it_and_its_country_is_not_theirs(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.asks("Хостес в Дубаї, 4000 доларів, візу зроблять, квиток купують, виїзд завтра")
        assert "із самого тексту сказати не можна" in person.asks("мені 17")
        person.presses("/services")
        assert "У якій ви країні?" in person.hears()[-1]["text"]  # where the job is, nobody is yet


def test_where_they_came_from_is_not_where_help_is_sought(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        person.asks("Bună, sunt din Odesa, acum la Chișinău cu doi copii")
        assert "Ajutor: Republica Moldova" in person.asks("unde putem dormi la noapte?")


def test_a_place_in_words_is_understood(hotline: Program) -> None:
    with Visitor(hotline, "uk") as person:
        person.presses("/services")
        person.hears()
        person.says("я зараз у Варшаві")
        assert person.button(person.hears(), "Експлуатація")


def test_what_was_said_of_place_and_need_is_not_asked_again(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        told = person.asks("I am in Poland now, where can I find a free lawyer near me?")
        assert "What kind of help" not in told
        assert "Poland" in told
        person.presses("/services")
        assert "What kind of help" in person.hears()[-1]["text"], "the country is known, only the need is asked"


def test_what_is_not_understood_is_asked_once_and_then_a_person_is_offered(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        first = person.asks("the thing with the thing from before you know the blue one")
        second = person.asks("no no the other blue thing over there with the corner")
        assert first != second
        assert "counselor" in second


def test_danger_is_answered_before_anything_else(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.says("He locked me in the room in Warsaw and took my phone, please help")
        (card,) = person.hears()
    assert card["text"].startswith("**If you are in danger now, call:**")
    assert "112" in card["text"]
    assert "22 628 01 20" in card["text"]
    assert "Is it safe for you to write now?" in card["text"]


def test_exploitation_is_answered_with_who_helps_and_a_person(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        person.says(
            "Șeful mi-a luat pașaportul, nu mă plătește de trei luni și zice că am o datorie de muncit în România"
        )
        replies = person.hears()
    assert "0 800 800 678" in replies[0]["text"]
    assert person.button(replies, "om") == "/human"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "empty"), ("🙂🙂🙂", "words"), ("   \n ", "empty"), ("???", "words")],
)
def test_messages_without_words_get_a_sensible_reply(hotline: Program, text: str, expected: str) -> None:
    with Visitor(hotline, "en") as person:
        assert expected in person.asks(text)


def test_a_very_long_message_is_read_as_far_as_it_goes_and_this_is_said(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        answer = person.asks("I have been offered a job and I want to know if it is all right. " * 400)
    assert "20,000" in answer or "20000" in answer


def test_hostile_text_is_only_text(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.says('<script>alert(1)</script> {"x": {service:ro-112}} **b** \x00 /human{"a":1} ${IFS} {{7*7}}')
        assert person.hears()
        page = person.client.get("/").text
    assert "<script>alert" not in page


def test_everything_can_be_erased(hotline: Program) -> None:
    with Visitor(hotline, "en") as person:
        person.asks("My secret town is Xanadu, what rights does temporary protection give?")
        person.presses("/erase")
        asked = person.hears()
        person.presses(person.button(asked, "Yes"))
        person.hears()
        person.seen = 0
        texts = [message["text"] for message in person.messages()]
    assert len(texts) == 1
    assert "erased" in texts[0]


def test_who_asks_for_help_in_a_country_is_shown_who_serves_most(hotline: Program) -> None:
    with Visitor(hotline, "ro") as person:
        said = person.asks("cine ne poate ajuta în Moldova?")
    assert "Ajutor: Republica Moldova" in said
    assert "fel de ajutor" not in said
