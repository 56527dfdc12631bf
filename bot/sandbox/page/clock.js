import { api } from "./api.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { clockFace } from "./dates.js";

const STEPS = [["+1 hour", 3600], ["+1 day", 86400], ["+1 week", 604800]];
const SPEEDS = [["Stop", 0], ["1×", 1], ["60×", 60], ["3600×", 3600]];

/**
 * The sandbox's clock: shows the bot's present time, sets it and lets it run.
 * @param {import("./store.js").Store} store
 * @param {(text: string) => void} complain shows what went wrong
 */
export function clockView(store, complain) {
  const change = (what) => api.clock(what).catch((error) => complain(error.message));
  const parts = ["weekday", "date", "time", "seconds"].map((part) => h("span", { class: part }));
  const face = h("time", { class: "face" }, parts, h("abbr", { title: "Coordinated Universal Time" }, "UTC"));
  const input = h("input", { type: "datetime-local", step: 60 });
  const set = (event) => {
    event.preventDefault();
    if (input.value) change({ now: new Date(`${input.value}Z`).toISOString().replace(".000Z", "Z") });
  };
  const speeds = SPEEDS.map(([label, speed]) => button({ onclick: () => change({ speed }) }, label));
  const field = h("label", {}, h("span", {}, "Set to (UTC)"), input);
  const panel = h(
    "div",
    { class: "clock-panel", id: "clock-panel", popover: "auto", role: "dialog", "aria-label": "Set the clock" },
    h("form", { onsubmit: set }, field, h("button", { class: "primary" }, "Set")),
    h("div", { class: "segments", role: "group", "aria-label": "Move forward" },
      STEPS.map(([label, advance]) => button({ onclick: () => change({ advance }) }, label))),
    h("div", { class: "segments", role: "group", "aria-label": "Speed" }, speeds),
  );
  const opener = button({ class: "clock-chip", popovertarget: panel.id, "aria-label": "Clock" }, icon("clock"), face);
  const element = h("div", { class: "clock", role: "group", "aria-label": "Clock" }, opener, panel);

  panel.addEventListener("toggle", () => {
    input.value = new Date(store.now()).toISOString().slice(0, 16);
  });
  function tick() {
    if (!store.clock) return;
    const now = new Date(store.now());
    const text = clockFace(now);
    for (const part of parts) if (part.textContent !== text[part.className]) part.textContent = text[part.className];
    face.dateTime = now.toISOString();
    opener.setAttribute("aria-label", `Clock: ${text.weekday}, ${text.date}, ${text.time} UTC`);
  }
  store.addEventListener("clock", () => {
    SPEEDS.forEach(([, speed], index) => {
      speeds[index].setAttribute("aria-pressed", String(speed === store.clock.speed));
    });
    element.classList.toggle("stopped", store.clock.speed === 0);
    tick();
  });
  setInterval(tick, 200);
  return element;
}
