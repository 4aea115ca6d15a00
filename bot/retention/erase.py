"""Erasure: on request at once, by age every hour. Rows go, and with them everything that hangs on them."""

from datetime import timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases.models import Case, CaseConsent
from bot.conversations.models import Conversation, Inbound, Message, Outbound, Person
from bot.faq.models import UnansweredQuestion
from bot.handoff import abuse
from bot.offers.guided import checks
from bot.quiz import rounds
from bot.staff.models import AuditEntry, SignInFailure, SignInLink
from bot.storage.base import now

AFTER_CLOSING = timedelta(days=90)
AFTER_SILENCE = timedelta(days=90)
"""A talk that nobody closed is forgotten when its person has been silent for as long."""

AFTER_ANSWERING = timedelta(days=7)
AUDIT = timedelta(days=730)
AFTER_SETTLING = timedelta(days=30)
AFTER_ASKING = timedelta(days=180)
"""A question without an answer that nobody has asked again for as long is forgotten."""

CASE_WITH_CONSENT = timedelta(days=365)
"""A case record that nobody changed for as long is forgotten. Without the person's consent it goes with its talk."""


async def erase_person(session: AsyncSession, person: Person) -> None:
    """Erase everything of a person but their address and language, so that the last answer still finds them.

    The message that asked for it stays in the inbox, emptied, until its turn is done.
    """
    talks = select(Conversation.id).where(Conversation.person_id == person.id)
    await session.execute(delete(Outbound).where(Outbound.person_id == person.id))
    await session.execute(delete(Message).where(Message.conversation_id.in_(talks)))
    await session.execute(delete(Case).where(Case.person_id == person.id))
    await session.execute(delete(Conversation).where(Conversation.person_id == person.id))
    await session.execute(delete(Inbound).where(Inbound.person_id == person.id, Inbound.state != "new"))
    await rounds.forget(session, person.id)
    person.country = None


async def erase_old(session: AsyncSession) -> int:
    """Erase what its time is over for: talks (returns how many), and small things that nobody needs longer."""
    await _sweep(session)
    closed = Conversation.closed_at < now() - AFTER_CLOSING
    silent = Conversation.person_id.in_(select(Person.id).where(Person.seen_at < now() - AFTER_SILENCE))
    old = delete(Conversation).where(closed | silent).returning(Conversation.id)
    count = len((await session.execute(old)).all())
    await _erase_old_cases(session)
    # Whose record is kept stays to be found: else they could not have it erased when they come back.
    gone = (Person.seen_at < now() - AFTER_SILENCE) & ~select(Case.id).where(Case.person_id == Person.id).exists()
    await session.execute(delete(Person).where(gone))
    return count


async def _erase_old_cases(session: AsyncSession) -> None:
    agreed = select(CaseConsent.case_id).where(CaseConsent.case_id == Case.id).exists()
    without_talk = Case.conversation_id.is_(None) & ~agreed
    await session.execute(delete(Case).where(without_talk | (Case.changed_at < now() - CASE_WITH_CONSENT)))


async def _sweep(session: AsyncSession) -> None:
    await checks.forget_old(session)
    await abuse.forget_old(session)
    # A channel repeats an update for a day at most; after that its number need not be known.
    await session.execute(delete(Inbound).where(Inbound.state != "new", Inbound.received_at < now() - AFTER_ANSWERING))
    await session.execute(delete(AuditEntry).where(AuditEntry.at < now() - AUDIT))
    settled = UnansweredQuestion.settled_at < now() - AFTER_SETTLING
    forgotten = UnansweredQuestion.last_at < now() - AFTER_ASKING
    await session.execute(delete(UnansweredQuestion).where(or_(settled, forgotten)))
    await session.execute(delete(SignInLink).where(SignInLink.expires_at < now()))
    await session.execute(delete(SignInFailure).where(SignInFailure.at < now() - timedelta(days=1)))
