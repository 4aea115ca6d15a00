"use strict";
/* "Leave quickly": by itself and first of all, so that it works whatever else fails. Esc pressed twice does the same. */
(function () {
  var DOUBLE = 1500; /* milliseconds between two presses of Esc */
  var lastEscape = 0;

  function leave(event) {
    if (event) event.preventDefault();
    document.documentElement.classList.add("gone"); /* the harmless page may take a moment to come */
    document.title = "\u2026";
    try { sessionStorage.clear(); } catch (error) { /* nothing was kept then */ }
    window.location.replace("/blank");
  }

  document.documentElement.classList.add("js");
  document.getElementById("leave").addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { lastEscape = 0; return; }
    if (event.repeat) return;
    var moment = Date.now();
    if (moment - lastEscape < DOUBLE) leave(event);
    lastEscape = moment;
  });

  /* Coming back by the Back button must not show the talk out of the browser's memory: ask the server again. */
  window.addEventListener("pageshow", function (event) { if (event.persisted) window.location.reload(); });
})();
