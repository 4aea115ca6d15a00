"""How Alembic reaches the tables. Each migration has a test with data in it, and a test compares the result with the models."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator


def _render(kind: str, item: Any, _autogenerate: Any) -> str | Literal[False]:
    """Write plain column types into migrations: they must not change when our own types do."""
    if kind == "type" and isinstance(item, TypeDecorator):
        plain = repr(item.impl_instance if hasattr(item, "impl_instance") else item.impl)
        return f"sa.{plain}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    render_as_batch=True,  # SQLite alters a table by copying it
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
