// What all parts of the console share: the page's texts, what is kept in this browser, times in its own zone.

export const byId = (id) => document.getElementById(id);
export const main = byId("main");
export const story = byId("story");
export const talk = main.dataset.talk;
export const say = (name) => main.dataset["say" + name];

// Kept in this browser only, and only until it is sent or somebody signs out.
export const kept = {
  read(key, otherwise) {
    try { return JSON.parse(localStorage.getItem("hotline:" + key)) ?? otherwise; } catch { return otherwise; }
  },
  write(key, value) {
    try {
      if (value === "" || (Array.isArray(value) && !value.length)) localStorage.removeItem("hotline:" + key);
      else localStorage.setItem("hotline:" + key, JSON.stringify(value));
    } catch { /* a full or forbidden store must not stop anybody from answering */ }
  },
  forgetTalks() {
    for (const key of Object.keys(localStorage)) if (/^hotline:(draft|unsent|seen):/.test(key)) localStorage.removeItem(key);
  },
};

const sameDay = (a, b) => a.toDateString() === b.toDateString();

export function localTimes(root) {
  const language = document.documentElement.lang;
  for (const time of root.querySelectorAll("time[datetime]")) {
    const moment = new Date(time.dateTime);
    const day = sameDay(moment, new Date()) ? {} : { day: "numeric", month: "short" };
    time.textContent = moment.toLocaleString(language, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  }
}

// ---- The end of the story, where the newest message is ----

export function lastNumber() {
  const lines = story ? story.querySelectorAll("li[id^=m]") : [];
  return lines.length ? Number(lines[lines.length - 1].id.slice(1)) : 0;
}

function scroller() {
  return story && getComputedStyle(story).overflowY === "auto" ? story : document.scrollingElement;
}

export function atEnd() {
  const box = scroller();
  return box.scrollHeight - box.scrollTop - box.clientHeight < 80;
}

export function toEnd() {
  const box = scroller();
  box.scrollTop = box.scrollHeight;
}

let staysAtEnd = true;

export function followEnd() {
  story.addEventListener("scroll", () => { staysAtEnd = atEnd(); }, { passive: true });
  new ResizeObserver(() => { if (staysAtEnd && scroller() === story) toEnd(); }).observe(story);
  toEnd();
}
