"use strict";
/* Draws messages, in the shape of templates/message.html. Only `text_html` becomes markup: the server escaped it. */
window.View = (function () {
  const main = document.getElementById("chat");
  const scroll = document.getElementById("scroll");
  const log = document.getElementById("log");
  const typing = document.getElementById("typing");
  const words = main.dataset;
  const names = { person: words.you, bot: words.program, counselor: words.counselor, system: words.hotline };

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function clock(element) {
    const moment = new Date(element.dateTime);
    if (!isNaN(moment)) element.textContent = moment.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  }

  function choice(button) {
    const element = make(button.url ? "a" : "button", "choice", button.label);
    if (button.url) {
      element.href = button.url;
      element.rel = "noopener noreferrer nofollow";
      element.target = "_blank";
    } else {
      element.name = "press";
      element.value = button.payload;
    }
    return element;
  }

  function choices(rows) {
    const form = make("form", "choices");
    form.method = "post";
    form.action = "/messages";
    rows.forEach(function (buttons) {
      const row = form.appendChild(make("div", "row"));
      buttons.forEach(function (button) { row.appendChild(choice(button)); });
    });
    return form;
  }

  function draw(message) {
    const article = make("article", "message " + message.author);
    if (message.id) article.dataset.id = message.id;
    if (message.client_id) article.dataset.client = message.client_id;
    const who = article.appendChild(make("p", "who", names[message.author]));
    if (message.at) {
      who.append(" ");
      const time = who.appendChild(make("time"));
      time.dateTime = message.at;
      clock(time);
    }
    if (message.quoted) article.appendChild(make("blockquote", "", message.quoted)).dir = "auto";
    const text = article.appendChild(make("div", "text"));
    text.dir = "auto";
    if (message.text_html === undefined) {
      text.textContent = message.text;
      text.style.whiteSpace = "pre-line";
    } else {
      text.innerHTML = message.text_html;
    }
    if (message.buttons && message.buttons.length) article.appendChild(choices(message.buttons));
    canBeAnswered(article);
    return article;
  }

  /* A person's words to a counselor may answer one of several things that were asked. */
  function canBeAnswered(article) {
    if (!article.classList.contains("counselor")) return;
    const button = article.appendChild(make("button", "plain answer", words.answer));
    button.type = "button";
  }

  function find(name, value) {
    return Array.prototype.find.call(log.children, function (one) { return one.dataset[name] === String(value); });
  }

  /* Puts a message where it belongs: in the place of what was shown while it was being sent, else before what still is. */
  function add(message) {
    const article = draw(message);
    const shown = message.client_id && find("client", message.client_id);
    const unsent = Array.prototype.find.call(log.children, function (one) { return one.dataset.waiting; });
    if (shown) log.replaceChild(article, shown);
    else log.insertBefore(article, message.author === "person" ? unsent || null : null);
    return article;
  }

  /* Shows new messages: the end of the talk, or the beginning of an answer that is higher than the screen. */
  function bring(article) {
    scroll.classList.remove("fresh");
    const high = article.offsetHeight > scroll.clientHeight - 40;
    article.scrollIntoView({ block: high ? "start" : "end" });
    if (!high && article === log.lastElementChild) scroll.scrollTop = scroll.scrollHeight;
  }

  /* Everything goes but the introduction, and what is not sent yet. */
  function clear() {
    Array.prototype.slice.call(log.children).forEach(function (one) {
      if ((one.dataset.id || one.dataset.client) && !one.dataset.waiting) one.remove();
    });
  }

  function state(article, text, retry) {
    const old = article.querySelector(".state");
    if (old) old.remove();
    article.classList.toggle("unsent", Boolean(retry));
    if (!text) return;
    const line = article.appendChild(make("p", "state", text));
    if (retry) {
      const button = line.appendChild(make("button", "", words.retry));
      button.type = "button";
      button.addEventListener("click", retry);
    }
  }

  let patience = 0;
  function awaitAnswer(yes) {
    clearTimeout(patience);
    typing.hidden = !yes;
    if (yes) patience = setTimeout(function () { typing.hidden = true; }, 20000);
  }

  Array.prototype.forEach.call(log.querySelectorAll("time"), clock);
  Array.prototype.forEach.call(log.children, canBeAnswered);
  return { add: add, draw: draw, bring: bring, clear: clear, find: find, state: state, awaitAnswer: awaitAnswer, log: log, words: words };
})();
