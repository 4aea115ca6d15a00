"""Bringing the database to today's shape."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData
from sqlalchemy.engine import Connection

from bot.storage.engine import Storage

_SCRIPTS = Path(__file__).with_name("migrations")


def alembic_config(connection: Connection, metadata: MetaData) -> Config:
    """Alembic's settings: the connection to work on, and what the tables should become."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes.update(connection=connection, metadata=metadata)
    return config


async def migrate(storage: Storage, metadata: MetaData) -> None:
    """Run the migrations that the database lacks."""
    async with storage.engine.begin() as connection:
        await connection.run_sync(lambda sync: command.upgrade(alembic_config(sync, metadata), "head"))
