import { h } from "./dom.js";
import { aim, safeUrl } from "./links.js";

/**
 * A link that does within the sandbox what Telegram would do, and opens a new tab for all others.
 * @param {string} address
 * @param {import("./seat.js").Seat} seat who follows it
 * @param {...any} children
 * @returns {HTMLElement} plain text when the address is not one to open
 */
export function anchor(address, seat, props, ...children) {
  const url = safeUrl(address);
  if (!url) return h("span", props, ...children);
  const follow = (event) => {
    const target = aim(url, seat.bot.username);
    if (target.to === "web") return;
    event.preventDefault();
    if (target.to === "share") seat.share(target.text);
    else seat.openPrivate(target.payload);
  };
  return h("a", { ...props, href: url.href, target: "_blank", rel: "noopener", onclick: follow }, ...children);
}
