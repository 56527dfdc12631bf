import { h } from "./dom.js";
import { menuButton } from "./menu.js";
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
  const choices = people.map((person) => {
    const selected = person.id === seat.personId;
    return h("option", { value: person.id, selected }, nameOf(person));
  });
  const change = (event) => column.sit({ person: Number(event.target.value), chat: chat.id });
  return h("label", { class: "as" }, h("span", {}, words("as")), h("select", { onchange: change }, choices));
}

function options(seat) {
  return menuButton("more", seat.words("more"), () => {
    const { blocked } = seat.person;
    return [{ label: seat.words(blocked ? "unblock" : "block"), icon: "block", run: () => seat.block(!blocked) }];
  });
}
