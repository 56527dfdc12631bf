/** The calls of the page's protocol. Every one of them throws an Error whose message a person can read. */

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok || body.ok === false) throw new Error(body.error ?? `The sandbox answered ${response.status}.`);
  return body;
}

const unreachable = () => {
  throw new Error("The sandbox cannot be reached.");
};

const post = (path, body) =>
  fetch(`/sandbox/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).then(answer, unreachable);

export const api = {
  state: () => fetch("/sandbox/state", { cache: "no-store" }).then(answer, unreachable),
  send: (body) => post("send", body),
  tap: (body) => post("tap", body),
  vote: (body) => post("vote", body),
  edit: (body) => post("edit", body),
  inline: (body) => post("inline", body),
  choose: (body) => post("choose", body),
  block: (persona, blocked) => post("block", { persona, blocked }),
  clock: (change) => post("clock", change),
  reset: () => post("reset", {}),

  /** @param {Record<string, string | number | File | undefined>} fields */
  sendFile(fields) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined && value !== "") form.append(name, value instanceof File ? value : String(value));
    }
    return fetch("/sandbox/send-file", { method: "POST", body: form }).then(answer, unreachable);
  },
};
