// The board without reloading. The page works without this file: it then loads itself anew every half minute.

const main = document.getElementById("main");
const board = document.getElementById("board");
const lost = document.getElementById("lost");

function swap(html) {
  const focused = board.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  board.innerHTML = html;
  if (focused) board.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function listen() {
  const stream = new EventSource(main.dataset.stream);
  stream.addEventListener("open", () => { lost.hidden = true; });
  stream.addEventListener("board", (event) => swap(event.data));
  stream.addEventListener("signed-out", () => location.assign("/sign-in"));
  stream.addEventListener("error", () => {
    lost.hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
  });
  addEventListener("pagehide", () => stream.close(), { once: true });
}

listen();
