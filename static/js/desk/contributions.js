/**
 * The sheet of an item: its contributions as texts to type in, and the field for the next speaker below them.
 * Every change becomes a draft at once; the outbox does the rest.
 */

import "./chooser.js";
import { openDialog } from "./dialogs.js";
import * as drafts from "./drafts.js";
import { bindKey } from "./keys.js";
import { codeBefore, filled, replaceIn } from "./modules.js";
import * as outbox from "./outbox.js";
import { Row } from "./row.js";
import { arranging } from "./sheet-arranging.js";
import { merging } from "./sheet-merging.js";
import { recovering } from "./sheet-recovery.js";
import { announce } from "./status.js";

const OPEN = "\u27e8";
const CLOSE = "\u27e9";

class ContributionList extends HTMLElement {
  connectedCallback() {
    if (this.rows) {
      return;
    }
    this.body = this.querySelector("[data-rows]");
    this.entry = this.querySelector("[data-entry]");
    this.chooser = this.entry.querySelector("person-chooser");
    this.rows = new Map();
    this.gone = new Map();
    this.people = [...this.querySelectorAll("[data-people] li")].map((li) => ({ ...li.dataset, codes: li.dataset.codes.split(" ").filter(Boolean) }));
    this.modules = [...this.querySelectorAll("[data-modules] li")].map((li) => ({ ...li.dataset, text: li.textContent }));
    this.speaker = null;
    this.upgrade();
    this.chooser.people = this.people;
    this.entry.hidden = false;
    this.listen();
    this.recover();
  }

  disconnectedCallback() {
    this.unbind?.forEach((undo) => undo());
    this.controller?.abort();
  }

  /** The empty sheet of another item, which could not be loaded. */
  blank({ item, before, number, title }) {
    this.entryToEnd();
    const sheet = this.cloneNode(true);
    const saveUrl = this.dataset.saveUrl.replace(before, item);
    Object.assign(sheet.dataset, { item, saveUrl, number, title, vote: "" });
    sheet.querySelector("[data-rows]").replaceChildren();
    sheet.querySelector("[data-undo]").hidden = true;
    sheet.querySelector("#next-speaker").value = "";
    return sheet;
  }

  /** Rows as the server wrote them become rows to type in. */
  upgrade() {
    for (const li of [...this.body.children]) {
      const row = new Row(this, {
        key: li.dataset.row,
        version: Number(li.dataset.version),
        kind: li.dataset.kind,
        text: li.querySelector("textarea").value,
        warnings: [...li.querySelectorAll("[data-warning]")].map((line) => line.textContent),
      });
      this.rows.set(row.key, row);
      li.replaceWith(row.element);
    }
    this.renumber();
  }

  listen() {
    this.controller = new AbortController();
    const { signal } = this.controller;
    this.body.addEventListener("input", (event) => this.typed(event));
    this.body.addEventListener("keydown", (event) => this.key(event));
    this.body.addEventListener("focusout", (event) => this.left(event));
    this.body.addEventListener("click", (event) => this.act(event));
    this.body.addEventListener("change", (event) => {
      const row = this.rowOf(event.target);
      if (row && event.target === row.kindField) {
        row.kind = row.kindField.value;
        this.keep(row, { now: true });
      }
    });
    this.chooser.addEventListener("choose", (event) => this.begin(event.detail));
    this.chooser.addEventListener("leave", () => this.entryToEnd());
    this.chooser.addEventListener("digit", (event) => this.standard(event.detail));
    this.chooser.addEventListener("guest", (event) => this.guest(event.detail));
    this.entry.addEventListener("click", (event) => {
      const button = event.target.closest("[data-digit]");
      if (button) {
        this.standard(button.dataset.digit);
      }
    });
    this.querySelector("[data-undo-button]").addEventListener("click", () => this.undo());
    this.unbind = [bindKey("Alt+KeyU", null, () => this.undo())];
    const on = (type, handler) => document.addEventListener(type, (event) => handler(event.detail), { signal });
    on("row:saved", (detail) => this.saved(detail));
    on("row:conflict", (detail) => this.conflict(detail));
    on("row:refused", (detail) => this.rowRefused(detail));
    on("row:removed", (detail) => this.gone.set(detail.key, performance.now()));
    on("desk:state", (detail) => this.merge(detail));
  }

  // What the clerk does

  focusEntry() {
    this.chooser.input.focus();
  }

  /** A new row behind `before` (null: at the end, or where the entry field stands). */
  add({ kind = "speech", text = "" } = {}) {
    const row = new Row(this, { key: crypto.randomUUID(), kind, text });
    this.rows.set(row.key, row);
    const place = this.entry.closest("li");
    if (place) {
      place.before(row.element);
    } else {
      this.body.append(row.element);
    }
    this.renumber();
    return row;
  }

  begin(person) {
    if (person) {
      this.speaker = person;
    }
    const row = this.add({ text: person ? `${OPEN}${person.mark}${CLOSE} ` : "" });
    row.focus();
    if (person?.barred) {
      row.warn([`${person.role} ${person.name}: ${person.barred}`]);
    }
  }

  standard(digit) {
    const module = this.modules.find((one) => one.digit === digit);
    if (!module) {
      return;
    }
    const row = this.add({ kind: module.kind, text: filled(module.text, this.values()) });
    this.keep(row, { now: true, checkpoint: true });
    this.entryToEnd();
    this.focusEntry();
    announce(row.value);
  }

  async guest(typed) {
    const before = new Set(this.people.map((person) => person.key));
    const answer = await openDialog(`${this.dataset.guestUrl}?${new URLSearchParams({ name: typed })}`);
    this.wantsGuest = answer ? before : null;
    if (!answer) {
      this.chooser.input.value = typed;
      this.focusEntry();
    }
  }

  /** What stands for the placeholders of text modules now. */
  values() {
    const time = new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Berlin" });
    const speaker = this.speaker;
    const known = {
      item: this.dataset.number,
      title: this.dataset.title,
      vote: this.dataset.vote,
      person: speaker && `${OPEN}${speaker.mark}${CLOSE}`,
      role: speaker?.role,
      time,
    };
    const names = this.dataset.placeholders.split(" ").map((pair) => pair.split(":"));
    return Object.fromEntries(names.map(([name, fact]) => [name, known[fact]]));
  }

  typed(event) {
    const row = this.rowOf(event.target);
    if (!row || event.target !== row.text) {
      return;
    }
    row.grow();
    this.keep(row);
    if (event.data === "@" && !event.isComposing) {
      this.chooseInside(row);
    }
  }

  /** Keeps what a row says as a draft, and lets it be sent. */
  keep(row, { now = false, checkpoint = false, restore = false } = {}) {
    if (row.conflict) {
      drafts.save("row", row.key, { ...outbox.draftOf(row.key), text: row.value, kind: row.kind });
      return;
    }
    const earlier = outbox.draftOf(row.key);
    row.isDirty = true;
    row.show("unsaved");
    outbox.queue("row", row.key, { ...this.draft(row), sent: earlier?.sent ?? [], checkpoint, restore: restore || earlier?.restore }, { now });
  }

  draft(row) {
    const before = this.before(row);
    return {
      op: "save",
      item: this.dataset.item,
      session: this.dataset.session,
      url: this.dataset.saveUrl,
      removeUrl: this.url("removeUrl", row.key),
      version: row.version,
      kind: row.kind,
      text: row.value,
      after: row.version ? null : (before?.key ?? ""),
    };
  }

  url(name, key) {
    return this.dataset[name].replace(this.dataset.zero, key);
  }

  key(event) {
    const row = this.rowOf(event.target);
    if (!row || event.target !== row.text || event.isComposing) {
      return;
    }
    const { text } = row;
    const chord = [event.ctrlKey && "Control", event.altKey && "Alt", event.shiftKey && "Shift", event.key].filter(Boolean).join("+");
    const isCaret = text.selectionStart === text.selectionEnd;
    const acts = {
      Enter: () => this.expand(row) || this.commit(row),
      "Control+Enter": () => this.commit(row),
      " ": () => this.expand(row),
      Tab: () => this.expand(row),
      "Alt+ArrowUp": () => this.move(row, -1),
      "Alt+ArrowDown": () => this.move(row, 1),
      "Alt+Enter": () => this.split(row),
      "Alt+Backspace": () => this.join(row),
      "Alt+Delete": () => this.remove(row),
      ArrowUp: () => isCaret && !text.value.slice(0, text.selectionStart).includes("\n") && this.go(row, -1),
      ArrowDown: () => isCaret && !text.value.slice(text.selectionEnd).includes("\n") && this.go(row, 1),
    };
    if (acts[chord]?.()) {
      event.preventDefault();
    }
  }

  act(event) {
    const button = event.target.closest("[data-act]");
    const row = button && this.rowOf(button);
    if (!row) {
      return;
    }
    button.closest("details").open = false;
    const acts = {
      before: () => this.entryTo(row, "before"),
      after: () => this.entryTo(row, "after"),
      up: () => this.move(row, -1),
      down: () => this.move(row, 1),
      split: () => this.split(row),
      merge: () => this.join(row),
      versions: () => openDialog(this.url("versionsUrl", row.key)),
      remove: () => this.remove(row),
    };
    acts[button.dataset.act]();
  }

  /** Enter: the paragraph is done, the next speaker may be chosen. */
  commit(row) {
    if (row.value.trim()) {
      this.keep(row, { now: true, checkpoint: true });
    }
    this.entryToEnd();
    this.focusEntry();
    return true;
  }

  expand(row) {
    const found = codeBefore(row.text, this.modules);
    if (!found) {
      return false;
    }
    replaceIn(row.text, found.start, found.end, filled(found.module.text, this.values()));
    return true;
  }

  /** A row that is left is a checkpoint; one that was emptied is deleted, one that never had a word was never there. */
  left(event) {
    const row = this.rowOf(event.target);
    if (!row || event.target !== row.text || row.element.contains(event.relatedTarget)) {
      return;
    }
    const mark = row.value.trim();
    const isOnlyMark = !row.version && new RegExp(`^${OPEN}[^${CLOSE}]*${CLOSE}$`).test(mark);
    if ((!mark && row.version) || (!mark && row.isDirty)) {
      this.remove(row);
    } else if (!mark || (isOnlyMark && !row.isDirty)) {
      this.drop(row);
    } else if (row.isDirty) {
      this.keep(row, { now: true, checkpoint: true });
    }
  }

  /** One more speaker inside a text: typed as @, chosen by a few letters. */
  chooseInside(row) {
    const place = row.element.querySelector("[data-inline]");
    const end = row.text.selectionStart;
    place.replaceChildren(this.querySelector("[data-chooser-template]").content.cloneNode(true));
    const chooser = place.querySelector("person-chooser");
    chooser.people = this.people;
    place.hidden = false;
    const done = (text) => {
      place.hidden = true;
      place.replaceChildren();
      row.text.focus();
      if (text) {
        replaceIn(row.text, end - 1, end, text);
      } else {
        row.text.setSelectionRange(end, end);
      }
    };
    chooser.addEventListener("choose", (event) => done(event.detail && `${OPEN}${event.detail.mark}${CLOSE}`));
    chooser.addEventListener("leave", () => done(""));
    chooser.querySelector("input").focus();
  }

  // Rows and their neighbours

  rowOf(element) {
    return this.rows.get(element.closest("[data-row]")?.dataset.row);
  }

  get inOrder() {
    return [...this.body.querySelectorAll("[data-row]")].map((li) => this.rows.get(li.dataset.row)).filter(Boolean);
  }

  neighbour(row, step) {
    const all = this.inOrder;
    return all[all.indexOf(row) + step];
  }

  before(row, fits = () => true) {
    const all = this.inOrder;
    return all.slice(0, all.indexOf(row)).reverse().find(fits);
  }

  renumber() {
    this.inOrder.forEach((row, index) => row.number(index + 1));
  }
}

Object.assign(ContributionList.prototype, arranging, merging, recovering);
customElements.define("contribution-list", ContributionList);
