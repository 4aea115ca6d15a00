"""One message at a time: where it goes, how grave it is, which answer fits, and what is not for us."""

from collections.abc import Callable, Mapping
from typing import Any

from tools.quality.bench import Bench
from tools.quality.sets import LANGUAGES, LEVELS, Row

type Answer = Mapping[str, Any]
type Read = list[tuple[str, Row, Answer]]
"""Language, line of the set, and what `hotline analyze` said."""

_GRAVE = ("emergency", "exploitation")


def route(bench: Bench) -> None:
    """Accuracy of the route."""
    read = _read(bench, "route")
    said = [(code, (row["route"], answer["route"]["name"])) for code, row, answer in read]
    bench.findings.shares("route", ((code, want == got) for code, (want, got) in said))
    bench.findings.confusion("route", said)
    _keep_errors(bench, "route", read, lambda row, answer: row["route"] == answer["route"]["name"])


def danger(bench: Bench) -> None:
    """Emergencies and exploitation found, false alarms, macro F1 of the four levels."""
    read, findings = _read(bench, "danger"), bench.findings
    said = [(code, (row["level"], answer["danger"]["level"])) for code, row, answer in read]
    findings.shares("emergency_found", ((code, got in _GRAVE) for code, (want, got) in said if want == "emergency"))
    findings.shares(
        "exploitation_found", ((code, got in _GRAVE) for code, (want, got) in said if want == "exploitation")
    )
    hard = [(code, got) for code, (want, got) in said if want == "none"]
    findings.shares("none_to_emergency", ((code, got == "emergency") for code, got in hard))
    findings.shares("none_raised", ((code, got != "none") for code, got in hard))
    findings.macro_f1("danger_f1", said, LEVELS)
    findings.confusion("danger", said)
    _keep_errors(bench, "danger", read, lambda row, answer: row["level"] == answer["danger"]["level"])


def faq(bench: Bench) -> None:
    """The right entry first, among the first three, and how often nothing is found."""
    read = _read(bench, "faq")
    slugs = [(code, row["slug"], first(answer)) for code, row, answer in read]
    bench.findings.shares("faq_first", ((code, want in got[:1]) for code, want, got in slugs))
    bench.findings.shares("faq_three", ((code, want in got[:3]) for code, want, got in slugs))
    bench.findings.shares("faq_empty", ((code, not got) for code, _, got in slugs))
    _keep_errors(bench, "faq", read, lambda row, answer: row["slug"] in first(answer)[:1])


def out_of_scope(bench: Bench) -> None:
    """Messages that are not for us, to which no answer is pretended."""
    read = _read(bench, "out_of_scope")
    bench.findings.shares("out_of_scope", ((code, not pretends(answer)) for code, _, answer in read))
    _keep_errors(bench, "out_of_scope", read, lambda _, answer: not pretends(answer))


def pretends(answer: Answer) -> bool:
    """Whether something would be said as if it answered: an entry, the verdict on an offer, a place to go to."""
    name = answer["route"]["name"]
    entry = name == "faq" and bool(answer["faq"])
    verdict = name == "offer_check" and answer["offer"]["verdict"] != "not_an_offer"
    return entry or verdict or name == "services"


def first(answer: Answer) -> list[str]:
    """The entries found, best first."""
    return [hit["slug"] for hit in answer["faq"]]


def _read(bench: Bench, name: str) -> Read:
    return [(code, row, bench.read(row["text"])) for code in LANGUAGES for row in bench.sets.rows(code, name)]


def _keep_errors(bench: Bench, name: str, read: Read, is_right: Callable[[Row, Answer], bool]) -> None:
    for code, row, answer in read:
        if not is_right(row, answer):
            said = {part: answer[part] for part in ("danger", "route", "faq")}
            bench.findings.wrong(name, code, row, said)
