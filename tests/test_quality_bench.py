"""The quality bench gives the right figures where the answers are known: made-up sets, and a canned `hotline analyze`."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tools.bench_quality import errors_file, measure, wanted
from tools.quality import language, page, talk
from tools.quality.bench import Bench, Wording
from tools.quality.figures import Findings, macro_f1, wilson
from tools.quality.matrix import picture
from tools.quality.measures import MEASURES, Line
from tools.quality.sets import LEVELS, Sets

type Answer = Mapping[str, Any]

_HEARD = {"Слово": "uk", "Cuvânt": "ro", "слово": "uk"}
_ROUTES = {
    "a vacancy": ("offer_check", "high"),
    "an idle offer": ("offer_check", "not_an_offer"),
    "a verse": ("faq", ""),
}


def canned(text: str, more: Sequence[str] = ()) -> Answer:
    """Levels, routes and slugs stand in the made-up messages as `key=value`; `more`: slugs that were added."""
    said = dict(part.split("=") for part in text.split() if "=" in part)
    route, verdict = _ROUTES.get(text, (said.get("route", "faq"), "not_an_offer"))
    slugs = [slug for slug in said.get("faq", "").split(",") if slug]
    return {
        "language": {"code": _HEARD.get(text, "ro")},
        "danger": {"level": said.get("level", "none"), "signs": []},
        "route": {"name": route, "confidence": 1.0},
        "faq": [{"slug": slug, "score": 0.9} for slug in slugs if not slug.startswith("new") or slug in more],
        "offer": {"verdict": verdict, "flags": []},
    }


class Fresh:
    """A reader that counts what it holds."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Answer:
        self.asked.append(text)
        return canned(text)

    def memory(self) -> int:
        return 100 + len(self.asked) // 100


@pytest.fixture
def stage(tmp_path: Path) -> Callable[..., Findings]:
    """Writes sets and measures them with the canned reader."""
    added: list[Sequence[Wording]] = []
    fresh = Fresh()

    @contextmanager
    def read_with(wordings: Sequence[Wording]) -> Iterator[Callable[[str], Answer]]:
        added.append(wordings)
        yield lambda text: canned(text, [slug for slug, _, _, _ in wordings])

    @contextmanager
    def once() -> Iterator[Fresh]:
        yield fresh

    def run(name: str, sets: Mapping[str, Sequence[Any]]) -> Findings:
        for place, lines in sets.items():
            path = tmp_path / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines))
        return measure(Bench(Sets(tmp_path), canned, read_with, once), [name])

    run.added = added  # type: ignore[attr-defined]  # what was put into the store
    run.fresh = fresh  # type: ignore[attr-defined]
    return run


def counts(findings: Findings, measure: str, language: str = "all") -> tuple[int | None, int]:
    figure = findings.of(measure, language)
    assert figure, f"{measure} was not measured"
    return figure.right, figure.total


def test_wilson_intervals_are_those_of_the_books() -> None:
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, table I
    with pytest.raises(ValueError, match="nothing"):
        wilson(0, 0)


def test_macro_f1_is_the_mean_of_the_labels() -> None:
    pairs = [("emergency", "emergency"), ("emergency", "none"), ("none", "none"), ("concern", "concern")]
    assert macro_f1(pairs, LEVELS) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_short_texts_by_language(stage: Callable[..., Findings]) -> None:
    found = stage("language", {"public/uk/words.txt": ["Слово", "інше"], "public/ru/words.txt": ["слово"]})
    assert [counts(found, "words", code) for code in ("all", "uk", "ru")] == [(1, 3), (1, 2), (0, 1)]
    assert found.of("sentences", "uk") is None


def test_talks_remember_and_russian_is_answered_in_ukrainian(stage: Callable[..., Findings]) -> None:
    talk_in_uk = [("ok", "uk"), ("Добрий день, маю питання про паспорт", "uk"), ("ok", "uk"), ("ok", "en")]
    turns = [{"text": text, "reply": reply} for text, reply in talk_in_uk]
    found = stage("language", {"uk/conversations.jsonl": [{"turns": turns}, {"turns": turns[:1]}]})
    assert counts(found, "conversations") == (4, 5)
    assert counts(found, "whole_conversations") == (1, 2)
    russian = ["Здравствуйте, я потерял паспорт в другой стране", "ok"]
    assert language.answered(russian, "uk") == ["uk", "uk"]


def test_route_with_its_matrix(stage: Callable[..., Findings]) -> None:
    rows = [{"text": "route=human", "route": "human"}, {"text": "route=quiz", "route": "human"}]
    found = stage("route", {"ro/route.jsonl": rows})
    assert counts(found, "route", "ro") == (1, 2)
    assert found.confusions["route", "all"] == [("human", "human"), ("human", "quiz")]
    assert [error["row"] for error in found.errors] == rows[1:]


def test_danger_counts_finds_and_false_alarms(stage: Callable[..., Findings]) -> None:
    said = [
        *[("emergency", level) for level in ("emergency", "exploitation", "concern")],
        *[("none", level) for level in ("none", "none", "concern", "emergency")],
        ("exploitation", "exploitation"),
    ]
    found = stage("danger", {"en/danger.jsonl": [{"text": f"level={got}", "level": want} for want, got in said]})
    assert counts(found, "emergency_found") == (2, 3)
    assert counts(found, "exploitation_found") == (1, 1)
    assert counts(found, "none_to_emergency") == (1, 4)
    assert counts(found, "none_raised") == (2, 4)
    assert found.of("danger_f1", "en").value == pytest.approx(macro_f1(said, LEVELS))


def test_answers_first_and_among_three(stage: Callable[..., Findings]) -> None:
    texts = ["faq=lost-passport", "faq=x,y,lost-passport", "faq=x,y,z,lost-passport", "nothing"]
    found = stage("faq", {"en/faq.jsonl": [{"text": text, "slug": "lost-passport"} for text in texts]})
    assert [counts(found, name) for name in ("faq_first", "faq_three", "faq_empty")] == [(1, 4), (2, 4), (1, 4)]
    assert not found.notes


def test_a_slug_that_does_not_exist_is_noticed(stage: Callable[..., Findings]) -> None:
    found = stage("faq", {"en/faq.jsonl": [{"text": "secret words", "slug": "no-such-entry"}]})
    assert len(found.notes) == 1
    assert "secret" not in found.notes[0]


def test_what_is_not_for_us_gets_no_pretended_answer(stage: Callable[..., Findings]) -> None:
    pretended = ["route=services", "a vacancy", "route=faq faq=x"]
    honest = ["a verse", "an idle offer", "route=smalltalk faq=x", "route=out_of_scope"]
    found = stage("out_of_scope", {"en/out_of_scope.jsonl": [{"text": text} for text in pretended + honest]})
    assert counts(found, "out_of_scope") == (len(honest), 7)


def test_new_entries_come_eight_at_a_time_and_then_in_one_language(stage: Callable[..., Findings]) -> None:
    words = {"uk": "…", "ro": "…", "en": "…"}
    entries = [{"slug": f"new{place}", "question": words, "answer": words} for place in range(9)]
    texts = {place: f"faq=new{place}" for place in range(9)} | {3: "faq=x,new3", 8: "nothing"}
    queries = [{"slug": f"new{place}", "language": code, "text": texts[place]} for place in range(9) for code in words]
    found = stage("new", {"new/entries.jsonl": entries, "new/queries.jsonl": queries})
    assert [len(wordings) for wordings in stage.added] == [24, 3, 8, 1]
    assert [code for _, code, _, _ in stage.added[2][:4]] == ["uk", "ro", "en", "uk"]
    assert [counts(found, name) for name in ("new_first", "new_three")] == [(21, 27), (24, 27)]
    # Never asked in the language in which the entry was written: new0, new3 and new6 are in Ukrainian.
    assert [counts(found, "cross_first", code) for code in ("all", "uk", "ro")] == [(14, 18), (5, 6), (4, 6)]


def test_several_questions_and_follow_up(stage: Callable[..., Findings], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk, "slugs_answered", lambda text, _: text.split())
    monkeypatch.setattr(talk, "follow_up", lambda before, _text, _: before or None)
    rows = [("a b", "ab"), ("a b c", "ab"), ("a", "ab"), ("a", "a"), ("b", "a"), ("a b", "a")]
    found = stage("several", {"uk/several.jsonl": [{"text": text, "slugs": list(slugs)} for text, slugs in rows]})
    shares = [counts(found, name) for name in ("several_all", "several_exactly", "story_once", "story_right")]
    assert shares == [(2, 3), (1, 3), (2, 3), (1, 3)]
    follow = [{"before": before, "text": "?", "slug": "lost-passport"} for before in ("lost-passport", "")]
    assert counts(stage("follow_up", {"uk/follow_up.jsonl": follow}), "follow_up") == (1, 2)


def test_what_cannot_be_measured_yet_is_said(stage: Callable[..., Findings], monkeypatch: pytest.MonkeyPatch) -> None:
    def empty(*_: str) -> list[str]:
        raise NotImplementedError

    monkeypatch.setattr(talk, "slugs_answered", empty)
    found = stage("several", {"uk/several.jsonl": [{"text": "a", "slugs": ["a"]}]})
    assert not found.figures
    assert "not measured yet" in found.notes[0]


def test_speed_reads_every_message_as_a_new_one(stage: Callable[..., Findings]) -> None:
    found = stage("speed", {"uk/faq.jsonl": [{"text": f"text {place}", "slug": "lost-passport"} for place in range(3)]})
    assert len(set(stage.fresh.asked)) == len(stage.fresh.asked) == 2000
    assert [found.of(f"memory_{number}", "all").value for number in (200, 2000)] == [102, 120]
    assert "120 MB after 2,000: constant" in page.measured(found)


def test_the_page_keeps_what_stands_around_the_markers(stage: Callable[..., Findings], tmp_path: Path) -> None:
    path = tmp_path / "docs" / "quality.md"
    path.parent.mkdir()
    path.write_text(f"# Mine\n\n{page.BEGIN}\nold\n{page.END}\n\n## Mine too\n")
    rows = [{"text": "route=human", "route": "human"}]
    page.write(path, stage("route", {"ro/route.jsonl": rows}))
    text = path.read_text()
    assert text.startswith(f"# Mine\n\n{page.BEGIN}\nMeasured on ")
    assert text.endswith(f"{page.END}\n\n## Mine too\n")
    assert "| route | ≥ 95 | ✓ 100.0 | ✓ 100.0 |" in text
    assert "| route | ro | 1 of 1 | 100.0 | 20.7 to 100.0 |" in text
    assert "old" not in text
    assert {one.name for one in path.parent.glob("*.svg")} == {"quality-route.svg", "quality-route-ro.svg"}
    assert page.keep_around("# Mine\n", "new") == f"# Mine\n\n{page.BEGIN}\nnew\n{page.END}\n"


def test_a_matrix_is_a_picture_with_text() -> None:
    svg = picture("Danger <all>", [("none", "none"), ("none", "concern")], LEVELS)
    drawn = ET.fromstring(svg)  # noqa: S314  # our own picture
    texts = [one.text for one in drawn.iter() if one.tag.endswith("}text")]
    assert texts.count("1") == 2
    assert {"Danger <all>", "none (2)", "emergency (0)"} <= set(texts)


def test_targets_and_limits() -> None:
    assert Line("route", "", 95).reached(0.95)
    assert not Line("route", "", 95).reached(0.9499)
    assert Line("none_to_emergency", "", 3, most=True).reached(0.03)
    assert not Line("none_to_emergency", "", 3, most=True).reached(0.031)


def test_only_a_whole_run_over_the_sealed_sets_writes_the_page(tmp_path: Path) -> None:
    assert wanted(["--sets", str(tmp_path), "--only", "danger, faq"]).names == ["danger", "faq"]
    assert wanted(["--sets", str(tmp_path)]).page is None
    assert wanted(["--sets", str(tmp_path)]).names == list(MEASURES)
    assert errors_file(tmp_path).name == f"quality-errors-{tmp_path.name}.jsonl"
    with pytest.raises(SystemExit):
        wanted(["--sets", str(tmp_path), "--only", "dangr"])
