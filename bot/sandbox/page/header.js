import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { avatar, botName, nameOf } from "./people.js";

/**
 * The top of a column: whose chat it is, with whom, and what goes on in it.
 * @param {import("./seat.js").Seat} seat
 * @param {{sit(place: {person: number, chat: number}): void}} column
 */
export function columnHeader(seat, column) {
  const { words, person, chat } = seat;
  const title = seat.isPrivate ? nameOf(person) : chat.title;
  const about = h("bdi");
  const activity = h("span", { class: "activity", role: "status" });
  const element = h(
    "header",
    {},
    avatar(title, seat.isPrivate ? person.id : "group"),
    h(
      "div",
      { class: "who" },
      h("h2", { dir: "auto" }, title),
      h("p", {}, h("span", { class: "about" }, seat.isPrivate && h("b", {}, words(person.role)), about), activity),
    ),
    seat.isPrivate ? options(seat) : writeAs(seat, column),
  );
  return {
    element,
    refresh() {
      about.textContent = seat.isPrivate ? botName(seat) : words("people", { n: chat.members.length });
    },
    /** @param {boolean} on */
    typing(on) {
      element.classList.toggle("typing", on);
      activity.textContent = on ? words("typing") : "";
    },
  };
}

function writeAs(seat, column) {
  const { chat, words } = seat;
  const people = chat.members.map((id) => seat.store.personas.get(id)).filter(Boolean);
  const choices = people.map((person) => h("option", { value: person.id, selected: person.id === seat.personId }, nameOf(person)));
  const change = (event) => column.sit({ person: Number(event.target.value), chat: chat.id });
  return h("label", { class: "as" }, h("span", {}, words("as")), h("select", { onchange: change }, choices));
}

function options(seat) {
  const items = () => [
    { label: seat.words(seat.person.blocked ? "unblock" : "block"), icon: "block", run: () => seat.block(!seat.person.blocked) },
  ];
  const opener = button(
    { class: "round", "aria-label": seat.words("more"), "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => openMenu(opener, items()) },
    icon("more"),
  );
  return opener;
}
