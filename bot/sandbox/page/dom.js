/** Builds elements without ever parsing text as HTML. */

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @param {string} tag
 * @param {Record<string, unknown>} [props] attributes; `on…` keys are listeners, `class` is a string,
 *   `data` an object for the dataset; false, null and undefined leave an attribute out.
 * @param {...(Child | Child[])} children strings become text nodes
 * @returns {any} the element
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), /** @type {any} */ (value));
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child || child === 0).map(asNode));
  return element;
}

/** @param {any} child */
const asNode = (child) => (child instanceof Node ? child : String(child));

/** A control that cannot submit a form by accident. */
export const button = (props, ...children) => h("button", { type: "button", ...props }, ...children);

/** Up and down move the focus among `items()`; used by every menu. */
export function arrowKeys(menu, items) {
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = items();
    const at = all.indexOf(document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  });
}
