"use strict";
/* Sends and hears. Without this file the page works by plain forms; nothing here is needed for help to be reached. */
(function () {
  const View = window.View;
  const words = View.words;
  const field = document.getElementById("text");
  const file = document.getElementById("file");
  const chosen = document.getElementById("chosen");
  const offline = document.getElementById("offline");
  const title = document.title;
  const touch = window.matchMedia("(pointer: coarse)").matches;

  const kept = { /* what survives a reload of the page, and not "leave quickly" */
    get: function (key) { try { return JSON.parse(sessionStorage.getItem(key)); } catch (error) { return null; } },
    set: function (key, value) {
      try { sessionStorage.setItem(key, JSON.stringify(value)); } catch (error) { /* private mode: then it does not survive */ }
    },
  };

  /* Sending: one at a time, in order. What fails stays visible and is sent again with the same id: the server knows it. */

  const queue = [];
  let sending = false;
  let again = 0;
  let known = Boolean(words.known);

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.prototype.map.call(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
  }

  function send(item, quietly) {
    item.id = item.id || newId();
    item.article = View.add({ author: "person", text: item.shown, client_id: item.id, quoted: item.quoted });
    item.article.dataset.waiting = "yes";
    View.state(item.article, words.sending);
    queue.push(item);
    keep();
    if (!quietly) View.bring(item.article);
    pump();
  }

  function keep() {
    kept.set("unsent", queue.filter(function (item) { return !item.file; }).map(function (item) {
      return { id: item.id, shown: item.shown, name: item.name, value: item.value, replyTo: item.replyTo, quoted: item.quoted };
    }));
  }

  async function pump() {
    if (sending || !queue.length) return;
    sending = true;
    const item = queue[0];
    View.state(item.article, words.sending);
    const answer = await post(item);
    sending = false;
    if (answer.ok) done(item);
    else failed(item, answer);
  }

  async function post(item) {
    const body = new FormData();
    body.append("id", item.id);
    body.append(item.name, item.value);
    if (item.file) body.append("file", item.file);
    if (item.replyTo) body.append("reply_to", item.replyTo);
    try {
      const response = await fetch("/messages", { method: "POST", body: body, headers: { Accept: "application/json" } });
      if (response.ok) return { ok: true };
      const said = await response.json().catch(function () { return {}; });
      return { status: response.status, text: said.text };
    } catch (error) {
      return { status: 0 };
    }
  }

  function done(item) {
    queue.shift();
    keep();
    delete item.article.dataset.waiting;
    View.state(item.article, "");
    known = true;
    offline.hidden = true;
    if (!counselorIsHere()) View.awaitAnswer(true);
    listen();
    pump();
    followLanguage();
  }

  function failed(item, answer) {
    const hopeless = answer.status === 413 || answer.status === 400;
    if (hopeless) {
      queue.shift();
      keep();
      delete item.article.dataset.waiting;
    }
    const text = answer.text ? words.unsent + " " + answer.text : words.unsent;
    View.state(item.article, text, hopeless ? null : pump);
    item.article.classList.add("unsent");
    if (answer.status === 0) setOffline(true);
    clearTimeout(again);
    if (hopeless) pump();
    else again = setTimeout(pump, answer.status === 429 ? 60000 : 10000);
  }

  function counselorIsHere() {
    const others = View.log.querySelectorAll(".message:not(.person)");
    return others.length > 0 && others[others.length - 1].classList.contains("counselor");
  }

  /* Writing */

  const form = document.getElementById("composer");

  function grow() {
    if (window.CSS && CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = field.scrollHeight + 2 + "px";
  }

  function showChosen() {
    const one = file.files[0];
    chosen.hidden = !one;
    if (!one) return;
    const tooLarge = one.size > Number(words.mostBytes);
    chosen.firstElementChild.textContent = tooLarge ? words.tooLarge : "📎 " + one.name;
    if (tooLarge) file.value = "";
  }

  function kindOf(one) {
    const kind = one.type.split("/")[0];
    return kind === "image" ? words.photo : kind === "audio" ? words.voice : words.file;
  }

  /* Which message of the counselor is answered */

  const answering = document.getElementById("answering");
  let answered = null;

  function answer(article) {
    answered = article && { replyTo: article.dataset.id, quoted: article.querySelector(".text").textContent.slice(0, 80) };
    answering.hidden = !answered;
    answering.firstElementChild.textContent = answered ? words.answersTo + " " + answered.quoted : "";
  }

  answering.querySelector("button").addEventListener("click", function () { answer(null); field.focus(); });
  View.log.addEventListener("click", function (event) {
    const button = event.target.closest("button.answer");
    if (!button) return;
    answer(button.closest("article"));
    field.focus();
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const one = file.files[0];
    const text = field.value.trim();
    if (text || one) {
      const shown = one ? (kindOf(one) + " " + one.name + "\n" + text).trim() : text;
      send(Object.assign({ name: "text", value: text, file: one, shown: shown }, answered));
      answer(null);
      form.reset();
      field.value = "";
      kept.set("draft", "");
      showChosen();
      grow();
    }
    field.focus();
  });
  field.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || touch) return;
    event.preventDefault();
    if (form.requestSubmit) form.requestSubmit();
    else form.querySelector(".send").click();
  });
  field.addEventListener("input", function () { kept.set("draft", field.value); grow(); });
  file.addEventListener("change", showChosen);
  chosen.querySelector("button").addEventListener("click", function () { file.value = ""; showChosen(); file.focus(); });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button[name=press]");
    if (!button) return;
    event.preventDefault();
    const panel = button.closest("details");
    if (panel) panel.open = false;
    send({ name: "press", value: button.value, shown: button.textContent.trim() });
  });
  document.getElementById("forget").addEventListener("submit", function () {
    try { sessionStorage.clear(); } catch (error) { /* nothing was kept */ }
  });

  /* Hearing: a stream; where that fails, asking every few seconds. */

  let newest = Number(words.newest);
  let stream = null;
  let unread = 0;
  let asking = 0;

  function hear(message) {
    if (View.find("id", message.id)) { newest = Math.max(newest, message.id); return; }
    if (message.id <= newest) View.clear(); /* numbers began anew: everything was erased */
    newest = message.id;
    const article = View.add(message);
    if (message.author === "person") return;
    View.awaitAnswer(false);
    bringFirst(article);
    if (document.hidden) {
      unread += 1;
      document.title = "(" + unread + ") " + title;
    }
  }

  /* Several messages often come together: show the beginning of the first of them, and the rest below it. */
  let first = null;
  function bringFirst(article) {
    if (!first) setTimeout(function () { View.bring(fits(first) ? View.log.lastElementChild : first); first = null; }, 50);
    first = first || article;
  }

  function fits(article) {
    const bottom = View.log.lastElementChild.getBoundingClientRect().bottom;
    return bottom - article.getBoundingClientRect().top < document.getElementById("scroll").clientHeight;
  }

  function listen() {
    if (!known || stream) return;
    if (!window.EventSource) { ask(); return; }
    stream = new EventSource("/stream?after=" + newest);
    stream.addEventListener("open", function () { setOffline(false); });
    stream.addEventListener("message", function (event) { hear(JSON.parse(event.data)); });
    stream.addEventListener("anew", function () { View.clear(); newest = 0; });
    stream.addEventListener("page", function (event) { changePage(JSON.parse(event.data)); });
    stream.addEventListener("error", function () {
      if (!navigator.onLine) setOffline(true);
      if (stream.readyState !== EventSource.CLOSED) return; /* it tries again by itself */
      stream = null;
      ask();
    });
  }

  async function ask() {
    clearTimeout(asking);
    try {
      const response = await fetch("/messages?after=" + newest, { headers: { Accept: "application/json" } });
      (await response.json()).forEach(hear);
      setOffline(false);
    } catch (error) {
      setOffline(true);
    }
    if (!stream) asking = setTimeout(ask, 5000);
  }

  /* The page itself is in one language: when the person changes theirs, it is fetched again, but never under their hands. */
  let wanted = document.documentElement.lang;

  function changePage(page) {
    wanted = page.language;
    if (wanted === document.documentElement.lang) document.getElementById("emergency").innerHTML = page.emergency;
    else followLanguage();
  }

  function followLanguage() {
    const busy = field.value || file.files.length || queue.length;
    if (wanted === document.documentElement.lang || kept.get("language") === wanted || busy) return;
    kept.set("language", wanted); /* once: a page that stays as it is must not be fetched for ever */
    window.location.reload();
  }

  function setOffline(yes) {
    offline.hidden = !yes;
    if (!yes) pump();
  }

  window.addEventListener("online", function () { setOffline(false); listen(); });
  window.addEventListener("offline", function () { setOffline(true); });
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) return;
    unread = 0;
    document.title = title;
    listen();
  });

  /* Begin */

  if (kept.get("language") === document.documentElement.lang) kept.set("language", "");
  field.value = field.value || kept.get("draft") || "";
  grow();
  (kept.get("unsent") || []).forEach(function (item) { if (!View.find("client", item.id)) send(item, true); });
  const last = View.log.lastElementChild;
  if (known && last && last.classList.contains("person")) View.awaitAnswer(true);
  setOffline(!navigator.onLine);
  listen();
})();
