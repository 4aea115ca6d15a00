"""Replies to one message in the web chat, both ways."""

from bot.conversations import inbox, outbox, talks
from bot.conversations.incoming import Incoming
from bot.conversations.models import Author, Conversation, Delivery, Message, Person
from bot.hotline import Hotline
from bot.reply import Reply
from tests.webchat_stage import Web, parts, web

STAGE = (parts, web)  # fixtures, which pytest finds by these names


async def written_down(parts: Hotline, web: Web) -> Conversation:
    """What a turn does before it thinks: everything that came is in the transcript."""
    async with parts.storage.writing() as session:
        person = await session.get_one(Person, (await web.person()).id)
        talk = await talks.open_talk(session, person, "en")
        while inbound := await inbox.next_of(session, person.id):
            await talks.write_down(session, talk, inbound, Incoming.from_dict(inbound.payload))
            await inbox.finish(session, inbound.id)
            await session.flush()
    return talk


async def test_a_counselors_reply_shows_what_it_answers(parts: Hotline, web: Web) -> None:
    await web.sends(text="**where** can I sleep?\nand eat?", id="asked")
    await web.post(
        "/messages",
        data={"id": "seen"},
        files={"file": ("a.png", b"\x89PNG", "image/png")},
        headers={"accept": "application/json"},
    )
    talk = await written_down(parts, web)
    async with parts.storage.writing() as session:
        for asked in await talks.story(session, talk.id):
            told = await outbox.say(
                session, talk, Reply("in the shelter"), author=Author.COUNSELOR, reply_to_id=asked.id
            )
            told.delivery = Delivery.SENT
    say = parts.library.voice("en").say
    shown = [(one["text"], one["quoted"]) for one in await web.news() if one["author"] == "counselor"]
    assert shown == [
        ("in the shelter", "where can I sleep? and eat?"),
        ("in the shelter", say("web-sent-photo")),
    ]
    assert '<blockquote dir="auto">where can I sleep? and eat?</blockquote>' in (await web.get("/")).text


async def test_a_visitors_reply_is_kept_as_one(parts: Hotline, web: Web) -> None:
    await web.sends(text="hello", id="hello")
    await written_down(parts, web)
    number = await web.hears(Reply("are you safe?"), Author.COUNSELOR)
    async with parts.storage.writing() as session:
        (await session.get_one(Message, number)).external_id = str(number)  # as the sender notes it
    await web.sends(text="no", reply_to=str(number), id="a")
    await web.sends(text="what?", reply_to="9" * 500, id="b")
    talk = await written_down(parts, web)
    async with parts.storage.reading() as session:
        story = await talks.story(session, talk.id)
    replies = {one.text: one.reply_to_id for one in story if one.author == Author.PERSON}
    assert replies == {"hello": None, "no": number, "what?": None}
    assert [one["quoted"] for one in await web.news()] == ["", "", "are you safe?", ""]


async def test_nobody_can_answer_a_message_of_another(parts: Hotline, web: Web) -> None:
    await web.sends(text="hello", id="hello")
    await written_down(parts, web)
    number = await web.hears(Reply("your secret"), Author.COUNSELOR)
    async with parts.storage.writing() as session:
        (await session.get_one(Message, number)).external_id = str(number)
    async with Web(parts) as other:
        await other.sends(text="what was said?", reply_to=str(number), id="x")
        await written_down(parts, other)
        assert [one["quoted"] for one in await other.news()] == [""]
