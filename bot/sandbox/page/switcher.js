import { button, h } from "./dom.js";
import { avatar } from "./people.js";

/**
 * Chooses which chats are shown: one, or all side by side.
 * @param {{key: string, title: string, who: any}[]} tabs
 * @param {(key: string, together: boolean) => void} choose together: beside those that are shown already
 */
export class Switcher {
  #unseen = new Map();

  constructor(tabs, choose) {
    const all = { key: "all", title: "All chats" };
    this.buttons = new Map([all, ...tabs].map((tab) => [tab.key, this.#tab(tab, choose)]));
    this.element = h("nav", { class: "switcher", "aria-label": "Chats" }, [...this.buttons.values()]);
  }

  /** @param {string[]} keys what is shown @param {string} current what has the person's attention */
  mark(keys, current) {
    for (const [key, tab] of this.buttons) {
      const on = keys.includes(key);
      tab.setAttribute("aria-pressed", String(on));
      tab.classList.toggle("current", key === current);
      if (key === current) this.#reveal(tab);
    }
  }

  /** Counts a message that came where nobody looks. @param {string} key */
  count(key) {
    this.#badge(key, (this.#unseen.get(key) ?? 0) + 1);
  }

  /** @param {string} key a chat that is looked at */
  seen(key) {
    this.#badge(key, 0);
  }

  #badge(key, number) {
    this.#unseen.set(key, number);
    const badge = this.buttons.get(key)?.querySelector(".count");
    if (badge) badge.textContent = number ? String(number) : "";
  }

  #reveal(tab) {
    const { offsetLeft, offsetWidth } = tab;
    this.element.scrollTo({ left: offsetLeft - (this.element.clientWidth - offsetWidth) / 2, behavior: "smooth" });
  }

  #tab({ key, title, who }, choose) {
    return button(
      { data: { key }, onclick: (event) => choose(key, event.ctrlKey || event.metaKey) },
      who !== undefined && avatar(title, who),
      h("bdi", {}, title),
      h("span", { class: "count" }),
    );
  }
}
