/** What an answer means to the clerk: messages on the page and read out, and what keeps the desk from the server. */

import { LoginNeeded, Offline, parse } from "./api.js";
import * as outbox from "./outbox.js";
import { announce, setStatus } from "./status.js";

/** Tells what was done, and lets the desk look again. */
export function finished(data) {
  announceAll(data.messages);
  document.dispatchEvent(new CustomEvent("desk:refresh"));
  return data;
}

/** Messages are read out; those that ask for attention stay on the page until they are closed. */
export function announceAll(messages = []) {
  for (const message of messages) {
    announce(message.text);
    const notes = document.querySelector("[data-notes]");
    const note = parse(document.getElementById("desk-note")?.innerHTML ?? "").firstElementChild;
    if (notes && note) {
      note.dataset.level = message.level;
      note.querySelector("[data-text]").textContent = message.text;
      notes.append(note);
      if (!/warning|error/.test(message.level)) {
        setTimeout(() => note.remove(), 8000);
      }
    }
  }
}

/** Tells in the status what keeps the desk from the server. */
export function report(error) {
  if (error instanceof LoginNeeded) {
    document.dispatchEvent(new CustomEvent("desk:login-needed", { detail: error.address }));
  } else if (error instanceof Offline) {
    outbox.lost();
    document.dispatchEvent(new CustomEvent("desk:offline"));
  } else {
    setStatus("error");
    throw error;
  }
}

document.addEventListener("click", (event) => {
  event.target.closest("[data-note-close]")?.closest("[data-note]")?.remove();
});
