import { api } from "./api.js";
import { directionOf, wordsIn } from "./words.js";

/**
 * A person's place in one chat: who looks, at what, and what they can do there. Everything drawn inside a column
 * is given the column's seat.
 */
export class Seat {
  /**
   * @param {import("./store.js").Store} store
   * @param {number} person id
   * @param {number} chat id
   * @param {{open(person: number): void, share(seat: Seat, text: string): void}} desk
   */
  constructor(store, person, chat, desk) {
    Object.assign(this, { store, desk });
    this.personId = person;
    this.chatId = chat;
    this.words = wordsIn(this.language);
    this.direction = directionOf(this.language);
    /** Set by the column. @type {{toast(text: string): void, alert(text: string): void}} */
    this.notices = { toast() {}, alert() {} };
  }

  get person() {
    return this.store.personas.get(this.personId);
  }

  get chat() {
    return this.store.chats.get(this.chatId);
  }

  get bot() {
    return this.store.bot;
  }

  get language() {
    return this.person.language;
  }

  get isPrivate() {
    return this.chat.type === "private";
  }

  get commands() {
    return this.person.commands?.[this.chatId] ?? [];
  }

  message(id) {
    return this.store.message(this.chatId, id);
  }

  /**
   * Waits for a call of the protocol; a failure is shown to the person.
   * @returns {Promise<boolean>} whether it went well
   */
  async try(call) {
    try {
      await call;
      return true;
    } catch (error) {
      this.notices.toast(error.message);
      return false;
    }
  }

  send(text, reply) {
    return this.try(api.send({ ...this.#place, text, ...(reply && { reply_to: reply }) }));
  }

  edit(message, text) {
    return this.try(api.edit({ ...this.#place, message_id: message, text }));
  }

  tap(message, data) {
    this.store.pressed.set(this.personId, this.chatId);
    return this.try(api.tap({ ...this.#place, message_id: message, data }));
  }

  vote(message, options) {
    return this.try(api.vote({ ...this.#place, message_id: message, options }));
  }

  /** Asks the bot for what fits a text typed after its name. @param {string} text */
  inline(text) {
    return this.try(api.inline({ ...this.#place, text }));
  }

  /** Sends a result of the last inline query. @param {string} result its id */
  choose(result) {
    return this.try(api.choose({ ...this.#place, result }));
  }

  sendFile(kind, file, caption) {
    return this.try(api.sendFile({ ...this.#place, kind, caption, file }));
  }

  /** A command as Telegram sends it when it is pressed: addressed to the bot where others listen too. */
  command(text) {
    return this.send(this.isPrivate || text.includes("@") ? text : `${text}@${this.bot.username}`);
  }

  async block(blocked) {
    if ((await this.try(api.block(this.personId, blocked))) && !blocked) this.send("/start");
  }

  /**
   * Goes to the person's private chat; with a payload the bot is started there with it.
   * @param {string | null} payload
   */
  async openPrivate(payload) {
    const chat = this.person.chats.find((id) => this.store.chats.get(id)?.type === "private");
    this.desk.open(this.personId);
    if (payload !== null) {
      const text = payload ? `/start ${payload}` : "/start";
      await this.try(api.send({ chat, persona: this.personId, text }));
    }
  }

  share(text) {
    this.desk.share(this, text);
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.notices.toast(this.words("copied"));
  }

  get #place() {
    return { chat: this.chatId, persona: this.personId };
  }
}
