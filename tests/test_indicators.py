"""The indicators, what they add up to, and the sheet."""

import io

import pytest
from pypdf import PdfReader

from bot.cases import indicators
from bot.cases.sheet_pdf import draw
from bot.hotline import Hotline
from bot.storage.base import now
from tests.case_stage import (
    case_of,
    house,
)
from tests.content import LANGUAGES
from tests.staff_stage import TEXTS, Arrive, Browser, app, arrives
from tests.staff_stage import house as bare_house
from tests.test_storage import keys, storage

STAGE = (app, arrives, bare_house, house, keys, storage)  # fixtures, which pytest finds by these names


def test_the_lists_have_as_many_indicators_as_the_ilo_says() -> None:
    for which, count in (("adult", 67), ("child", 65)):
        assert sum(which in one.weights for part in indicators.load() for one in part.indicators) == count
    assert [len(part.indicators) for part in indicators.load()] == [10, 10, 16, 9, 15, 7]


@pytest.mark.parametrize(
    ("which", "codes", "positive"),
    [
        ("adult", ["documents"], False),
        ("adult", ["documents", "debt"], True),
        ("adult", ["documents", "expose"], True),
        ("adult", ["crime", "lie"], False),
        ("adult", ["crime", "lie", "worse"], True),
        ("adult", ["crime", "lie", "expose"], True),
        ("child", ["crime"], False),
        ("child", ["crime", "lie"], True),
        ("adult", [], False),
    ],
)
def test_a_dimension_adds_up_by_the_rule(which: str, codes: list[str], positive: bool) -> None:
    assert indicators.outcome(which, {"ilo_coercion": codes}).positive["ilo_coercion"] is positive


_D, _C, _V = (
    {"ilo_deceptive_recruitment": ["job", "wages"]},
    {"ilo_coercive_recruitment": ["violence", "debt"]},
    {"ilo_vulnerability_recruitment": ["economic", "family", "personal"]},
)
_E, _H = {"ilo_exploitation": ["hours", "low_pay"]}, {"ilo_coercion": ["documents", "debt"]}


@pytest.mark.parametrize(
    ("which", "confirmed", "result"),
    [
        ("adult", {}, "none"),
        ("adult", _E, "labour"),
        ("adult", _D | _E, "deceived"),
        ("adult", _D | _E | _H, "trafficking"),
        ("adult", _C | _E | _H, "trafficking"),
        ("adult", _V | _E | _H, "trafficking"),
        ("adult", _C | _E, "between"),
        ("adult", _E | _H, "between"),
        ("adult", _D, "between"),
        ("child", _E, "child"),
        ("child", _D | _H, "between"),
        ("child", {}, "none"),
    ],
)
def test_the_dimensions_add_up_as_the_table_says(which: str, confirmed: dict[str, list[str]], result: str) -> None:
    assert indicators.outcome(which, confirmed).result == result


async def sheet_of(house: Hotline, olena: Browser, language: str, **fields: str) -> str:
    _, case = await case_of(house, olena)
    for scope in ("keep", "share"):
        await olena.presses(f"/cases/{case}/consent", scope=scope, basis="in_talk")
    await olena.presses(f"/cases/{case}/identity", prs_FirstName="Ґанна-Țvetelina")
    for item, value in (("ilo_coercive_recruitment", "documents"), ("ilo_coercion", "documents")):
        await olena.presses(f"/cases/{case}/decide", item=item, value=value, take="yes")
    answer = await olena.presses(f"/cases/{case}/sheet", language=language, **fields)
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.content)).pages).split())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_sheet_says_in_every_language_what_was_confirmed_and_where(
    house: Hotline, arrives: Arrive, language: str
) -> None:
    written = await sheet_of(house, await arrives(), language)
    for key in ("staff-sheet", "staff-sheet-hint", "staff-ilo-documents", "staff-ilo-result-none"):
        assert TEXTS.say(language, key) in written
    assert "Паспорт здати координатору" in written
    assert TEXTS.say(language, "staff-ilo-wages") not in written.replace(TEXTS.say(language, "staff-sheet-hint"), "")
    assert "Ґанна" not in written


async def test_the_sheet_names_the_person_only_if_that_is_wanted(house: Hotline, arrives: Arrive) -> None:
    assert "Ґанна-Țvetelina" in await sheet_of(house, await arrives(), "ro", named="yes")


def test_emoji_and_hostile_words_do_not_break_the_sheet() -> None:
    from bot.cases.indicators import outcome
    from bot.cases.sheet import Part, Seen, Sheet

    words = "😀 \ud83d \0 שלום مرحبا " + "безкінечнеслово" * 40
    parts = [Part(one.code, False, [Seen(i.code, "weak", words) for i in one.indicators]) for one in indicators.load()]
    content = draw(Sheet(1, now().date(), parts, outcome("adult", {})), TEXTS, "uk")
    assert len(PdfReader(io.BytesIO(content)).pages) > 2
