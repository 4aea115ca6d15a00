"""The whole story in a real browser: from a first message to a case record, with two counselors.

In every language, on SQLite and PostgreSQL. Rasa is not there: the program answers alone.
"""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.sync_api import expect

from tests.browser import browser
from tests.handoff_stage import empty_database
from tests.program import Program
from tests.story_stage import PATIENCE, Counselor, Person, claim_at_once, written
from tests.web import StaffMember

pytestmark = pytest.mark.browser
START = 300  # seconds, on a machine that does much else; usually it takes a few


@dataclass(frozen=True)
class Words:
    """What people write of their own in the story. `told`: papers are withheld, and nothing worse."""

    told: str
    asked: str
    where: str
    heard: str
    note: str
    handed: str


STORY = {
    "uk": Words(
        told="Начальник тримає мої документи, поки сезон не скінчиться",
        asked="Де ви зараз живете?",
        where="у вагончику біля теплиць",
        heard="Дякую, це важливо знати.",
        note="голос пригнічений, говорити про борг",
        handed="знає цей район краще",
    ),
    "ro": Words(
        told="Șeful ține pașaportul meu până la sfârșitul sezonului",
        asked="Unde locuiți acum?",
        where="într-o rulotă lângă sere",
        heard="Mulțumesc, e important de știut.",
        note="pare speriată, de vorbit despre datorie",
        handed="cunoaște mai bine zona",
    ),
    "en": Words(
        told="The boss took my passport and keeps it until the season ends",
        asked="Where do you live now?",
        where="in a caravan beside the greenhouses",
        heard="Thank you, that is good to know.",
        note="sounds low, come back to the debt",
        handed="knows this region better",
    ),
}


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
async def program(
    request: pytest.FixtureRequest, models: object, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Program]:
    """The program on a fresh database."""
    folder = tmp_path_factory.mktemp("story")
    async with empty_database(request.param, folder) as storage:
        address = storage.engine.url.render_as_string(hide_password=False)
        program = Program(folder, models, DATABASE_URL=address)
        try:
            program.start(wait=False).wait(lambda: program.health() is not None, START)
            yield program
        finally:
            program.stop()


@pytest.fixture(scope="module")
def admin(program: Program) -> Iterator[StaffMember]:
    with StaffMember(program).welcomed(program.admin_link()) as ada:
        yield ada


@pytest.mark.parametrize("language", STORY)
def test_the_whole_story(program: Program, admin: StaffMember, chromium: str, language: str) -> None:
    words = STORY[language]
    links = {name: admin.makes_account(name, language) for name in (f"olena-{language}", f"ihor-{language}")}
    with browser(chromium) as chrome:
        both = [Counselor(chrome, language, name, link) for name, link in links.items()]
        person = Person(chrome, language, program.public)

        asks_for_a_person(person, words)
        first, second = both_claim(both, person, words)
        they_talk(first, person, words)
        first.notes(words.note)
        hands_over(first, second, person, words)
        can_no_longer_write(first, person, words)
        talk = closes(second, person)
        keeps_a_case(second, talk, words)
        the_program_answers_again(person, second, talk)

        everything = person.everything()
        assert everything.count(words.told) >= 2, "on the page, and for scripts"
        assert words.note not in everything
        assert words.handed not in everything
    assert person.troubles == []
    assert [one for one in first.troubles + second.troubles if not re.search("status of (409|403)", one)] == []


def asks_for_a_person(person: Person, words: Words) -> None:
    person.writes(words.told)
    person.presses("button-human")
    person.sees("#log button", person.text("button-leave-queue"))


def both_claim(both: list[Counselor], person: Person, words: Words) -> tuple[Counselor, Counselor]:
    """Both see the line without reloading, and claim it at once: one has it, the other learns who."""
    for one in both:
        one.opens(words.told)
        one.sees("#talk-title", one.text("staff-rank-2"))
    first, second = claim_at_once(*both)
    expect(second.page.get_by_role("alert")).to_have_text(second.text("staff-refused-claimed", name=first.name))
    person.hears("system", person.text("counselor-joined"))
    return first, second


def they_talk(first: Counselor, person: Person, words: Words) -> None:
    """Each reads the other without reloading, and a reply to one message stays one, both ways."""
    first.writes(words.asked)
    person.hears("counselor", words.asked)
    person.answers(words.asked, words.where)
    expect(first.sees("#story .person", words.where).locator("blockquote")).to_have_text(words.asked)
    first.answers(words.where, words.heard)
    expect(person.hears("counselor", words.heard).locator("blockquote")).to_have_text(words.where)
    person.hears("counselor", first.puts_in("begin", "i-am-here"))
    first.sees("#story .delivery.sent", first.text("staff-delivery-sent"))


def hands_over(first: Counselor, second: Counselor, person: Person, words: Words) -> None:
    """The colleague sees the offer without reloading, accepts it, and finds what only counselors read."""
    second.page.get_by_role("link", name=second.text("staff-back"), exact=True).click()
    first.offers_to(second, words.handed)
    second.sees("#offers .entry", second.text("staff-console-offered-by", name=first.name))
    second.sees("#offers .entry", words.handed)
    second.page.locator("#offers button.main").click()
    second.sees("#reply-text")
    second.sees("#story .note", words.note)
    second.sees("#story .note", words.handed)
    second.sees("#story .person", words.told)
    person.hears("system", person.text("counselor-changed"))


def can_no_longer_write(first: Counselor, person: Person, words: Words) -> None:
    """Whoever handed the talk on is told so, and what they still write is not sent."""
    late = words.heard[::-1]
    first.sees("#moved", first.text("staff-moved"))
    first.writes(late)
    first.sees("#story .unsent", first.text("staff-refused-not-claimed"))
    first.page.reload()
    expect(first.page.get_by_role("alert")).to_have_text(first.text("staff-refused-talk"))
    assert late not in person.everything()


def closes(second: Counselor, person: Person) -> str:
    """The talk is closed with the form, and the person says how they feel. Returns the talk's address."""
    talk = second.page.url.partition("#")[0]
    second.key("x")
    second.page.get_by_label(second.text("staff-closing-kind-exploitation"), exact=True).check()
    second.presses("staff-close-yes", "#close")
    second.sees("#mine-title")
    second.sees_no("#mine .entry")
    person.hears("system", person.text("counselor-closed"))
    person.presses("button-feel-worse")
    person.hears("bot", person.text("feel-thanks-worse"))
    return talk


def keeps_a_case(second: Counselor, talk: str, words: Words) -> None:
    """The record is opened from the closed chat; what the talk shows is proposed in the person's words, and confirmed."""
    item, value = (
        second.text(f"staff-case-{key}") for key in ("item-vic-MethodsOfControl", "value-WithholdsDocuments")
    )
    second.page.goto(talk)
    second.presses("staff-case-open")
    expect(second.sees("#proposals .account", value).locator("blockquote")).to_have_text(words.told)
    take = f"{second.text('staff-case-take')}: {item}, {value}"
    second.page.get_by_role("button", name=take, exact=True).click()
    second.sees_no("#proposals .account", value)
    kept = second.page.locator("input[name=vic_MethodsOfControl][value=WithholdsDocuments]")
    expect(kept).to_be_checked(timeout=PATIENCE)


def the_program_answers_again(person: Person, second: Counselor, talk: str) -> None:
    """A new message begins a new talk, with the program; the counselors hear nothing of it."""
    entry = written(person.language, "faq/protection")["protection-apply-romania"]
    person.writes(entry["question"])
    person.hears("bot", entry["answer"].splitlines()[0])
    second.page.goto(talk)
    second.sees("#story .system", second.text("counselor-closed"))
    second.sees_no("#story .line", entry["question"])
    second.sees_no("#lists .entry", entry["question"])
