"""Fixtures shared by all tests: the real program, with its real Rasa, talking to a Bot API stand-in."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.understanding import model_file
from tests.botapi import BotApi
from tests.program import TOKEN, Program

ROOT = Path(__file__).parent.parent
NOTHING_SKIPPED = os.environ.get("CI") == "true"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """In CI nothing may be skipped: what is missing there must be installed by `.ci/run`."""
    report = yield
    if NOTHING_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def models() -> Path:
    """The models that `make build` trained."""
    folder = ROOT / "var"
    if not model_file(folder).exists():
        pytest.skip("the models are missing: run make build")
    return folder


@pytest.fixture(scope="session")
def botapi() -> Iterator[BotApi]:
    """Telegram's stand-in."""
    with BotApi(token=TOKEN) as api:
        yield api


@pytest.fixture(scope="session")
def hotline(models: Path, botapi: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The whole program with Rasa and Telegram, shared by the tests that only talk to it."""
    if not (models / "models" / "rasa.tar.gz").exists():
        pytest.skip("Rasa's model is missing: run make build")
    program = Program(tmp_path_factory.mktemp("hotline"), models, telegram=botapi.url, rasa=True)
    try:
        program.start()
        program.wait_for_rasa()
        yield program
    finally:
        program.stop()


@pytest.fixture
def gateway(models: Path, tmp_path: Path) -> Iterator[Program]:
    """A program of one's own, without Rasa: starts in seconds and may be killed."""
    program = Program(tmp_path, models)
    yield program
    program.stop()
    shutil.rmtree(tmp_path, ignore_errors=True)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium: apt install chromium")
    return path
