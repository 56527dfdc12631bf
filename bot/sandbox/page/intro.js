import { h } from "./dom.js";
import { avatar, botName } from "./people.js";
import { inLanguage } from "./words.js";

/**
 * What stands in an empty chat: in a private one, the bot's own description.
 * @param {import("./seat.js").Seat} seat
 */
export function intro(seat) {
  if (!seat.isPrivate) return h("p", { class: "empty" }, seat.words("empty"));
  const description = inLanguage(seat.bot.description, seat.language);
  return h(
    "div",
    { class: "intro" },
    avatar(botName(seat), "bot"),
    h("h3", { dir: "auto" }, botName(seat)),
    description && h("h4", {}, seat.words("about")),
    description && h("p", { dir: "auto" }, description),
  );
}
