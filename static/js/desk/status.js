/** Where the clerk sees whether every word is safe, and where screen readers hear what happened. */

/**
 * <desk-status>: one of its children with data-state is shown; the words come from the server.
 * `offline`, `login`, `conflict` and `error` stay until the opposite is told; `saving` and `saved` come and go.
 */
class DeskStatus extends HTMLElement {
  show(state, text = "") {
    this.dataset.state = state;
    for (const line of this.querySelectorAll("[data-state]")) {
      line.hidden = line.dataset.state !== state;
    }
    const detail = this.querySelector("[data-detail]");
    if (detail) {
      const { one, many } = detail.dataset;
      detail.textContent = typeof text === "number" ? this.waiting(text, one, many) : text;
    }
  }

  waiting(count, one, many) {
    return count ? (count === 1 ? one : many).replace("1000", String(count)) : "";
  }
}

customElements.define("desk-status", DeskStatus);

/** state: "saved", "saving", "offline", "login", "conflict" or "error"; text: what it is about, or how many texts wait. */
export function setStatus(state, text = "") {
  document.querySelector("desk-status")?.show(state, text);
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
