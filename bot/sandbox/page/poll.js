import { button, h } from "./dom.js";
import { richText } from "./entities.js";
import { icon } from "./icons.js";

/**
 * A poll or quiz: options to choose from before the person's vote, results after it.
 * @param {any} message @param {import("./seat.js").Seat} seat
 */
export function pollView(message, seat) {
  const { poll } = message;
  const { words } = seat;
  const mine = poll.votes[seat.personId] ?? [];
  const open = !poll.is_closed && mine.length === 0;
  const quiz = poll.type === "quiz";
  const kind = words(quiz ? "quiz" : "poll");
  const note = poll.is_closed ? words("closed") : poll.is_anonymous ? words("anonymous") : "";
  const retractable = !open && !poll.is_closed && (poll.allows_revoting ?? !quiz);
  const retract = button({ class: "link", onclick: () => cast(message, [], seat) }, words("retract"));
  return h(
    "div",
    { class: "poll", role: "group", "aria-label": `${kind}: ${poll.question}` },
    h("div", { class: "question", dir: "auto" }, ...richText(poll.question, poll.question_entities, seat)),
    h("div", { class: "kind" }, [kind, note].filter(Boolean).join(" · ")),
    open ? choices(message, seat) : results(poll, mine, seat),
    !open && poll.explanation && explanation(poll, seat),
    h(
      "div",
      { class: "total" },
      h("span", {}, words("votes", { n: poll.total_voter_count })),
      retractable && retract,
    ),
  );
}

const cast = (message, options, seat) => seat.vote(message.id, options);

function choices(message, seat) {
  const { poll } = message;
  if (!poll.allows_multiple_answers) {
    return poll.options.map((option, index) => {
      const choose = () => cast(message, [index], seat);
      return button({ class: "option", onclick: choose }, h("i", { class: "mark" }), label(option, seat));
    });
  }
  const boxes = poll.options.map(() => h("input", { type: "checkbox", onchange: allow }));
  const chosen = () => boxes.flatMap((box, index) => (box.checked ? [index] : []));
  const send = () => cast(message, chosen(), seat);
  const confirm = button({ class: "confirm", disabled: true, onclick: send }, seat.words("vote"));
  function allow() {
    confirm.disabled = chosen().length === 0;
  }
  const lines = boxes.map((box, index) => h("label", { class: "option" }, box, label(poll.options[index], seat)));
  return [...lines, confirm];
}

const label = (option, seat) => h("span", { dir: "auto" }, ...richText(option.text, option.text_entities, seat));

/** What the options got; a poll that hides its results shows only the person's own choice. */
function results(poll, mine, seat) {
  const right = poll.correct_option_ids ?? (poll.correct_option_id === undefined ? [] : [poll.correct_option_id]);
  const verdictOn = (index) => {
    if (poll.hidden) return mine.includes(index) ? "yours" : "";
    if (right.includes(index)) return "right";
    if (!mine.includes(index)) return "";
    return poll.type === "quiz" ? "wrong" : "yours";
  };
  const lines = poll.options.map((option, index) => {
    const share = poll.total_voter_count ? option.voter_count / poll.total_voter_count : 0;
    return result(option, poll.hidden ? null : share, verdictOn(index), seat);
  });
  return h("ul", { class: "results" }, lines);
}

function result(option, share, verdict, seat) {
  const bar = h("span", { class: "bar" }, h("span", {}));
  bar.firstChild.style.inlineSize = `${(share ?? 0) * 100}%`;
  const percent = share === null ? "" : share.toLocaleString(seat.language, { style: "percent", maximumFractionDigits: 0 });
  const mark = verdict && icon(verdict === "wrong" ? "close" : "check");
  return h(
    "li",
    { class: verdict },
    h("span", { class: "percent" }, percent),
    label(option, seat),
    mark && h("span", { class: "verdict", role: "img", "aria-label": seat.words(verdict) }, mark),
    bar,
  );
}

function explanation({ explanation: text, explanation_entities: entities }, seat) {
  return h("div", { class: "explanation", dir: "auto", role: "note" }, ...richText(text, entities, seat));
}
