// The console without reloading. Every page works without this file; it only saves waiting and lost words.

import { callAttention } from "./console-attention.js";
import { atEnd, byId, followEnd, kept, lastNumber, localTimes, main, say, story, talk, toEnd } from "./console-page.js";
import { begin } from "./console-ready.js";
import { field } from "./console-reply.js";

// ---- The lists ----

const waitingIds = () => new Set([...document.querySelectorAll("#waiting [data-escalation], #offers [data-escalation], #looks [data-escalation]")].map((one) => one.dataset.escalation));
let known = waitingIds();

function markFresh() {
  if (talk !== "0") kept.write("seen:" + talk, lastNumber());
  for (const entry of document.querySelectorAll("#mine .entry")) {
    const seen = kept.read("seen:" + entry.dataset.talk, 0);
    entry.querySelector(".fresh").hidden = entry.dataset.talk === talk || Number(entry.dataset.last) <= seen;
  }
}

const nameOf = (control) => control.getAttribute("href") ?? control.getAttribute("formaction");

function swapLists(html) {
  const lists = byId("lists");
  const focused = lists.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  const tops = new Map([...lists.children].map((section) => [section.className, section.scrollTop]));
  lists.innerHTML = html;
  for (const section of lists.children) section.scrollTop = tops.get(section.className) ?? 0;
  if (focused) [...lists.querySelectorAll("a, button")].find((one) => nameOf(one) === focused)?.focus({ preventScroll: true });
  markFresh();
  const now = waitingIds();
  const newcomers = [...now].filter((id) => !known.has(id));
  known = now;
  if (!newcomers.length) return;
  const first = lists.querySelector(`[data-escalation="${CSS.escape(newcomers[0])}"] .chip`);
  callAttention(newcomers.length, `${say("Arrived")}: ${first ? first.textContent : ""}`, say("Arrived"));
}

// ---- The open chat ----

// Read out by screen readers; who looks elsewhere gets sound, title and notification as well.
function arrived(piece) {
  const words = piece.querySelector(".line-text")?.textContent ?? "";
  if (document.hasFocus()) byId("announce").textContent = `${say("Message")}: ${words}`;
  else callAttention(1, `${say("Message")}: ${words}`, say("Message"));
}

function put(piece) {
  const there = byId(piece.id);
  if (piece.id === "talk-head") {
    for (const part of there.querySelectorAll("details[open]")) piece.querySelector(`#${part.id}`)?.setAttribute("open", "");
    const focused = there.contains(document.activeElement) ? document.activeElement.closest("details")?.id : null;
    there.replaceWith(piece);
    if (focused) piece.querySelector(`#${focused} summary`)?.focus({ preventScroll: true });
  } else if (there) {
    const focused = there.contains(document.activeElement);
    there.replaceWith(piece);
    if (focused) piece.querySelector("a")?.focus({ preventScroll: true });
  } else {
    story.insertBefore(piece, story.querySelector(".unsent, .going"));
    if (piece.classList.contains("person")) arrived(piece);
  }
}

function swapTalk(html) {
  const end = atEnd();
  const template = document.createElement("template");
  template.innerHTML = html;
  localTimes(template.content);
  for (const piece of [...template.content.children]) put(piece);
  if (end) toEnd();
  markFresh();
}

// ---- The stream ----

let lost = null;

function listen() {
  const address = new URL(main.dataset.stream, location.href);
  if (story) address.searchParams.set("after", String(lastNumber()));
  const stream = new EventSource(address);
  const found = () => { clearTimeout(lost); lost = null; byId("lost").hidden = true; };
  stream.addEventListener("open", found);
  stream.addEventListener("queue", (event) => swapLists(event.data));
  stream.addEventListener("talk", (event) => swapTalk(event.data));
  stream.addEventListener("alarm", (event) => callAttention(0, event.data, event.data));
  stream.addEventListener("moved", (event) => {
    byId("moved").hidden = false;
    byId("moved").querySelector("span").textContent = event.data;
  });
  stream.addEventListener("signed-out", () => { stream.close(); found(); byId("signed-out").hidden = false; });
  stream.addEventListener("error", () => {
    lost ??= setTimeout(() => { byId("lost").hidden = false; }, 1500);
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
  });
  addEventListener("pagehide", () => stream.close(), { once: true });
}

// ---- Keys ----

const help = byId("help");
byId("keys").hidden = false;
byId("keys").addEventListener("click", () => help.showModal());

function step(by) {
  const links = [...document.querySelectorAll("#lists .entry > a")];
  if (!links.length) return;
  const here = links.indexOf(document.activeElement);
  const start = here >= 0 ? here : links.findIndex((link) => link.hasAttribute("aria-current"));
  links[Math.min(links.length - 1, Math.max(0, start + by))].focus();
}

// Opens the part of the page that a form is folded into, and goes to its first field.
function unfold(form) {
  if (!form) return;
  form.closest("details").open = true;
  form.querySelector("input:not([type=hidden]), textarea, button").focus();
}

function fold(element) {
  const part = element.closest("details[open]");
  if (!part) return element.blur();
  part.open = false;
  part.querySelector("summary").focus();
}

const keys = {
  "?": () => help.showModal(),
  j: () => step(1),
  k: () => step(-1),
  c: () => byId("claim")?.requestSubmit(),
  r: () => field?.focus(),
  "/": () => field && begin("/"),
  n: () => unfold(byId("note")),
  x: () => unfold(byId("close")),
  Escape: () => { if (talk !== "0") location.assign("/"); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape" && event.target.closest(".deeds") && event.target !== document.activeElement?.closest("summary")) {
    fold(event.target);
    return;
  }
  if (event.target.closest("input, textarea, select")) return;
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

byId("sign-out").addEventListener("submit", () => kept.forgetTalks());
localTimes(document);
if (story) followEnd();
markFresh();
listen();
