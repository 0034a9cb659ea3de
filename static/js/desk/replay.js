/** Keys that came before the field they were meant for: a script presses them again and does what the browser would have done. */

/** Presses a key again that came before the field it was meant for. */
export function replay({ key, code, shiftKey }) {
  const field = document.activeElement;
  const isText = field.matches("textarea, input:not([type=radio], [type=checkbox])");
  if (isText && key.length === 1) {
    insert(field, key);
    return;
  }
  const isFree = field.dispatchEvent(new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true }));
  if (isFree && key === "Enter") {
    enter(field);
  }
}

/** What the browser does at Enter by itself, but not for a key that is pressed again by a script. */
function enter(field) {
  if (field.matches("textarea")) {
    insert(field, "\n");
  } else if (field.matches("button, a[href]")) {
    field.click();
  } else if (field.form) {
    field.form.requestSubmit(field.form.querySelector("button:not([type]), button[type=submit]"));
  }
}

function insert(field, text) {
  field.value += text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertText" }));
}
