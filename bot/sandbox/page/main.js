import { api } from "./api.js";
import { clockView } from "./clock.js";
import { Desk } from "./desk.js";
import { button, h } from "./dom.js";
import { avatar } from "./people.js";
import { Store } from "./store.js";
import { follow } from "./stream.js";
import { Toasts } from "./toasts.js";
import { inLanguage } from "./words.js";

const STATES = { lost: "Reconnecting…", on: "Connected", waiting: "Waiting for the bot" };

const store = new Store();
const toasts = new Toasts();
toasts.element.classList.add("page-toasts");

function build() {
  let desk = new Desk(store);
  document.body.replaceChildren(topBar(desk), desk.element, toasts.element);
  // The stream's first clock came before the bar stood.
  store.dispatchEvent(new CustomEvent("clock"));
  store.addEventListener("load", () => {
    if (desk.fits()) return;
    desk.close();
    const fresh = new Desk(store);
    desk.element.replaceWith(fresh.element);
    desk.switcher.element.replaceWith(fresh.switcher.element);
    desk = fresh;
  });
}

function topBar(desk) {
  const title = h("h1", {});
  const state = h("p", { class: "link-state", role: "status" });
  const picture = avatar(inLanguage(store.bot.name, "en") || store.bot.username, "bot");
  const brand = h("div", { class: "brand" }, picture, h("div", {}, title, state));
  let up = false;
  const refresh = () => {
    title.textContent = inLanguage(store.bot.name, "en") || `@${store.bot.username}`;
    document.title = `${title.textContent} · Sandbox`;
    state.dataset.state = !up ? "lost" : store.bot.connected ? "on" : "waiting";
    state.textContent = STATES[state.dataset.state];
  };
  store.addEventListener("bot", refresh);
  store.addEventListener("load", refresh);
  store.addEventListener("link", (event) => {
    up = event.detail.up;
    refresh();
  });
  refresh();
  const clock = clockView(store, (text) => toasts.show(text));
  return h("header", { class: "top" }, brand, desk.switcher.element, clock, resetButton());
}

function resetButton() {
  const empty = () => {
    if (!confirm("Empty all chats of the sandbox? The bot keeps its own database.")) return;
    api.reset().catch((error) => toasts.show(error.message));
  };
  return button({ class: "quiet reset", onclick: empty }, "Empty chats");
}

store.addEventListener("load", build, { once: true });
follow(store);
