"""Interface texts: whole, equal in all languages, in their own language, short enough, and promising nothing."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
import yaml
from fluent.syntax import ast

from bot.channels.telegram_updates import COMMANDS
from bot.directory.places import Places
from bot.directory.services import Directory, Hours
from bot.directory.wording import Wording
from bot.faq.seeds import topics
from bot.handoff.abuse import LASTS
from bot.offers.check import Flag, Report
from bot.offers.guided.questions import questions
from bot.offers.registers.known import known
from bot.paths import LOCALES
from bot.quiz.items import NOTHING, SOMETHING
from bot.replies import help_near, menu, offers, person
from bot.replies.guided_result import _CARD
from bot.replies.guided_sent import _LETTER
from bot.replies.voice import Library, Voice
from bot.texts import Texts
from tests import keys
from tests.claims import FORBIDDEN, GENDERED, MAY_SAY_IT, found
from tests.content import (
    LANGUAGES,
    Said,
    all_messages,
    bare,
    categories,
    entries,
    everything,
    fluent_files,
    formatted,
    interface,
    is_plural,
    left_in_another_language,
    messages,
    mixed_words,
    parts,
    profile,
    service_names,
    variants,
    words_of,
)

every_language = pytest.mark.parametrize("language", LANGUAGES)


# Whole, and equal in all languages


@every_language
def test_no_junk(language: str) -> None:
    read = [one for path in fluent_files(language) for one in entries(path)]
    assert not [one.content for one in read if isinstance(one, ast.Junk)]


@every_language
def test_no_key_stands_twice(language: str) -> None:
    found = [one.id.name for path in fluent_files(language) for one in entries(path) if isinstance(one, ast.Message)]
    assert sorted(found) == sorted(set(found))


@every_language
def test_every_language_has_the_same_files_and_keys_in_the_same_order(language: str) -> None:
    own = {path.name: list(messages(path)) for path in fluent_files(language)}
    assert own == {path.name: list(messages(path)) for path in fluent_files("en")}


@every_language
def test_every_text_uses_the_same_variables_as_in_english(language: str) -> None:
    english = {key: parts(message).variables for key, message in all_messages("en").items()}
    assert {key: parts(message).variables for key, message in all_messages(language).items()} == english


@every_language
def test_numbers_are_said_in_all_plural_forms_of_the_language(language: str) -> None:
    wrong = []
    for key, message in all_messages(language).items():
        for select in filter(is_plural, parts(message).selects):
            default = next(one.key for one in select.variants if one.default)
            named = {one for one in variants(select) if not one.isdigit()}  # [0] may have words of its own
            if named != categories(language) or cast("ast.Identifier", default).name != "other":
                wrong.append(f"{key}: {sorted(variants(select))}")
    assert not wrong


@every_language
def test_every_text_can_be_said(language: str) -> None:
    for key in all_messages(language):
        for text, errors in formatted(language, key):
            assert not errors, key
            assert text.strip(), key


# In its own language

NOT_IN_ITS_LANGUAGE = {
    "staff-language-en": "a language calls itself by its own name",
    "staff-language-ro": "a language calls itself by its own name",
    "staff-language-uk": "a language calls itself by its own name",
    "staff-channel-telegram": "a name",
}
SAME_IN_TWO_LANGUAGES = {
    **NOT_IN_ITS_LANGUAGE,
    "staff-author-bot": "the word is the same in English and Romanian",
    "staff-kind-contact": "the word is the same in English and Romanian",
    "web-program": "the word is the same in English and Romanian",
    "zone-berlin": "the city's name is the same",
    "zone-bratislava": "the city's name is the same",
    "zone-sofia": "the city's name is the same",
    "zone-chisinau": "the city's name is the same",
}


@every_language
def test_no_text_is_left_in_another_language(language: str) -> None:
    """Answers: see `test_faq_content.py`. Names of services stay as they are ("Geeks for Democracy")."""
    sentences = [one for one in service_names(language) if one.key.endswith(".what")]
    read = [one for one in [*interface(language), *profile(language), *sentences] if one.key not in NOT_IN_ITS_LANGUAGE]
    assert not [(one, why) for one in read if (why := left_in_another_language(one.text, language))]


def test_no_text_was_copied_from_another_language() -> None:
    read = {code: {one.key: one.text for one in [*interface(code), *profile(code)]} for code in LANGUAGES}
    copied = {
        key
        for language in LANGUAGES
        for other in LANGUAGES
        for key, text in read[language].items()
        if language < other and read[other].get(key) == text and len("".join(words_of(text))) > 3
    }
    assert copied - SAME_IN_TWO_LANGUAGES.keys() == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "What you write is stored encrypted, and a counselor reads it."),
        ("uk", "Что вы напишете, хранится зашифрованным, и это читают только вы."),
        ("ro", "What you write is stored encrypted, and a counselor reads it."),
        ("ro", "Меню"),
        ("en", "Ce scrieți se păstrează criptat, iar un consilier citește."),
    ],
)
def test_a_text_left_in_another_language_is_noticed(language: str, text: str) -> None:
    assert left_in_another_language(text, language)


@every_language
def test_no_word_mixes_two_alphabets(language: str) -> None:
    assert not [f"{one.where}: {words}" for one in everything(language) if (words := mixed_words(one.text))]
    assert mixed_words("прaвда") == ["прaвда"]  # with a Latin a


def test_no_latin_letter_stands_for_a_ukrainian_word() -> None:
    alone = re.compile(r"(?<![\w’'/.-])[AaBCcEeHIiKMOoPpTXxy](?![\w’'/.-])")
    assert not [f"{one.where}: {hit[0]}" for one in everything("uk") if (hit := alone.search(bare(one.text)))]
    assert alone.search("хліб i сіль")  # with a Latin i


def test_ukrainian_words_have_the_right_apostrophe() -> None:
    assert not [one.where for one in everything("uk") if re.search(r"\w['ʼ`]\w", bare(one.text))]


def test_ukrainian_writes_you_small_inside_a_sentence() -> None:
    capital = re.compile(r"(?<=[\w,;—–] )(?:Ви|Вас|Вам|Вами|Ваш\w*)\b|(?<=\()Ви\b")
    assert not [f"{one.where}: {hit[0]}" for one in everything("uk") if (hit := capital.search(one.text))]


def test_romanian_has_comma_below_and_no_cedilla() -> None:
    assert not [one.where for one in everything("ro") if re.search("[ŞşŢţ]", one.text)]


# Who reads it may be anybody


@every_language
def test_no_text_takes_the_reader_for_a_man_or_a_woman(language: str) -> None:
    assert not found(GENDERED[language], everything(language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Я загубив(ла) паспорт"),
        ("uk", "Якщо ви зараз готовий говорити"),
        ("uk", "Якщо ви вже написала нам"),
        ("uk", "Я зрозумів"),
        ("ro", "Nu sunteți sigură de asta"),
        ("ro", "pot ieși singur(ă)"),
        ("en", "Dear Sir"),
    ],
)
def test_a_gendered_text_is_noticed(language: str, text: str) -> None:
    assert found(GENDERED[language], [Said(language, "here", text)])


# What is never claimed


@every_language
def test_nothing_is_promised_and_nobody_is_labelled(language: str) -> None:
    read = [one for one in everything(language) if f"{language} {one.key}" not in MAY_SAY_IT]
    assert not found(FORBIDDEN[language], read)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You are a victim of trafficking."),
        ("en", "No signs were found, so this is safe."),
        ("en", "Don’t worry, you are safe now."),
        ("en", "We guarantee an answer."),
        ("uk", "Ви жертва торгівлі людьми."),
        ("uk", "Ознак немає, отже, це безпечно."),
        ("uk", "Тепер ви в безпеці."),
        ("uk", "Гарантуємо допомогу."),
        ("ro", "Sunteți o victimă a traficului."),
        ("ro", "Fără semne: oferta este sigură."),
        ("ro", "Sunteți în siguranță."),
        ("ro", "Vă garantăm un răspuns."),
    ],
)
def test_a_forbidden_claim_is_noticed(language: str, text: str) -> None:
    assert found(FORBIDDEN[language], [Said(language, "here", text)])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Is this safe? If it is safe to call, call."),
        ("uk", "Чи це безпечно?"),
        ("ro", "Nu e vina dumneavoastră."),
    ],
)
def test_questions_and_comfort_are_not_claims(language: str, text: str) -> None:
    assert not found(FORBIDDEN[language], [Said(language, "here", text)])


# Short enough

LONGEST_LABEL = 32
LONGEST_TEXT = 900
LONGEST_LINE = 120
LABELS = ("button-", "group-", "need-", "place-")


@every_language
def test_labels_of_buttons_fit_a_phone(language: str) -> None:
    labels = {one.key: one.text for one in interface(language) if one.key.startswith(LABELS) and one.key != "need-ask"}
    labels |= {button.label: button.label for row in menu.country_rows(_voice(language), "inform") for button in row}
    assert len(labels) > 40
    assert not {key: text for key, text in labels.items() if len(text) > LONGEST_LABEL}


@every_language
def test_texts_are_short(language: str) -> None:
    read = [one for one in interface(language) if "/interface.ftl " in one.where]
    assert not {one.key: len(one.text) for one in read if len(one.text) > LONGEST_TEXT}


@every_language
def test_what_services_do_is_said_in_one_line(language: str) -> None:
    said = [one for one in service_names(language) if one.key.endswith(".what")]
    assert not {one.key: len(one.text) for one in said if len(one.text) > LONGEST_LINE}


@every_language
def test_a_bold_mark_is_closed(language: str) -> None:
    assert not [one.where for one in everything(language) if one.text.count("**") % 2]


# What the code says, and what is there to say

KINDS = "photo voice file location contact sticker other empty too-large not-passed-on"
PROBLEMS = "no-text damaged too-large too-long locked scan busy not-fetched"
FAMILIES = {
    "flag-": {
        f"flag-{one['code'].replace('_', '-')}{tail}"
        for one in yaml.safe_load((keys.ROOT / "bot/offers/codes.yml").read_text(encoding="utf-8"))
        for tail in ("", "-why")
    },
    "group-": {f"group-{one.group}" for one in topics()},
    "need-": {f"need-{need}" for need in help_near.NEEDS},
    "not-read-": {"not-read-country", "not-read-need"},
    "button-feel-": {f"button-feel-{how}" for how in person.FEELINGS},
    "restraint-": {f"restraint-{kind}" for kind in LASTS},
    "restraint-held-": {f"restraint-held-{kind}" for kind in LASTS},
    "kind-": {f"kind-{kind}" for kind in KINDS.split()},
    "quiz-ask-": {f"quiz-ask-{kind}" for kind in ("sign", "doubt", "next")},
    "quiz-right-": {f"quiz-right-{number}" for number in range(1, 5)},
    "quiz-other-": {f"quiz-other-{number}" for number in range(1, 5)},
    "quiz-result-": {f"quiz-result-{how}" for how in ("all", "most", "some")},
    "button-quiz-": {f"button-quiz-{choice}" for choice in (SOMETHING, NOTHING)},
    "register-name-": {f"register-name-{code}" for code in known()},
    "picture-": {f"picture-{problem}" for problem in PROBLEMS.split()},
    "guided-ask-": {f"guided-ask-{code}" for code in questions()},
    "guided-check-": {f"guided-check-{code}" for code in questions() if code != "age"},
    "guided-about-": {f"guided-about-{code}" for code in questions()},
    "guided-letter-": {f"guided-letter-{one}" for one in _LETTER},
    "guided-card-": {f"guided-card-{one}" for one in _CARD},
    "button-guided-": {f"button-guided-{one.code}-{answer}" for one in questions().values() for answer in one.shows},
    "web-sent-": {f"web-sent-{kind}" for kind in ("photo", "voice", "file")},
}
"""Texts that the code names by their beginning and a code from the data: each has to be there, and no other."""
OPEN_FAMILIES = ("hours-", "zone-", "offer-verdict-")
"""Families of which more may be there than the data needs today; what it needs is tested below."""
BUTTONS = "button-"
"""Not a family: `Voice.button` adds it to every label, and the labels are found where it is called."""


def test_every_text_that_the_code_says_is_there() -> None:
    there = set(all_messages("en"))
    assert len(uses := keys.uses()) > 150
    assert not [one for one in uses if not one.family and one.key not in there]
    assert not [one for one in uses if one.family and not any(key.startswith(one.key) for key in there)]


def test_every_family_of_the_bots_texts_is_known_here() -> None:
    families = {one.key for one in keys.uses() if one.family and not one.key.startswith("staff-")}
    assert families == {*FAMILIES, *OPEN_FAMILIES, BUTTONS}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_family_is_there(family: str) -> None:
    assert FAMILIES[family] <= set(all_messages("en"))


def test_every_text_is_said_somewhere() -> None:
    exact = {one.key for one in keys.uses() if not one.family} | keys.literals()
    beginnings = tuple({one.key for one in keys.uses() if one.family} - {BUTTONS, *FAMILIES})
    members = set().union(*FAMILIES.values())
    assert not [key for key in all_messages("en") if key not in exact | members and not key.startswith(beginnings)]


@every_language
def test_hours_and_time_zones_of_all_services_can_be_said(language: str) -> None:
    wording = Wording(Directory(), Texts())
    for service in wording.directory.services.values():
        if service.hours:
            for closed in (False, True):
                assert wording.line(language, service, moment=_when(service.hours, closed=closed))
            assert f"zone-{service.hours.zone.key.rpartition('/')[2].lower()}" in all_messages(language)


def _when(hours: Hours, *, closed: bool) -> datetime:
    moments = (datetime(2026, 11, 16, tzinfo=UTC) + timedelta(hours=hour) for hour in range(7 * 24))
    return next(moment for moment in moments if hours.open_at(moment) is not closed)


@every_language
@pytest.mark.parametrize("verdict", ["high", "caution", "none_found", "not_an_offer"])
def test_every_verdict_on_an_offer_has_its_words(language: str, verdict: str) -> None:
    flags = [Flag("documents_held", "strong", 0, 3, "abc")] if verdict in ("high", "caution") else []
    assert offers.said(_voice(language), Report(verdict, flags))


def _voice(language: str) -> Voice:
    texts = Texts()
    unused = cast("Any", None)
    return Voice(Library(texts, Wording(Directory(), texts), Places(), unused, unused, unused, unused), language)


# What Telegram shows of the bot

LIMITS = {"name": 64, "short_description": 120, "description": 512}
LONGEST_COMMAND = 60
"""Telegram allows 256; on a phone one line is read."""


@every_language
def test_the_bots_profile_keeps_within_telegrams_limits(language: str) -> None:
    shown = yaml.safe_load((LOCALES / language / "botprofile.yml").read_text(encoding="utf-8"))
    assert {*shown} == {*LIMITS, "commands"}
    assert not {part: len(shown[part]) for part, most in LIMITS.items() if not 0 < len(shown[part]) <= most}
    assert not {name: len(text) for name, text in shown["commands"].items() if not 0 < len(text) <= LONGEST_COMMAND}


@every_language
def test_the_bots_commands_are_those_it_obeys(language: str) -> None:
    shown = yaml.safe_load((LOCALES / language / "botprofile.yml").read_text(encoding="utf-8"))["commands"]
    assert list(shown) == list(COMMANDS)
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in shown)
