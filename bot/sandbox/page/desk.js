import { Column } from "./column.js";
import { chooseChat } from "./dialogs.js";
import { h } from "./dom.js";
import { nameOf, botName } from "./people.js";
import { Seat } from "./seat.js";
import { Switcher } from "./switcher.js";

const NARROW = matchMedia("(max-width: 719px)");

/** All columns, and which of them are shown: #all, #samir, or several as in #maya,group. */
export class Desk {
  /** The chat that has the person's attention; the only one shown on a narrow screen. */
  #current = "";
  /** The places that the desk was made for. */
  #drawn = "";
  /** @type {Map<string, Column>} */ columns = new Map();
  #closing = new AbortController();

  /** @param {import("./store.js").Store} store with its first state loaded */
  constructor(store) {
    this.store = store;
    const places = placesOf(store);
    this.#drawn = outline(places);
    const { signal } = this;
    for (const place of places) this.columns.set(place.key, new Column(place.key, store, place, this));
    this.switcher = new Switcher(places, (key, together) => this.#choose(key, together));
    this.element = h("main", { class: "desk" }, [...this.columns.values()].map((column) => column.element));
    this.#current = places[0]?.key ?? "";
    addEventListener("hashchange", () => this.#show(), { signal });
    NARROW.addEventListener("change", () => this.#show(), { signal });
    store.addEventListener("message", (event) => this.#count(event.detail.message), { signal });
    this.#show();
  }

  /** What ends when the desk is closed. */
  get signal() {
    return this.#closing.signal;
  }

  /** Whether there are still the same columns to show. */
  fits() {
    return outline(placesOf(this.store)) === this.#drawn;
  }

  /** Nothing that happens from now on is of interest. */
  close() {
    this.#closing.abort();
  }

  /** A column was touched: it is the current one. @param {string} key */
  attend(key) {
    if (this.#current === key) return;
    this.#current = key;
    this.#mark();
  }

  /** Goes to a person's private chat. @param {number} person */
  open(person) {
    const column = [...this.columns.values()].find(({ seat }) => seat.personId === person && seat.isPrivate);
    if (!column) return;
    this.#current = column.key;
    if (column.element.hidden) this.#choose(this.#wanted.includes("all") ? "all" : column.key, false);
    this.#show();
    column.focus();
  }

  /** Lets a person send something to one of their chats. @param {Seat} seat @param {string} text */
  share(seat, text) {
    const chats = seat.person.chats.map((id) => this.store.chats.get(id)).filter(Boolean);
    const places = chats.map((chat) => ({
      name: chat.type === "private" ? botName(seat) : chat.title,
      who: chat.type === "private" ? "bot" : "group",
      send: () => this.#deliver(seat, chat, text),
    }));
    chooseChat(seat, places);
  }

  #deliver(seat, chat, text) {
    const there = new Seat(this.store, seat.personId, chat.id, this);
    there.notices = seat.notices;
    there.send(text);
  }

  #choose(key, together) {
    const shown = this.#wanted.filter((other) => other !== "all");
    const several = shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key];
    const keys = together && key !== "all" && several.length ? several : [key];
    if (key !== "all") this.#current = key;
    const hash = `#${keys.join(",")}`;
    if (location.hash === hash) this.#show();
    else location.hash = hash;
  }

  /** The keys that the address asks for. */
  get #wanted() {
    const keys = decodeURIComponent(location.hash.slice(1)).split(",").filter((key) => this.columns.has(key));
    return keys.length ? keys : ["all"];
  }

  #show() {
    const wanted = this.#wanted;
    const all = wanted.includes("all");
    if (!all && !wanted.includes(this.#current)) this.#current = wanted[0];
    for (const [key, column] of this.columns) {
      column.element.hidden = NARROW.matches ? key !== this.#current : !(all || wanted.includes(key));
      if (!column.element.hidden) this.switcher.seen(key);
    }
    this.element.dataset.shown = String(NARROW.matches ? 1 : all ? this.columns.size : wanted.length);
    this.#mark();
  }

  #mark() {
    this.switcher.mark(NARROW.matches ? [this.#current] : this.#wanted, this.#current);
  }

  #count(message) {
    for (const [key, { element, seat }] of this.columns) {
      if (element.hidden && seat.chatId === message.chat && message.from !== seat.personId) this.switcher.count(key);
    }
  }
}

/** What makes two sets of places the same; who writes in a group is the column's own affair. */
const outline = (places) => JSON.stringify(places.map(({ key, title, chat }) => [key, title, chat]));

/** A column for every person's private chat, and one for every group. */
function placesOf(store) {
  const chats = [...store.chats.values()];
  const isPrivate = (id) => store.chats.get(id)?.type === "private";
  const people = [...store.personas.values()].map((person) => ({
    key: person.key,
    title: nameOf(person),
    who: person.id,
    person: person.id,
    chat: person.chats.find(isPrivate),
  }));
  const groups = chats
    .filter(({ type, members }) => type !== "private" && members.length)
    .map((chat, index) => ({
      key: index ? `group${index + 1}` : "group",
      title: chat.title,
      who: "group",
      person: chat.members[0],
      chat: chat.id,
    }));
  return [...people, ...groups];
}
