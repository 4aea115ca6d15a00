"""Several questions in one message, and questions that need the one before them."""

from tools.quality import talk
from tools.quality.bench import Bench
from tools.quality.sets import LANGUAGES

_NOT_YET = "is not measured yet: its function in `tools/quality/talk.py` is still empty."


def several(bench: Bench) -> None:
    """All questions answered where there are several; one answer where a story holds one question."""
    try:
        said = [
            (code, row, talk.slugs_answered(row["text"], code))
            for code in LANGUAGES
            for row in bench.sets.rows(code, "several")
        ]
    except NotImplementedError:
        bench.findings.notes.append(f"Several questions in one message {_NOT_YET}")
        return
    many = [(code, set(row["slugs"]), got) for code, row, got in said if len(row["slugs"]) > 1]
    one = [(code, row["slugs"], got) for code, row, got in said if len(row["slugs"]) == 1]
    bench.findings.shares("several_all", ((code, want <= set(got)) for code, want, got in many))
    bench.findings.shares("several_exactly", ((code, want == set(got)) for code, want, got in many))
    bench.findings.shares("story_once", ((code, len(got) == 1) for code, _, got in one))
    bench.findings.shares("story_right", ((code, want == got) for code, want, got in one))
    for code, row, got in said:
        if set(row["slugs"]) != set(got):
            bench.findings.wrong("several", code, row, got)


def follow_up(bench: Bench) -> None:
    """The right entry for a question that only the one before makes clear."""
    rows = [(code, row) for code in LANGUAGES for row in bench.sets.rows(code, "follow_up")]
    try:
        said = [(code, row, talk.follow_up(row["before"], row["text"], code)) for code, row in rows]
    except NotImplementedError:
        bench.findings.notes.append(f"Following up {_NOT_YET}")
        return
    bench.findings.shares("follow_up", ((code, row["slug"] == got) for code, row, got in said))
    for code, row, got in said:
        if row["slug"] != got:
            bench.findings.wrong("follow_up", code, row, got)
