"""Rasa itself: the trained model in the running server, its actions and texts, its door, and what happens when it is gone."""

import base64
import json
import os
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.encoder.tuned import encoder_file, ensure_encoder
from bot.meaning import Embedder
from bot.paths import ROOT
from bot.privacy.keys import load_or_create
from bot.understanding import ensure
from tests.program import Program
from tests.web import Visitor

pytestmark = pytest.mark.rasa

PHRASES = [
    ("хочу поговорити з живою людиною", "human"),
    ("vreau să vorbesc cu un om", "human"),
    ("can I talk to a real person please", "human"),
    ("хочу поговорить с человеком", "human"),
    ("Cât durează protecția temporară în UE?", "faq"),
    ("Скільки триває тимчасовий захист?", "faq"),
    ("My boss offers 3000 euro for picking berries in Finland, no papers needed, bus leaves tomorrow", "share_offer"),
    ("дякую вам велике, дуже допомогли", "thanks"),
]


PARSE = """
import asyncio, base64, json, sys
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

agent = Agent.load(sys.argv[1])
for line in sys.stdin:
    text, vector = json.loads(line)
    message = UserMessage(text, metadata={"vector": vector} if vector else {})
    print("PARSED" + json.dumps(asyncio.run(agent.processor.parse_message(message))))
"""


def parsed(models: Path, messages: list[tuple[str, str | None]]) -> list[dict]:
    """What the trained model makes of messages, in Rasa's own environment."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(models),
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "HOTLINE_ENCODER": str(encoder_file(models)),
    }
    done = subprocess.run(
        [str(ROOT / ".venv-rasa/bin/python"), "-c", PARSE, str(models / "models" / "rasa.tar.gz")],
        input="\n".join(json.dumps(message) for message in messages), env=environment, text=True, capture_output=True, check=True,
    )  # fmt: skip
    lines = [line.removeprefix("PARSED") for line in done.stdout.splitlines() if line.startswith("PARSED")]
    return [json.loads(line) for line in lines]


@pytest.fixture
def rasa(hotline: Program) -> Iterator[httpx.Client]:
    secret = load_or_create(hotline.folder / "secret.key").fingerprint("rasa", str(hotline.ports[2]))
    address = f"http://127.0.0.1:{hotline.ports[3]}"
    with httpx.Client(base_url=address, headers={"Authorization": f"Bearer {secret}"}, timeout=20) as client:
        yield client


def test_the_trained_model_understands_and_uses_the_vector_sent_along(models: Path) -> None:
    embedder = Embedder(ensure_encoder(models))
    plain = parsed(models, [(text, None) for text, _ in PHRASES])
    assert [result["intent"]["name"] for result in plain] == [intent for _, intent in PHRASES]
    vectors = [base64.b64encode(embedder.vector(text).tobytes()).decode() for text, _ in PHRASES]
    sent = parsed(models, [(text, vector) for (text, _), vector in zip(PHRASES, vectors, strict=True)])
    for one, other in zip(plain, sent, strict=True):
        # Rasa's environment and the gateway's have engines of their own; how far they part differs from processor to processor
        assert one["intent"]["confidence"] == pytest.approx(other["intent"]["confidence"], abs=2e-2)
    by_vector_alone = parsed(models, [("qqqq", vectors[1]), ("qqqq", vectors[7])])
    assert [result["intent"]["name"] for result in by_vector_alone] == ["human", "thanks"]


def test_rasa_and_the_gateway_alone_understand_alike(models: Path) -> None:
    understanding = ensure(models)
    texts = [text for text, _ in PHRASES]
    alone = [understanding.intents.of(text, understanding.embedder.vector(text)) for text in texts]
    for one, other in zip(parsed(models, [(text, None) for text in texts]), alone, strict=True):
        assert one["intent"]["name"] == other.name


@pytest.mark.parametrize(("language", "word"), [("uk", "захист"), ("ro", "protecți"), ("en", "protection")])
def test_actions_answer_in_the_language_that_the_gateway_names(rasa: httpx.Client, language: str, word: str) -> None:
    about = {"language": language, "said": "What rights does temporary protection give me?"}
    body = {"sender": uuid.uuid4().hex, "message": "What rights does temporary protection give me?", "metadata": about}
    (reply,) = rasa.post("/webhooks/gateway/webhook", json=body).json()
    assert word in reply["custom"]["replies"][0]["text"].lower()


def test_texts_come_from_the_gateway(rasa: httpx.Client) -> None:
    body = {"sender": uuid.uuid4().hex, "message": "/privacy", "metadata": {"language": "ro"}}
    (reply,) = rasa.post("/webhooks/gateway/webhook", json=body).json()
    assert "Cine citește" in reply["custom"]["replies"][0]["text"]


def test_the_intent_that_the_gateway_read_counts(rasa: httpx.Client) -> None:
    about = {"language": "en", "said": "qqqq", "intent": {"name": "privacy", "confidence": 0.9}}
    body = {"sender": uuid.uuid4().hex, "message": "qqqq", "metadata": about}
    (reply,) = rasa.post("/webhooks/gateway/webhook", json=body).json()
    assert "Who reads" in reply["custom"]["replies"][0]["text"]


def test_rasa_forgets_a_talk_when_told(rasa: httpx.Client) -> None:
    sender = uuid.uuid4().hex

    def says(text: str) -> str:
        body = {"sender": sender, "message": text, "metadata": {"language": "en", "said": text}}
        return str(rasa.post("/webhooks/gateway/webhook", json=body).json())

    says("/services")
    assert "What kind of help" in says('/inform{"country":"MD"}'), "the form goes on"
    assert rasa.post("/webhooks/gateway/forget", json={"sender": sender}).json() == {"forgotten": True}
    assert "Which country" in says('/inform{"need":"labour"}'), "the form and the country are forgotten"


def test_rasa_listens_to_nobody_but_the_gateway(hotline: Program) -> None:
    address = f"http://127.0.0.1:{hotline.ports[3]}"
    body = {"sender": "x", "message": "/menu"}
    assert httpx.post(f"{address}/webhooks/gateway/webhook", json=body).status_code == 401
    assert httpx.post(f"{address}/webhooks/rest/webhook", json=body).status_code == 404
    assert httpx.post(f"{address}/webhooks/gateway/forget", json={"sender": "x"}).status_code == 401
    assert httpx.get(f"{address}/conversations/x/tracker").status_code == 404, "Rasa's HTTP API stays off"


def test_the_gateway_runs_actions_and_texts_for_rasa_alone(hotline: Program) -> None:
    address = f"http://127.0.0.1:{hotline.ports[2]}"
    for path in ("actions", "nlg"):
        assert httpx.post(f"{address}/{path}", json={}).status_code == 401
        assert httpx.post(f"{address}/{path}?token=guess", json={}).status_code == 401


def test_without_rasa_the_hotline_answers_and_rasa_comes_back(hotline: Program) -> None:
    before = rasa_process(hotline)
    os.kill(before, signal.SIGKILL)
    with Visitor(hotline, "en") as person:
        assert "Checked on" in person.asks("What rights does temporary protection give me?")
        assert "warning sign" in person.asks(
            "Job in Italy, 6000 euro a month for cleaning, give your passport to the driver, write on Telegram only"
        )
        assert "112" in person.asks("he has locked me in the flat and beats me")
        person.presses("/menu")
        assert "What do you need" in person.hears()[-1]["text"]
        person.presses("/human")
        assert "queue" in person.hears()[-1]["text"]
    end = time.monotonic() + 120
    while time.monotonic() < end and not (hotline.health() or {}).get("rasa"):
        time.sleep(0.5)
    assert (hotline.health() or {}).get("rasa")
    assert rasa_process(hotline) != before


def rasa_process(hotline: Program) -> int:
    assert hotline.process
    children = subprocess.run(
        ["pgrep", "-P", str(hotline.process.pid), "-f", "rasa run"], capture_output=True, text=True, check=True
    )
    return int(children.stdout.split()[0])
