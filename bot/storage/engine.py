"""Engine and units of work.

`reading()` for looking, `writing()` for changing: on SQLite a writing unit takes the write lock when it begins, so
two writers wait for each other instead of failing half-way. Units are short: nothing slow (Rasa, Telegram, a person)
is awaited inside one.

SQLite lets writers wait by asking again and again, each with a connection in its hand and in no order. Those of one
process stand in line here instead, before they take a connection, so that readers always find one.

A unit that has begun is carried to its end even if who asked has gone (a closed stream cancels what is done for it): cut off
in the middle it would leave its connection behind, and with it perhaps the write lock.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from anyio import CancelScope
from sqlalchemy import event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine


class Storage:
    """The database, as two kinds of unit of work."""

    def __init__(self, url: str) -> None:
        """`url`: SQLAlchemy address with an asyncio driver."""
        self.url = url
        self.engine = _engine(url)
        reader = self.engine.execution_options(hotline_begin="BEGIN")
        self._writers = async_sessionmaker(self.engine, expire_on_commit=False)
        self._readers = async_sessionmaker(reader, expire_on_commit=False)
        one_writer = self.engine.dialect.name == "sqlite"
        self._turn: AbstractAsyncContextManager[object] = asyncio.Lock() if one_writer else nullcontext()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A unit that commits at its end, or rolls back if it raises."""
        async with self._turn:
            with CancelScope(shield=True):
                async with self._writers.begin() as session:
                    yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A unit that changes nothing."""
        with CancelScope(shield=True):
            async with self._readers() as session:
                yield session

    async def close(self) -> None:
        """Give the connections back."""
        await self.engine.dispose()


def _engine(url: str) -> AsyncEngine:
    # hide_parameters: an error's text must not hold what somebody wrote
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20, hide_parameters=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    # each connection is a thread with its pragmas: one above `pool_size` would be made for a single question and thrown away
    engine = create_async_engine(url, connect_args={"timeout": 30}, pool_size=30, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own BEGIN comes too late and is never IMMEDIATE: take over (SQLAlchemy, "Serializable isolation" for SQLite).
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "busy_timeout=30000",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("hotline_begin", "BEGIN IMMEDIATE"))
