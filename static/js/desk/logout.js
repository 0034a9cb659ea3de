/** Logging out on purpose: first everything unsent is sent; what can't be sent is asked about; then the browser forgets. */

import { forgetCalls } from "./calls.js";
import * as drafts from "./drafts.js";
import * as outbox from "./outbox.js";

const PATIENCE = 8000;

async function sent() {
  if (!drafts.list().length) {
    return true;
  }
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  await Promise.race([outbox.sendAll(), late]);
  return !drafts.list().length;
}

function leave(form) {
  drafts.clear();
  forgetCalls();
  // Not requestSubmit(): that would ask again.
  form.submit();
}

function ask(form) {
  const dialog = document.getElementById("logout-question").content.firstElementChild.cloneNode(true);
  const texts = drafts.list().map((draft) => draft.data.text ?? draft.data.label ?? "").filter(Boolean);
  dialog.querySelector("[data-texts]").replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement("li");
      line.textContent = text.slice(0, 160);
      return line;
    }),
  );
  dialog.querySelector("[data-stay]").addEventListener("click", () => dialog.close());
  dialog.querySelector("[data-leave]").addEventListener("click", () => leave(form));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-logout]");
  if (!form) {
    return;
  }
  event.preventDefault();
  document.dispatchEvent(new CustomEvent("desk:leaving"));
  if (await sent()) {
    leave(form);
  } else {
    ask(form);
  }
});
