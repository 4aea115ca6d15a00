"""`hotline analyze` as a subprocess on a data folder of its own: a line in, a line out."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TextIO, cast

ROOT = Path(__file__).resolve().parent.parent.parent
HOTLINE = ROOT / ".venv" / "bin" / "hotline"


class AnalyzeFailed(Exception):
    """The command ended or refused a line; the message does not quote it."""


def memory_of(process: int) -> int | None:
    """Megabytes that a process holds now; None where /proc is missing."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) // 1024


class Reader:
    """Asks a running `hotline analyze`. Calling it with a text gives the object of the contract, section 1."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """`process`: started with pipes on both sides."""
        self._process = process
        self._stdin, self._stdout = cast("TextIO", process.stdin), cast("TextIO", process.stdout)
        self._asked = 0

    def close(self) -> None:
        """Let the command end."""
        with suppress(BrokenPipeError):  # it ended before
            self._stdin.close()

    def __call__(self, text: str) -> Mapping[str, Any]:
        self._asked += 1
        with suppress(BrokenPipeError):  # then there is no answer either
            self._stdin.write(json.dumps({"id": str(self._asked), "text": text}) + "\n")
            self._stdin.flush()
        line = self._stdout.readline()
        if not line:
            raise AnalyzeFailed(f"hotline analyze ended at message {self._asked}; run it by hand to see why")
        answer: Mapping[str, Any] = json.loads(line)
        if answer.get("id") != str(self._asked) or "error" in answer:
            raise AnalyzeFailed(f"hotline analyze did not answer message {self._asked}: {answer.get('error')}")
        return answer

    def memory(self) -> int | None:
        """Megabytes that the process holds now; None where /proc is missing."""
        return memory_of(self._process.pid)


class DataFolder:
    """A data folder with today's seeds, made by `hotline migrate`. Nothing in var/ is changed by what happens in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def make(cls, folder: Path, var: Path = ROOT / "var") -> Self:
        """Models are lent, the vector store is copied: what is embedded here (sealed questions) must not get into var/."""
        folder.mkdir(parents=True)
        (folder / "models").symlink_to(var / "models")
        shutil.copytree(var / "cache", folder / "cache")
        made = cls(folder)
        subprocess.run([HOTLINE, "migrate"], env=made.environment(), cwd=folder, check=True, stdout=subprocess.DEVNULL)
        return made

    def copy(self, folder: Path) -> "DataFolder":
        """Another one like it."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return DataFolder(folder)

    @property
    def database(self) -> str:
        """The address of its database."""
        return f"sqlite+aiosqlite:///{self.folder / 'hotline.sqlite3'}"

    def environment(self) -> dict[str, str]:
        """No setting of whoever measures counts: commands run in the folder, where no `.env` is read."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HOTLINE_")}
        return kept | {"HOTLINE_DATA_DIR": str(self.folder)}

    @contextmanager
    def analyze(self) -> Iterator[Reader]:
        """Run `hotline analyze` here."""
        pipe = subprocess.PIPE
        command = [str(HOTLINE), "analyze"]
        with (
            subprocess.Popen(
                command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=self.environment(), cwd=self.folder
            ) as process,
            closing(Reader(process)) as reader,
        ):
            yield reader
