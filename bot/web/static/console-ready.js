// Ready replies, numbers and answers at the cursor: "/" at the beginning of a word, "??" and words to search for.

import { byId, main, say, talk } from "./console-page.js";
import { field } from "./console-reply.js";

const box = byId("ready");
const list = byId("ready-list");
const PIECES = /(?:^|\s)(\/[^\s/]{0,30})$/;
const ANSWERS = /(?:^|\s)(\?\?[^\n]{0,150})$/;
const SHOWN = 40;
const PAUSE = 250;  // milliseconds without a key before a search begins
let asked = null;  // what the shown pieces were asked for
let shown = [];
let chosen = 0;
let timer = 0;
let written = null;  // ready replies and numbers: fetched once

const open = () => !box.hidden;

// What stands before the cursor and is being looked for: its words, where it begins, and which kind.
function wanted() {
  if (field.selectionStart !== field.selectionEnd) return null;
  const before = field.value.slice(0, field.selectionStart);
  const found = ANSWERS.exec(before) ?? PIECES.exec(before);
  if (!found) return null;
  const mark = found[1].startsWith("??") ? "??" : "/";
  return { mark, words: found[1].slice(mark.length).trim(), start: before.length - found[1].length };
}

async function fetchPieces(query) {
  const answer = await fetch(`/talks/${talk}/ready?q=${encodeURIComponent(query)}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).pieces;
}

async function piecesFor(look) {
  if (look.mark === "??") return look.words ? fetchPieces(look.words) : [];
  written ??= await fetchPieces("");
  const word = look.words.toLocaleLowerCase();
  return written.filter((piece) => `${piece.group} ${piece.name} ${piece.text}`.toLocaleLowerCase().includes(word));
}

function option(piece, number) {
  const item = document.createElement("li");
  item.id = `ready-${number}`;
  item.setAttribute("role", "option");
  const name = Object.assign(document.createElement("strong"), { textContent: piece.name });
  const group = Object.assign(document.createElement("span"), { className: "chip", textContent: piece.group });
  const text = Object.assign(document.createElement("span"), { className: "entry-text", textContent: piece.text, dir: "auto" });
  item.append(name, " ", group, text);
  item.addEventListener("click", () => { chosen = number; insert(); });
  return item;
}

function choose(number) {
  chosen = (number + shown.length) % Math.max(shown.length, 1);
  [...list.children].forEach((item, place) => { item.setAttribute("aria-selected", String(place === chosen)); });
  const item = list.children[chosen];
  if (item?.role !== "option") { field.removeAttribute("aria-activedescendant"); return; }
  field.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function show(pieces, look) {
  shown = pieces.slice(0, SHOWN);
  const nothing = look.mark === "??" && !look.words ? say("Search") : say("Empty");
  list.replaceChildren(...shown.map(option));
  box.hidden = false;
  box.querySelector(".hint").hidden = !shown.length;
  byId("ready-state").textContent = shown.length ? `${shown.length}` : nothing;
  box.dataset.nothing = shown.length ? "" : nothing;
  choose(0);
}

function close() {
  clearTimeout(timer);
  asked = null;
  box.hidden = true;
  list.replaceChildren();
  byId("ready-state").textContent = "";
  field.removeAttribute("aria-activedescendant");
}

function look() {
  const now = wanted();
  if (!now) { if (open()) close(); return; }
  const key = now.mark + now.words;
  if (open() && asked === key) return;
  asked = key;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    let pieces = [];
    try { pieces = await piecesFor(now); } catch { box.dataset.nothing = say("Failed"); }
    if (asked === key) show(pieces, now);  // else more was typed meanwhile
  }, now.mark === "??" && now.words ? PAUSE : 0);
}

// Puts the chosen piece in the place of what was typed to find it; the rest of the sentence stays.
function insert() {
  const now = wanted();
  const piece = shown[chosen];
  if (!now || !piece) return;
  close();
  field.setRangeText(piece.text, now.start, field.selectionStart, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

// Begins to look for something: for the buttons, and for the key "/" outside of the field.
export function begin(mark) {
  field.focus();
  const before = field.value.slice(0, field.selectionStart);
  field.setRangeText(/(?:^|\s)$/.test(before) ? mark : ` ${mark}`, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const keys = {
  ArrowDown: () => choose(chosen + 1),
  ArrowUp: () => choose(chosen - 1),
  Enter: insert,
  Tab: insert,
  Escape: close,
};

if (field && box) {
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "ready-list");
  field.addEventListener("input", look);
  field.addEventListener("click", look);
  field.addEventListener("blur", close);
  box.addEventListener("mousedown", (event) => { event.preventDefault(); });  // the field keeps the keyboard
  field.addEventListener("keydown", (event) => {
    if (!open() || event.shiftKey || event.isComposing || !keys[event.key]) return;
    if (!shown.length && event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();  // Enter would send, Escape would leave the field
    keys[event.key]();
  }, { capture: true });
  main.addEventListener("click", (event) => {
    const link = event.target.closest("[data-ready]");
    if (!link) return;
    event.preventDefault();
    begin(link.dataset.ready);
  });
}
