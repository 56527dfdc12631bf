/** Where a link leads: to this sandbox's bot, to the share chooser, or out into the web. */

const SAFE = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/**
 * @param {string} address as written, perhaps without a scheme
 * @returns {URL | null} null for what a page must not open, such as javascript:
 */
export function safeUrl(address) {
  const url = URL.parse(/^[a-z][a-z0-9+-]*:/i.test(address) ? address : `https://${address}`);
  return url && SAFE.has(url.protocol) ? url : null;
}

/**
 * @param {URL} url
 * @param {string} username the bot's
 * @returns {{to: "bot", payload: string | null} | {to: "share", text: string} | {to: "web"}}
 *   payload is null when the link only opens the chat
 */
export function aim(url, username) {
  const query = url.searchParams;
  const [host, name] =
    url.protocol === "tg:"
      ? [url.pathname.replace(/^\/+/, "") || url.hostname, query.get("domain")]
      : [url.hostname, url.pathname.split("/")[1]];
  const telegram = ["t.me", "telegram.me", "resolve", "msg_url"].includes(host);
  if (telegram && (name === "share" || host === "msg_url")) {
    return { to: "share", text: [query.get("url"), query.get("text")].filter(Boolean).join("\n") };
  }
  if (telegram && name?.toLowerCase() === username.toLowerCase()) return { to: "bot", payload: query.get("start") };
  return { to: "web" };
}
