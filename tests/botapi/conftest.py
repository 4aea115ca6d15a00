"""A running stand-in, the real python-telegram-bot against it, and somebody who has written."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from telegram import Bot

from .api import BotApi
from .person import Person


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(token="42:TEST") as running:
        yield running


@pytest_asyncio.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with Bot(api.token, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot") as made:
        yield made


@pytest.fixture
def ana(api: BotApi) -> Person:
    person = api.person(language_code="ro", first_name="Ana")
    person.says("salut")
    return person
