/**
 * Private notes beside the items of a session: kept in the browser with each key, and sent by the outbox a moment
 * later. Without this script the same forms are sent by their button.
 */

import * as outbox from "./outbox.js";
import { setStatus } from "./status.js";

const forms = new Map([...document.querySelectorAll("form[data-own-note]")].map((form) => [form.dataset.item, form]));

const text = (form) => form.elements.text;

function version(form) {
  return Number(form.elements.version.value) || 0;
}

function draft(form, more = {}) {
  const { item, session } = form.dataset;
  const url = form.getAttribute("action");
  return { url, op: "text", version: version(form), kind: "note", text: text(form).value, item, session, after: null, ...more };
}

function say(form, sentence) {
  const line = form.querySelector("[data-problem]");
  line.textContent = sentence;
  line.hidden = !sentence;
}

function keep(form, more) {
  say(form, "");
  if (text(form).value.trim()) {
    const before = outbox.draftOf(form.dataset.item);
    outbox.queue("row", form.dataset.item, { ...draft(form, more), sent: before?.sent ?? [] });
  } else {
    // An emptied note is deleted by its link, not by chance; what was stored stays until then.
    outbox.forget("row", form.dataset.item);
  }
}

/** What an earlier page has kept and the server has not got stands in the form again. */
function recover(form) {
  const left = outbox.draftOf(form.dataset.item);
  if (left?.text && left.text !== text(form).value) {
    text(form).value = left.text;
    form.elements.version.value = String(left.version);
    form.closest("details").open = true;
  }
}

/** What this tab knows to be stored: {item: version}. A page asked for while a text was on its way is older. */
const KNOWN = "gremia:note-versions";

function known() {
  try {
    return JSON.parse(window.sessionStorage.getItem(KNOWN) ?? "{}");
  } catch {
    return {};
  }
}

function remember(versions) {
  try {
    window.sessionStorage.setItem(KNOWN, JSON.stringify(versions));
  } catch {
    // Without it such a page shows the text before, and the next change the choice between both.
  }
}

/** Asks for a page again, once, that shows less than the server has confirmed. */
function renew() {
  const versions = known();
  const isOld = [...forms].some(([item, form]) => versions[item] > version(form));
  const isTouched = [...forms.values()].some((form) => text(form).value !== text(form).defaultValue);
  remember({});
  if (isOld && !isTouched && !outbox.pending()) {
    window.location.reload();
  }
}

function showConflict(form, stored) {
  const box = form.querySelector("[data-conflict]");
  box.querySelector("[data-stored]").textContent = stored.text;
  box.querySelector("[data-stored-at]").textContent = stored.at ?? "";
  box.dataset.version = String(stored.version);
  box.hidden = false;
  form.closest("details").open = true;
}

function choose(form, choice) {
  const box = form.querySelector("[data-conflict]");
  const stored = box.querySelector("[data-stored]").textContent;
  form.elements.version.value = box.dataset.version;
  box.hidden = true;
  if (choice === "stored") {
    text(form).value = stored;
    outbox.forget("row", form.dataset.item);
  } else {
    if (choice === "both") {
      text(form).value = `${stored}\n\n${text(form).value}`;
    }
    outbox.settle(form.dataset.item, draft(form));
  }
  text(form).focus();
}

for (const form of forms.values()) {
  text(form).addEventListener("input", () => keep(form));
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-keep]");
    if (button) {
      choose(form, button.dataset.keep);
    }
  });
  // Sent by its button: the same words go the same way, and the page stays where it is.
  form.addEventListener("submit", (event) => {
    if (text(form).value.trim()) {
      event.preventDefault();
      keep(form);
      outbox.sendAll();
    }
  });
}

document.addEventListener("row:saved", ({ detail }) => {
  const form = forms.get(detail.key);
  if (form) {
    form.elements.version.value = String(detail.version);
    remember({ ...known(), [detail.key]: detail.version });
    outbox.showStatus();
  }
});

document.addEventListener("row:conflict", ({ detail }) => {
  const form = forms.get(detail.key);
  if (form && detail.stored) {
    showConflict(form, detail.stored);
  }
});

document.addEventListener("row:refused", ({ detail }) => {
  const form = forms.get(detail.key);
  if (form) {
    say(form, detail.errors.join(" "));
    setStatus("error");
  }
});

// Somebody who has logged in again in another tab comes back to this one.
window.addEventListener("focus", () => outbox.reached());

await outbox.start();
renew();
for (const form of forms.values()) {
  recover(form);
  if (text(form).value !== text(form).defaultValue) {
    // Also what was typed before this script was there.
    keep(form);
  }
}
outbox.showStatus();
