"""Bringing the database to today's shape."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.engine import Storage

_SCRIPTS = Path(__file__).with_name("migrations")


def alembic_config(connection: Connection, metadata: MetaData) -> Config:
    """Alembic's settings: the connection to work on, and what the tables should become."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes.update(connection=connection, metadata=metadata)
    return config


class BrokenReferences(Exception):
    """A migration left rows that point to nothing; nothing of it was kept."""


async def migrate(storage: Storage, metadata: MetaData) -> None:
    """Run the migrations that the database lacks, all or none.

    Raises:
        BrokenReferences: they would have left rows that point to nothing (SQLite does not watch while they run).
    """
    async with storage.engine.connect() as connection:
        await _watch_references(connection, on=False)
        try:
            async with connection.begin():
                await connection.run_sync(lambda sync: command.upgrade(alembic_config(sync, metadata), "head"))
                await _check_references(connection)
        finally:
            await _watch_references(connection, on=True)


async def _watch_references(connection: AsyncConnection, *, on: bool) -> None:
    # SQLite alters a table by copying it and dropping the old one; while references are watched, dropping it would
    # erase what hangs on its rows (SQLite, "Making other kinds of table schema changes"). Only possible outside of a unit.
    if connection.dialect.name == "sqlite":
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await (await driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")).close()


async def _check_references(connection: AsyncConnection) -> None:
    if connection.dialect.name == "sqlite":
        broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
        if broken:
            raise BrokenReferences(sorted({str(row[0]) for row in broken}))
