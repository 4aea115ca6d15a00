"""The training data: enough of it, nothing in it twice, and every name in Rasa's files known to the program."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from actions.help_near import LEAVE_IT, LEAVE_IT_IN_THE_END
from bot.danger.examples import FILES, patterns
from bot.danger.examples import examples as danger_examples
from bot.danger.levels import Level
from bot.faq.seeds import topics
from bot.intents import ABOUT_THE_SERVICE, NOT_UNDERSTOOD, ROUTES
from bot.offers.examples import KINDS
from bot.offers.judge import Evidence, judge, offer_evidence, sign_evidence
from bot.offers.rules import Rules
from bot.paths import NLU
from bot.replies.respond import NAMED
from bot.web.callbacks import _ACTIONS
from tests.content import all_messages

ROOT = Path(__file__).parent.parent
LANGUAGES = ("uk", "ro", "en", "ru")
FEWEST_PHRASES = 25
FEWEST_DANGERS = 300
UNSIGNED = (
    "danger-seen.yml",
    "danger-tried.yml",
    "danger-twins.yml",
    "danger-short.yml",
    "danger-asked.yml",
    "danger-calm.yml",
    "danger-amid.yml",
)
"""Whose messages tell by what stands beside the danger, or name only the level: no sign is named."""
CONTRACT_ROUTES = {
    "faq",
    "offer_check",
    "human",
    "services",
    "greeting",
    "privacy",
    "language",
    "quiz",
    "smalltalk",
    "out_of_scope",
}
OWN_TO_RASA = {
    "action_listen",
    "action_deactivate_loop",
    "action_restart",
    "action_back",
    "action_session_start",
    "action_default_fallback",
}
SIGNS = {
    "emergency": """violence_now threat_now locked_in followed child_in_danger suicide driven_away weapon
        sexual_violence needs_hiding medical""",
    "exploitation": """documents_held wages_withheld cannot_leave debt_to_work_off forced_services forced_crime
        phone_taken guarded""",
    "concern": """relative_silent travel_soon_strong_flags blackmail_photos friend_exploited threats_past
        controlled_partner child_online_recruiter""",
}
CODES = set(Rules.load().codes)
ALL_SIGNS = {sign for signs in SIGNS.values() for sign in signs.split()}

every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def domain() -> dict[str, Any]:
    return load(ROOT / "domain.yml")


def phrases(language: str) -> Iterator[tuple[str, str]]:
    """Intent and phrase, the FAQ's too; entries about the service count as the intent they are."""
    folder = NLU / language
    for path in [folder / "intents.yml", *sorted((folder / "faq").glob("*.yml"))]:
        for block in load(path)["nlu"]:
            name, _, slug = block["intent"].partition("/")
            for line in block["examples"].splitlines():
                if phrase := line.strip().removeprefix("- ").strip():
                    yield ABOUT_THE_SERVICE.get(slug, name), phrase


def steps() -> Iterator[tuple[str, str]]:
    """Kind and name of every intent, action and form that rules and stories speak of."""
    for path in sorted((ROOT / "stories").glob("*.yml")):
        content = load(path)
        for talk in [*content.get("rules", ()), *content.get("stories", ())]:
            for step in [*talk["steps"], *talk.get("condition", ())]:
                yield from (
                    (kind, str(name))
                    for kind, name in step.items()
                    if kind in ("intent", "action", "active_loop") and name
                )


# Enough, and nothing twice


@every_language
def test_every_intent_is_taught_with_enough_phrases(language: str) -> None:
    count = Counter(intent for intent, _ in phrases(language))
    assert not {intent: count[intent] for intent in domain()["intents"] if count[intent] < FEWEST_PHRASES}
    assert set(count) == set(domain()["intents"])


@every_language
def test_no_phrase_means_two_intents(language: str) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for intent, phrase in phrases(language):
        meant[" ".join(re.findall(r"\w+", phrase.casefold())) or phrase].add(intent)
    assert not {phrase: intents for phrase, intents in meant.items() if len(intents) > 1}


@every_language
def test_no_phrase_stands_twice_in_a_file(language: str) -> None:
    for path in (NLU / language).rglob("*.yml"):
        if path.name == "intents.yml" or path.parent.name == "faq":
            lines = [
                line
                for block in load(path)["nlu"]
                for line in block["examples"].casefold().splitlines()
                if line.strip()
            ]
            assert not [line for line, times in Counter(lines).items() if times > 1], path.name


@every_language
def test_no_phrase_breaks_rasas_format(language: str) -> None:
    """Square brackets mark entities, a slash at the beginning a pressed button, and a line is a phrase."""
    assert not [phrase for _, phrase in phrases(language) if re.search(r"[\[\]{}]|^/", phrase)]
    blocks = [
        block
        for path in (NLU / language).glob("**/*.yml")
        if path.name == "intents.yml" or path.parent.name == "faq"
        for block in load(path)["nlu"]
    ]
    assert not [
        line
        for block in blocks
        for line in block["examples"].splitlines()
        if line.strip() and not line.startswith("- ")
    ]


@every_language
def test_romanian_letters_have_no_cedilla(language: str) -> None:
    for path in (NLU / language).rglob("*.yml"):
        if not path.stem.startswith(("offers", "danger-patterns")):  # patterns may look for cedillas: people type them
            assert not re.search("[ŞşŢţ]", path.read_text(encoding="utf-8")), path.name


def test_every_language_teaches_every_answer() -> None:
    for language in LANGUAGES:
        taught = {
            block["intent"].partition("/")[2]
            for path in (NLU / language / "faq").glob("*.yml")
            for block in load(path)["nlu"]
        }
        assert taught == {topic.slug for topic in topics()}


def test_answers_about_the_service_lead_to_intents_that_exist() -> None:
    assert ABOUT_THE_SERVICE.keys() <= {topic.slug for topic in topics()}
    assert set(ABOUT_THE_SERVICE.values()) <= set(domain()["intents"])


# Names that Rasa and the gateway share


def test_every_intent_has_a_route_and_every_route_an_intent() -> None:
    assert set(ROUTES) == {*domain()["intents"], NOT_UNDERSTOOD}
    assert set(ROUTES.values()) == CONTRACT_ROUTES


def test_everything_rasa_says_has_words() -> None:
    assert set(domain()["responses"]) == set(NAMED)


def test_every_action_of_the_domain_is_run_by_the_gateway() -> None:
    assert sorted(domain()["actions"]) == sorted(action().name() for action in _ACTIONS)


def test_rules_and_stories_name_only_what_the_domain_knows() -> None:
    known = domain()
    actions = {*known["actions"], *known["responses"], *known["forms"], *OWN_TO_RASA}
    for kind, name in steps():
        assert (
            name
            in {"intent": {*known["intents"], "nlu_fallback"}, "action": actions, "active_loop": set(known["forms"])}[
                kind
            ]
        )


def test_every_intent_has_a_rule() -> None:
    ruled = {name for kind, name in steps() if kind == "intent"}
    assert set(domain()["intents"]) <= ruled


def test_everything_a_form_asks_has_words_and_a_slot() -> None:
    for form in domain()["forms"].values():
        for slot in form["required_slots"]:
            assert slot in domain()["slots"]
            assert f"utter_ask_{slot}" in NAMED


def test_forms_are_left_for_intents_that_exist() -> None:
    for slot in domain()["slots"].values():
        for mapping in slot["mappings"]:
            assert set(mapping.get("not_intent", ())) <= set(domain()["intents"])


def test_a_form_can_be_left_for_whatever_does_not_fill_it() -> None:
    """What the offer form does not take as the offer must lead somewhere: a rule leaves the form for it, or begins it anew."""
    not_taken = set(domain()["slots"]["offer_text"]["mappings"][0]["not_intent"])
    assert not_taken == leaving("offer_form")
    assert leaving("help_form") == LEAVE_IT | LEAVE_IT_IN_THE_END


def leaving(form: str) -> set[str]:
    """The intents that a rule leaves a form for."""
    return {
        step["intent"]
        for rule in load(ROOT / "stories/forms.yml")["rules"]
        if {"active_loop": form} in rule.get("condition", [])
        for step in rule["steps"]
        if "intent" in step
    }


# Danger


two_danger_files = pytest.mark.parametrize("name", ["danger.yml", "danger-told.yml"])
every_danger_file = pytest.mark.parametrize("name", [f"{name}.yml" for name in FILES])


@every_language
@two_danger_files
def test_there_are_enough_dangers_of_every_level(language: str, name: str) -> None:
    rows = load(NLU / language / name)
    assert set(rows) == {level.code for level in Level}
    assert sum(map(len, rows.values())) >= FEWEST_DANGERS
    assert min(map(len, rows.values())) >= 45


@every_language
@every_danger_file
def test_signs_are_known_and_belong_to_a_danger(language: str, name: str) -> None:
    for level, sentences in load(NLU / language / name).items():
        for row in sentences:
            signs = set(row.get("signs") or ())
            assert set(row) <= {"text", "signs"}
            assert bool(signs) == (level != "none" and name not in UNSIGNED), row["text"]
            assert signs <= ALL_SIGNS, row["text"]


@every_language
@two_danger_files
def test_what_is_said_outright_has_a_sign_of_its_own_level(language: str, name: str) -> None:
    for level, sentences in load(NLU / language / name).items():
        own = set(SIGNS.get(level, "").split())
        assert [row["text"] for row in sentences if level != "none" and own.isdisjoint(row["signs"])] == []


@every_language
def test_no_danger_stands_twice_or_at_two_levels(language: str) -> None:
    files = [load(NLU / language / f"{name}.yml") for name in FILES]
    texts = [str(row["text"]).casefold().strip() for file in files for rows in file.values() for row in rows]
    assert not [text for text, times in Counter(texts).items() if times > 1]


def test_dangers_load() -> None:
    found = danger_examples()
    assert len(found) >= FEWEST_DANGERS * len(LANGUAGES)
    assert {one.level for one in found} == {level.code for level in Level}


def test_danger_patterns_load_and_name_known_signs() -> None:
    for pattern in patterns():
        assert pattern.sign in ALL_SIGNS
        assert not pattern.expression.search("")
        assert pattern.level > Level.NONE


def test_every_sign_has_a_name_for_counselors() -> None:
    assert {f"staff-sign-{sign.replace('_', '-')}" for sign in ALL_SIGNS} <= set(all_messages("en"))


# Offers


@every_language
def test_whole_offers_mark_their_signs_in_their_own_words(language: str) -> None:
    rows = load(NLU / language / "offer-texts.yml")
    assert len(rows) >= 400
    assert {row["kind"] for row in rows} == set(KINDS)
    for row in rows:
        for code, quotes in [*(row.get("signs") or {}).items(), *(row.get("none") or {}).items()]:
            assert code in CODES, row["text"]
            for quote in [quotes] if isinstance(quotes, str) else quotes:
                assert quote in row["text"], quote
                assert "\n" not in quote, quote


@every_language
def test_no_offer_stands_twice_and_what_offers_nothing_shows_no_sign(language: str) -> None:
    rows = load(NLU / language / "offer-texts.yml")
    assert not [text for text, times in Counter(row["text"] for row in rows).items() if times > 1]
    assert not [row["text"] for row in rows if KINDS[row["kind"]] not in ("offer", "other") and row.get("signs")]


@every_language
def test_every_sign_is_taught_by_sentences_near_misses_and_whole_offers(language: str) -> None:
    sentences = load(NLU / language / "red-flags.yml")
    marked = Counter(code for row in load(NLU / language / "offer-texts.yml") for code in row.get("signs") or {})
    for code in CODES:
        assert len(set(sentences[code]["shows"])) >= 40, code
        assert len(set(sentences[code]["leaves"])) >= 40, code
        assert marked[code] >= 16, code


def test_the_judge_weighs_all_the_evidence_there_is() -> None:
    nothing = np.zeros(len(CODES), np.float32)
    known = Evidence(nothing, nothing, nothing, offered=0.0, offering=0.0, seen=0.0, cue=False, free=False)
    found = judge()
    assert set(found.signs) == {*sign_evidence(known), "line"}
    assert set(found.offer) == {*offer_evidence(known), "start"}
    assert set(found.starts) == CODES
