"""The measures by the names of `--only`, and what each figure is called and has to reach."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.quality import entries, language, messages, offer_speed, offers, speed, talks
from tools.quality.bench import Bench

MEASURES: Mapping[str, Callable[[Bench], None]] = {
    "language": language.measure,
    "route": messages.route,
    "danger": messages.danger,
    "faq": messages.faq,
    "out_of_scope": messages.out_of_scope,
    "new": entries.measure,
    "several": talks.several,
    "follow_up": talks.follow_up,
    "offers": offers.measure,
    "speed": speed.measure,
    "offer_speed": offer_speed.measure,
}


@dataclass(frozen=True)
class Line:
    """A line of the table. `target`: percent, or empty. `most`: the target is a limit that must not be passed."""

    measure: str
    what: str
    target: float | None = None
    most: bool = False

    def reached(self, value: float) -> bool:
        """Whether a share (0 to 1) meets the target."""
        percent = round(100 * value, 6)
        return self.target is None or (percent <= self.target if self.most else percent >= self.target)


LINES = (
    Line("conversations", "language of the reply, in conversations", 99.5),
    Line("whole_conversations", "conversations with every reply in the right language"),
    Line("sentences", "language of a sentence", 99.8),
    Line("pairs", "language of two words", 98.8),
    Line("words", "language of one word", 93),
    Line("route", "route", 95),
    Line("emergency_found", "emergencies found (as emergency or exploitation)", 98),
    Line("exploitation_found", "exploitation found (as exploitation or emergency)"),
    Line("none_to_emergency", "hard “none” raised to emergency", 3, most=True),
    Line("none_raised", "hard “none” raised to anything"),
    Line("danger_f1", "danger: macro F1 of four levels", 88),
    Line("faq_first", "answer: right entry first", 90),
    Line("faq_three", "answer: right entry among the first three", 97),
    Line("faq_empty", "answer: nothing found"),
    Line("new_first", "entry added a minute ago: first", 80),
    Line("new_three", "entry added a minute ago: among the first three", 92),
    Line("cross_first", "entry that exists in one other language only: first"),
    Line("cross_three", "entry that exists in one other language only: among the first three", 85),
    Line("out_of_scope", "not for us: no answer is pretended", 95),
    Line("several_all", "several questions: all answered"),
    Line("several_exactly", "several questions: all answered, and nothing else"),
    Line("story_once", "a story with one question: answered once"),
    Line("story_right", "a story with one question: answered once, and rightly"),
    Line("follow_up", "follow-up question: right entry"),
    Line("offer_f1", "offers: flags, micro-F1", 88),
    Line("offer_verdict", "offers: verdict", 93),
    Line("offer_false_alarm", "legitimate offers, advice, denials, questions: wrongly flagged", 5, most=True),
    Line("offer_f1_disguised", "offers in disguise: flags, micro-F1"),
)
