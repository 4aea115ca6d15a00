"""Which entries a message with several questions asks for: the cut of it that is answered best."""

from collections.abc import Callable, Mapping, Sequence

from bot.calibration import FaqCalibration
from bot.faq.parts import Part
from bot.faq.search import Hit

Find = Callable[[str], Sequence[Hit]]


def best_answered(parts: Sequence[Part], find: Find, whole: Sequence[Hit], rule: FaqCalibration) -> list[str]:
    """The entries asked for, in the order of the message, each once.

    Of all ways to choose parts that do not overlap, the one whose answers are likeliest, each above what a part must reach.
    `find` looks a text up; `whole` are the entries near the whole message: a part says little by itself ("and the dog?").
    """
    about = {hit.slug: rule.together * hit.score for hit in whole}
    best: list[tuple[float, list[str]]] = [(0.0, [])]  # what the first pieces give, and the entries that give it
    for end in range(1, max((part.end for part in parts), default=0) + 1):
        ways = [best[-1]]
        for part in (part for part in parts if part.end == end):
            gain, slug = _answer(part, find(part.text), about, rule)
            before, slugs = best[part.start]
            if gain > 0:
                ways.append((before + gain, [*slugs, slug]))
        best.append(max(ways, key=lambda way: way[0]))
    return list(dict.fromkeys(best[-1][1]))


def _answer(part: Part, hits: Sequence[Hit], about: Mapping[str, float], rule: FaqCalibration) -> tuple[float, str]:
    """By how much the best answer of a part is above what it must reach, and the answer."""
    score, slug = max(((hit.score + about.get(hit.slug, 0.0), hit.slug) for hit in hits), default=(0.0, ""))
    return score - (rule.several if part.asks else rule.unasked), slug
