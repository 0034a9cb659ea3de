/** Text modules: "/code" in a text, or one digit in the empty speaker field, becomes the sentence that it stands for. */

const CODE = /(^|\s)\/([\p{L}\p{N}_-]+)$/u;

/** The text of a module with its placeholders filled; one that is not known yet stays as it is, to be seen. */
export function filled(text, values) {
  return text.replace(/\{(\p{L}+)\}/gu, (whole, name) => values[name] || whole);
}

/** Selects the first placeholder that nothing is known for, so that what is typed takes its place; false without one. */
export function selectUnknown(textarea) {
  const found = textarea.value.match(/\{\p{L}+\}/u);
  if (found) {
    textarea.focus();
    textarea.setSelectionRange(found.index, found.index + found[0].length);
  }
  return Boolean(found);
}

/** The code that stands right before the caret: {module, start, end}, or null. */
export function codeBefore(textarea, modules) {
  const end = textarea.selectionStart;
  const found = textarea.value.slice(0, end).match(CODE);
  const module = found && modules.find((one) => one.code.toLowerCase() === found[2].toLowerCase());
  return module ? { module, start: end - found[2].length - 1, end } : null;
}

/** Replaces a stretch of a text so that the browser's own undo knows it, and tells it as typing. */
export function replaceIn(textarea, start, end, text) {
  textarea.setRangeText(text, start, end, "end");
  textarea.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}
