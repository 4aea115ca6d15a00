"""Countries and cities in what people write: "in Iași", "у Варшаві"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from bot.plain import bare

_DATA = Path(__file__).with_name("countries.yml")
_WORD = re.compile(r"[\w’'-]+")
_LONGEST = 5
_NOT = r"\b(?:{0})\s+(?:(?:{1})\s+)?(?=(\w+))"
_NEARBY = 24
"""Characters after "I am in" in which a place is looked for."""


class Places:
    """Knows which country a text names."""

    def __init__(self, data: Path = _DATA) -> None:
        content = yaml.safe_load(data.read_text(encoding="utf-8"))
        self.services: Mapping[str, Mapping[str, str]] = content["countries"]
        self.default: Mapping[str, str] = content["default"]
        self.elsewhere: Sequence[str] = content["elsewhere"]
        self._eu = frozenset(content["eu"])
        self._cues = re.compile(rf"\b(?:{'|'.join(re.escape(bare(cue)) for cue in content['here'])})\s")
        self._origins = [bare(words).split() for words in content["from"]]
        self._not = re.compile(_NOT.format("|".join(content["not"]), "|".join(content["between"])), re.IGNORECASE)
        entries = [*content["names"], *content["cities"]]
        self._countries: dict[str, str] = {bare(name): entry["country"] for entry in entries for name in entry["names"]}

    def country_in(self, text: str, known: str | None = None) -> str | None:
        """The country that a text names first (itself or by a city), sooner another than that it comes from; None if it names none.

        `known`: where they are as far as is known; where they come from says nothing against it.
        """
        named = list(self._named(text))
        origin = known or (named[0][0] if named else None)
        return next((country for country, is_origin in named if not is_origin), origin if named else None)

    def countries_in(self, text: str) -> list[str]:
        """All countries that a text names (themselves or by cities), each once, in its order."""
        return list(dict.fromkeys(country for country, _ in self._named(text)))

    def _named(self, text: str) -> Iterator[tuple[str, bool]]:
        """The countries of all places, and whether each is where somebody comes from ("from Ukraine, Chernivtsi" names it twice)."""
        read = text[:2000]
        denied = {match.start(1) for match in self._not.finditer(read)}
        found = list(_WORD.finditer(read))
        words = [bare(match[0]) for match in found]
        origins = 0  # where the last place that somebody comes from ended
        for start in range(len(words)):
            for length in range(_LONGEST, 0, -1):
                country = self._countries.get(" ".join(words[start : start + length]))
                if country and found[start].start() not in denied:
                    if is_origin := self._is_origin(words, start) or 0 < start == origins:
                        origins = start + length
                    yield country, is_origin
                    break

    def _is_origin(self, words: Sequence[str], start: int) -> bool:
        """Whether the writer says to come from the place at `start`; some names begin with the preposition ("я із Сум")."""
        return any(
            list(words[max(0, end - len(before)) : end]) == before
            for before in self._origins
            for end in (start, start + 1)
        )

    def whereabouts(self, text: str) -> str | None:
        """The country in which the writer says to be ("I am in Iași"); a country that is only named is not enough."""
        words = bare(text[:2000])
        places = (self.country_in(words[cue.end() : cue.end() + _NEARBY]) for cue in self._cues.finditer(words))
        return next(filter(None, places), None)

    def service(self, country: str | None, kind: str) -> str | None:
        """The id of the service for a need in a country; the EU-wide one where it holds and the country has none of its own."""
        own = self.services.get(country or "", {}).get(kind)
        return own or (self.default.get(kind) if self.is_shared(country) else None)

    def is_shared(self, country: str | None) -> bool:
        """Whether the EU-wide services hold: in the EU, and where nobody knows the country."""
        return country is None or country == "EU" or country in self._eu
