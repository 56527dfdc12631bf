import { button, h } from "./dom.js";

/** How long a person pauses, in milliseconds, before what they typed is asked for. */
const PAUSE = 250;

/** What the bot offers to send, as a list over the input, while "@bot …" is typed. */
export class Results {
  #timer = 0;

  /**
   * @param {import("./seat.js").Seat} seat
   * @param {HTMLTextAreaElement} input
   * @param {() => void} chosen called when a result was sent
   */
  constructor(seat, input, chosen) {
    Object.assign(this, { seat, input, chosen });
    const label = seat.words("results");
    this.list = h("div", { class: "suggestions", role: "group", "aria-label": label, hidden: true });
  }

  /** @param {string} text what is written so far */
  match(text) {
    clearTimeout(this.#timer);
    const asked = this.#asked(text);
    if (asked === null) this.show([]);
    else this.#timer = setTimeout(() => this.seat.inline(asked), PAUSE);
  }

  /**
   * @param {{id: string, title: string, description: string}[]} results of the query that was typed last
   * @param {{text: string, start_parameter: string} | null} [above] opens the private chat
   */
  show(results, above = null) {
    const typing = this.#asked(this.input.value) !== null;
    const shown = typing ? results.map((result) => this.#line(result)) : [];
    if (typing && above) shown.unshift(this.#above(above));
    this.list.hidden = shown.length === 0;
    this.list.replaceChildren(...shown);
  }

  #asked(text) {
    const name = `@${this.seat.bot.username.toLowerCase()} `;
    return text.toLowerCase().startsWith(name) ? text.slice(name.length).trim() : null;
  }

  #above({ text, start_parameter }) {
    const onclick = () => {
      this.chosen();
      this.seat.openPrivate(start_parameter);
    };
    return button({ class: "result", onclick }, h("b", { dir: "auto" }, text));
  }

  #line({ id, title, description }) {
    const onclick = async () => {
      if (await this.seat.choose(id)) this.chosen();
    };
    const about = description && h("span", { class: "description", dir: "auto" }, description);
    return button({ class: "result", onclick }, h("b", { dir: "auto" }, title), about);
  }
}
