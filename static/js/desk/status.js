/** Where the clerk sees whether every word is safe, and where screen readers hear what happened. */

/**
 * <desk-status>: one of its children with data-state is shown; the words come from the server.
 * `offline`, `login`, `conflict` and `error` stay until the opposite is told; `saving` and `saved` come and go.
 */
class DeskStatus extends HTMLElement {
  show(state, about = 0) {
    this.dataset.state = state;
    for (const line of this.querySelectorAll("[data-state]")) {
      line.hidden = line.dataset.state !== state;
    }
    const detail = this.querySelector("[data-detail]");
    if (detail) {
      detail.textContent = typeof about === "number" ? counted(about, detail.dataset) : places(about);
    }
  }
}

function counted(count, { one, many }) {
  return count ? (count === 1 ? one : many).replace("1000", String(count)) : "";
}

/** The numbers of items by their keys. */
function places(items) {
  const labels = [...new Set(items)].map((item) => document.getElementById(`step-${item}`)?.dataset.label);
  return labels.filter(Boolean).join(", ");
}

customElements.define("desk-status", DeskStatus);

/** state: "saved", "saving", "offline", "login", "conflict" or "error"; about: how many texts, or the keys of items. */
export function setStatus(state, about = 0) {
  document.querySelector("desk-status")?.show(state, about);
}

let waiting = 0;

/** Reads `text` out politely; what comes quickly after another is not swallowed. */
export function announce(text) {
  const region = document.querySelector("[data-announcer]");
  if (!region || !text) {
    return;
  }
  const line = document.createElement("p");
  line.textContent = text;
  region.append(line);
  waiting += 1;
  setTimeout(() => {
    line.remove();
    waiting -= 1;
  }, 8000 + waiting * 500);
}
