"""How a talk was closed: what it was about, where the person was referred to, and when to look after them again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cases.days import month, today
from bot.cases.models import Closing, Kind
from bot.conversations.models import OFFER_TOPICS, Conversation
from bot.danger.levels import Level
from bot.handoff.models import Escalation
from bot.staff.models import Staff
from bot.statistics import counts

LATEST_FOLLOW_UP = timedelta(days=89)
"""The talk, and the follow-up with it, is erased 90 days after its closing."""


class Unfit(Exception):
    """A form that cannot be taken; carries a code: `kind`, `topics`, `referrals` or `date`."""

    def __init__(self, code: str) -> None:
        """`code`: what is wrong."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Form:
    """What a counselor says of a closed talk. `shared`: the follow-up is for whoever is there, not for them alone."""

    kind: str = ""
    topics: Sequence[str] = ()
    referrals: Sequence[str] = ()
    follow_up_on: date | None = None
    shared: bool = False


def suggested(rank: int, reason: str, topic: str | None, group: str | None) -> Form:
    """What the form shows first.

    Args:
        rank: the danger of the escalation, 0 to 3.
        reason: why it was raised.
        topic: slug of the last answer, or one of `OFFER_TOPICS`.
        group: the group of questions that the topic belongs to, if it does.
    """
    kind = Kind.INFORMATION
    if topic in OFFER_TOPICS or reason == "offer":
        kind = Kind.OFFER
    if rank >= Level.EXPLOITATION:
        kind = Kind.DANGER if rank >= Level.EMERGENCY else Kind.EXPLOITATION
    return Form(kind, (group,) if group else ())


def check(form: Form, topics: Sequence[str], services: Sequence[str]) -> None:
    """See that a form can be taken.

    Raises:
        Unfit: no kind was chosen, or something that does not exist, or a date that is past or too far ahead.
    """
    if form.kind not in set(Kind):
        raise Unfit("kind")
    if not set(form.topics) <= set(topics):
        raise Unfit("topics")
    if not set(form.referrals) <= set(services):
        raise Unfit("referrals")
    check_date(form.follow_up_on)


def check_date(wanted: date | None) -> None:
    """See that somebody can be followed up on a day.

    Raises:
        Unfit: it is past, or after the talk will have been erased.
    """
    if wanted is not None and not today() <= wanted <= today() + LATEST_FOLLOW_UP:
        raise Unfit("date")


async def record(session: AsyncSession, talk: Conversation, counselor: Staff, form: Form) -> Closing:
    """Keep a form with the newest escalation of a talk, and count it. Done once for an escalation.

    Of a talk that was taken up again only the last closing counts: it is still one talk.
    """
    if (earlier := await of_talk(session, talk.id)) is not None:
        await _count(session, earlier, -1)
    query = select(Escalation.id).where(Escalation.conversation_id == talk.id).order_by(Escalation.id.desc()).limit(1)
    closing = Closing(
        escalation_id=(await session.execute(query)).scalar_one(),
        closed_by=counselor.id,
        kind=form.kind,
        topics=sorted(set(form.topics)),
        referrals=sorted(set(form.referrals)),
        follow_up_on=form.follow_up_on,
        follow_up_by=None if form.shared else counselor.id,
    )
    session.add(closing)
    await session.flush()
    await _count(session, closing)
    return closing


async def _count(session: AsyncSession, closing: Closing, times: int = 1) -> None:
    """Kinds are counted always, in the month of the closing; of what was only a test nothing else."""
    when = month(closing.at)
    await counts.add(session, when, "kind", [closing.kind], times)
    if closing.kind != Kind.TEST:
        await counts.add(session, when, "topic", closing.topics, times)
        await counts.add(session, when, "referral", closing.referrals, times)


async def of_talk(session: AsyncSession, talk_id: int) -> Closing | None:
    """How a talk was closed last."""
    query = select(Closing).join(Escalation).where(Escalation.conversation_id == talk_id)
    return (await session.execute(query.order_by(Closing.id.desc()).limit(1).with_for_update())).scalar_one_or_none()


async def of_escalations(session: AsyncSession, numbers: Collection[int]) -> Mapping[int, Closing]:
    """The forms with which escalations were closed, by the escalation's number."""
    found = (await session.execute(select(Closing).where(Closing.escalation_id.in_(numbers)))).scalars()
    return {closing.escalation_id: closing for closing in found}


async def felt(session: AsyncSession, talk_id: int, how: str) -> None:
    """Keep how the person felt afterwards; they may change their mind, and it is counted once."""
    closing = await of_talk(session, talk_id)
    if closing is None or closing.feeling == how:
        return
    if closing.kind != Kind.TEST:
        if closing.feeling:
            await counts.add(session, month(closing.at), "feeling", [closing.feeling], -1)
        await counts.add(session, month(closing.at), "feeling", [how])
    closing.feeling = how
