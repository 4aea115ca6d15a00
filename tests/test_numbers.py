"""Every phone number that the bot shows comes from the directory: none stands anywhere else.

A wrong digit can send somebody in danger to a stranger, and a number that changes must change in one place.
"""

import re
from pathlib import Path

import pytest

from bot.directory.wording import Wording
from bot.faq.seeds import wordings
from bot.paths import LOCALES
from bot.texts import Texts
from tests.content import LANGUAGES, PLACEHOLDER, bare, everything
from tests.phones import (
    DIRECTORY,
    NUMBERS,
    ROOT,
    SHORT,
    files,
    is_ours,
    phone_numbers,
    readable,
    short_numbers,
    without_directory_numbers,
)

SCANNED = ("locales", "bot", "actions", "nlu", "stories", "docs", "README.md")


_EXAMPLE = re.compile(r"1 ?2 ?3 ?4 ?5 ?6 ?7$")
"""In tests: a number as people make one up, for texts that the bot reads and never says."""

_NO_PHONES = frozenset(["12345678", "1234567890", "7654321", "00595842", "29990101", "99999999", "00380442841915"])
"""In tests, without gaps: tax numbers and dates that cannot exist, the size of a page in a PDF, a number of the directory
with 00 before it.
"""

_PAY_AND_HOURS = re.compile(r"[1-9]")
"""In offers that the check learns from: sums and hours ("3800-4600") begin like this, telephone numbers with 0 or +."""


# The rule


@pytest.mark.parametrize("root", SCANNED)
def test_no_phone_number_stands_outside_the_directory(root: str) -> None:
    assert not [
        f"{path.relative_to(ROOT)}: {number}"
        for path in files(root)
        for number in phone_numbers(readable(path))
        if path.name != "offer-texts.yml" or not _PAY_AND_HOURS.match(number)
    ]


def test_tests_use_numbers_of_the_directory_or_impossible_ones() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {number}"
        for path in files("tests")
        if path != Path(__file__)  # its planted samples
        for number in phone_numbers(without_directory_numbers(readable(path)))
        if not is_ours(number) and not _EXAMPLE.search(number) and re.sub(r"\D", "", number) not in _NO_PHONES
    }
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_short_number_stands_in_what_people_read(language: str) -> None:
    lines = [
        (path, bare(line))
        for path in files(f"locales/{language}")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert len(lines) > 1000
    assert not [f"{path.relative_to(LOCALES)}: {line}" for path, line in lines if short_numbers(line)]


def test_no_number_of_the_directory_stands_elsewhere_in_another_spelling() -> None:
    """Nothing in the texts has the digits of a number, whatever the gaps between them."""
    ours = {re.sub(r"\D", "", number)[-7:] for number in NUMBERS} - {re.sub(r"\D", "", number)[-7:] for number in SHORT}
    for language in LANGUAGES:
        for one in everything(language):
            digits = re.sub(r"(?<=\d)\D{1,3}(?=\d)", "", PLACEHOLDER.sub(" x x ", one.text))
            assert not [number for number in ours if number in digits], one.where


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_show_only_numbers_of_the_directory(language: str) -> None:
    wording = Wording(DIRECTORY, Texts())
    shown = [wording.fill(language, answer) for code, _, _, answer in wordings() if code == language]
    shown += [wording.line(language, service) for service in DIRECTORY.services.values()]
    assert sum(without_directory_numbers(text) != text for text in shown) > 100
    assert not [text for text in shown if phone_numbers(without_directory_numbers(text))]


# The scanner itself


@pytest.mark.parametrize(
    "planted",
    [
        "Call 0 800 800 678 now",
        "+40 21 313 31 00",
        "tel:+40213133100",
        "(0757 749 845)",
        "(044) 284-19-15",
        "022.254.998",
        "08000 116 016",
        "00 800 6 7 8 9 10 11",
        "0\u00a0800\u00a0500\u00a0335",
        "0\u2011800\u2011500\u2011335",
        "+380671234567,",
        "22 628 01 20",
        "Подзвоніть на 0800 213 103.",
        "sunați la 021/345/67/89",
        "**+373 22 23 33 09**",
        "(2025) 0 800 77 777",
    ],
)
def test_a_planted_number_is_found(planted: str) -> None:
    assert phone_numbers(planted)


@pytest.mark.parametrize(
    "harmless",
    [
        "checked_on: 2026-11-22",
        "22.11.2026",
        "2026-11-22T10:00:00+02:00",
        "Law 156/2000 and law 196 2016",
        "in 2024-2026",
        "1 200 000 lei",
        "2 000 леїв",
        "1800-2200 євро",
        "+380 00 000 00 00",
        "0700 000 000",
        "42:TEST-token-of-nobody",
        "CVE-2024-49375",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "08:00–16:00, 10:00-20:00",
        "50/20, 24/7, 18-22, 0.45",
        "719, 292, 660, 720",
        "99999999999999999999999",
    ],
)
def test_what_only_looks_like_a_number_is_left(harmless: str) -> None:
    assert phone_numbers(harmless) == []


@pytest.mark.parametrize(
    "planted",
    ["Call 112.", "Телефонуйте 527!", "15-47 або 1547", "la 116 111", "116123", "numărul 119", "(1522)", "102, 112"],
)
def test_a_planted_short_number_is_found(planted: str) -> None:
    assert short_numbers(planted)


@pytest.mark.parametrize(
    "harmless", ["Law 112/2020", "527.org", "119 lei", "1120", "§112", "OUG 15/2022", "у 1022 році", "2.110 euro"]
)
def test_what_only_looks_like_a_short_number_is_left(harmless: str) -> None:
    assert short_numbers(harmless) == []


def test_a_number_planted_in_a_file_is_found(tmp_path: Path) -> None:
    for name, content in {
        "a.ftl": "call = 0 800 800 678",
        "b.py": 'CALL = "0 800 800 678"',
        "c.py": "# 0 800 800 678",
        "d.py": 'f"{x} 0 800 800 678"',
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert phone_numbers(readable(tmp_path / name)), name


def test_the_directory_has_numbers_to_look_for() -> None:
    assert {"112", "527", "15-47", "116 111", "102", "119", "1522"} <= SHORT
    assert len(NUMBERS) > 90
