"""A receiver of webhooks, for tests of whoever POSTs to one."""

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, override

from .records import Json


@dataclass
class Received:
    """What came, in order."""

    url: str
    updates: list[Json] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)


@contextlib.contextmanager
def receiving(*statuses: int) -> Iterator[Received]:
    """A server on a free port that answers with these statuses, then always with 200."""
    answers = list(statuses)

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.secrets.append(self.headers["X-Telegram-Bot-Api-Secret-Token"])
            received.updates.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(answers.pop(0) if answers else 200)
            self.end_headers()

        @override
        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        received = Received(f"http://127.0.0.1:{server.server_port}/hook")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield received
        finally:
            server.shutdown()
            thread.join()
