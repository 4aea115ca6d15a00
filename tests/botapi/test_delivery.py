"""Updates reach the program by long polling and by webhook, and none is lost."""

import asyncio

import pytest
from telegram import Bot

from .api import BotApi
from .person import Person
from .receiver import receiving

pytestmark = pytest.mark.filterwarnings("error")


@pytest.mark.asyncio
async def test_updates_stay_until_they_are_confirmed(api: BotApi, bot: Bot, ana: Person) -> None:
    ana.says("doi")
    first, second = await bot.get_updates()
    assert [one.update_id for one in await bot.get_updates(limit=1)] == [first.update_id]
    assert [one.message.text for one in await bot.get_updates(offset=second.update_id)] == ["doi"]
    assert api.pending_updates == 1
    waiting = asyncio.create_task(bot.get_updates(offset=second.update_id + 1, timeout=5, allowed_updates=["message"]))
    await api.wait_for(lambda: len(api.calls("getUpdates")) == 4 and api.pending_updates == 0)
    ana.blocks_the_bot()
    ana.unblocks_the_bot()
    ana.says("trei")
    assert [one.message.text for one in await waiting] == ["trei"]


@pytest.mark.asyncio
async def test_a_webhook_gets_each_update_until_it_takes_it() -> None:
    with BotApi(https_webhooks_only=False) as api, receiving(500, 403) as received:
        async with Bot(api.token, base_url=f"{api.url}/bot") as bot:
            await bot.set_webhook(received.url, secret_token="se-cret")
            ana = api.person()
            ana.says("unu")
            await api.wait_for(lambda: len(received.updates) == 3 and api.pending_updates == 0)
            assert "403" in (await bot.get_webhook_info()).last_error_message
            api.repeat_last_update()
            await api.wait_for(lambda: len(received.updates) == 4)
            api.shuffle_next(2)
            ana.says("doi")
            ana.says("trei")
            await api.wait_for(lambda: len(received.updates) == 6)
    updates = received.updates
    assert [update["message"]["text"] for update in updates] == ["unu"] * 4 + ["trei", "doi"]
    assert set(received.secrets) == {"se-cret"}
    assert updates[0]["update_id"] == updates[3]["update_id"] == updates[4]["update_id"] - 2
