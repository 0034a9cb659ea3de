/** Swaps the inside of a panel for a newer one, without taking the focus, the open folds or the scroll place away. */

const shown = new Map();
const TYPING = "textarea, select, input:not([type=hidden], [type=submit], [type=button])";
const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";

/** What differs in each rendering without meaning anything: tokens, and keys of rows that don't exist yet. */
function essence(html) {
  return html.replace(/name="(csrfmiddlewaretoken|id)" value="[^"]*"/g, "").trim();
}

/** Shows `html` in `panel`; a panel in which somebody is typing waits, unless `force`. True if it was swapped. */
export function swap(panel, html, { force = false } = {}) {
  if (!panel) {
    return false;
  }
  const before = shown.get(panel.id) ?? essence(panel.innerHTML);
  const after = essence(html);
  if (before === after) {
    return false;
  }
  const active = panel.contains(document.activeElement) ? document.activeElement : null;
  if (!force && active?.matches(TYPING)) {
    return false;
  }
  const place = active && { id: active.id, index: [...panel.querySelectorAll(FOCUSABLE)].indexOf(active) };
  const folds = [...panel.querySelectorAll("details")].map((fold) => fold.open);
  const template = document.createElement("template");
  template.innerHTML = html;
  panel.replaceChildren(...template.content.childNodes);
  panel.querySelectorAll("details").forEach((fold, index) => {
    fold.open = folds[index] ?? fold.open;
  });
  shown.set(panel.id, after);
  if (place && active !== panel) {
    const same = place.id && document.getElementById(place.id);
    (same || panel.querySelectorAll(FOCUSABLE)[place.index] || panel).focus({ preventScroll: true });
  }
  return true;
}
