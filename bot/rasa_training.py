"""Rasa's model: trained when its inputs changed, and only then."""

import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from bot.encoder.tuned import ensure_encoder, vector_store
from bot.intents import examples
from bot.meaning import Embedder
from bot.paths import NLU, ROOT
from bot.rasa_process import PYTHON, rasa_environment
from bot.settings import Settings
from bot.shell_phrases import is_taught

_TOLD_EVERY = 15
"""Seconds between two signs of life while training."""
_INPUTS = ("config.yml", "domain.yml")


class RasaTrainingFailed(Exception):
    """Training did not work; the message says where the log is."""


def rasa_fingerprint() -> str:
    """The hash of everything that goes into Rasa's model."""
    files = [ROOT / name for name in _INPUTS]
    for folder, pattern in (
        (ROOT / "stories", "*.yml"),
        (NLU, "*/intents.yml"),
        (NLU, "*/faq/*.yml"),
        (NLU / "components", "*.py"),
    ):
        files += sorted(folder.glob(pattern))
    files += [NLU / "requirements.lock", *(ROOT / "bot" / name for name in ("ngrams.py", "shell_phrases.py"))]
    digest = sha256()
    for path in files:
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def training_data() -> list[str]:
    """The files that Rasa learns from."""
    found = [*sorted(NLU.glob("*/intents.yml")), *sorted(NLU.glob("*/faq/*.yml")), ROOT / "stories"]
    return [str(path.relative_to(ROOT)) for path in found]


def ensure_rasa_model(settings: Settings, tell: Callable[[str], None]) -> Path:
    """Rasa's model file, trained first if its inputs changed.

    Raises:
        RasaTrainingFailed: Rasa is not installed, or says no.
    """
    model = settings.data / "models" / "rasa.tar.gz"
    stamp = model.with_name("rasa.sha256")
    wanted = rasa_fingerprint()
    if model.exists() and stamp.exists() and stamp.read_text() == wanted:
        return model
    if not PYTHON.exists():
        raise RasaTrainingFailed("Rasa's environment is missing: run make build")
    tell("training Rasa (a minute or two, only when phrases or rules changed) …")
    phrases = [phrase for phrase, _ in examples() if is_taught(phrase)]
    Embedder(ensure_encoder(settings.data), vector_store(settings.data)).matrix(
        phrases
    )  # quicker here than with Rasa's engine
    _train(settings, model, tell)
    stamp.write_text(wanted)
    return model


def _train(settings: Settings, model: Path, tell: Callable[[str], None]) -> None:
    log = settings.data / "rasa-train.log"
    command = [
        str(PYTHON),
        "-m",
        "rasa",
        "train",
        "--fixed-model-name",
        "rasa",
        "--out",
        str(model.parent),
        "--data",
        *training_data(),
    ]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=rasa_environment(settings, "training"), stdout=output, stderr=output
        )
        started = time.monotonic()
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_TOLD_EVERY)
                break
            tell(f"  … {time.monotonic() - started:.0f} s")
    if process.returncode or not model.exists():
        raise RasaTrainingFailed(f"Rasa could not be trained: the end of {log} says why")
