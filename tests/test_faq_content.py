"""The answers that come with the program: complete, equal in all languages, and honest about what is not sure."""

import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from bot.directory.services import Directory
from bot.faq.seeds import Topic, phrases, topics, wordings
from bot.reply import press
from tests.content import LANGUAGES, PLACEHOLDER, answers, left_in_another_language

HEARD = ("uk", "ro", "en", "ru")
TOPICS = {topic.slug: topic for topic in topics()}
WORDS: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
for _language, _slug, _question, _answer in wordings():
    WORDS[_slug][_language] = (_question, _answer)

SERVICES = Directory().services
LONGEST_QUESTION = 70
ANSWER_LENGTHS = range(120, 901)
MOST_BYTES_OF_A_BUTTON = 64

every_topic = pytest.mark.parametrize("slug", sorted(TOPICS))
every_language = pytest.mark.parametrize("language", LANGUAGES)


def of_status(*facts: str) -> list[str]:
    """The entries whose facts are known so well."""
    return [slug for slug, topic in TOPICS.items() if topic.facts in facts]


# Complete


def test_all_98_questions_are_there_once() -> None:
    assert sorted(topic.number for topic in topics()) == list(range(1, 99))
    assert len(TOPICS) == 98


@every_language
def test_every_entry_has_words_in_every_language_and_group(language: str) -> None:
    where = {(path_and_key.partition(".")[0]) for path_and_key in (one.where for one in answers(language))}
    assert {slug for slug, words in WORDS.items() if language in words} == set(TOPICS)
    for topic in TOPICS.values():
        assert f"{language}/faq/{topic.group}" in where


@every_topic
def test_facts_and_sources_are_named(slug: str) -> None:
    topic = TOPICS[slug]
    assert topic.facts in ("verified", "partly", "unverified")
    assert topic.sources or topic.facts == "unverified"
    assert all(source["name"].strip() for source in topic.sources)
    assert topic.checked_on <= date.fromisoformat("2026-12-31")


@every_topic
def test_related_entries_exist_and_are_others(slug: str) -> None:
    related = TOPICS[slug].related
    assert set(related) <= TOPICS.keys() - {slug}
    assert len(related) == len(set(related)) <= 3


@every_topic
def test_buttons_of_an_entry_fit_into_telegrams_64_bytes(slug: str) -> None:
    for intent in ("faq", "thanks", "not_helpful"):
        assert len(press(intent, slug=slug).encode()) <= MOST_BYTES_OF_A_BUTTON


# Words


@every_topic
@every_language
def test_questions_and_answers_are_short_and_not_too_short(slug: str, language: str) -> None:
    question, answer = WORDS[slug][language]
    assert 8 <= len(question) <= LONGEST_QUESTION
    assert len(answer) in ANSWER_LENGTHS


@every_language
def test_no_two_entries_ask_the_same(language: str) -> None:
    count = Counter(words[language][0].casefold() for words in WORDS.values())
    assert not [question for question, times in count.items() if times > 1]


@every_topic
def test_answers_name_the_same_services_in_all_languages(slug: str) -> None:
    named = {language: Counter(PLACEHOLDER.findall(answer)) for language, (_, answer) in WORDS[slug].items()}
    assert named["uk"] == named["ro"] == named["en"]
    for kind, service in named["en"]:
        assert kind in ("phone", "service")
        assert service in SERVICES


@every_topic
@every_language
def test_answers_have_no_other_brackets_and_no_markup(slug: str, language: str) -> None:
    question, answer = WORDS[slug][language]
    assert not re.search(r"[{}]", PLACEHOLDER.sub("", f"{question} {answer}"))
    assert not re.search(r"\*\*|__|^#|</?\w+>|\]\(", answer, re.MULTILINE)


NAMES_OF_OTHER_LANGUAGES = {
    "en romania-medical-care.question": "half of its few letters are “medical care in Romania”",
}


@every_language
def test_no_answer_is_left_in_another_language(language: str) -> None:
    read = [one for one in answers(language) if f"{language} {one.key}" not in NAMES_OF_OTHER_LANGUAGES]
    assert not [(one, why) for one in read if (why := left_in_another_language(one.text, language))]


@every_topic
def test_every_language_has_words_of_its_own(slug: str) -> None:
    said = [part for words in WORDS[slug].values() for part in words]
    assert len(said) == len(set(said)) == 2 * len(LANGUAGES)


@every_topic
def test_the_same_digits_stand_in_all_languages(slug: str) -> None:
    """Sums, dates and years are facts: a digit that differs is a mistake in one of the languages."""
    found = {language: _numbers(answer) for language, (_, answer) in WORDS[slug].items()}
    assert found["uk"] == found["en"], "uk and en"
    assert found["ro"] == found["en"], "ro and en"


def _numbers(answer: str) -> set[str]:
    plain = PLACEHOLDER.sub("", answer)
    plain = re.sub(r"(?<=\d)[  .,](?=\d{3}\b)", "", plain)  # 2 000, 2.000 and 2,000
    return set(re.findall(r"\d+", plain))


# Honest about what is not sure

ENDS = {
    date(2027, 3, 4): {"en": r"\b4 March 2027|March 4, 2027", "uk": r"\b4 березня 2027", "ro": r"\b4 martie 2027"},
    date(2027, 3, 1): {"en": r"\b1 March 2027|March 1, 2027", "uk": r"\b1 березня 2027", "ro": r"\b1 martie 2027"},
}
"""Temporary protection ends then, in the EU and in Moldova; such an answer is not true afterwards."""
A_PERSON = {
    "en": r"counselor|“Talk to a person”",
    "uk": r"консультант|«Поговорити з людиною»",
    "ro": r"consilier|„Vorbesc cu un om”",
}
HEDGES = {
    "en": (
        r"according to|\breports? |reported|no (?:single|full|confirmed)|\bconfirmed answer",
        r"could not check|may have changed|\bdescribe[ds]|inspector says|\badvised?\b|dopomoha\.ro gave",
    ),
    "uk": (
        r"за даними|за (?:\w+ )*(?:повідомленн|поясненн|роз’ясненн|порадами)|повідомля|підтверджен",
        r"(?:міг|могли) змінитися|не перевір|опис(?:ув|у[єю]|аний)|офіційного опису|каже|рад(?:ять|ив)|преса",
    ),
    "ro": (
        r"potrivit|relat|confirmat|se (?:pot|poate) schimba|nu am putut verifica",
        r"descri|sfătui|inspector de muncă spune",
    ),
}
ABOUT_OURSELVES = {"delete-this-chat": "what the hotline itself does is no report of others"}


@every_topic
def test_an_answer_that_names_the_end_of_protection_expires(slug: str) -> None:
    said = {language: answer for language, (_, answer) in WORDS[slug].items()}
    ends = {end for end, words in ENDS.items() for language in said if re.search(words[language], said[language])}
    if ends:
        assert TOPICS[slug].expires == min(ends)


def test_the_end_of_protection_is_named_by_some_answer() -> None:
    for words in ENDS.values():
        for language, pattern in words.items():
            assert any(re.search(pattern, said[language][1]) for said in WORDS.values())


@pytest.mark.parametrize("slug", of_status("unverified"))
@every_language
def test_an_unverified_answer_offers_a_person(slug: str, language: str) -> None:
    assert re.search(A_PERSON[language], WORDS[slug][language][1])


@pytest.mark.parametrize("slug", [slug for slug in of_status("partly") if slug not in ABOUT_OURSELVES])
@every_language
def test_a_partly_sure_answer_says_so(slug: str, language: str) -> None:
    assert _hedges(language, WORDS[slug][language][1])


def _hedges(language: str, answer: str) -> bool:
    return bool(re.search("|".join(HEDGES[language]), answer, re.IGNORECASE))


def test_hedges_are_not_words_of_every_answer() -> None:
    for language in HEDGES:
        sure = [WORDS[slug][language][1] for slug in of_status("verified")]
        assert sum(_hedges(language, answer) for answer in sure) < len(sure) / 2


@pytest.mark.parametrize(("earlier", "later"), [("2027-03-03", "2027-03-04")])
def test_an_expired_answer_is_known_as_such(earlier: str, later: str) -> None:
    expires = _topic("protection-duration-eu").expires
    assert expires is not None
    assert date.fromisoformat(earlier) < expires <= date.fromisoformat(later)


def _topic(slug: str) -> Topic:
    return TOPICS[slug]


# How people ask

FEWEST_PHRASES = 6


@pytest.mark.parametrize("language", HEARD)
def test_every_entry_is_asked_for_in_several_ways(language: str) -> None:
    count = Counter(slug for code, slug, _ in phrases() if code == language)
    assert not {slug: count[slug] for slug in TOPICS if count[slug] < FEWEST_PHRASES}
    assert set(count) == set(TOPICS)


@pytest.mark.parametrize("language", HEARD)
def test_no_phrase_asks_for_two_entries(language: str) -> None:
    asked: dict[str, set[str]] = defaultdict(set)
    for code, slug, phrase in phrases():
        if code == language:
            asked[" ".join(re.findall(r"\w+", phrase.casefold()))].add(slug)
    assert not {phrase: slugs for phrase, slugs in asked.items() if len(slugs) > 1}


@pytest.mark.parametrize("language", HEARD)
def test_no_phrase_breaks_rasas_format(language: str) -> None:
    said = [phrase for code, _, phrase in phrases() if code == language]
    assert not [phrase for phrase in said if re.search(r"[\[\]{}]|^/", phrase)]
