"""Answering questions. Texts are read in a thread: up to a third of a second, in which the other talks go on."""

import asyncio
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.context import HotlineAction, entity, said, utter
from bot.replies import answers, respond

Events = list[dict[str, Any]]


class ActionAnswer(HotlineAction):
    """Answer a question from the FAQ store, or show the entry that a button names."""

    def name(self) -> str:
        return "action_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        slug = entity(tracker, "slug")
        utter(dispatcher, await asyncio.to_thread(respond.question, self.voice(tracker), said(tracker), slug))
        return []


class ActionFollowUp(HotlineAction):
    """Answer a question that leans on the last topic."""

    def name(self) -> str:
        return "action_follow_up"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        utter(dispatcher, await asyncio.to_thread(respond.follow_up, self.voice(tracker), said(tracker)))
        return []


class ActionTopics(HotlineAction):
    """Invite a question: the groups, or the questions of the group that a button names."""

    def name(self) -> str:
        return "action_topics"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        group = entity(tracker, "group") or ""
        utter(dispatcher, await asyncio.to_thread(respond.topics, self.voice(tracker), said(tracker), group))
        return []


class ActionUnknown(HotlineAction):
    """Not understood: two guesses once, then a person."""

    def name(self) -> str:
        return "action_unknown"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        utter(dispatcher, await asyncio.to_thread(respond.unknown, self.voice(tracker), said(tracker)))
        # Rasa also falls back to this where no rule fits, and would then say it ten times
        return [FollowupAction("action_listen")]


class ActionThanks(HotlineAction):
    """Thanks, or "helped" under an answer."""

    def name(self) -> str:
        return "action_thanks"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        utter(dispatcher, respond.thanks(self.voice(tracker), entity(tracker, "slug")))
        return []


class ActionNotHelped(HotlineAction):
    """The answer did not help."""

    def name(self) -> str:
        return "action_not_helped"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        voice = self.voice(tracker)
        utter(dispatcher, answers.not_helped(voice, entity(tracker, "slug") or voice.topic or ""))
        return []
