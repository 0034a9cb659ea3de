/**
 * An export as it grows: asks each second how far it is, and asks for work on it where no worker does that. Without
 * this module a button begins it and a link looks again.
 */

import { LoginNeeded, Offline, parse, request } from "./api.js";

const EACH = 1000;
const place = document.querySelector("[data-export]");
const announcer = document.querySelector("[data-announcer]");
let isAtWork = false;
let quarter = 0;

/** Asks the server; null while it can't be reached, and the page says so. */
async function ask(url, options) {
  try {
    const answer = await request(url, options);
    trouble(answer.status >= 500);
    if (answer.status === 404 || answer.status === 403) {
      window.location.reload();
    }
    return answer.status === 200 ? answer : null;
  } catch (error) {
    if (error instanceof LoginNeeded) {
      window.location.reload();
      return null;
    }
    if (!(error instanceof Offline)) {
      throw error;
    }
    trouble(true);
    return null;
  }
}

function trouble(isThere) {
  place.querySelector("[data-trouble]")?.toggleAttribute("hidden", !isThere);
}

/** The bar and its text; each quarter of the way is read out. */
function show({ done, total, text, heading }) {
  const bar = place.querySelector("progress");
  bar.max = total || 1;
  bar.value = done;
  place.querySelector("[data-text]").textContent = text;
  place.querySelector("[data-heading]").textContent = heading;
  const reached = total ? Math.floor((4 * done) / total) : 0;
  if (reached > quarter) {
    quarter = reached;
    announcer.textContent = text;
  }
}

/** Asks for work for a few seconds; meanwhile the bar goes on. */
async function work() {
  isAtWork = true;
  await ask(place.dataset.runUrl, { method: "POST" });
  isAtWork = false;
}

/** The export is over: the page shows what became of it, and who had the focus here finds the result. */
async function finish() {
  const answer = await ask(window.location.href, {});
  const found = answer && parse(answer.html).querySelector("[data-export]");
  if (!found) {
    window.location.reload();
    return;
  }
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren(...found.childNodes);
  const result = place.querySelector("[data-result]");
  announcer.textContent = result?.textContent ?? "";
  if (hadFocus) {
    result?.focus();
  }
}

async function follow() {
  const answer = await ask(place.dataset.stateUrl, {});
  const state = answer?.data;
  if (state?.is_over) {
    await finish();
    return;
  }
  if (state) {
    show(state);
    if (state.waits && !isAtWork) {
      work();
    }
  }
  setTimeout(follow, EACH);
}

if (place && !("over" in place.dataset)) {
  for (const element of place.querySelectorAll("[data-without-script]")) {
    element.hidden = true;
  }
  follow();
}
