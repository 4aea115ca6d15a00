// Attention: a short sound, the title, a word for screen readers, and a notification if the counselor switched them on.

import { byId, kept } from "./console-page.js";

let missed = 0;
let audio = null;
const title = document.title;
const sound = byId("sound");

function showSound() {
  sound.setAttribute("aria-pressed", String(kept.read("sound", true)));
}

function beep() {
  if (!kept.read("sound", true)) return;
  try {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.15, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.35);
  } catch { /* no sound device */ }
}

// Never a word of a conversation: a notification may be read by whoever stands near, or lie in the system's list.
function notify(text) {
  if (!kept.read("notify", false) || Notification.permission !== "granted") return;
  try {
    const shown = new Notification(title, { body: text, tag: "hotline" });
    shown.addEventListener("click", () => { focus(); shown.close(); });
  } catch { /* phones show them only for installed pages */ }
}

export function callAttention(number, text, outside) {
  beep();
  notify(outside);
  byId("announce").textContent = text;
  missed += number;
  document.title = missed ? `(${missed}) ${title}` : `(!) ${title}`;
}

for (const sign of ["focus", "pointerdown", "keydown"]) addEventListener(sign, () => { missed = 0; document.title = title; });
const bell = byId("notify");

function showBell() {
  bell.setAttribute("aria-pressed", String(kept.read("notify", false) && Notification.permission === "granted"));
}

if ("Notification" in window && Notification.permission !== "denied") {
  bell.hidden = false;
  bell.addEventListener("click", async () => {  // asked only here, by a press
    const on = bell.getAttribute("aria-pressed") === "true";
    kept.write("notify", !on && (await Notification.requestPermission()) === "granted");
    showBell();
  });
  showBell();
}
sound.hidden = false;
sound.addEventListener("click", () => {
  kept.write("sound", !kept.read("sound", true));
  showSound();
  beep();
});
showSound();
