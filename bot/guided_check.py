"""One step of the guided check: what a button or an answer changes in it, and what is said then."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversations.models import Conversation, Person
from bot.danger.levels import Level
from bot.offers.guided import checks
from bot.offers.guided.models import GuidedCheck
from bot.offers.guided.offer import Offer, Piece
from bot.offers.guided.questions import MOST, Question, questions
from bot.offers.guided.steps import Check, Given, next_question
from bot.replies import guided, guided_result, guided_sent
from bot.replies.voice import Voice
from bot.reply import Reply

_FINISHED = ("done", "sent")


@dataclass(frozen=True)
class Asked:
    """The question that was the last thing said in a talk, and the number of its check."""

    number: int
    question: Question


async def asked(session: AsyncSession, talk: Conversation) -> Asked | None:
    """What a person who is being asked may be answering now."""
    row = await checks.asking(session, talk.person_id)
    question = next_question(checks.of(row)) if row else None
    return Asked(row.id, question) if row and question else None


async def with_way_back(session: AsyncSession, talk: Conversation, voice: Voice, replies: list[Reply]) -> list[Reply]:
    """Replies to something else, with the way back into a check that is not finished."""
    if (
        talk.level >= Level.EMERGENCY
        or not replies
        or any({"guided", "hand_over", "erase"} & reply.effects.keys() for reply in replies)
    ):
        return replies
    row = await checks.asking(session, talk.person_id)
    return [*replies[:-1], guided.with_button(replies[-1], guided.way_back(voice, row.id))] if row else replies


async def step(session: AsyncSession, person: Person, talk: Conversation, voice: Voice, reply: Reply) -> list[Reply]:
    """Do what the effect `guided` of a reply says. Returns what to say."""
    effects = reply.effects
    told = {name: effects.get(f"guided_{name}", "") for name in ("c", "q", "a", "l", "n", "new")}
    if effects["guided"] == "open":
        return [await _opened(session, talk, voice, reply)]
    if effects["guided"] == "go" and not told["c"]:
        return await _Step(session, talk, voice, await _without_text(session, talk, anew=bool(told["new"]))).go()
    row = await checks.numbered(session, person.id, told["c"])
    if row is None:
        return [guided.gone(voice)]
    return await _Step(session, talk, voice, row).do(effects["guided"], told)


async def _opened(session: AsyncSession, talk: Conversation, voice: Voice, reply: Reply) -> Reply:
    """A text was checked: in the middle of a check it is added to that, else it can become one."""
    piece = Piece.from_dict(json.loads(reply.effects["guided_piece"]))
    if row := await checks.asking(session, talk.person_id):
        check = checks.of(row)
        await checks.go_on(session, row, talk, Check(check.offer.with_piece(piece), check.answers), "asking")
        return guided.added(voice, reply, row.id, len(row.offer))
    row = await checks.begin(session, talk, [piece])
    return guided.offered(voice, reply, row.id)


async def _without_text(session: AsyncSession, talk: Conversation, *, anew: bool) -> GuidedCheck:
    row = None if anew else await checks.asking(session, talk.person_id)
    return row or await checks.begin(session, talk)


class _Step:
    """One step in one check."""

    def __init__(self, session: AsyncSession, talk: Conversation, voice: Voice, row: GuidedCheck) -> None:
        self.session, self.talk, self.voice, self.row = session, talk, voice, row
        self.check = checks.of(row)

    async def do(self, deed: str, told: Mapping[str, str]) -> list[Reply]:
        """What a button asks for; one that we do not know goes on with the check."""
        match deed:
            case "answer":
                return await self.answer(Given(told["q"], told["a"]))
            case "back" if told["n"] == str(len(self.check.answers)):  # pressed twice, it goes back once
                self.check = Check(self.check.offer, self.check.answers[:-1])
                return await self._ask()
            case "again":
                return await self._ask(self.voice.say("guided-not-read"))
            case "end":
                return await self._result()
            case "letter" if told["l"] in self.voice.library.texts.languages:
                return guided_sent.letter(self.voice, self.row.id, self.check, told["l"])
            case "send":
                return await self._send()
            case "other" if told["n"] == str(len(self.check.offer.pieces)):
                return await self._other()
            case _:
                return await self.go()

    async def go(self) -> list[Reply]:
        """Begin, go on where they left, or show the result again."""
        if self.row.state in _FINISHED:
            return await self._result()
        begun = self.row.state == "asking" or self.check.answers
        return await self._ask(self.voice.say("guided-resumed" if begun else "guided-intro"))

    async def answer(self, given: Given) -> list[Reply]:
        """Take an answer. Given twice it changes nothing; given differently later it takes the place of the first."""
        question, before = questions().get(given.question), self.check.answer_to(given.question)
        if question is None or not question.takes(given.answer):
            return await self.go()
        if before == given.answer or (before is None and len(self.check.answers) >= MOST):
            return [guided.noted_before(self.voice, self.row.id, finished=self.row.state in _FINISHED)]
        self.check = self.check.with_answer(given)
        changed = self.voice.say("guided-changed") if before else ""
        return await self._on(changed, guided.noted(self.voice, given))

    async def _on(self, *first: str) -> list[Reply]:
        """The next question; the result again if it was shown before."""
        if self.row.state in _FINISHED:
            return await self._result(*first)
        return await self._ask(*first)

    async def _ask(self, *first: str) -> list[Reply]:
        question = next_question(self.check)
        if question is None:
            return await self._result(*first)
        await self._keep("asking")
        return [guided.ask(self.voice, self.row.id, self.check, question, *first)]

    async def _result(self, *first: str) -> list[Reply]:
        unchanged = self.row.state == "sent" and checks.of(self.row) == self.check
        await self._keep("sent" if unchanged else "done")
        return guided_result.result(self.voice, self.row.id, self.check, *first)

    async def _send(self) -> list[Reply]:
        """Everything to a counselor, once; pressed again it says the place in the queue."""
        if self.check.grave():
            self.talk.level = max(self.talk.level, int(Level.CONCERN))
        there = self.row.state == "sent" and self.row.conversation_id == self.talk.id
        await self._keep("sent")
        return [guided_sent.called()] if there else guided_sent.sent(self.voice, self.check)

    async def _other(self) -> list[Reply]:
        """The last text was about another offer: it gets a check of its own."""
        *rest, last = self.check.offer.pieces
        self.check = Check(Offer(tuple(rest)), self.check.answers)
        await self._keep("offered")
        row = await checks.begin(self.session, self.talk, [last])
        return await _Step(self.session, self.talk, self.voice, row).go()

    async def _keep(self, state: str) -> None:
        await checks.go_on(self.session, self.row, self.talk, self.check, state)
