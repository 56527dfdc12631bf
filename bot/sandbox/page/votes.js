/**
 * What each persona voted in this tab. The Bot API's poll tells only the counts, so the page keeps the choice itself.
 * It lasts as long as the tab; "reset" forgets it.
 */
const PREFIX = "vote:";

const keyOf = (seat, message) => `${PREFIX}${seat.personId}/${message.chat}/${message.id}`;

/** @returns {number[]} the indexes of the chosen options, none when the person has not voted */
export const voteOf = (seat, message) => JSON.parse(sessionStorage.getItem(keyOf(seat, message)) ?? "[]");

/** @param {number[]} options */
export const rememberVote = (seat, message, options) =>
  sessionStorage.setItem(keyOf(seat, message), JSON.stringify(options));

export function forgetVotes() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
