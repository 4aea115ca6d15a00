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
  if (message.replyTo) line.append(Object.assign(document.createElement("blockquote"), { textContent: message.quoted, dir: "auto" }));
  const text = Object.assign(document.createElement("div"), { className: "line-text", textContent: message.text, dir: "auto" });
  const state = Object.assign(document.createElement("p"), { className: "delivery", textContent: say("Sending") });
  line.prepend(by);
  line.append(text, state);
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
  const discard = Object.assign(document.createElement("button"), { type: "button", textContent: say("Discard"), className: "quiet" });
  discard.addEventListener("click", () => drop(message, line));
  state.append(again, discard);
}

function settled(line, message, number) {
  keepUnsent(unsent().filter((one) => one.token !== message.token));
  if (byId("m" + number)) line.remove();  // the stream was faster
  else { line.id = "m" + number; line.className = "line counselor"; }
}

async function post(message) {
  const body = new URLSearchParams({ text: message.text, token: message.token, reply_to: message.replyTo ?? "", sure: message.sure ?? "" });
  const headers = { Accept: "application/json", "X-CSRF": reply.elements.csrf.value };
  const answer = await fetch(reply.action, { method: "POST", body, headers, signal: AbortSignal.timeout(20000) });
  return { ok: answer.ok, ...(await answer.json().catch(() => ({}))) };
}

// A number that is in no directory: sent only when somebody says that it is right.
async function ask(question, message, line) {
  showUnsent(line, message, "");
  byId("sure-question").textContent = question;
  const sure = byId("sure");
  sure.returnValue = "";
  sure.showModal();
  await new Promise((done) => { sure.addEventListener("close", done, { once: true }); });
  if (sure.returnValue === "yes") {
    message.sure = "yes";
    send(message, line);
  } else if (sure.returnValue === "no") {
    drop(message, line);
    answering(message.replyTo, message.quoted);
    field.value = [message.text, field.value].filter(Boolean).join("\n");
    keepDraft();
  }
  field.focus();
}

function drop(message, line) {
  keepUnsent(unsent().filter((one) => one.token !== message.token));
  line.remove();
}

// ---- Which message is answered ----

function answering(number, words) {
  reply.elements.reply_to.value = number ?? "";
  byId("answered").hidden = !number;
  byId("answered").querySelector("q").textContent = words ?? "";
}

function answerFrom(link) {
  const line = link.closest("li");
  answering(link.dataset.to, line.querySelector(".line-text")?.textContent.trim().slice(0, 80) || line.querySelector(".chip")?.textContent);
  field.focus();
}

const keepDraft = () => kept.write("draft:" + talk, field.value);

function send(message, line) {
  line.className = "line counselor going";
  line.querySelector(".delivery").textContent = say("Sending");
  queue = queue.then(async () => {
    try {
      const answer = await post(message);
      if (answer.ok) settled(line, message, answer.message);
      else if (answer.question) await ask(answer.question, message, line);
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
  const replyTo = reply.elements.reply_to.value;
  const quoted = byId("answered").querySelector("q").textContent;
  const message = { text, replyTo, quoted, token: crypto.randomUUID?.() ?? String(Date.now()) + Math.random() };
  keepUnsent([...unsent(), message]);
  field.value = "";
  kept.write("draft:" + talk, "");
  answering("");
  const line = placeholder(message);
  toEnd();
  send(message, line);
  field.focus();
}

if (reply) {
  // somebody quick has already typed before this file arrived: their words count, not the older draft
  field.value ||= kept.read("draft:" + talk, "");
  kept.write("draft:" + talk, field.value);
  field.addEventListener("input", keepDraft);
  story.addEventListener("click", (event) => {
    const link = event.target.closest("a.answer");
    if (!link) return;
    event.preventDefault();
    answerFrom(link);
  });
  byId("unanswer").addEventListener("click", (event) => { event.preventDefault(); answering(""); field.focus(); });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submitReply(event);
  });
  reply.addEventListener("submit", submitReply);
  for (const message of unsent()) showUnsent(placeholder(message), message, "");
} else if (main.dataset.state === "over") {
  for (const name of ["draft:", "unsent:", "seen:"]) kept.write(name + talk, "");
}
