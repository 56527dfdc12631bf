import { h } from "./dom.js";

/** Milliseconds that a notice stays. */
const STAY = 3500;

/** Short notices over a column, read out as they come. */
export class Toasts {
  element = h("div", { class: "toasts", role: "status", "aria-live": "polite" });

  /** @param {string} text */
  show(text) {
    const toast = h("p", { class: "toast", dir: "auto" }, text);
    this.element.append(toast);
    setTimeout(() => toast.remove(), STAY);
  }
}
