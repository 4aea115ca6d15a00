"""What an offer means, beyond what patterns list: what kind of text it is, and how likely each part of it shows each sign.

Three readers. A classifier over the vector of the whole text says of what kind it is: most messages need no more. One over the
vectors of its sentences has learnt from `nlu/*/red-flags.yml` (whose sentences say something of their own code only, so the other
codes count little there) and from the sentences of whole texts (`offer-texts.yml`, where every sign is marked). The
network (`network.py`) reads each word among all the others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.heads import Heads, Lessons, learn
from bot.meaning import Vector
from bot.offers.examples import KIND_LABELS, KINDS, OfferText, sentences_of, texts_of
from bot.offers.network import Look, Network
from bot.offers.reading import Reading
from bot.offers.sentences import without_contacts
from bot.romanized import in_own_letters

_BACKGROUND = 0.1
"""How much a single sentence counts for a code that is not its own. Less, and everything shows everything."""
_MOSTLY = 0.5
"""How much of the marked words a piece must hold to show the sign."""

type Vectors = Callable[[list[str]], Vector]


@dataclass(frozen=True)
class Piece:
    """A part of a text that is read by itself: its place in the original, and its words as they are read."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Seen:
    """The readings of one text, as log odds.

    `kinds`: each kind of text. After a closer look: `pieces` × code, each piece; `look`: what the network saw.
    """

    kinds: Vector
    places: Sequence[Piece] = ()
    pieces: Vector | None = None
    look: Look | None = None


@dataclass(frozen=True)
class Meaning:
    """The three readers. `vectors` turns texts into vectors, one a row."""

    sentence: Heads
    whole: Heads
    network: Network
    vectors: Vectors

    @property
    def codes(self) -> tuple[str, ...]:
        """The red flags, in the order of the columns."""
        return self.sentence.labels

    def look(self, text: str, reading: Reading) -> Seen:
        """See what kind of text it is: most messages need no more, and a long one has many pieces."""
        plain = as_read(text, reading)
        return Seen(self.whole.scores([plain], self.vectors([plain]))[0])

    def look_closer(self, seen: Seen, text: str, reading: Reading) -> Seen:
        """Read each piece of a text, and each word. `seen`: what the first look gave."""
        places = pieces_of(text, reading)
        words = [piece.text for piece in places]
        pieces = self.sentence.scores(words, self.vectors(words)) if words else None
        return replace(seen, places=places, pieces=pieces, look=self.network.look(text, reading))


def as_read(text: str, reading: Reading) -> str:
    """A whole text as the readers see it."""
    return without_contacts(reading.as_written(text, 0, len(reading.text)).text)


def pieces_of(text: str, reading: Reading) -> list[Piece]:
    """The parts of a text that are read by themselves."""
    found = []
    for start, end in reading.pieces():
        first, last = reading.found.span(start, end)
        found.append(Piece(first, last, without_contacts(reading.as_written(text, start, end).text)))
    return found


def learn_meaning(
    codes: Sequence[str], read: Callable[[str], Reading], vectors: Vectors, texts: Sequence[OfferText] | None = None
) -> tuple[Heads, Heads]:
    """Train the readers of a sentence and of a text's kind. `read` reads a text; `texts`: all of the data, if not given."""
    texts = list(texts_of()) if texts is None else texts
    readings = [read(text.text) for text in texts]
    shown = [
        (piece, _marked(codes, text, piece))
        for text, reading in zip(texts, readings, strict=True)
        for piece in pieces_of(text.text, reading)
    ]
    words = [piece.text for piece, _ in shown]
    holds = [mark for _, (mark, _) in shown]
    counts = [count for _, (_, count) in shown]
    for sentence in sentences_of():
        own = np.array([code == sentence.code for code in codes])
        words.append(in_own_letters(sentence.text))
        holds.append((own & sentence.shows).astype(np.float32))
        counts.append(np.where(own, 1.0, _BACKGROUND).astype(np.float32))
    sentence_heads = learn(codes, Lessons(words, vectors(words), np.stack(holds), np.stack(counts)))
    plain = [as_read(text.text, reading) for text, reading in zip(texts, readings, strict=True)]
    said = np.array([[label == KINDS[text.kind] for label in KIND_LABELS] for text in texts], np.float32)
    return sentence_heads, learn(KIND_LABELS, Lessons(plain, vectors(plain), said, np.ones_like(said)))


def _marked(codes: Sequence[str], text: OfferText, piece: Piece) -> tuple[Vector, Vector]:
    """Which codes a piece shows, and how much that counts: words cut in two count for neither piece."""
    holds, counts = np.zeros(len(codes), np.float32), np.ones(len(codes), np.float32)
    for code, start, end in text.spans():
        shared = min(end, piece.end) - max(start, piece.start)
        column = codes.index(code)
        if shared >= _MOSTLY * (end - start):
            holds[column], counts[column] = 1, 1
        elif shared > 0 and not holds[column]:
            counts[column] = 0
    return holds, counts
