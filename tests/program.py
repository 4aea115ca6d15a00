"""The real program as a subprocess, for tests: `hotline run` on free ports with a data folder of its own."""

import os
import random
import re
import signal
import socket
import subprocess
import time
from itertools import cycle, islice
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
TOKEN = "42:TEST-token-of-nobody"


_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_OURS = range(20_000 + 2_000 * (_WORKER % 6), 22_000 + 2_000 * (_WORKER % 6))
"""Ports of this test process alone, below those that the system itself gives to connections (from 32,768 on Linux)."""
_NEXT = cycle(random.sample(_OURS, len(_OURS)))


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses now, and that nobody is given between now and the start of the program."""
    return list(islice(filter(_is_free, _NEXT), count))


def _is_free(port: int) -> bool:
    with socket.socket() as one:
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


class Program:
    """Starts, stops and kills the hotline."""

    def __init__(self, folder: Path, models: Path, telegram: str = "", *, rasa: bool = False, **settings: str) -> None:
        self.folder = folder
        self.ports = free_ports(4)
        self.log = folder / "program.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.settings = settings
        self.telegram = telegram
        self.rasa = rasa
        for name in ("models", "cache"):
            target = folder / name
            if not target.exists():
                target.symlink_to(models / name)

    @property
    def public(self) -> str:
        return f"http://127.0.0.1:{self.ports[0]}"

    @property
    def staff(self) -> str:
        return f"http://127.0.0.1:{self.ports[1]}"

    def environment(self) -> dict[str, str]:
        ports = dict(
            zip(("PUBLIC_PORT", "STAFF_PORT", "CALLBACK_PORT", "RASA_PORT"), map(str, self.ports), strict=True)
        )
        own = {**ports, "DATA_DIR": str(self.folder), "RASA": "start" if self.rasa else "off"}
        if self.telegram:
            own |= {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": self.telegram}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HOTLINE_")}
        return kept | {f"HOTLINE_{name}": value for name, value in (own | self.settings).items()}

    def command(self, *words: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Run another `hotline …` command on the same data."""
        program = [str(ROOT / ".venv/bin/hotline"), *words]
        return subprocess.run(
            program,
            env=self.environment(),
            cwd=ROOT,
            text=True,
            capture_output=True,
            timeout=120,
            check=False,
            **options,
        )  # type: ignore[call-overload]

    def start(self, *, wait: bool = True) -> "Program":
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [str(ROOT / ".venv/bin/hotline"), "run"], env=self.environment(), cwd=ROOT, stdout=output, stderr=output
            )
        if wait:
            self.wait(lambda: self.health() is not None, 120)
        return self

    def health(self) -> dict[str, bool] | None:
        try:
            return httpx.get(f"{self.public}/health", timeout=5).json()
        except httpx.HTTPError:
            return None

    def wait_for_rasa(self) -> None:
        self.wait(lambda: (self.health() or {}).get("rasa"), 180)

    def wait(self, true: object, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if true():  # type: ignore[operator]
                return
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.said()[-3000:]}")
            time.sleep(0.1)
        raise AssertionError(f"not within {seconds} s; the program said:\n{self.said()[-3000:]}")

    def said(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def admin_link(self) -> str:
        """The one-time link for the first admin."""
        self.wait(lambda: "/welcome/" in self.said(), 20)
        found = re.findall(r"http\S+/welcome/\S+", self.said())
        return found[-1]

    def kill(self) -> None:
        """As the machine's power supply would."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self) -> int | None:
        if self.process is None:
            return None
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self.process = None
        return code
