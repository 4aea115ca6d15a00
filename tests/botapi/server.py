"""The HTTP face: `/bot<token>/<method>` and `/file/bot<token>/<path>`, served by uvicorn in a thread of its own."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from . import delivery, media, messages, profile
from .errors import Refusal, too_many_requests
from .faults import Drop, Fail, Hang
from .params import Params, read_params
from .records import Call
from .world import World

type Method = Callable[[World, Params], Any]

METHODS: dict[str, Method] = {
    name.lower(): method for module in (messages, media, profile, delivery) for name, method in module.METHODS.items()
}
POLL = "getupdates"
FILES = "file"
"""The name under which faults find the downloads."""
START_TIMEOUT = 10.0  # seconds


class Sever:
    """Gives the endpoints a way to cut the connection, which ASGI does not have; uvicorn's cycle owns `send`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        scope["sever"] = send.__self__.transport.abort  # type: ignore[attr-defined]
        await self.app(scope, receive, send)


async def _sever(request: Request) -> Response:
    request.scope["sever"]()
    while not await request.is_disconnected():
        await asyncio.sleep(0)
    return Response()  # goes nowhere


class Endpoints:
    """The two routes."""

    def __init__(self, world: World) -> None:
        self.world = world

    def app(self) -> ASGIApp:
        """The ASGI app."""
        routes = [
            Route("/file/bot{token}/{path:path}", self.file, methods=["GET"]),
            Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
        ]
        return Sever(Starlette(routes=routes))

    async def call(self, request: Request) -> Response:
        """One call of a method: recorded, exposed to its fault, answered."""
        name = request.path_params["method"]
        call, params, refusal = await self._read(request, name)
        fault = self.world.faults.take(name) if refusal is None else None
        if isinstance(fault, Fail):
            return self._noted(call, fault.response())
        if isinstance(fault, Hang) and not fault.done and await self._silence(fault, request):
            return Response()
        response = await self._answer(request, name, params, refusal)
        if isinstance(fault, Drop):
            return await _sever(request)
        if isinstance(fault, Hang) and fault.done and await self._silence(fault, request):
            return Response()
        return self._noted(call, response)

    async def file(self, request: Request) -> Response:
        """One download."""
        path, fault = request.path_params["path"], self.world.faults.take(FILES)
        if isinstance(fault, Fail):
            return fault.response()
        if isinstance(fault, Drop) or (isinstance(fault, Hang) and await self._silence(fault, request)):
            return await _sever(request)
        if request.path_params["token"] != self.world.token:
            return _refused(Refusal(401, "Unauthorized"))
        found = next((file for file in list(self.world.files.values()) if file.path == path), None)
        return Response(found.data) if found else _refused(Refusal(404, "Not Found"))

    async def _read(self, request: Request, name: str) -> tuple[Call, Params, Refusal | None]:
        refusal, params = None, Params()
        try:
            params = await read_params(request)
        except Refusal as unreadable:
            refusal = unreadable
        if request.path_params["token"] != self.world.token:
            refusal = Refusal(401, "Unauthorized")
        elif name.lower() not in METHODS and name.lower() != POLL:
            refusal = Refusal(404, "Not Found")
        call = Call(name, params.readable())
        with self.world.lock:
            self.world.calls.append(call)
        return call, params, refusal

    async def _silence(self, fault: Hang, request: Request) -> bool:
        """Be silent. True: the caller has hung up, or the server stops."""
        until = time.monotonic() + fault.seconds
        while time.monotonic() < until:
            if self.world.closing or await request.is_disconnected():
                return True
            await asyncio.sleep(delivery.TICK)
        return False

    async def _answer(self, request: Request, name: str, params: Params, refusal: Refusal | None) -> Response:
        try:
            if refusal:
                raise refusal  # noqa: TRY301  # found before or while answering, it goes one way
            return JSONResponse({"ok": True, "result": await self._result(request, name.lower(), params)})
        except Refusal as refused:
            answer = refused
        except Exception as bug:  # noqa: BLE001 - a call that it does not cope with must not pass unseen
            answer = Refusal(500, f"Internal Server Error: the stand-in failed with {bug!r}")
        with self.world.lock:
            self.world.accuse(name, answer, params.readable())
        return _refused(answer)

    async def _result(self, request: Request, name: str, params: Params) -> Any:
        if name == POLL:
            return await delivery.get_updates(self.world, params, request.is_disconnected)
        with self.world.lock:
            seconds = self.world.flood.wait(name, params.text("chat_id"))
            if seconds:
                raise too_many_requests(seconds)
            return METHODS[name](self.world, params)

    def _noted(self, call: Call, response: Response) -> Response:
        with self.world.lock:
            call.status = response.status_code
            call.description = "" if call.ok else bytes(response.body).decode()
        return response


def _refused(refusal: Refusal) -> Response:
    return JSONResponse(refusal.payload(), status_code=refusal.status)


class Server:
    """uvicorn in a thread, on a free port of 127.0.0.1."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(
            Endpoints(world).app(), http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None,
            log_level="critical", access_log=False, proxy_headers=False, timeout_graceful_shutdown=2,
        )  # fmt: skip
        self._uvicorn = uvicorn.Server(config)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="botapi", daemon=True)

    async def _serve(self) -> None:
        courier = asyncio.create_task(delivery.deliver(self.world))
        try:
            await self._uvicorn.serve(sockets=[self._socket])
        finally:
            courier.cancel()
            await asyncio.gather(courier, return_exceptions=True)

    def start(self) -> None:
        """Serve, and return when calls are taken."""
        self._thread.start()
        until = time.monotonic() + START_TIMEOUT
        while not self._uvicorn.started:
            if not self._thread.is_alive() or time.monotonic() > until:
                raise RuntimeError("the stand-in for api.telegram.org did not start")
            time.sleep(0.005)

    def stop(self) -> None:
        """Stop, ending what hangs and what polls."""
        self.world.closing = True
        self._uvicorn.should_exit = True
        self._thread.join(START_TIMEOUT)
        self._socket.close()
