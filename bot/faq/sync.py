"""Bring the seeds into the store at start. What staff wrote is never overwritten."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.faq import repository
from bot.faq.seeds import topics, wordings


async def sync_seeds(session: AsyncSession) -> int:
    """Add new entries and corrected seed wordings; returns how many wordings changed."""
    for topic in topics():
        await repository.put_topic(session, topic)
    await session.flush()
    current = {(text.slug, text.language): text for text in await repository.current_texts(session)}
    changed = 0
    for language, slug, question, answer in wordings():
        known = current.get((slug, language))
        by_staff = known is not None and known.staff_id is not None
        if by_staff or (known and (known.question, known.answer) == (question, answer)):
            continue
        await repository.revise(session, slug, language, question=question, answer=answer, staff_id=None)
        changed += 1
    return changed
