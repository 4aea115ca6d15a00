"""The proof that the key file and the database belong together."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.privacy.fields import EncryptedText, Locked
from bot.privacy.keys import KeyFileError
from bot.storage.base import Base

_SAID = "the key fits"


class KeyCheck(Base):
    """One row, written with the key when the database was new."""

    __tablename__ = "key_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[str] = mapped_column(EncryptedText("key_check.sealed"))
    """A known sentence; whoever can read it has the right key. Not sensitive."""


async def check_key(session: AsyncSession) -> None:
    """See that the key is the one that the database was written with; remember it if the database is new.

    Raises:
        KeyFileError: it is another one.
    """
    try:
        found = (await session.execute(select(KeyCheck))).scalar_one_or_none()
    except Locked:
        raise KeyFileError("the database was written with another key: put the right key file back") from None
    if found is None:
        session.add(KeyCheck(sealed=_SAID))
