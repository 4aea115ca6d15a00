"""One reading of a text: which flags its words raise, which of them stand, and whether it offers anything."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.offers.clauses import Parts, sentences
from bot.offers.normalise import Normalised, as_written
from bot.offers.pay import Pay
from bot.offers.rules import Rule, Rules
from bot.offers.sentences import pieces

_DENIAL_BEFORE, _DENIAL_BEFORE_DENIAL, _DENIAL_AFTER = 24, 9, 16
_ENOUGH_WEAK_CUES = 2


@dataclass(frozen=True)
class Hit:
    """Where a rule's words stand in the normalised text."""

    code: str
    start: int
    end: int
    rule: Rule | None = None


class Reading:
    """Reads once; answers `signs` and `offers`."""

    def __init__(self, found: Normalised, rules: Rules, pay: Pay) -> None:
        self.found = found
        self.rules = rules
        self.text = sentences(found.text)
        self.parts = Parts(self.text)
        self.hits: dict[str, list[Hit]] = defaultdict(list)
        for rule, match in rules.matches(self.text):
            self.hits[rule.code].append(Hit(rule.code, match.start(), match.end(), rule))
        self.hits["unrealistic_pay"] += [Hit("unrealistic_pay", s.start, s.end) for s in pay.too_good(self.text)]
        self._covered = self._taken_by_signs()
        self._cancelled = {code: self._sentences_with(code) for code in ("_advice", "_question", "_seeking")}

    def signs(self) -> list[Hit]:
        """The flags that stand, first appearance first, one for a code."""
        standing = [hit for code in self.rules.codes for hit in self.hits[code] if self._stands(hit)]
        standing += self._bare_contact(standing)
        first: dict[str, Hit] = {}
        for hit in sorted(standing, key=lambda hit: (hit.start, -hit.end)):
            if not self._yields(hit, standing):
                first.setdefault(hit.code, hit)
        return list(first.values())

    def offers(self, signs: int) -> bool:
        """Whether the text offers something. `signs`: how many grave flags stand; several are a cue."""
        cues = [hit for hit in self.hits["_offer"] if self._is_cue(hit)]
        if any(hit.rule and not hit.rule.weak for hit in cues):
            return True
        if self.hits["_seeking"] or self.hits["_question"]:
            return False
        kinds = {id(hit.rule) for hit in cues}
        asks = self.found.text.rstrip(" \n").endswith("?")
        return len(kinds) + min(signs, 2) >= _ENOUGH_WEAK_CUES + asks and (bool(kinds) or signs > 1)

    def may_offer(self) -> bool:
        """Whether nothing says that the text offers nothing: no advice, no general question, nobody looking for work."""
        return not any(self.hits[kind] for kind in ("_seeking", "_question", "_advice"))

    def pieces(self, *, every: bool = False) -> list[tuple[int, int]]:
        """Start and end of the parts of the normalised text that are read by themselves, or of `every` part."""
        return pieces(self.text, self.parts.clauses, every=every)

    def as_written(self, text: str, start: int, end: int) -> Normalised:
        """A part of the normalised text as it was written in `text`, disguised words as they are read."""
        return as_written(text, self.found, start, end)

    def _is_advice_or_question(self, at: int) -> bool:
        sentence = self.parts.sentence(at)[0]
        return sentence in self._cancelled["_advice"] or sentence in self._cancelled["_question"]

    def _is_cue(self, hit: Hit) -> bool:
        sentence = self.parts.sentence(hit.start)[0]
        return sentence not in self._cancelled["_advice"] and sentence not in self._cancelled["_seeking"]

    def _stands(self, hit: Hit) -> bool:
        if self._is_advice_or_question(hit.start):
            return False
        return not any(self._denies(cue, hit) for cue in self.hits["_denial"])

    def _denies(self, cue: Hit, hit: Hit) -> bool:
        """Whether a cue inside or beside it, in the same clause and no part of another flag, denies it."""
        if cue.rule is None or cue.start in self._covered:
            return False
        if hit.start <= cue.start < hit.end:
            return hit.rule is not None and cue.rule.where == "before"
        if cue.rule.where == "before":
            reach = _DENIAL_BEFORE_DENIAL if hit.rule and hit.rule.denying else _DENIAL_BEFORE
            near = 0 <= hit.start - cue.end <= reach
        else:
            near = 0 <= cue.start - hit.end <= _DENIAL_AFTER
        return near and self.parts.clause(cue.start)[0] == self.parts.clause(hit.start)[0]

    def _yields(self, hit: Hit, others: list[Hit]) -> bool:
        code = self.rules.codes[hit.code]
        part = self.parts.sentence if code.scope == "sentence" else self.parts.clause
        here = part(hit.start)
        return any(other.code in code.yields_to and part(other.start) == here for other in others)

    def _bare_contact(self, standing: list[Hit]) -> list[Hit]:
        """A number or handle in a text that names no firm, address or site."""
        if self.hits["_firm"] or any(hit.code == "messenger_only" for hit in standing):
            return []
        return [Hit("messenger_only", hit.start, hit.end) for hit in self.hits["_contact"][:1]]

    def _sentences_with(self, code: str) -> set[int]:
        return {self.parts.sentence(hit.start)[0] for hit in self.hits[code]}

    def _taken_by_signs(self) -> set[int]:
        hits: Iterator[Hit] = (hit for code in self.rules.codes for hit in self.hits[code])
        return {place for hit in hits if hit.rule and hit.rule.denying for place in range(hit.start, hit.end)}
