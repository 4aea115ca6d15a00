// Sending: one message after the other, nothing lost, nothing twice.

import { byId, kept, main, say, story, talk, toEnd } from "./console-page.js";

const reply = byId("reply");
export const field = byId("reply-text");
let queue = Promise.resolve();

const unsent = () => kept.read("unsent:" + talk, []);
const keepUnsent = (list) => kept.write("unsent:" + talk, list);

function placeholder(message) {
  const line = document.createElement("li");
  line.className = "line counselor going";
  line.dataset.token = message.token;
  const by = document.createElement("p");
  by.className = "line-by";
  by.append(Object.assign(document.createElement("span"), { className: "who", textContent: say("You") }));
  const text = Object.assign(document.createElement("div"), { className: "line-text", textContent: message.text, dir: "auto" });
  const state = Object.assign(document.createElement("p"), { className: "delivery", textContent: say("Sending") });
  line.append(by, text, state);
  story.append(line);
  return line;
}

function showUnsent(line, message, reason) {
  line.className = "line counselor unsent";
  const state = line.querySelector(".delivery");
  state.setAttribute("role", "alert");
  state.textContent = `${say("Unsent")}${reason ? ": " + reason : ""} `;
  const again = Object.assign(document.createElement("button"), { type: "button", textContent: say("Retry") });
  again.addEventListener("click", () => send(message, line));
  const drop = Object.assign(document.createElement("button"), { type: "button", textContent: say("Discard"), className: "quiet" });
  drop.addEventListener("click", () => { keepUnsent(unsent().filter((one) => one.token !== message.token)); line.remove(); });
  state.append(again, drop);
}

function settled(line, message, number) {
  keepUnsent(unsent().filter((one) => one.token !== message.token));
  if (byId("m" + number)) line.remove();  // the stream was faster
  else { line.id = "m" + number; line.className = "line counselor"; }
}

async function post(message) {
  const body = new URLSearchParams({ text: message.text, token: message.token });
  const headers = { Accept: "application/json", "X-CSRF": reply.elements.csrf.value };
  const answer = await fetch(reply.action, { method: "POST", body, headers, signal: AbortSignal.timeout(20000) });
  return { ok: answer.ok, ...(await answer.json().catch(() => ({}))) };
}

function send(message, line) {
  line.className = "line counselor going";
  line.querySelector(".delivery").textContent = say("Sending");
  queue = queue.then(async () => {
    try {
      const answer = await post(message);
      if (answer.ok) settled(line, message, answer.message);
      else showUnsent(line, message, answer.error);
    } catch {
      showUnsent(line, message, "");
    }
  });
}

function submitReply(event) {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  const message = { text, token: crypto.randomUUID?.() ?? String(Date.now()) + Math.random() };
  keepUnsent([...unsent(), message]);
  field.value = "";
  kept.write("draft:" + talk, "");
  const line = placeholder(message);
  toEnd();
  send(message, line);
  field.focus();
}

if (reply) {
  // somebody quick has already typed before this file arrived: their words count, not the older draft
  field.value ||= kept.read("draft:" + talk, "");
  kept.write("draft:" + talk, field.value);
  field.addEventListener("input", () => kept.write("draft:" + talk, field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submitReply(event);
  });
  reply.addEventListener("submit", submitReply);
  for (const message of unsent()) showUnsent(placeholder(message), message, "");
} else if (main.dataset.state === "over") {
  for (const name of ["draft:", "unsent:", "seen:"]) kept.write(name + talk, "");
}
