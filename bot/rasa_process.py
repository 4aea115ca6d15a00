"""Rasa beside the gateway: its own environment, its own process, loopback only, telemetry off, started again if it falls."""

import asyncio
import logging
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Self

from bot.encoder.tuned import encoder_file, vector_store
from bot.paths import ROOT
from bot.settings import Settings

log = logging.getLogger(__name__)

PYTHON = ROOT / ".venv-rasa" / "bin" / "python"
_STEADY = 120
"""Seconds after which a run was no failed start: the next pause is short again."""


def rasa_environment(settings: Settings, secret: str) -> dict[str, str]:
    """What Rasa's process is given: nothing of ours but what it needs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return kept | {
        "RASA_TELEMETRY_ENABLED": "false",  # it would call home
        "HOTLINE_CALLBACK_PORT": str(settings.callback_port),
        "HOTLINE_CALLBACK_SECRET": secret,
        "HOTLINE_VECTOR_STORE": str(vector_store(settings.data)),
        "HOTLINE_ENCODER": str(encoder_file(settings.data)),
        "PYTHONPATH": str(ROOT),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "PYTHONWARNINGS": "ignore",  # Rasa's own old libraries warn much, and we cannot mend them
        "CUDA_VISIBLE_DEVICES": "",
        "SANIC_WORKERS": "1",
        "OMP_NUM_THREADS": "2",
    }


class RasaProcess:
    """Runs `rasa run` and keeps it running while the gateway runs."""

    def __init__(self, settings: Settings, secret: str, tell: Callable[[str], None]) -> None:
        self._settings = settings
        self._secret = secret
        self._tell = tell
        self._keeper: asyncio.Task[None] | None = None
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        model = self._settings.data / "models" / "rasa.tar.gz"
        if not PYTHON.exists() or not model.exists():
            self._tell("Rasa is not built (run make build): the hotline answers without it")
            return self
        self._keeper = asyncio.create_task(self._keep(model))
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._keeper:
            self._keeper.cancel()
        if self._process and self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._process.wait(), 5)
            except TimeoutError:
                self._process.kill()

    async def _keep(self, model: Path) -> None:
        pause = 2.0
        while True:
            started = asyncio.get_running_loop().time()
            await self._run(model)
            if asyncio.get_running_loop().time() - started > _STEADY:
                pause = 2.0
            log.warning("Rasa ended; starting it again in %.0f s, the gateway answers alone until then", pause)
            await asyncio.sleep(pause)
            pause = min(60.0, pause * 2)

    async def _run(self, model: Path) -> None:
        settings = self._settings
        options = ["--model", str(model), "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
        options += ["--interface", "127.0.0.1", "--port", str(settings.rasa_port)]
        with (settings.data / "rasa.log").open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                str(PYTHON), "-m", "rasa", "run", *options,
                cwd=ROOT, env=rasa_environment(settings, self._secret), stdout=output, stderr=output,
                preexec_fn=_die_with_parent,
            )  # fmt: skip
        await self._process.wait()


def _die_with_parent() -> None:
    """Ask the kernel to end Rasa when the gateway is killed: a second start would find the port taken."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG
