import { attachments } from "./attachments.js";
import { full, time } from "./dates.js";
import { button, h } from "./dom.js";
import { richText } from "./entities.js";
import { inlineKeyboard } from "./keyboard.js";
import { menuButton } from "./menu.js";
import { authorOf, avatar, toneOf } from "./people.js";
import { pollView } from "./poll.js";

/**
 * One message as a row of the list: bubble, and keyboard under it.
 * @param {import("./store.js").Message} message
 * @param {import("./seat.js").Seat} seat
 * @param {{reply(message: object): void, edit(message: object): void, insert(text: string): void,
 *   reveal(id: number): void}} column
 * @returns {HTMLElement}
 */
export function messageRow(message, seat, column) {
  if (message.service) return note(message, seat);
  const own = message.from === seat.personId;
  const author = authorOf(message.from, seat);
  const label = `${author}, ${time(message.date, seat.language)}`;
  const others = !own && !seat.isPrivate;
  return h(
    "article",
    { class: `row ${own ? "own" : "theirs"}`, data: { message: message.id }, "aria-label": label },
    others && avatar(author, message.from),
    h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "bubble" },
        others && h("div", { class: "author", data: { tone: toneOf(message.from) }, dir: "auto" }, author),
        message.via && h("div", { class: "via" }, seat.words("via", { name: message.via })),
        quoted(message, seat, column),
        attachments(message, seat),
        message.poll && pollView(message, seat),
        body(message, seat),
        actions(message, seat, column, own),
      ),
      inlineKeyboard(message, seat, column),
    ),
  );
}

/** What nobody wrote, such as that somebody joined. */
const note = ({ service: { kind, name } }, { words }) =>
  h("div", { class: "service", role: "note" }, h("span", { dir: "auto" }, words(kind, { name })));

/** The time floats at the end of the last line, so it is inside the text; its own `dir` keeps it out of "auto". */
function body(message, seat) {
  const text = message.text || message.caption;
  if (!text) return meta(message, seat);
  return h("div", { class: "text", dir: "auto" }, ...richText(text, message.entities, seat), meta(message, seat));
}

function meta({ date, edited }, seat) {
  const { language, words } = seat;
  return h(
    "div",
    { class: "meta", dir: seat.direction },
    edited && h("span", { class: "edited" }, words("edited")),
    h("time", { datetime: date, title: full(date, language) }, time(date, language)),
  );
}

function quoted(message, seat, column) {
  if (!message.reply_to) return null;
  const original = seat.message(message.reply_to);
  const author = original ? authorOf(original.from, seat) : "";
  const tone = toneOf(original?.from ?? "bot");
  return button(
    { class: "quoted", data: { tone }, onclick: () => column.reveal(message.reply_to) },
    h("b", { dir: "auto" }, author),
    h("span", { dir: "auto" }, original ? excerpt(original, seat) : seat.words("gone")),
  );
}

const KINDS = ["photo", "document", "voice", "sticker", "video", "location", "contact", "poll"];

/** A message in a few words, for replies. @param {any} message @param {import("./seat.js").Seat} seat */
export function excerpt(message, seat) {
  const kind = KINDS.find((key) => message[key]);
  return message.text || message.caption || message.poll?.question || (kind ? seat.words(kind) : "");
}

function actions(message, seat, column, own) {
  const text = message.text || message.caption;
  const items = [
    { label: seat.words("reply"), icon: "reply", run: () => column.reply(message) },
    own && message.text && { label: seat.words("edit"), icon: "edit", run: () => column.edit(message) },
    text && { label: seat.words("copy"), icon: "copy", run: () => seat.copy(text) },
  ].filter(Boolean);
  return menuButton("more", seat.words("more"), () => items, { class: "actions" });
}

