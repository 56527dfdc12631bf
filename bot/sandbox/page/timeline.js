import { day } from "./dates.js";
import { h } from "./dom.js";
import { iconButton } from "./icons.js";
import { settle } from "./keyboard.js";
import { messageRow } from "./message.js";

/** How far from the end, in pixels, still counts as being there. */
const NEAR = 48;

/**
 * The messages of a chat, day by day. Stays at the end when it is there; otherwise counts what arrives below.
 */
export class Timeline {
  /** @type {Map<number, HTMLElement>} */ #rows = new Map();
  #unread = 0;
  #following = true;
  #top = 0;
  /** @type {HTMLElement | null} */ #intro = null;

  /** @param {import("./seat.js").Seat} seat @param {any} column */
  constructor(seat, column) {
    this.seat = seat;
    this.column = column;
    this.list = h("div", { class: "messages", role: "log", "aria-label": seat.words("messages") });
    // Focusable, so that the keyboard can scroll it.
    this.scroller = h("div", { class: "scroller", tabindex: "0" }, this.list);
    this.count = h("span", { class: "count" });
    this.down = iconButton("down", seat.words("newest"), { class: "down", onclick: () => this.toEnd("smooth") });
    this.down.append(this.count);
    this.element = h("div", { class: "timeline" }, this.scroller, this.down);
    this.scroller.addEventListener("scroll", () => this.#look(), { passive: true });
    new ResizeObserver(() => this.#following && this.toEnd()).observe(this.list);
    new ResizeObserver(() => this.#following && this.toEnd()).observe(this.scroller);
    this.fill();
  }

  /** Draws all of the chat anew. */
  fill() {
    const { scrollTop } = this.scroller;
    this.list.replaceChildren();
    this.#rows.clear();
    for (const message of this.seat.chat.messages) this.#append(message);
    this.scroller.scrollTop = scrollTop;
    this.#refresh();
  }

  /** A new message, already in the store. */
  add(message) {
    this.#look();
    if (message.from === "bot") settle(this.list);
    this.#append(message);
    if (message.from === this.seat.personId) this.toEnd();
    else if (!this.#following) this.#unread += 1;
    this.#refresh();
  }

  /** A message that changed, in its place; the focus stays on the same button of it where there is one. */
  change(message) {
    const before = this.#rows.get(message.id);
    if (!before) return;
    if (message.from === "bot") settle(this.list);
    const focused = [...before.querySelectorAll("a, button")].indexOf(document.activeElement);
    const row = this.#row(message);
    row.classList.add("changed");
    before.replaceWith(row);
    if (focused >= 0) {
      const controls = [...row.querySelectorAll("a, button")];
      (controls[focused] ?? this.scroller).focus();
    }
    this.#refresh();
  }

  remove(id) {
    const row = this.#rows.get(id);
    const section = row?.parentElement;
    row?.remove();
    this.#rows.delete(id);
    if (section && !section.querySelector("[data-message], .service")) section.remove();
    this.#refresh();
  }

  /** Shows a message that a reply points at. */
  reveal(id) {
    const row = this.#rows.get(id);
    row?.scrollIntoView({ block: "center", behavior: "smooth" });
    row?.animate([{ opacity: 1 }, { opacity: 0.35 }, { opacity: 1 }], 900);
  }

  /** What stands in the place of messages while there are none. @param {HTMLElement | null} element */
  intro(element) {
    this.#intro?.remove();
    this.#intro = element;
    if (element) this.scroller.prepend(element);
  }

  /** @param {ScrollBehavior} [behavior] */
  toEnd(behavior = "instant") {
    this.#following = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  #append(message) {
    const date = message.date.slice(0, 10);
    const last = /** @type {HTMLElement | null} */ (this.list.lastElementChild);
    const section = last?.dataset.day === date ? last : this.#day(date, message.date);
    const row = this.#row(message);
    const previous = /** @type {HTMLElement | null} */ (section.lastElementChild);
    if (previous?.dataset.from === row.dataset.from) previous.classList.add("continued");
    section.append(row);
  }

  #row(message) {
    const row = messageRow(message, this.seat, this.column);
    row.dataset.from = String(message.from);
    if (this.#rows.get(message.id)?.classList.contains("continued")) row.classList.add("continued");
    this.#rows.set(message.id, row);
    return row;
  }

  #day(date, instant) {
    const title = h("h3", { class: "day" }, h("time", { datetime: date }, day(instant, this.seat.language)));
    const section = h("section", { data: { day: date } }, title);
    this.list.append(section);
    return section;
  }

  #look() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // Only moving up is leaving: what arrives makes the end further away, too.
    this.#following = near || (this.#following && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (near) this.#unread = 0;
    this.#refresh();
  }

  #refresh() {
    this.down.classList.toggle("shown", !this.#following);
    this.down.tabIndex = this.#following ? -1 : 0;
    this.count.textContent = this.#unread ? String(this.#unread) : "";
    const { words } = this.seat;
    this.down.setAttribute("aria-label", this.#unread ? words("unread", { n: this.#unread }) : words("newest"));
  }
}
