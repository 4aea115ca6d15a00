// The console without reloading. Every page works without this file; it only saves waiting and lost words.

import { callAttention } from "./console-attention.js";
import { atEnd, byId, followEnd, kept, lastNumber, localTimes, main, say, story, talk, toEnd } from "./console-page.js";
import { field } from "./console-reply.js";

// ---- The lists ----

const waitingIds = () => new Set([...document.querySelectorAll("#waiting [data-escalation]")].map((one) => one.dataset.escalation));
let known = waitingIds();

function markFresh() {
  if (talk !== "0") kept.write("seen:" + talk, lastNumber());
  for (const entry of document.querySelectorAll("#mine .entry")) {
    const seen = kept.read("seen:" + entry.dataset.talk, 0);
    entry.querySelector(".fresh").hidden = entry.dataset.talk === talk || Number(entry.dataset.last) <= seen;
  }
}

function swapLists(html) {
  const lists = byId("lists");
  const focused = lists.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const tops = [...lists.children].map((section) => section.scrollTop);
  lists.innerHTML = html;
  [...lists.children].forEach((section, number) => { section.scrollTop = tops[number]; });
  if (focused) lists.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  markFresh();
  const now = waitingIds();
  const arrived = [...now].filter((id) => !known.has(id));
  known = now;
  if (!arrived.length) return;
  const first = lists.querySelector(`[data-escalation="${CSS.escape(arrived[0])}"] .chip`);
  callAttention(arrived.length, `${say("Arrived")}: ${first ? first.textContent : ""}`);
}

// ---- The open chat ----

function put(piece) {
  const there = byId(piece.id);
  if (piece.id === "talk-head") {
    const open = there.querySelector("details").open;
    there.replaceWith(piece);
    piece.querySelector("details").open = open || piece.querySelector("details").open;
  } else if (there) {
    there.replaceWith(piece);
  } else {
    story.insertBefore(piece, story.querySelector(".unsent, .going"));
    if (piece.classList.contains("person") && !document.hasFocus()) callAttention(1, piece.innerText);
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

const keys = {
  "?": () => help.showModal(),
  j: () => step(1),
  k: () => step(-1),
  c: () => byId("claim")?.requestSubmit(),
  r: () => field?.focus(),
  Escape: () => { if (talk !== "0") location.assign("/"); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target.closest("input, textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

byId("sign-out").addEventListener("submit", () => kept.forgetTalks());
localTimes(document);
if (story) followEnd();
markFresh();
listen();
