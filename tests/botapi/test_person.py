"""What a person does reaches the program as Telegram would send it, and files go both ways."""

import pytest
from telegram import Bot
from telegram.error import BadRequest

from .api import BotApi
from .person import Person

pytestmark = pytest.mark.filterwarnings("error")
PNG = b"\x89PNG\r\n\x1a\n picture"


@pytest.mark.asyncio
async def test_files_go_both_ways(api: BotApi, bot: Bot, ana: Person) -> None:
    ana.sends_photo(PNG, caption="poza")
    ana.sends_file(b"%PDF", "contract.pdf", "application/pdf")
    ana.sends_voice(b"OggS sound")
    _, photo, document, voice = [update.message for update in await bot.get_updates()]
    assert (photo.caption, document.document.file_name) == ("poza", "contract.pdf")
    for file, data in ((photo.photo[-1], PNG), (document.document, b"%PDF"), (voice.voice, b"OggS sound")):
        assert await (await file.get_file()).download_as_bytearray() == data
    await bot.send_document(ana.id, b"raport", filename="raport.txt")
    assert (ana.last.file, ana.last.file_name, ana.last.method) == (b"raport", "raport.txt", "sendDocument")
    await bot.send_voice(ana.id, voice.voice.file_id)
    assert ana.last.file == b"OggS sound"
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ana.id, b"no picture")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("none")


@pytest.mark.asyncio
async def test_all_that_people_send_is_understood_by_the_library(api: BotApi, bot: Bot, ana: Person) -> None:
    first = ana.says("/start 😀 https://example.org")
    ana.edits(first, "/stop")
    ana.forwards("ofertă")
    ana.replies_to(first, "da")
    ana.sends_location(44.4, 26.1)
    ana.sends_contact()
    ana.sends_sticker()
    ana.sends_raw({"text": "brut", "has_protected_content": True})
    updates = [one for one in await bot.get_updates(offset=0) if one.effective_message.text != "salut"]
    start, edited, forwarded, reply, location, contact, sticker, raw = [one.effective_message for one in updates]
    assert list(start.parse_entities().values()) == ["/start", "https://example.org"]
    assert (updates[1].edited_message.text, edited.message_id) == ("/stop", first)
    assert forwarded.forward_origin.sender_user_name == "Somebody"
    assert (reply.reply_to_message.message_id, location.location.latitude) == (first, 44.4)
    assert (contact.contact.first_name, sticker.sticker.emoji, raw.has_protected_content) == ("Ana", "🙂", True)
    assert start.from_user.language_code == "ro"


@pytest.mark.asyncio
async def test_a_wait_in_vain_says_what_was_heard(api: BotApi, bot: Bot, ana: Person) -> None:
    await bot.send_message(ana.id, "altceva")
    with pytest.raises(AssertionError, match="altceva"):
        await api.wait_for(lambda: ana.last.text == "bun", timeout=0.05)
    with pytest.raises(AssertionError, match="in vain"):
        api.wait(lambda: False, timeout=0.05)
    with pytest.raises(AssertionError, match="has not heard anything"):
        _ = api.person().last
