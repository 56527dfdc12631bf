import { h } from "./dom.js";
import { iconButton } from "./icons.js";

/** The bot's commands, as a list over the input: all by the menu button, those that match while "/…" is typed. */
export class Suggestions {
  #shown = [];
  #at = -1;

  /**
   * @param {import("./seat.js").Seat} seat
   * @param {HTMLTextAreaElement} input
   * @param {(command: string) => void} run
   */
  constructor(seat, input, run) {
    Object.assign(this, { seat, input, run });
    const id = `commands-${seat.personId}-${seat.chatId}`;
    const label = seat.words("commands");
    this.list = h("div", { class: "suggestions", role: "listbox", id, "aria-label": label, hidden: true });
    this.opener = iconButton("menu", label, { "aria-haspopup": "listbox", onclick: () => this.#toggle() });
    const aria = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id };
    for (const [name, value] of Object.entries(aria)) input.setAttribute(name, value);
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.opener.addEventListener("mousedown", (event) => event.preventDefault());
    this.refresh();
  }

  /** The commands may have changed. */
  refresh() {
    this.opener.hidden = this.seat.commands.length === 0;
    this.close();
  }

  /** @param {string} text what is written so far */
  match(text) {
    const typed = /^\/(\w*)$/.exec(text)?.[1].toLowerCase();
    const fitting = this.seat.commands.filter(({ command }) => typed !== undefined && command.startsWith(typed));
    this.#show(fitting);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the list took the key */
  key(event) {
    const act = this.#shown.length ? this.#acts[event.key] : undefined;
    if (!act) return false;
    event.preventDefault();
    act();
    return true;
  }

  close() {
    this.#show([]);
  }

  #acts = {
    ArrowDown: () => this.#mark((this.#at + 1) % this.#shown.length),
    ArrowUp: () => this.#mark((this.#at - 1 + this.#shown.length) % this.#shown.length),
    Enter: () => this.#choose(this.#at),
    Tab: () => {
      this.input.value = `/${this.#shown[this.#at].command} `;
      this.input.dispatchEvent(new Event("input"));
    },
    Escape: () => this.close(),
  };

  #toggle() {
    if (this.#shown.length) return this.close();
    this.#show(this.seat.commands);
    this.input.focus();
  }

  #choose(at) {
    const { command } = this.#shown[at];
    this.close();
    this.run(command);
  }

  #show(commands) {
    this.#shown = commands;
    this.list.hidden = commands.length === 0;
    for (const owner of [this.input, this.opener]) owner.setAttribute("aria-expanded", String(commands.length > 0));
    this.list.replaceChildren(...commands.map((command, index) => this.#option(command, index)));
    if (commands.length) this.#mark(0);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #option({ command, description }, index) {
    const onclick = () => this.#choose(index);
    const onpointermove = () => this.#mark(index);
    return h(
      "div",
      { role: "option", id: `${this.list.id}-${index}`, onclick, onpointermove },
      h("bdi", { class: "command", dir: "ltr" }, `/${command}`),
      h("span", { class: "description", dir: "auto" }, description),
    );
  }

  #mark(at) {
    this.#at = at;
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const marked = this.list.children[at];
    this.input.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }
}
