import { anchor } from "./anchor.js";
import { button, h } from "./dom.js";

/**
 * Text with its entities, as nodes. Offsets count UTF-16 units, as JavaScript's strings do. An entity that sticks out
 * of the one around it, or of the text, is cut there.
 * @param {string} text
 * @param {{type: string, offset: number, length: number, url?: string, language?: string}[]} entities
 * @param {import("./seat.js").Seat} seat who reads it
 * @returns {Node[]}
 */
export function richText(text, entities, seat) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nest(text, 0, text.length, sorted, seat);
}

function nest(text, from, to, entities, seat) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    const inside = others.filter((other) => other.offset < end);
    rest = others.filter((other) => other.offset >= end);
    if (start >= end) {
      rest = others;
      continue;
    }
    nodes.push(text.slice(at, start));
    const draw = DRAW[entity.type] ?? plain;
    nodes.push(draw(nest(text, start, end, inside, seat), text.slice(start, end), seat, entity));
    at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== "").map((node) => (node instanceof Node ? node : new Text(node)));
}

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

const plain = (children) => h("span", {}, ...children);
const wrap = (tag, props) => (children) => h(tag, props, ...children);
const link = (address) => (children, text, seat, entity) =>
  anchor(address(text, entity), seat, { class: "link" }, ...children);

/** @type {Record<string, (children: Node[], text: string, seat: any, entity: any) => Node>} */
const DRAW = {
  bold: wrap("strong"),
  italic: wrap("em"),
  underline: wrap("u"),
  strikethrough: wrap("s"),
  code: wrap("code", { dir: "ltr" }),
  pre: (children, _text, _seat, { language }) =>
    h("pre", { dir: "ltr" }, language && h("span", { class: "language" }, language), h("code", {}, ...children)),
  blockquote: wrap("blockquote", { dir: "auto" }),
  expandable_blockquote: expandable,
  spoiler,
  hashtag: wrap("span", { class: "tag" }),
  cashtag: wrap("span", { class: "tag" }),
  url: link((text) => text),
  text_link: link((_text, { url }) => url ?? ""),
  mention: link((text) => `https://t.me/${text.slice(1)}`),
  email: link((text) => `mailto:${text}`),
  phone_number: link((text) => `tel:${text.replace(/[^+\d]/g, "")}`),
  bot_command: (children, text, seat) =>
    button({ class: "link", dir: "ltr", onclick: () => seat.command(text) }, ...children),
};

function spoiler(children, _text, { words }) {
  const cover = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": words("hidden") });
  const inner = h("span", { "aria-hidden": "true", inert: true }, ...children);
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    cover.replaceWith(h("span", { class: "revealed" }, ...inner.childNodes));
  };
  cover.append(inner);
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", reveal);
  return cover;
}

function expandable(children) {
  const toggle = button({ class: "expand", "aria-expanded": "false", "aria-label": "…" }, "⌄");
  const quote = h("blockquote", { class: "folded", dir: "auto" }, h("div", {}, ...children), toggle);
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(!quote.classList.toggle("folded")));
  });
  return quote;
}
