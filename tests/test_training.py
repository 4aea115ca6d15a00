"""Learning: what ships has learnt from today's data; changed data is learnt anew, by one program at a time."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
import yaml

from bot.intents import examples
from bot.paths import ROOT
from bot.shell_phrases import is_taught
from bot.small_weights import as_arrays, read_back
from bot.training_lock import alone
from bot.understanding import SHIPPED, model_file

_ONE_OF = 40
"""Of the training data, that a small house learns from."""


def test_what_ships_has_learnt_from_todays_data(tmp_path: Path) -> None:
    assert model_file(tmp_path) == SHIPPED, "training phrases changed: run make readers"


def _thinned(value: Any) -> Any:
    """Some of everything, and every intent, level, code and entry."""
    if isinstance(value, str):
        return "\n".join(value.splitlines()[::_ONE_OF]) if value.startswith("- ") else value
    if isinstance(value, dict):
        return {key: _thinned(item) for key, item in value.items()}
    if isinstance(value, list):
        kept = value if any("intent" in item for item in value if isinstance(item, dict)) else value[::_ONE_OF]
        return [_thinned(item) for item in kept]
    return value


@pytest.fixture
def small_house(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The hotline's code with a part of its training data, which is other data than what ships has learnt."""
    house = tmp_path / "house"
    for name in ("bot", "locales", "nlu"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("intents.yml", "faq/*.yml", "danger*.yml", "red-flags.yml", "offer-texts.yml"):
        for path in house.glob(f"nlu/*/{name}"):
            if path.name != "danger-patterns.yml":
                content = _thinned(yaml.safe_load(path.read_text(encoding="utf-8")))
                path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return house, {**os.environ, "PYTHONPATH": str(house), "HOTLINE_DATA_DIR": str(tmp_path / "data")}


def _run(house: Path, environment: dict[str, str], *words: str, said: str = "") -> tuple[str, str]:
    """What a command writes on its two outputs."""
    command = [sys.executable, "-c", "from bot.cli import main; main()", *words]
    done = subprocess.run(
        command, cwd=house, env=environment, input=said, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_changed_data_is_learnt_anew_and_only_once(small_house: tuple[Path, dict[str, str]]) -> None:
    messages = [
        "I want to talk to a real person",
        "він замкнув мене в кімнаті і б'є",
        "Cât durează protecția temporară în UE?",
    ]
    lines = "".join(json.dumps({"id": text, "text": text}) + "\n" for text in messages)
    found, told = _run(*small_house, "analyze", said=lines)
    assert "learning from the training phrases" in told
    assert "learning" not in _run(*small_house, "train", "--no-rasa")[0]
    human, danger, question = map(json.loads, found.splitlines())
    assert human["route"]["name"] == "human"
    assert danger["danger"]["level"] == "emergency"
    assert question["route"]["name"] == "faq"
    assert question["faq"]


def test_one_program_learns_at_a_time(tmp_path: Path) -> None:
    heard, waits, order = [], Event(), []

    def second() -> None:
        with alone(tmp_path, lambda line: (heard.append(line), waits.set())):
            order.append("second")

    with ThreadPoolExecutor() as others:
        with alone(tmp_path):
            waiting = others.submit(second)
            assert waits.wait(5)
            order.append("first")
        waiting.result(5)
    assert order == ["first", "second"]
    assert "waiting" in heard[0]


def test_rasa_learns_some_phrases_of_every_intent() -> None:
    every = list(examples())
    taught = [(phrase, intent) for phrase, intent in every if is_taught(phrase)]
    assert {intent for _, intent in taught} == {intent for _, intent in every}
    assert len(every) / 7 < len(taught) < len(every) / 4


def test_weights_in_eight_bits_are_nearly_what_they_were() -> None:
    weights = np.random.default_rng(0).normal(size=(5, 300)).astype(np.float32)
    weights[2] = 0
    found = read_back("w", as_arrays("w", weights))
    assert np.abs(found - weights).max() <= np.abs(weights).max() / 254 + 1e-6
    assert np.array_equal(read_back("w", as_arrays("w", found)), found)
