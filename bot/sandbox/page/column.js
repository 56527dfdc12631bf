import { Composer } from "./composer.js";
import { showAlert } from "./dialogs.js";
import { button, h } from "./dom.js";
import { columnHeader } from "./header.js";
import { intro } from "./intro.js";
import { replyKeyboard, settle } from "./keyboard.js";
import { nameOf } from "./people.js";
import { Seat } from "./seat.js";
import { Timeline } from "./timeline.js";
import { Toasts } from "./toasts.js";

/** Milliseconds that a chat action stays, as in Telegram. */
const TYPING = 5000;

/** One chat as one person sees it. */
export class Column {
  #typing = 0;

  /**
   * @param {string} key its name in the address
   * @param {import("./store.js").Store} store
   * @param {{person: number, chat: number}} place
   * @param {any} desk
   */
  constructor(key, store, place, desk) {
    Object.assign(this, { key, store, desk });
    this.element = h("section", { class: "column", id: `chat-${key}`, data: { key } });
    this.element.addEventListener("focusin", () => desk.attend(key));
    this.sit(place);
    for (const [type, react] of Object.entries(this.#reactions)) {
      const hear = (event) => react(/** @type {CustomEvent} */ (event).detail);
      store.addEventListener(type, hear, { signal: desk.signal });
    }
  }

  /**
   * Draws the column for a person; in the group the person can change.
   * @param {{person: number, chat: number}} place
   */
  sit({ person, chat }) {
    this.seat = new Seat(this.store, person, chat, this.desk);
    const { element, seat } = this;
    element.lang = seat.language;
    element.dir = seat.direction;
    element.setAttribute("aria-label", seat.isPrivate ? nameOf(seat.person) : seat.chat.title);
    this.toasts = new Toasts();
    seat.notices = { toast: (text) => this.toasts.show(text), alert: (text) => showAlert(text, seat) };
    this.header = columnHeader(seat, this);
    this.timeline = new Timeline(seat, this);
    this.composer = new Composer(seat);
    this.foot = h("footer", {});
    element.replaceChildren(this.header.element, this.timeline.element, this.toasts.element, this.foot);
    this.refresh();
  }

  /** Redraws what depends on more than one message: the way to write, the bot's own words, its keyboard. */
  refresh() {
    const { seat } = this;
    const empty = seat.chat.messages.length === 0;
    this.header.refresh();
    this.composer.suggestions.refresh();
    this.timeline.intro(empty ? intro(seat) : null);
    const foot = seat.person.blocked && seat.isPrivate ? [this.#bigButton("unblock", () => seat.block(false))]
      : empty && seat.isPrivate ? [this.#bigButton("start", () => seat.send("/start"))]
      : [this.composer.element, this.#keyboard()];
    const kept = this.foot.contains(document.activeElement);
    this.foot.replaceChildren(...foot.filter(Boolean));
    if (kept) this.#focusFoot();
  }

  focus() {
    this.element.scrollIntoView({ inline: "nearest", block: "nearest", behavior: "smooth" });
    this.#focusFoot();
  }

  /** Where one goes on: the composer, or the button that stands in its place. */
  #focusFoot() {
    const first = this.foot.contains(this.composer.element) ? this.composer : this.foot.querySelector("button");
    first?.focus();
  }

  reply(message) {
    this.composer.aboutMessage("reply", message);
    this.composer.focus();
  }

  edit(message) {
    this.composer.aboutMessage("edit", message);
    this.composer.focus();
  }

  insert(text) {
    this.composer.text = text;
    this.composer.focus();
  }

  reveal(id) {
    this.timeline.reveal(id);
  }

  #reactions = {
    load: () => this.desk.fits() && this.#loaded(),
    reset: () => this.#redraw(),
    bot: () => this.refresh(),
    chat: ({ chat }) => chat.id === this.seat.chatId && this.refresh(),
    persona: ({ persona }) => persona === this.seat.personId && this.refresh(),
    commands: ({ persona }) => persona === this.seat.personId && this.composer.suggestions.refresh(),
    message: ({ message }) => this.#here(message.chat) && this.#arrived(message),
    edited: ({ message }) => this.#here(message.chat) && this.timeline.change(message),
    deleted: ({ chat, id }) => this.#here(chat) && this.#gone(id),
    inline: ({ persona, results, button }) => persona === this.seat.personId && this.composer.results.show(results, button),
    typing: ({ chat }) => this.#here(chat) && this.#showTyping(TYPING),
    notice: (notice) => notice.persona === this.seat.personId && this.#noticed(notice),
  };

  #here(chat) {
    return chat === this.seat.chatId;
  }

  #arrived(message) {
    if (message.from === "bot") this.#showTyping(0);
    this.timeline.add(message);
    if (message.force_reply) this.composer.aboutMessage("reply", message);
    if (message.keyboard || this.seat.chat.messages.length === 1) this.refresh();
  }

  #gone(id) {
    this.timeline.remove(id);
    this.refresh();
  }

  /** In a group people may have come or gone, even the one who writes here. */
  #loaded() {
    const { personId, chat, isPrivate } = this.seat;
    if (isPrivate) return this.#redraw();
    const { text } = this.composer;
    this.sit({ person: chat.members.includes(personId) ? personId : chat.members[0], chat: chat.id });
    this.composer.text = text;
  }

  #redraw() {
    this.timeline.fill();
    this.refresh();
  }

  /** The bot's answer to a press is shown where that person pressed. */
  #noticed({ text, alert }) {
    settle(this.element);
    const pressed = this.store.pressed.get(this.seat.personId);
    if (!text || !(pressed ? this.#here(pressed) : this.seat.isPrivate)) return;
    if (alert) this.seat.notices.alert(text);
    else this.seat.notices.toast(text);
  }

  #showTyping(milliseconds) {
    clearTimeout(this.#typing);
    this.header.typing(milliseconds > 0);
    if (milliseconds > 0) this.#typing = setTimeout(() => this.header.typing(false), milliseconds);
  }

  #keyboard() {
    const rows = this.seat.chat.messages.findLast((message) => message.keyboard)?.keyboard;
    return rows?.length ? replyKeyboard(rows, this.seat) : null;
  }

  #bigButton(word, run) {
    return button({ class: "primary big", onclick: run }, this.seat.words(word));
  }
}
