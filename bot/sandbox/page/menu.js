import { arrowKeys, button, h } from "./dom.js";
import { icon } from "./icons.js";

/**
 * A small menu beside the control that opened it; one at a time, gone on Escape, a choice or a press elsewhere.
 * @param {HTMLElement} opener
 * @param {{label: string, icon: any, run: () => void}[]} items
 */
export function openMenu(opener, items) {
  const rows = items.map((item) => {
    const choose = () => {
      close();
      item.run();
    };
    return button({ role: "menuitem", tabindex: "-1", onclick: choose }, icon(item.icon), h("span", {}, item.label));
  });
  const origin = opener.closest("[dir]");
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", dir: getComputedStyle(opener).direction, lang: origin?.lang }, rows);
  const close = () => menu.hidePopover();
  arrowKeys(menu, () => rows);
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    opener.setAttribute("aria-expanded", "false");
    if (menu.contains(document.activeElement) || document.activeElement === document.body) opener.focus({ preventScroll: true });
    menu.remove();
  });
  opener.setAttribute("aria-expanded", "true");
  document.body.append(menu);
  menu.showPopover();
  place(menu, opener);
  rows[0]?.focus({ preventScroll: true });
}

/** Beside its opener, and wholly on the screen. */
function place(menu, opener) {
  const from = opener.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = from.bottom + 4 + height < innerHeight;
  const wanted = menu.dir === "rtl" ? from.right - width : from.left;
  menu.style.top = `${Math.max(8, below ? from.bottom + 4 : from.top - height - 4)}px`;
  menu.style.left = `${Math.min(Math.max(8, wanted), innerWidth - width - 8)}px`;
}
