/**
 * What is selected in a text, with the mouse or with Shift and the arrow keys, becomes the passage of the form. Without
 * this the text is copied and pasted.
 */

const texts = document.querySelector("[data-redact-texts]");
const form = document.querySelector("[data-redact-form]");
const status = document.querySelector("[data-redact-status]");
let waiting = 0;

function take(text) {
  const passage = text.value.slice(text.selectionStart, text.selectionEnd).trim();
  if (!passage) {
    return;
  }
  form.elements.passage.value = passage;
  form.elements.place.value = text.dataset.place;
  status.textContent = `${status.dataset.chosen} ${passage}`;
}

// Chromium moves no caret in a read-only text, so with keys alone nothing could be selected: the texts are opened, and
// whatever would change them is refused.
for (const text of texts?.querySelectorAll("textarea") ?? []) {
  text.readOnly = false;
  text.ariaReadOnly = "true";
  text.addEventListener("beforeinput", (event) => event.preventDefault());
}

// A selection grows letter by letter: it is told once it rests.
texts?.addEventListener("select", (event) => {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(take, 250, event.target);
});
