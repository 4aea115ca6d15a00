"""The offer check: the pattern data by its own examples, disguises, denials, questions, verdicts, and hostile input."""

import time

import pytest

from bot.offers.check import OfferCheck, verdict
from bot.offers.clauses import sentences
from bot.offers.latin import in_cyrillic
from bot.offers.normalise import as_written, normalise
from bot.offers.rules import HELPERS, Rule, Rules

LANGUAGES = ("uk", "ro", "en", "ru")
IN_AN_OFFER = {
    "uk": "Пропонуємо роботу.",
    "ro": "Angajăm personal.",
    "en": "We are hiring.",
    "ru": "Предлагаем работу.",
}
RULES = Rules.load()
CHECK = OfferCheck(RULES)
FLAGS = [rule for rule in RULES.patterns if rule.code in RULES.codes]
CAUGHT = [(rule, example) for rule in FLAGS for example in rule.catches]
LEFT = [(rule, example) for rule in FLAGS for example in rule.leaves]
CUES = [(rule, example) for rule in RULES.patterns if rule.code in HELPERS for example in rule.catches]
CUES_LEFT = [(rule, example) for rule in RULES.patterns if rule.code in HELPERS for example in rule.leaves]


def codes(text: str) -> set[str]:
    return {flag.code for flag in CHECK.check(text).flags}


def matches(rule: Rule, text: str) -> bool:
    found = normalise(text)
    return any(rule.expression.search(sentences(one.text)) for one in (found, in_cyrillic(found)) if one)


@pytest.mark.parametrize(("rule", "example"), CAUGHT, ids=lambda value: value if isinstance(value, str) else value.code)
def test_a_pattern_catches_its_example_in_an_offer(rule: Rule, example: str) -> None:
    assert matches(rule, example)
    assert rule.code in codes(f"{IN_AN_OFFER[rule.language]} {example}")


@pytest.mark.parametrize(("rule", "example"), LEFT, ids=lambda value: value if isinstance(value, str) else value.code)
def test_a_counter_example_is_left_alone(rule: Rule, example: str) -> None:
    assert rule.code not in codes(f"{IN_AN_OFFER[rule.language]} {example}")


@pytest.mark.parametrize(("rule", "example"), CUES, ids=lambda value: value if isinstance(value, str) else value.code)
def test_a_cue_is_found(rule: Rule, example: str) -> None:
    assert matches(rule, example)


@pytest.mark.parametrize(
    ("rule", "example"), CUES_LEFT, ids=lambda value: value if isinstance(value, str) else value.code
)
def test_a_cue_leaves_its_counter_example_alone(rule: Rule, example: str) -> None:
    assert not matches(rule, example)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_patterns_in_every_language(language: str) -> None:
    assert {rule.code for rule in FLAGS if rule.language == language} == set(RULES.codes)


def test_every_pattern_has_two_examples() -> None:
    assert [rule.expression.pattern for rule in RULES.patterns if len(rule.catches) < 2] == []


def test_spans_are_the_quotes() -> None:
    for rule, example in CAUGHT:
        text = f"💃 {IN_AN_OFFER[rule.language]}\u200b&nbsp;{example} 🔥"
        for flag in CHECK.check(text).flags:
            assert text[flag.start : flag.end] == flag.quote != ""


def test_flags_come_in_order_and_once() -> None:
    flags = CHECK.check(
        "Ескорт у Дубай! Паспорт здаєте. Ще раз: паспорт здаєте, ескорт. Без досвіду. Пропонуємо роботу"
    ).flags
    assert [flag.code for flag in flags] == ["sexual_services", "documents_held", "no_requirements"]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([], "none_found"),
        (["weak"], "caution"),
        (["weak"] * 5, "caution"),
        (["medium"], "caution"),
        (["medium", "weak", "weak", "weak"], "caution"),
        (["medium", "medium"], "caution"),
        (["medium", "medium", "weak"], "high"),
        (["medium"] * 3, "high"),
        (["strong"], "caution"),
        (["strong", "weak"], "high"),
        (["strong", "medium"], "high"),
        (["strong", "strong"], "high"),
    ],
)
def test_the_combination_rule(weights: list[str], expected: str) -> None:
    assert verdict(weights) == expected


DISGUISED = {
    "uk": [
        "п.а.с.п.о.р.т здаєте",
        "п🔥а🔥с🔥п🔥о🔥р🔥т здаєте",
        "п а с п о р т здаєте",
        "пacпopт здаєте",
        "пас\u200bпо\u00adрт здаєте",
        "&#1087;&#1072;спорт здаєте",
        "п4сп0рт здаєте",
        "ПАСПОРТ ЗДАЄТЕ",
        "п*а*с*п*о*р*т здаєте",
        "pasport zdaiete nam na robotu potim viza bude",
    ],
    "ro": [
        "p.a.ș.a.p.o.r.t.u.l se predă",
        "paşaportul se predă",
        "pașapοrtul se predă",
        "p4saportul se preda",
        "pașa\u200bportul se predă",
        "pa&#537;aportul se predă",
        "𝐩𝐚𝐬𝐚𝐩𝐨𝐫𝐭𝐮𝐥 se predă",
    ],
    "en": [
        "hand over your p a s s p o r t",
        "hand over your pаsspоrt",
        "hand over your p@ssp0rt",
        "hand over your p-a-s-s-p-o-r-t",
        "hand over your pass\u2060port",
        "hand over your &#112;assport",
        "hand over your ｐａｓｓｐｏｒｔ",
        "hand over your 🅿🅰🆂🆂🅿🅾🆁🆃",
    ],
    "ru": [
        "п.а.с.п.о.р.т сдаёте",
        "пacпopт сдаёте",
        "па\u0301спорт сдаёте",
        "п⭐а⭐с⭐п⭐о⭐р⭐т сдаёте",
        "п@спорт сдаёте",
        "пасп\u200dорт сдае\u0308те",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in DISGUISED.items() for text in texts])
def test_a_disguise_is_read_through(language: str, text: str) -> None:
    assert "documents_held" in codes(f"{IN_AN_OFFER[language]} {text}")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Візьмемо П.а.с.п.о.р.т Ваш!", "Візьмемо паспорт Ваш!"),
        ("Візьмемо п\u200bа\u200bс\u200bп\u200bо\u200bр\u200bт Ваш!", "Візьмемо паспорт Ваш!"),
        ("Візьмемо Пасп0рт Ваш!", "Візьмемо паспорт Ваш!"),
        ("Візьмемо п⭐а⭐с⭐п⭐о⭐р⭐т Ваш", "Візьмемо паспорт Ваш"),
        ("🔥 Робота! Fără Taxe, 18-30 ani,\n1500€/lună.", "🔥 Робота! Fără Taxe, 18-30 ani,\n1500€/lună."),
        ("ТОВ «Приклад», e-mail: jobs@example.com", "ТОВ «Приклад», e-mail: jobs@example.com"),
    ],
)
def test_readers_of_meaning_see_what_was_written_but_for_disguised_words(text: str, read: str) -> None:
    found = normalise(text)
    written = as_written(text, found, 0, len(found.text))
    assert written.text == read
    start = written.text.lower().index(word := read.split()[1].lower())
    first, last = written.span(start, start + len(word))
    assert text[first:last].strip(" ,") == text.split()[1].strip(" ,")


@pytest.mark.parametrize(
    "text", ["1500 $", "3к $", "2.5k", "18-30", "+380 00 000 00 00", "anna@gmail.com", "t.me/a_b_c"]
)
def test_numbers_and_addresses_stay(text: str) -> None:
    assert normalise(text).text.replace("к", "k") == text.replace("к", "k")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Запрошуємо на склад. Без передоплат, паспорт залишається у вас.", "upfront_payment"),
        ("Запрошуємо на склад. Без передоплат, паспорт залишається у вас.", "documents_held"),
        ("Запрошуємо на склад. Передоплата не потрібна!", "upfront_payment"),
        ("Набираємо офіціанток, інтим виключено.", "sexual_services"),
        ("Angajăm îngrijitoare, fără taxe pentru candidat, fără avans.", "upfront_payment"),
        ("Angajăm cameriste. Nu reținem actele nimănui.", "documents_held"),
        ("We are hiring packers. No upfront payment, we never keep your passport.", "upfront_payment"),
        ("We are hiring packers. No upfront payment, we never keep your passport.", "documents_held"),
        ("Требуются швеи. Предоплата не нужна, паспорт остаётся у вас.", "upfront_payment"),
        ("Требуются швеи. Штрафов нет, без отработок.", "debt_bondage"),
        ("Пропонуємо роботу. Візьміть паспорт із собою на кордон.", "documents_held"),
    ],
)
def test_what_is_denied_does_not_count(text: str, code: str) -> None:
    assert code not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ніколи не віддавайте паспорт роботодавцю!",
        "Остерігайтесь тих, хто забирає документи і просить передоплату.",
        "Ознаки небезпечної вакансії: забирають паспорт, просять гроші наперед, обіцяють легкі гроші.",
        "Nu dați nimănui pașaportul și nu plătiți în avans.",
        "Feriți-vă de cei care iau pașapoartele și cer bani înainte.",
        "Never hand over your passport and never pay for a visa in advance.",
        "It is a warning sign when a boss keeps passports.",
        "Не отдавайте паспорт работодателю и не платите вперёд.",
    ],
)
def test_advice_is_no_offer(text: str) -> None:
    assert CHECK.check(text).verdict == "not_an_offer"


@pytest.mark.parametrize(
    "text",
    [
        "Чи може роботодавець забрати мій паспорт?",
        "Що таке ескорт і чи це законно?",
        "Poate angajatorul să îmi ia pașaportul?",
        "E legal să plătesc pentru viză?",
        "Can an employer keep my passport?",
        "Is it legal to pay a fee to an agency?",
        "Может ли работодатель забрать паспорт?",
        "Шукаю роботу в Польщі, без досвіду",
        "Caut de lucru în Germania, fără experiență",
        "I am looking for a job in Poland, no experience",
        "Ищу работу в Германии, без языка",
        "Як отримати тимчасовий захист у Румунії?",
        "Де зробити щеплення дитині в Бухаресті?",
        "Câte zile pot sta în Moldova cu pașaport biometric?",
        "Unde găsesc un medic de familie?",
        "How do I extend my residence permit?",
        "I lost my passport, what should I do?",
        "Как восстановить паспорт за границей?",
        "Мій чоловік зник, куди звернутись?",
        "Дякую, до побачення",
        "hello",
        "Bună ziua",
        "",
        "🙂",
    ],
)
def test_an_ordinary_message_is_no_offer(text: str) -> None:
    report = CHECK.check(text)
    assert (report.verdict, report.flags) == ("not_an_offer", ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Мені пропонують роботу в Італії, але паспорт забирають на весь сезон. Це нормально?", "documents_held"),
        ("Mi s-a oferit un job în Dubai ca hostess, e sigur?", "sexual_services"),
        ("They offered me a job and want me to pay 300 euro for the visa, is that ok?", "upfront_payment"),
        ("Сестре предлагают работу в клубе, сидеть с гостями. Что думаете?", "sexual_services"),
    ],
)
def test_a_recounted_offer_counts_though_it_ends_in_a_question(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "ТОВ «Карпати» запрошує кухаря, Чернівці, вул. Головна 12. 22 000 грн на місяць, графік 2/2, договір.",
        "Потрібен столяр на фабрику, Бая-Маре, 4500 лей на місяць, договір до виїзду, українською і румунською.",
        "Набираємо комплектувальників на склад у Лодзі: 30,50 зл/год брутто, 8 годин, вихідні сб, нд.",
        "SC Nord SRL, Botoșani, angajează croitorese: 3200 lei net pe lună, contract, sediul str. Păcii 4.",
        "Căutăm bucătar pentru grădiniță, Iași, program 7-15, salariu 4000 lei, contract de muncă.",
        "Hotel din Brașov angajează recepționer, 3500 lei net, engleză nivel mediu, ture de 8 ore, zile libere.",
        "Nordfish Ltd is hiring packers: £12.21 an hour, 39 hours a week, payslips, contract. www.nordfish.co.uk",
        "We are looking for a nurse in Leipzig: German B2, recognised diploma, 3200 euro a month, contract.",
        "Family in Lyon seeks an au pair: 25 hours a week, own room, 340 a month, contract through an agency.",
        "Требуется повар в кафе, Кишинёв, 12000 лей в месяц, официальное оформление, два через два.",
    ],
)
def test_an_honest_advert_has_no_flags(text: str) -> None:
    report = CHECK.check(text)
    assert (report.verdict, report.flags) == ("none_found", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пропонуємо роботу: 5000$ на місяць, офіціантка", True),
        ("Пропонуємо роботу: 300 євро в день", True),
        ("Пропонуємо роботу: 1500 грн за день", False),
        ("Пропонуємо роботу: 3к $ на місяць, без досвіду", True),
        ("Oferim job: 1000 usd pe seară", True),
        ("Oferim job: 3500 lei pe lună", False),
        ("We offer a job: $200 an hour", True),
        ("We offer a job: 14.50 euro per hour", False),
        ("We offer a job. Deposit 5000 euro.", False),
        ("Предлагаем работу: 60 тысяч евро в месяц", True),
    ],
)
def test_pay_that_is_too_good(text: str, expected: bool) -> None:
    assert ("unrealistic_pay" in codes(text)) is expected


def test_near_codes_are_kept_apart() -> None:
    assert "all_paid" not in codes("Пропонуємо роботу. Квитки оплачуємо, потім відпрацюєш.")
    assert "upfront_payment" not in codes("Заробіток онлайн! Щоб вивести гроші треба внести депозит на рахунок")
    assert codes("Возимо людей до Німеччини, водій збирає паспорти") >= {"documents_held", "unsafe_travel"}
    assert "pay_withheld" not in codes("Запрошуємо медсестер, штраф 8000 євро якщо підеш раніше")
    assert "messenger_only" in codes("Потрібні жінки на роботу в Туреччину +380000000000")
    assert "messenger_only" not in codes("ТОВ «Світ» набирає швачок, вул. Мельника 3, +380000000000")


HOSTILE = [
    "a",
    "(((",
    "🔥",
    "\u200b",
    "\ud800",
    "п а ",
    "паспорт ",
    "1 000 ",
    "@a",
    "&amp;",
    "не ",
    "без паспорт,",
    "і\u0308",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_hostile_input_ends_soon(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    began = time.process_time()
    report = CHECK.check(text)
    assert time.process_time() - began < 1
    assert all(text[flag.start : flag.end] == flag.quote for flag in report.flags)
