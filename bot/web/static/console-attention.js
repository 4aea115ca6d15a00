// Attention: a short sound, the title, and a word for screen readers, when somebody new waits.

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

export function callAttention(number, text) {
  beep();
  byId("announce").textContent = text;
  missed += number;
  document.title = `(${missed}) ${title}`;
}

for (const sign of ["focus", "pointerdown", "keydown"]) addEventListener(sign, () => { missed = 0; document.title = title; });
sound.hidden = false;
sound.addEventListener("click", () => {
  kept.write("sound", !kept.read("sound", true));
  showSound();
  beep();
});
showSound();
