import { button, h } from "./dom.js";
import { iconButton } from "./icons.js";
import { avatar, nameOf } from "./people.js";

/** @param {import("./seat.js").Seat} seat */
function open(seat, props, ...children) {
  const dialog = h("dialog", { lang: seat.language, dir: seat.direction, ...props }, ...children);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** What the bot wants the person to have read. @param {string} text @param {import("./seat.js").Seat} seat */
export function showAlert(text, seat) {
  const close = button({ class: "primary", autofocus: true, onclick: () => dialog.close() }, seat.words("ok"));
  const words = h("p", { class: "alert", dir: "auto" }, text);
  const dialog = open(seat, { role: "alertdialog", "aria-label": text }, words, close);
}

/** A photo in its full size. @param {HTMLImageElement} image @param {import("./seat.js").Seat} seat */
export function showPhoto(image, seat) {
  const close = iconButton("close", seat.words("cancel"), { onclick: () => dialog.close() });
  const { src, alt } = image;
  const dialog = open(seat, { class: "lightbox", "aria-label": alt }, h("img", { src, alt }), close);
}

/**
 * Asks in which of the person's chats something is to be shared.
 * @param {import("./seat.js").Seat} seat
 * @param {{name: string, who: any, send: () => void}[]} places
 */
export function chooseChat(seat, places) {
  const rows = places.map(({ name, who, send }) => {
    const choose = () => {
      dialog.close();
      send();
    };
    return button({ class: "choice", onclick: choose }, avatar(name, who), h("span", { dir: "auto" }, name));
  });
  const title = `${nameOf(seat.person)} · ${seat.words("share")}`;
  const cancel = button({ class: "link", onclick: () => dialog.close() }, seat.words("cancel"));
  const dialog = open(seat, { class: "chooser", "aria-label": title }, h("h2", {}, title), rows, cancel);
}
