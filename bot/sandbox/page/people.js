import { h } from "./dom.js";
import { inLanguage } from "./words.js";

/** @param {{first_name: string, last_name?: string}} person */
export const nameOf = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** A message's author, by name. @param {number | "bot"} from @param {import("./seat.js").Seat} seat */
export function authorOf(from, seat) {
  if (from === "bot") return botName(seat);
  if (from === seat.personId) return seat.words("you");
  const person = seat.store.personas.get(from);
  return person ? nameOf(person) : "?";
}

/** @param {import("./seat.js").Seat} seat */
export const botName = ({ bot, language }) => inLanguage(bot.name, language) || `@${bot.username}`;

/**
 * A round picture with initials; its tone tells people apart.
 * @param {string} name @param {number | "bot" | "group"} who
 */
export function avatar(name, who) {
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("");
  return h("span", { class: "avatar", "aria-hidden": "true", data: { tone: toneOf(who) } }, initials.toUpperCase());
}

/** @param {number | "bot" | "group"} who */
export const toneOf = (who) => (typeof who === "number" ? who % 5 : who);
