import { size } from "./dates.js";
import { button, h } from "./dom.js";
import { showPhoto } from "./dialogs.js";
import { icon } from "./icons.js";

const PLACEHOLDERS = ["sticker", "voice", "video", "location", "contact"];

/** What a message carries besides text. @param {any} message @param {import("./seat.js").Seat} seat */
export function attachments(message, seat) {
  return [
    message.photo && photo(message, seat),
    message.document && file(message.document, seat),
    ...PLACEHOLDERS.filter((kind) => message[kind]).map((kind) => placeholder(kind, seat)),
  ].filter(Boolean);
}

function photo({ photo: { url, width, height }, caption }, seat) {
  const image = h("img", { src: url, width: width || null, height: height || null, loading: "lazy" });
  image.alt = caption || seat.words("photo");
  return button({ class: "photo", "aria-label": seat.words("open"), onclick: () => showPhoto(image, seat) }, image);
}

function file({ name, size: bytes, url }, seat) {
  const suffix = name.includes(".") ? name.split(".").pop().slice(0, 4) : "";
  return h(
    "a",
    { class: "file", href: url, download: name, "aria-label": seat.words("download", { name }) },
    h("span", { class: "suffix", "aria-hidden": "true" }, suffix || icon("document")),
    h(
      "span",
      { class: "label" },
      h("bdi", { class: "name" }, name),
      h("bdi", { class: "size" }, size(bytes, seat.language)),
    ),
  );
}

const placeholder = (kind, seat) =>
  h("div", { class: `thing ${kind}` }, h("span", { class: "disc" }, icon(kind)), h("span", {}, seat.words(kind)));
