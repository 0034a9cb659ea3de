/** "Next item" while the connection is down: the time is noted here, and told to the server when it answers again. */

import { request } from "./api.js";

const KEY = "gremia:calls";

function stored() {
  try {
    return JSON.parse(window.localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function store(calls) {
  try {
    if (calls.length) {
      window.localStorage.setItem(KEY, JSON.stringify(calls));
    } else {
      window.localStorage.removeItem(KEY);
    }
  } catch {
    // A full or forbidden storage: the clerk sees the missing time at the item and enters it.
  }
}

/** Remembers that `user` called the item at `url` at the moment `at` (ISO). */
export function callLater(user, url, at) {
  store([...stored(), { user, url, at }]);
}

/** Tells the server what waits, in order. Throws what `request` throws; what was told is forgotten. */
export async function sendCalls() {
  const user = document.querySelector("[data-desk]")?.dataset.user;
  for (const call of stored().filter((one) => one.user === user)) {
    const form = new FormData();
    form.set("at", call.at);
    await request(call.url, { form });
    store(stored().filter((one) => one.url !== call.url || one.at !== call.at));
  }
}

/** Forgets the calls of everybody: a deliberate logout leaves nothing behind. */
export function forgetCalls() {
  store([]);
}
