/**
 * What was entered in a form of a dialog and not sent yet: kept in the browser until the server has accepted it, and
 * put back when the form is opened again. Files and tokens are not kept.
 */

import * as drafts from "./drafts.js";

const NOT_KEPT = ["csrfmiddlewaretoken"];

function keyOf(form, url) {
  const { pathname, search } = new URL(form.getAttribute("action") || url, window.location.href);
  return pathname + search;
}

function entriesOf(form) {
  return [...new FormData(form)].filter(([name, value]) => !NOT_KEPT.includes(name) && typeof value === "string");
}

/** Puts entries back into their fields; those that the form does not have any more are left out. */
function fill(form, entries) {
  const left = new Map();
  for (const [name, value] of entries) {
    left.set(name, [...(left.get(name) ?? []), value]);
  }
  for (const field of form.elements) {
    if (!field.name || NOT_KEPT.includes(field.name) || /^(submit|button|file)$/.test(field.type)) {
      continue;
    }
    if (field.type === "radio" || field.type === "checkbox") {
      field.checked = (left.get(field.name) ?? []).includes(field.value);
    } else if (left.get(field.name)?.length) {
      field.value = left.get(field.name).shift();
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function attach(form, url) {
  const key = keyOf(form, url);
  const fresh = JSON.stringify(entriesOf(form));
  const draft = drafts.load("form", key);
  let isAccepted = false;
  const keep = () => {
    // A field that loses the focus when the dialog closes tells its change only then.
    if (isAccepted) {
      return;
    }
    const entries = entriesOf(form);
    drafts.save("form", key, { entries, label: form.dataset.draft, at: new Date().toISOString() });
  };
  // A form that comes back with errors already says what was typed.
  if (draft && !form.querySelector("[aria-invalid=true], [data-error-summary]") && JSON.stringify(draft.entries) !== fresh) {
    fill(form, draft.entries);
    offer(form, key);
  }
  form.addEventListener("input", keep);
  form.addEventListener("change", (event) => event.isTrusted && keep());
  form.addEventListener("keyup", (event) => event.target.closest("roll-call") && keep());
  form.addEventListener("desk:accepted", () => {
    isAccepted = true;
    drafts.remove("form", key);
  });
}

function offer(form, key) {
  const note = form.querySelector("[data-draft-note]");
  if (!note) {
    return;
  }
  note.hidden = false;
  note.querySelector("[data-draft-drop]").addEventListener("click", () => {
    drafts.remove("form", key);
    form.reset();
    for (const field of form.elements) {
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    note.hidden = true;
    form.querySelector("[data-first], input:not([type=hidden]), textarea")?.focus();
  });
}

document.addEventListener("desk:dialog", async (event) => {
  await drafts.ready;
  for (const form of event.detail.body.querySelectorAll("form[data-draft]")) {
    attach(form, event.detail.url);
  }
});
