"""Which language a message is in, and in which one it is answered."""

import time

import pytest

from bot.language_words import is_a_letter
from bot.languages import Heard, Talk, answer_in, hear
from bot.romanized import in_own_letters

NOBODY = Talk()
DEFAULT = "uk"


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """The models load once, at the first message; the program loads them when it starts."""
    hear("the first message loads the models")


def answered(text: str, talk: Talk = NOBODY, default: str = DEFAULT) -> str:
    """The language in which a message is answered."""
    return answer_in(hear(text), talk, default)


def writes(language: str) -> Talk:
    """Somebody who wrote this language so far."""
    return Talk(last=language)


def chose(language: str, last: str | None = None) -> Talk:
    """Somebody who pressed a language's button."""
    return Talk(chosen=language, last=last)


# Hearing


@pytest.mark.parametrize(
    "text",
    [
        "yak zapysaty ih v shkolu",
        "mene zvaty Olena, ya z Odesy",
        "2 misyatsi ne platyly",
        "chy mozhna pryizhdzhaty z kotom",
        "skolko stoit viza dlya rebenka",
        "ya ne rozumiyu po rumunsky",
    ],
)
def test_ukrainian_and_russian_in_latin_letters_are_answered_in_ukrainian(text: str) -> None:
    assert answered(text, NOBODY, "en") == "uk"
    assert answered(text, writes("ro"), "ro") == "uk"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mere si pere la piata", "ro"),
        ("a venit seful meu", "ro"),
        ("to jest or not to be", "en"),
        ("my boss is here", "en"),
        ("no contract", "en"),
        ("esti robot?", "ro"),
        ("ce este KRAZ", "ro"),
        ("help mene byut", "uk"),
        ("care home job in Bristol", "en"),
        ("elderly care", "en"),
        ("au pair family", "en"),
        ("nu pot pleca", "ro"),
        ("fata care pleaca", "ro"),
        ("що робити", "uk"),
        ("якщо боюся", "uk"),
        ("что делать", "ru"),
    ],
)
def test_a_few_words_are_heard_by_the_everyday_words_among_them(text: str, language: str) -> None:
    assert hear(text).code == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('Мені прислали: "We offer hostess jobs in Dubai, 4000 USD per month". Це безпечно?', "uk"),
        ("un tip mi-a trimis «Потрібні дівчата на роботу в Туреччину, 2000 доларів», ce scrie acolo", "ro"),
        ('is this ok: "Angajăm ambalatori în Olanda, cazare gratuită, plecare urgentă"', "en"),
    ],
)
def test_what_is_quoted_does_not_count(text: str, language: str) -> None:
    for before in ("uk", "ro", "en"):
        assert answered(text, writes(before)) == language


def test_an_offer_pasted_beside_own_words_does_not_change_the_language() -> None:
    pasted = "Знайшла таке оголошення в інтернеті\nAngajăm cameriste la hotel, cazare și masă incluse, fără experiență"
    assert answered(pasted, writes("uk")) == "uk"
    assert answered(pasted, NOBODY, "uk") == "uk"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Можна відповідати румунською? дружина читає", "ro"),
        ("vorbiți ucraineană? bărbatul meu nu știe română", "uk"),
        ("здравствуйте, переключите пожалуйста на английский", "en"),
        ("English please", "en"),
        ("давайте повернімося на українську", "uk"),
        ("can we speak Romanian", "ro"),
        ("можно на русском?", "uk"),
        ("in english pls", "en"),
        ("i dont understand ukrainian, english ok?", "en"),
        ("русский", "uk"),
        ("limba romana", "ro"),
        ("translate to english please", "en"),
        ("puteti vorbi romana cu mine", "ro"),
        ("vorbiti engleza cu sotul meu", "en"),
        ("davaite ukrainskoyu bo ya tak zvykla", "uk"),
        ("ok english then", "en"),
        ("my english is bad, ukrainian please", "uk"),
        ("sorry, bad connection, ukrainian please", "uk"),
        ("english please, not ukrainian", "en"),
        ("українською тоді", "uk"),
        ("ну тогда на румынском", "ro"),
        ("atunci romana", "ro"),
        ("только русский", "uk"),
    ],
)
def test_a_language_asked_for_by_name_is_given(text: str, language: str) -> None:
    for talk in (NOBODY, writes("uk"), chose("ro"), writes("en")):
        assert answered(text, talk) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("мені важко писати англійською, підкажіть де є притулок", "uk"),
        ("извините, я маме передам телефон, она по английски не понимает", "uk"),
        ("mi-e greu sa scriu in engleza", "ro"),
        ("engleza nu inteleg", "ro"),
        ("по англійськи я не вмію", "uk"),
        ("англійською не розумію, давайте українською", "uk"),
        ("по английски плохо понимаю, можно по украински", "uk"),
        ("engleza nu inteleg, vorbiti romana", "ro"),
    ],
)
def test_a_language_that_is_not_spoken_is_not_given(text: str, language: str) -> None:
    for talk in (NOBODY, writes("en"), writes(language)):
        assert answered(text, talk) == language


@pytest.mark.parametrize(
    "text",
    [
        "клиент достал пистолет положил на тумбочку, сейчас он в душе",
        "откройте карту привата на себя и передайте нам, 3000 гривен сразу в руки — прислали сегодня",
        "знайшовся телефон сина, а сина нема. телефон продавали на базарі в Бухаресті",
    ],
)
def test_our_languages_are_not_taken_for_bulgarian(text: str) -> None:
    assert hear(text).code in ("uk", "ru")


def test_bulgarian_is_not_taken_for_ours() -> None:
    text = "Здравейте, търся помощ за сестра ми, държат паспорта ѝ в хотел и не може да се върне вкъщи, моля помогнете"
    assert hear(text).code == "other"
    assert hear(text).named == "bg"


def test_papers_named_in_cyrillic_letters_change_the_language() -> None:
    assert answered("дозвіл на роботу", writes("ro")) == "uk"


@pytest.mark.parametrize("before", ["uk", "ro"])
@pytest.mark.parametrize("text", ["work permit", "care home", "Zero hours", "residence permit"])
def test_names_of_papers_and_work_change_no_language(text: str, before: str) -> None:
    assert answered(text, writes(before)) == before
    assert answered(text, NOBODY, "en") == "en"


@pytest.mark.parametrize("text", ["protecție temporară", "permis de munca"])
def test_romanian_papers_change_no_language(text: str) -> None:
    assert answered(text, writes("uk")) == "uk"
    assert answered(text, writes("en")) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "де курси румунської для дорослих",
        "Is a contract in English valid if I do not read English, and who translates it for me?",
        "unde este consulatul ucrainean",
        "а если он не захочет в румынскую школу",
        "do they speak ukrainian",
        "can i get ukrainian lawyer",
        "ukrainian school?",
        "Romanian visa",
        "can i work without romanian",
        "where can i learn romanian",
        "sorry i dont speak romanian",
        "договір румунською",
        "де вивчити румунську мову",
        "я не понимаю румынский",
        "cetatenie romana",
        "is it in english",
        "romanian or ukrainian",
        "",
    ],
)
def test_speaking_of_a_language_asks_for_none(text: str) -> None:
    assert hear(text).asked is None


@pytest.mark.parametrize(
    "text", ["Work and Travel", "ok ok", "e ok?", "Cluj", "SMS", "permis de sedere?", "CNP", "3000 lei"]
)
def test_names_and_words_of_everybody_change_nothing(text: str) -> None:
    assert answered(text, writes("uk")) == "uk"


@pytest.mark.parametrize("text", ["Dzień dobry", "dziękuję bardzo za pomoc", "Czy ktoś mówi po polsku?"])
def test_a_short_text_in_strange_letters_is_another_language(text: str) -> None:
    assert hear(text).code == "other"
    assert answered(text, writes("ro")) == "ro"


@pytest.mark.parametrize("text", ["Łódź", "I am in Łódź near Kraków", "we live in Düsseldorf"])
def test_a_place_with_strange_letters_is_no_other_language(text: str) -> None:
    assert hear(text).code != "other"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Добрий вечір, мені потрібна допомога", "uk"),
        ("хто може допомогти з паспортом", "uk"),
        ("yak otrymaty tymchasovyi zakhyst", "uk"),
        ("u mene nema pasporta, shcho robyty", "uk"),
        ("skolko stoit viza dlya rebenka", "uk"),
        ("Bună ziua, am nevoie de ajutor cu actele", "ro"),
        ("Cine mă poate ajuta la Iași?", "ro"),
        ("I need help, my boss took my passport", "en"),
        ("hello i want ask about job in romania", "en"),
        ("Здравствуйте, мне нужна помощь", "ru"),
        ("что делать если забрали документы", "ru"),
    ],
)
def test_a_sentence_is_heard_in_its_language(text: str, language: str) -> None:
    assert hear(text).code == language


@pytest.mark.parametrize(
    "text",
    [
        "Sunt la Iasi si nu am unde sa dorm in noaptea asta",
        "mi-au luat pasaportul si nu ma lasa sa plec",
        "vreau sa stiu daca oferta asta de munca e reala",
        "cat costa viza pentru copil",
        "Am primit o oferta de munca in Germania, ce fac",
        "va rog ajutati-ma, seful nu ma plateste de doua luni",
        "pot sa stau in tara fara viza",
        "fata mea a plecat la munca si nu mai raspunde",
    ],
)
def test_romanian_without_diacritics_is_romanian(text: str) -> None:
    assert hear(text).code == "ro"
    assert answered(text, writes("en")) == "ro"


@pytest.mark.parametrize(
    "text",
    [
        "як отримати тимчасовий захист",
        "забрали паспорт на роботу не пускають",
        "хочу додому до мами",
        "де знайти житло для родини",
        "потрібна людина для розмови".replace("і", "и"),
        "шукаю роботу на складах",
        "вона каже що треба чекати",
        "кого треба питати про документи",
    ],
)
def test_ukrainian_without_its_own_letters_is_ukrainian(text: str) -> None:
    assert not set("іїєґ") & set(text)
    assert hear(text).code == "uk"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("мені сказали ждать, що робити", "uk"),
        ("я щас у Варшаві, їсти нема шо", "uk"),
        ("мы ждём ответа", "ru"),
        ("это объявление", "ru"),
    ],
)
def test_letters_of_one_language_settle_mixed_speech(text: str, language: str) -> None:
    assert hear(text).code == language


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dzień dobry, potrzebuję pomocy, szef zabrał mi paszport i nie płaci", "pl"),
        ("Czy mogę pracować w Polsce bez pozwolenia na pracę?", "pl"),
        ("Ich brauche Hilfe, mein Chef hat meinen Pass genommen und zahlt nicht", "de"),
        ("Wo kann ich mich mit meinen Kindern anmelden?", "de"),
        ("Merhaba, yardıma ihtiyacım var, patronum pasaportumu aldı", "tr"),
        ("Burada çalışmak istiyorum ama belgelerim yok", "tr"),
        ("Bonjour, j'ai besoin d'aide, mon patron a pris mon passeport et ne me paie pas", "fr"),
        ("Szia, segítségre van szükségem, a főnököm elvette az útlevelemet", "hu"),
        ("مرحبا أحتاج إلى مساعدة أخذ رئيسي جواز سفري", "ar"),
    ],
)
def test_another_language_is_named(text: str, named: str) -> None:
    heard = hear(text)
    assert (heard.code, heard.named) == ("other", named)


def test_a_short_text_in_another_script_is_another_language_without_a_name() -> None:
    assert hear("你好").code == "other"
    assert hear("你好").named is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "👍",
        "🙏🙏🙏",
        "112",
        "+380 00 000 00 00",
        "!!!",
        "...",
        "?",
        "a",
        "@job_poland",
        "https://example.com/rabota",
        "www.example.com",
    ],
)
def test_where_there_are_no_words_nothing_is_heard(text: str) -> None:
    assert hear(text).code == "unknown"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Привіт! Що скажете про цю роботу https://t.me/job_in_poland_work_now?start=abcdef", "uk"),
        ("дивіться, це вони @superjob_recruiter_agency_bot пишуть мені", "uk"),
        ("Salut, ce credeti despre https://example.com/work-for-everybody-in-london oferta asta", "ro"),
        ("мне написал best.recruiter@example.com это нормально?", "ru"),
        ("is this real? https://робота.example/вакансії @робота", "en"),
    ],
)
def test_links_addresses_and_handles_do_not_disturb(text: str, language: str) -> None:
    assert hear(text).code == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello, вони не віддають мені паспорт і кажуть чекати", "uk"),
        ("вони кажуть sign here, а договір не дають читати", "uk"),
        ("Good evening, nu știu ce să fac, nu mă lasă să plec acasă", "ro"),
        ("he wrote to me привіт and then he asked for my card number", "en"),
    ],
)
def test_in_a_mixed_message_the_greater_part_decides(text: str, language: str) -> None:
    assert hear(text).code == language


# Answering


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мені потрібна допомога", "uk"),
        ("Am nevoie de ajutor", "ro"),
        ("I need some help", "en"),
        ("Мне нужна помощь", "uk"),
    ],
)
def test_the_first_sentence_decides(text: str, language: str) -> None:
    assert answered(text, NOBODY, "en" if language != "en" else "uk") == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("name is Ionescu Construct SRL", "en"),
        ("firm name Alfa Test SRL", "en"),
        ("gradinita для дочки", "uk"),
        ("contract in romanian", "en"),
    ],
)
def test_names_and_papers_do_not_hide_the_words_around_them(text: str, language: str) -> None:
    assert answered(text, writes(language)) == language


@pytest.mark.parametrize(
    ("text", "app", "language"),
    [
        ("visa?", "en", "en"),
        ("doctor", "en", "en"),
        ("privet", "uk", "uk"),
        ("лікар", "en", "uk"),
        ("multumesc", "en", "ro"),
        ("am nevoie de ajutor", "uk", "ro"),
        ("no", "ro", "ro"),
        ("Ау", "uk", "uk"),
        ("care home job in Bristol", "en", "en"),
    ],
)
def test_a_doubtful_first_word_is_answered_in_the_apps_language(text: str, app: str, language: str) -> None:
    assert answered(text, NOBODY, app) == language


@pytest.mark.parametrize("text", ["👍", "112", "", "https://example.com"])
def test_a_first_message_without_words_is_answered_in_the_apps_language(text: str) -> None:
    assert answered(text, NOBODY, "ro") == "ro"


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("en", "Bună ziua, am nevoie de ajutor cu actele", "ro"),
        ("en", "Добрий день, мені не віддають документи", "uk"),
        ("uk", "Can you tell me what to do now?", "en"),
        ("uk", "Mi-au luat pașaportul și nu mă plătesc", "ro"),
        ("ro", "Я не розумію, що мені робити", "uk"),
        ("ro", "Я не понимаю, что мне делать", "uk"),
    ],
)
def test_a_clear_sentence_changes_the_language(before: str, text: str, after: str) -> None:
    assert answered(text, writes(before)) == after


@pytest.mark.parametrize("before", ["ro", "en"])
@pytest.mark.parametrize(
    "text", ["у мене забрали паспорт", "вони забрали паспорт", "Добрий день, у мене забрали документи"]
)
def test_a_cyrillic_sentence_leaves_a_latin_language_even_if_it_could_be_russian(before: str, text: str) -> None:
    """Ukrainian or Russian, both are answered in Ukrainian; only the two together are certain."""
    assert answered(text, writes(before)) == "uk"


@pytest.mark.parametrize("before", ["uk", "ro", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "OK!",
        "да",
        "da",
        "nu",
        "yes",
        "так",
        "👍",
        "112",
        "hi",
        "IT",
        "Dubai",
        "PDF",
        "Viber",
        "Telegram",
        "+",
        "1",
    ],
)
def test_a_short_message_changes_nothing(before: str, text: str) -> None:
    assert answered(text, writes(before)) == before
    assert answered(text, chose(before)) == before


@pytest.mark.parametrize("text", ["am nevoie de", "Thank you", "Добрий день", "не знаю що"])
def test_a_chosen_language_is_kept_for_fewer_than_four_words(text: str) -> None:
    for chosen in ("uk", "ro", "en"):
        assert answered(text, chose(chosen)) == chosen


@pytest.mark.parametrize(
    ("chosen", "text", "after"),
    [
        ("en", "Bună ziua, am nevoie de ajutor cu actele", "ro"),
        ("ro", "I need help because my boss took my passport", "en"),
        ("en", "Добрий день, у мене забрали паспорт і гроші", "uk"),
    ],
)
def test_a_clear_sentence_overrules_a_choice(chosen: str, text: str, after: str) -> None:
    assert answered(text, chose(chosen)) == after


def test_a_choice_is_kept_against_a_doubtful_sentence() -> None:
    for chosen in ("uk", "ro", "en"):
        assert answer_in(Heard("en", 0.89, 12), chose(chosen), DEFAULT) == chosen
        assert answer_in(Heard("en", 1.0, 3), chose(chosen), DEFAULT) == chosen


def test_a_choice_weighs_more_than_what_was_written_before() -> None:
    assert answered("ok", chose("en", last="uk")) == "en"


RUSSIAN = "Здравствуйте, у меня забрали паспорт и не платят"


@pytest.mark.parametrize(
    ("talk", "language"),
    [
        (NOBODY, "uk"),
        (writes("uk"), "uk"),
        (writes("ro"), "uk"),
        (chose("ro"), "ro"),
        (chose("en"), "en"),
        (chose("uk"), "uk"),
        (chose("ro", "uk"), "ro"),
    ],
)
def test_russian_is_answered_in_ukrainian_unless_a_language_was_chosen(talk: Talk, language: str) -> None:
    assert answered(RUSSIAN, talk, "en") == language


@pytest.mark.parametrize(
    "text", ["Dzień dobry, potrzebuję pomocy, szef zabrał mi paszport", "مرحبا أحتاج إلى مساعدة الآن من فضلك"]
)
def test_another_language_is_answered_as_before(text: str) -> None:
    assert answered(text, writes("ro")) == "ro"
    assert answered(text, chose("en")) == "en"
    assert answered(text, NOBODY, "uk") == "uk"


# Hostile text

LONGEST_SECONDS = 0.3
HOSTILE = {
    "a million spaces": " " * 10**6,
    "one word of a million letters": "a" * 10**6,
    "a million words": "слово " * 10**6,
    "a million different words": " ".join(f"сл{chr(0x430 + index % 32)}во" for index in range(10**5)),
    "marks upon marks": "а\u0301\u0302\u0303\u0304" * 10**5,
    "emoji": "🙂" * 10**6,
    "beginnings of links": "http://" * 10**5,
    "one endless link": "https://" + "a" * 10**6,
    "handles": "@a" * 10**6,
    "signs of addresses": "a@" * 10**6,
    "an address that never ends": "a" * 1999 + "@",
    "zero bytes": "\x00" * 10**6,
    "digits": "1" * 10**6,
    "turned around": "\u202e" * 10**5 + "привіт",
    "unseen": "п\u200bр\u200bи\u200bв\u200bі\u200bт " * 10**4,
    "every letter there is": "".join(map(chr, range(0x20, 0xD800))),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_heard_at_once_and_without_an_error(text: str) -> None:
    start = time.process_time()
    heard = hear(text)
    assert time.process_time() - start < LONGEST_SECONDS
    assert heard.code in ("uk", "ro", "en", "ru", "other", "unknown")
    assert 0 <= heard.confidence <= 1
    assert answer_in(heard, writes("ro"), DEFAULT)


def test_half_an_emoji_breaks_nothing() -> None:
    """Browsers can send a lone surrogate in JSON."""
    assert hear("мені потрібна допомога \ud83d").code == "uk"


def test_the_same_text_is_always_heard_the_same() -> None:
    texts = ["Dzień dobry, potrzebuję pomocy", "Am nevoie de ajutor", "так", "ok da"]
    assert [hear(text).code for text in texts] == [hear(text).code for text in texts]


# Romanian in Cyrillic letters


@pytest.mark.parametrize(
    "text",
    [
        "Буна зиуа, ам о ынтребаре",
        "ажутор вэ рог",
        "че акте ымь требуе пентру Италия",
        "мулцумеск",
        "н-ам примит банй де доуэ лунь",
    ],
)
def test_romanian_in_cyrillic_letters_is_answered_in_romanian(text: str) -> None:
    assert hear(text).code == "ro"
    assert answered(text, writes("ro")) == "ro"


@pytest.mark.parametrize("text", ["Стамбул", "да", "Болоня", "мерси", "ну давай", "Кишинев", "на море", "где он"])
def test_ukrainian_and_russian_are_not_taken_for_romanian(text: str) -> None:
    assert hear(text).code in ("uk", "ru")


def test_romanian_in_cyrillic_letters_is_read_in_latin_ones() -> None:
    assert in_own_letters("Че акте ымь требуе пентру четэцение?") == "ce acte îmi trebue pentru cetățenie?"
    assert in_own_letters("Чи можна поїхати в Італію?") == "Чи можна поїхати в Італію?"


# Names in the other alphabet, letters, courtesies


@pytest.mark.parametrize(
    "text",
    ["work and travel ще дивилась", "завод Jaguar Land Rover", "str. Exemplului 14", "Bucuresti sector 3", "thank you"],
)
def test_names_in_the_other_alphabet_and_courtesies_do_not_change_the_language(text: str) -> None:
    assert answered(text, writes("uk")) == "uk"


@pytest.mark.parametrize("text", ["am vorbit cu Олена Іванівна despre asta", "a scris «ок» si atat", "no way"])
def test_they_do_not_change_romanian_either(text: str) -> None:
    assert answered(text, writes("ro")) == "ro"


@pytest.mark.parametrize(
    "text",
    [
        "Всё, он ушёл, мне удобнее писать по-русски. Что нужно ему?",
        "спасибо, теперь можно снова по-русски, а если не отдаст?",
    ],
)
def test_russian_asked_for_again_is_answered_in_ukrainian(text: str) -> None:
    assert answered(text, chose("en")) == "uk"


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Bună ziua, vă rugăm să trimiteți copia pașaportului.", True),
        ("Dear candidate, please submit your documents.", True),
        ("Bună ziua, unde găsesc un avocat?", False),
        ("dear friends of the hotline hello", False),
    ],
)
def test_letters_are_told_from_messages(text: str, letter: bool) -> None:
    assert is_a_letter(text) == letter
