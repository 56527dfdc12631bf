/** Instants as a person reads them. The sandbox shows UTC throughout, so that everybody sees one clock. */

const cache = new Map();

function formatter(language, options) {
  const key = language + JSON.stringify(options);
  const locale = language === "en" ? "en-GB" : language;
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }));
  return cache.get(key);
}

/** @param {string} iso @param {string} language */
export const time = (iso, language) =>
  formatter(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));

/** @param {string} iso @param {string} language */
export const day = (iso, language) =>
  formatter(language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(iso));

/** @param {string} iso @param {string} language */
export const full = (iso, language) => `${day(iso, language)}, ${time(iso, language)} UTC`;

/** The top bar's clock in parts: Mon, 12 Feb 2018, 09:00 and :00. @param {Date} at */
export const clockFace = (at) => ({
  weekday: formatter("en", { weekday: "short" }).format(at),
  date: formatter("en", { day: "numeric", month: "short", year: "numeric" }).format(at),
  time: time(at.toISOString(), "en"),
  seconds: `:${at.toISOString().slice(17, 19)}`,
});

/** @param {number} bytes @param {string} language */
export function size(bytes, language) {
  const [value, unit] =
    bytes < 1000 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}
