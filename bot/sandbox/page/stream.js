import { api } from "./api.js";

/**
 * Keeps the store up to date for as long as the page is open. After a loss it takes the whole state again and
 * follows the events from there, so that nothing is missed or doubled, even when the sandbox was started anew.
 * @param {import("./store.js").Store} store
 */
export async function follow(store) {
  for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
    try {
      do {
        store.load(await api.state());
        wait = 250;
      } while ((await listen(store)) === "anew");
    } catch (error) {
      console.info("The sandbox cannot be followed, trying again:", error.message);
    }
    store.link(false);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Resolves when the connection is lost, or with "anew" when people or chats came or went. */
function listen(store) {
  return new Promise((resolve) => {
    const source = new EventSource(`/sandbox/events?after=${store.last}`);
    source.onopen = () => store.link(true);
    source.onmessage = ({ data, lastEventId }) => {
      const event = JSON.parse(data);
      if (event.type !== "world") return store.apply(event, Number(lastEventId));
      source.close();
      resolve("anew");
    };
    source.onerror = () => {
      source.close();
      resolve(undefined);
    };
  });
}
