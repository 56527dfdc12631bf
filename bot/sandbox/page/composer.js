import { attachMenu } from "./attach.js";
import { h } from "./dom.js";
import { icon, iconButton } from "./icons.js";
import { excerpt } from "./message.js";
import { authorOf } from "./people.js";
import { Results } from "./results.js";
import { Suggestions } from "./suggestions.js";

/** Where a person writes: Enter sends, Shift+Enter breaks the line, "/" offers the commands. */
export class Composer {
  /**
   * What the text is about: a reply, or an edit of the person's own message.
   * @type {{kind: "reply" | "edit", message: any} | null}
   */
  #about = null;

  /** @param {import("./seat.js").Seat} seat */
  constructor(seat) {
    this.seat = seat;
    const { words } = seat;
    this.input = h("textarea", { rows: 1, dir: "auto", placeholder: words("message"), enterkeyhint: "send" });
    this.input.setAttribute("aria-label", words("write"));
    this.input.addEventListener("input", () => this.#changed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("paste", (event) => this.#paste(event));
    this.suggestions = new Suggestions(seat, this.input, (command) => this.#run(command));
    this.results = new Results(seat, this.input, () => {
      this.text = "";
      this.focus();
    });
    this.about = h("div", { class: "about-reply", hidden: true });
    const submit = () => this.submit();
    this.sendButton = iconButton("send", words("send"), { class: "send", disabled: true, onclick: submit });
    this.element = h(
      "div",
      { class: "composer" },
      this.suggestions.list,
      this.results.list,
      this.about,
      h("div", { class: "line" }, this.suggestions.opener, ...attachMenu(seat, this), this.input, this.sendButton),
    );
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  get text() {
    return this.input.value.trim();
  }

  set text(value) {
    this.input.value = value;
    this.#changed();
  }

  /** @param {"reply" | "edit"} kind @param {any} message */
  aboutMessage(kind, message) {
    const { words } = this.seat;
    this.#about = { kind, message };
    if (kind === "edit") this.text = message.text;
    const title = kind === "edit" ? words("editing") : `${words("reply")} · ${authorOf(message.from, this.seat)}`;
    const cancel = iconButton("close", words("cancel"), { class: "small", onclick: () => this.#leave() });
    const lines = [h("b", { dir: "auto" }, title), h("span", { dir: "auto" }, excerpt(message, this.seat))];
    this.about.replaceChildren(icon(kind), h("div", { class: "what" }, lines), cancel);
    this.about.hidden = false;
  }

  /** Sends what is written; it stays in place when that fails. */
  async submit() {
    const { text } = this;
    const about = this.#about;
    if (!text) return;
    this.text = "";
    this.#leave();
    const { seat } = this;
    const sent = about?.kind === "edit" ? seat.edit(about.message.id, text) : seat.send(text, about?.message.id);
    if (!(await sent) && !this.text) this.text = text;
  }

  /** Sends a file with what is written as its caption. @param {string} kind @param {File} [file] */
  async attach(kind, file) {
    const caption = file ? this.text : "";
    if (await this.seat.sendFile(kind, file, caption)) if (caption) this.text = "";
  }

  #leave() {
    if (this.#about?.kind === "edit") this.text = "";
    this.#about = null;
    this.about.hidden = true;
  }

  #run(command) {
    this.text = "";
    this.seat.command(`/${command}`);
    this.focus();
  }

  #changed() {
    this.sendButton.disabled = !this.text;
    this.suggestions.match(this.input.value);
    this.results.match(this.input.value);
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
  }

  #key(event) {
    if (event.isComposing || this.suggestions.key(event)) return;
    if (event.key === "Escape") this.#leave();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.submit();
  }

  #paste(event) {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.attach(file.type.startsWith("image/") ? "photo" : "document", file);
  }
}
