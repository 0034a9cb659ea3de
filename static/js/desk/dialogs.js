/**
 * Pages in dialogs. A link with `data-dialog` opens its page in place; forms in it are sent without leaving the desk.
 * Bad input is shown again inside, with everything typed; success closes the dialog and refreshes the desk.
 */

import { LoginNeeded, parse, request } from "./api.js";
import * as outbox from "./outbox.js";
import { replay } from "./replay.js";
import { announceAll, finished, report } from "./telling.js";
import { setStatus } from "./status.js";

const FOCUSABLE = "[autofocus], [data-error-summary], input:not([type=hidden]):not(:disabled), select, textarea, button:not([tabindex='-1']), a[href]";

/**
 * Opens the page at `url`, or what `asked` answers. The dialog is there at once: keys that are pressed before its page
 * has come go into it, not into the text behind. Without connection it says so, stays, and loads when the connection is
 * back. Resolves with the JSON that closed it, or null if it was only closed.
 */
export async function openDialog(url, { label = "", asked } = {}) {
  const dialog = new DeskDialog(url, label);
  try {
    const answer = await (asked ?? request(url));
    if (answer.data?.location) {
      dialog.goOn(answer.data);
    } else if (answer.html) {
      dialog.show(answer.html);
    } else {
      setStatus("error");
      dialog.close();
    }
  } catch (error) {
    if (asked) {
      dialog.close();
    } else {
      dialog.waits(url, error);
    }
    report(error);
  }
  return dialog.closing;
}

/** The pages that go on in a dialog: those whose paths fit one of the patterns that the template lists. */
function nextPage(location) {
  const path = new URL(location, window.location.href).pathname;
  const { dialogNext = "" } = document.getElementById("desk-dialog").content.querySelector("dialog").dataset;
  const patterns = dialogNext.split(" ").filter(Boolean);
  return patterns.some((pattern) => new RegExp(pattern).test(path)) ? location : null;
}

class DeskDialog {
  constructor(url, label) {
    this.url = url;
    this.opener = document.activeElement;
    this.closing = new Promise((resolve) => {
      this.resolve = resolve;
    });
    this.element = parse(document.getElementById("desk-dialog").innerHTML).querySelector("dialog");
    if (label) {
      this.element.setAttribute("aria-label", label);
    }
    this.body = this.element.querySelector("[data-dialog-body]");
    this.early = [];
    this.element.addEventListener("close", () => this.closed());
    this.element.addEventListener("submit", (event) => this.submit(event));
    this.element.addEventListener("click", (event) => this.click(event));
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.element.querySelector("[data-dialog-close]").addEventListener("click", () => this.close());
    document.body.append(this.element);
    this.element.showModal();
    this.element.focus();
  }

  show(html) {
    this.isLoaded = true;
    this.body.replaceChildren(...parse(html).childNodes);
    const title = this.body.querySelector("[data-title]");
    if (title) {
      title.id = "dialog-title";
      this.element.setAttribute("aria-labelledby", title.id);
    }
    this.body.dispatchEvent(new CustomEvent("desk:dialog", { bubbles: true, detail: { url: this.url, body: this.body } }));
    if (!this.body.contains(document.activeElement)) {
      const fields = ["[data-error-summary]", "[data-first]", FOCUSABLE].flatMap((one) => [...this.body.querySelectorAll(one)]);
      fields.find((field) => field.checkVisibility())?.focus();
    }
    const { early } = this;
    this.early = null;
    early?.forEach(replay);
  }

  async submit(event) {
    const form = event.target;
    if (event.defaultPrevented || form.method === "dialog") {
      return;
    }
    event.preventDefault();
    if (this.isSending) {
      return;
    }
    this.isSending = true;
    const data = new FormData(form, event.submitter);
    const isGet = form.method === "get";
    // Not form.action: a field of that name would hide it.
    const action = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? this.url;
    const url = isGet ? `${action}?${new URLSearchParams(data)}` : action;
    setStatus("saving");
    try {
      const answer = await request(url, isGet ? {} : { form: data });
      this.answer(form, url, answer);
    } catch (error) {
      this.failed(error);
    } finally {
      this.isSending = false;
    }
  }

  answer(form, url, answer) {
    this.element.querySelector("[data-dialog-problem]").hidden = true;
    if (answer.data?.location) {
      form.dispatchEvent(new CustomEvent("desk:accepted", { bubbles: true, detail: answer.data }));
      outbox.showStatus();
      this.goOn(answer.data);
      return;
    }
    if (answer.status < 400) {
      outbox.showStatus();
    } else {
      setStatus("error");
    }
    this.url = url;
    this.show(answer.html);
  }

  /** Where a page leads to another dialog (a roll call after its question), that one follows; else this one closes. */
  async goOn(data) {
    const next = nextPage(data.location);
    if (!next) {
      this.result = data;
      this.close();
      return;
    }
    announceAll(data.messages);
    document.dispatchEvent(new CustomEvent("desk:refresh"));
    try {
      const answer = await request(next);
      if (answer.data?.location) {
        this.goOn(answer.data);
        return;
      }
      this.url = next;
      this.show(answer.html);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Ctrl+Enter: what the page is for. */
  key(event) {
    if (this.early && event.target === this.element && event.key !== "Escape" && !event.ctrlKey && !event.altKey) {
      this.early.push({ key: event.key, code: event.code, shiftKey: event.shiftKey });
      event.preventDefault();
    } else if (event.key === "Enter" && event.ctrlKey && !event.isComposing) {
      event.preventDefault();
      this.body.querySelector("button[type=submit].kern-btn--primary")?.click();
    }
  }

  click(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) {
      return;
    }
    const hash = link.getAttribute("href");
    if (hash.startsWith("#")) {
      event.preventDefault();
      this.body.querySelector(`[id="${CSS.escape(hash.slice(1))}"]`)?.focus();
      return;
    }
    event.preventDefault();
    if (link.matches(".button-row a, [data-dialog-cancel]") && !link.hasAttribute("data-dialog")) {
      this.close();
      return;
    }
    this.load(link.href);
  }

  async load(url) {
    try {
      const answer = await request(url);
      if (answer.data?.location) {
        this.goOn(answer.data);
        return;
      }
      this.url = url;
      this.show(answer.html);
    } catch (error) {
      if (this.isLoaded) {
        this.failed(error);
      } else {
        this.waits(url, error);
        report(error);
      }
    }
  }

  /** The page has not come: what was pressed meanwhile is dropped, it might be meant for another moment. */
  waits(url, error) {
    if (!this.element.isConnected) {
      return;
    }
    this.early = null;
    const problem = this.element.querySelector("[data-dialog-unloaded]");
    problem.querySelector("[data-login-again]").hidden = !(error instanceof LoginNeeded);
    problem.hidden = false;
    problem.focus();
    this.body.hidden = true;
    this.retry = () => {
      this.stopWaiting();
      this.load(url);
    };
    document.addEventListener("desk:online", this.retry);
    document.addEventListener("desk:login", this.retry);
  }

  stopWaiting() {
    document.removeEventListener("desk:online", this.retry);
    document.removeEventListener("desk:login", this.retry);
    this.element.querySelector("[data-dialog-unloaded]").hidden = true;
    this.body.hidden = false;
  }

  failed(error) {
    const problem = this.element.querySelector("[data-dialog-problem]");
    problem.hidden = false;
    problem.querySelector("[data-login-again]").hidden = !(error instanceof LoginNeeded);
    problem.focus();
    report(error);
  }

  /** Gives the focus back at once: the browser's event comes later than a key that is pressed meanwhile. */
  close() {
    this.element.close();
    this.closed();
  }

  closed() {
    if (this.isClosed) {
      return;
    }
    this.isClosed = true;
    if (this.retry) {
      this.stopWaiting();
    }
    this.element.remove();
    outbox.showStatus();
    focusBack(this.opener);
    this.resolve(this.result ? finished(this.result) : null);
  }
}

/** The panel of the opener may have been swapped meanwhile: then its successor with the same id takes the focus. */
function focusBack(opener) {
  const target = (opener?.isConnected ? opener : opener?.id && document.getElementById(opener.id)) || document.getElementById("content");
  // The browser has given the focus back already, but without a caret: a text field would swallow what is typed.
  target?.blur();
  target?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (!link || link.closest("dialog") || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  openDialog(link.href, { label: link.dataset.dialog });
});
