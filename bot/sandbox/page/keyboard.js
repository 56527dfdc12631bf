import { anchor } from "./anchor.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

/** A pressed button shows that it is busy until the bot reacts; after this many milliseconds it gives up waiting. */
const PATIENCE = 4000;

/**
 * The buttons under a message.
 * @param {any} message @param {import("./seat.js").Seat} seat @param {{insert(text: string): void}} column
 */
export function inlineKeyboard(message, seat, column) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) =>
    h("div", { class: "keys" }, row.map((key) => inlineKey(key, message, seat, column))),
  );
  return h("div", { class: "keyboard" }, rows);
}

function inlineKey(key, message, seat, column) {
  const face = h("span", { dir: "auto" }, key.text);
  if (key.url) return anchor(key.url, seat, { class: "key" }, face, icon("arrow"));
  if (key.copy !== undefined) return button({ class: "key", onclick: () => seat.copy(key.copy) }, face, icon("copy"));
  if (key.switch_inline !== undefined) {
    const insert = () => column.insert(`@${seat.bot.username} ${key.switch_inline}`);
    return button({ class: "key", onclick: insert }, face, icon("share"));
  }
  const press = async () => {
    if (control.getAttribute("aria-busy") === "true") return;
    control.setAttribute("aria-busy", "true");
    setTimeout(() => control.removeAttribute("aria-busy"), PATIENCE);
    if (!(await seat.tap(message.id, key.data))) control.removeAttribute("aria-busy");
  };
  const control = button({ class: "key", onclick: press }, face);
  return control;
}

/** The bot has reacted: no button of this column waits any more. @param {HTMLElement} within */
export function settle(within) {
  for (const key of within.querySelectorAll(".key[aria-busy]")) key.removeAttribute("aria-busy");
}

/**
 * The keyboard that the bot put in place of the person's own; its keys send their text.
 * @param {any[][]} rows @param {import("./seat.js").Seat} seat
 */
export function replyKeyboard(rows, seat) {
  const face = (key) => (typeof key === "string" ? key : key.text);
  const press = (key) => {
    if (key.request_location) seat.sendFile("location");
    else if (key.request_contact) seat.sendFile("contact");
    else seat.send(face(key));
  };
  const draw = (key) => button({ class: "key", dir: "auto", onclick: () => press(key) }, face(key));
  return h(
    "div",
    { class: "reply-keyboard", role: "group", "aria-label": seat.words("keyboard") },
    rows.map((row) => h("div", { class: "keys" }, row.map(draw))),
  );
}
