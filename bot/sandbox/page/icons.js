import { button } from "./dom.js";

/** The page's own line icons, drawn on a 24 × 24 grid. */

const PATHS = {
  send: ["M12 19V5", "m6 11 6-6 6 6"],
  attach: ["m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.6 1.6 0 0 1-2.3-2.3L14.5 7.5"],
  menu: ["M4 7h16", "M4 12h16", "M4 17h10"],
  more: ["M12 5.5v.01", "M12 12v.01", "M12 18.5v.01"],
  down: ["m6 9 6 6 6-6"],
  close: ["M6 6l12 12", "M18 6 6 18"],
  arrow: ["M8 16 16 8", "M9 8h7v7"],
  copy: ["M9 9h10v10H9z", "M15 9V5H5v10h4"],
  share: ["M4 13v6h16v-6", "M12 15V4", "m7.5 8.5 4.5-4.5 4.5 4.5"],
  reply: ["M10 6 4 12l6 6", "M4 12h9a7 7 0 0 1 7 7"],
  edit: ["M5 19h4L19 9l-4-4L5 15z"],
  block: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "m6 6 12 12"],
  photo: ["M4 5h16v14H4z", "m4 16 5-5 4 4 3-3 4 4", "M15.5 9v.01"],
  document: ["M7 3h7l4 4v14H7z", "M14 3v4h4"],
  voice: [
    "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4z",
    "M6.5 11.5a5.5 5.5 0 0 0 11 0",
    "M12 17v3",
  ],
  video: ["M4 6h11v12H4z", "m15 11 5-3v8l-5-3"],
  sticker: ["M5 5h14v8l-6 6H5z", "M19 13h-6v6", "M9 9.5v.01", "M14 9.5v.01"],
  location: ["M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z", "M12 10v.01"],
  contact: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z", "M5 20c.5-4 3-6 7-6s6.5 2 7 6"],
  keyboard: ["M3 7h18v10H3z", "M7 10.5v.01", "M12 10.5v.01", "M17 10.5v.01", "M8 14h8"],
  clock: ["M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z", "M12 8v4l3 2"],
  check: ["m5 12.5 4.5 4.5L19 7.5"],
};

/**
 * @param {keyof PATHS} name
 * @returns {SVGSVGElement} decorative: hidden from assistive technology
 */
export function icon(name) {
  const svg = draw("svg", { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" });
  svg.append(...PATHS[name].map((d) => draw("path", { d })));
  return /** @type {SVGSVGElement} */ (svg);
}

/** A round button that is only an icon. @param {keyof PATHS} name @param {string} label what it does */
export const iconButton = (name, label, props) =>
  button({ ...props, class: `round ${props.class ?? ""}`, "aria-label": label }, icon(name));

function draw(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
