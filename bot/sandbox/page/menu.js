import { arrowKeys, button, h } from "./dom.js";
import { icon, iconButton } from "./icons.js";

/**
 * An icon that opens a menu.
 * @param {any} name of the icon @param {string} label
 * @param {() => {label: string, icon: any, run: () => void}[]} items asked for at each opening
 */
export function menuButton(name, label, items, props = {}) {
  const onclick = () => openMenu(opener, items());
  const opener = iconButton(name, label, { ...props, "aria-haspopup": "menu", "aria-expanded": "false", onclick });
  return opener;
}

/** A small menu beside the control that opened it; gone on Escape, a choice or a press elsewhere. */
function openMenu(opener, items) {
  const rows = items.map((item) => {
    const choose = () => {
      close();
      item.run();
    };
    return button({ role: "menuitem", tabindex: "-1", onclick: choose }, icon(item.icon), h("span", {}, item.label));
  });
  const { direction } = getComputedStyle(opener);
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", dir: direction }, rows);
  const close = () => menu.hidePopover();
  arrowKeys(menu, () => rows);
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    opener.setAttribute("aria-expanded", "false");
    if ([document.body, ...rows].includes(document.activeElement)) opener.focus({ preventScroll: true });
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
