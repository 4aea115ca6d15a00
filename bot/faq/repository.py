"""All queries on the answers."""

from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.faq.models import FaqEntry, FaqFeedback, FaqText
from bot.faq.seeds import Topic


async def entries(session: AsyncSession) -> Sequence[FaqEntry]:
    """All entries, in order."""
    return (await session.execute(select(FaqEntry).order_by(FaqEntry.number, FaqEntry.slug))).scalars().all()


async def current_texts(session: AsyncSession) -> Sequence[FaqText]:
    """The wording given now, of every entry and language."""
    return (await session.execute(select(FaqText).where(FaqText.current))).scalars().all()


async def newest_revision(session: AsyncSession) -> int:
    """A number that changes whenever any wording does."""
    return (await session.execute(select(func.coalesce(func.max(FaqText.id), 0)))).scalar_one()


async def current_text(session: AsyncSession, slug: str, language: str) -> FaqText | None:
    """The wording of one entry in one language."""
    query = select(FaqText).where(FaqText.slug == slug, FaqText.language == language, FaqText.current)
    return (await session.execute(query)).scalar_one_or_none()


async def revise(
    session: AsyncSession, slug: str, language: str, *, question: str, answer: str, staff_id: int | None
) -> FaqText:
    """Add a wording and make it the one that is given."""
    old = await current_text(session, slug, language)
    mine = (FaqText.slug == slug, FaqText.language == language)
    await session.execute(update(FaqText).where(*mine).values(current=False))
    revision = old.revision + 1 if old else 1
    text = FaqText(slug=slug, language=language, revision=revision, question=question, answer=answer, staff_id=staff_id)
    session.add(text)
    await session.flush()
    return text


async def put_topic(session: AsyncSession, topic: Topic) -> None:
    """Write what a seed says of an entry apart from its words."""
    await session.merge(FaqEntry(**vars(topic)))


async def feedback(session: AsyncSession, slug: str, language: str, *, helped: bool) -> None:
    """Count whether an answer helped. An unknown slug (an old button) is passed over."""
    if await session.get(FaqEntry, slug):
        session.add(FaqFeedback(slug=slug, language=language, helped=helped))
