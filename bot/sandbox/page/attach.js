import { h } from "./dom.js";
import { menuButton } from "./menu.js";

const FROM_DISK = { photo: "image/*", document: "" };
const READY_MADE = ["voice", "sticker", "video", "location", "contact"];

/**
 * The paper clip: photos and documents are chosen from the disk, the other kinds are made up by the sandbox.
 * @param {import("./seat.js").Seat} seat
 * @param {{attach(kind: string, file?: File): void}} composer
 */
export function attachMenu(seat, composer) {
  const label = (kind) => seat.words(kind);
  const pickers = Object.entries(FROM_DISK).map(([kind, accept]) => {
    const picker = h("input", { type: "file", accept, hidden: true, tabindex: "-1", "aria-label": label(kind) });
    picker.addEventListener("change", () => {
      const [file] = picker.files;
      if (file) composer.attach(kind, file);
      picker.value = "";
    });
    return { kind, picker };
  });
  const items = [
    ...pickers.map(({ kind, picker }) => ({ label: label(kind), icon: kind, run: () => picker.click() })),
    ...READY_MADE.map((kind) => ({ label: label(kind), icon: kind, run: () => composer.attach(kind) })),
  ];
  const opener = menuButton("attach", seat.words("attach"), () => items);
  return [opener, ...pickers.map(({ picker }) => picker)];
}
