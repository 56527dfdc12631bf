/**
 * What the page knows of the sandbox's world. Dispatches "load" when all of it is new, "link" when the connection
 * comes or goes, and every event of the protocol under its own type.
 *
 * @typedef {{id: number, chat: number, from: number | "bot", date: string, edited: string | null, text: string,
 *   entities: object[], caption: string, reply_to: number | null, buttons: object[][]} & Record<string, any>} Message
 * @typedef {{id: number, key: string, first_name: string, last_name?: string, language: string, role: string,
 *   chats: number[], blocked: boolean, commands: Record<string, {command: string, description: string}[]>}} Persona
 * @typedef {{id: number, type: string, title: string, members: number[], messages: Message[]}} Chat
 */
export class Store extends EventTarget {
  /** @type {Map<number, Persona>} */ personas = new Map();
  /** @type {Map<number, Chat>} */ chats = new Map();
  /** The chat in which each person last pressed a button. @type {Map<number, number>} */ pressed = new Map();
  /** The number of the newest event that is part of what stands here. */
  last = 0;

  /** @param {any} state the answer of /sandbox/state */
  load(state) {
    this.bot = state.bot;
    this.personas = new Map(state.personas.map((persona) => [persona.id, persona]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.last = state.event;
    this.#tellClock(state.clock);
    this.#tell("load", {});
  }

  /** Takes an event of the stream; one that was seen before changes nothing. @param {any} event */
  apply(event, number) {
    if (number <= this.last) return;
    this.last = number;
    if (event.type === "clock") this.#tellClock(event.clock);
    else {
      this.#change(event);
      this.#tell(event.type, event);
    }
  }

  /** The sandbox's present time, in milliseconds since 1970, as its clock runs. */
  now() {
    return this.clock.at + (performance.now() - this.clock.seen) * this.clock.speed;
  }

  /** @param {boolean} up whether events arrive */
  link(up) {
    this.#tell("link", { up });
  }

  /** @returns {Message | undefined} */
  message(chat, id) {
    return this.chats.get(chat)?.messages.find((message) => message.id === id);
  }

  #tellClock(clock) {
    this.clock = { at: Date.parse(clock.now), speed: clock.speed, seen: performance.now() };
    this.#tell("clock", {});
  }

  #change(event) {
    const messages = this.chats.get(event.message?.chat ?? event.chat)?.messages;
    if (event.type === "message") messages?.push(event.message);
    if (event.type === "edited") replace(messages, event.message.id, event.message);
    if (event.type === "deleted") replace(messages, event.id);
    if (event.type === "commands") this.#commands(event);
    if (event.type === "persona") this.#blocked(event);
    if (event.type === "bot") this.bot = event.bot;
    if (event.type === "chat") this.chats.set(event.chat.id, { messages: messages ?? [], ...event.chat });
    if (event.type === "reset") {
      for (const chat of this.chats.values()) chat.messages = [];
      for (const persona of this.personas.values()) persona.blocked = false;
    }
  }

  #commands({ persona, commands }) {
    const known = this.personas.get(persona);
    if (known) known.commands = commands;
  }

  #blocked({ persona, blocked }) {
    const known = this.personas.get(persona);
    if (known) known.blocked = blocked;
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function replace(messages, id, ...fresh) {
  const at = messages?.findIndex((message) => message.id === id) ?? -1;
  if (at >= 0) messages.splice(at, 1, ...fresh);
}
