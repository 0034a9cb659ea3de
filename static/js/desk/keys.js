/**
 * Keys of the desk. Named by the place on the keyboard ("Alt+KeyN"), because Alt writes other letters on some systems.
 * The newest binding of a key goes first; one that answers `false` leaves the key to the next and to the browser.
 */

const bindings = [];

/** Binds a key while the focus is inside `scope` (null: everywhere on the page). Returns a function that unbinds it. */
export function bindKey(key, scope, handler) {
  const binding = { key, scope, handler };
  bindings.unshift(binding);
  return () => bindings.splice(bindings.indexOf(binding), 1);
}

/** "Control+Alt+Enter" for an event; the order of the modifiers is always this one. */
export function keyOf(event) {
  const modifiers = [event.ctrlKey && "Control", event.altKey && "Alt", event.shiftKey && "Shift", event.metaKey && "Meta"];
  return [...modifiers.filter(Boolean), event.code].join("+");
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) {
    return;
  }
  const key = keyOf(event);
  // Behind an open dialog nothing moves.
  const dialog = event.target.closest?.("dialog[open]");
  for (const binding of bindings) {
    const isHere = binding.scope ? binding.scope.contains(event.target) : !dialog;
    if (binding.key === key && isHere && binding.handler(event) !== false) {
      event.preventDefault();
      return;
    }
  }
});
