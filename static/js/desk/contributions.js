/**
 * The sheet of an item: its contributions as texts to type in, and the field for the next speaker below them.
 * Every change becomes a draft at once; the outbox does the rest.
 */

import "./chooser.js";
import { bindKey } from "./keys.js";
import { follow } from "./preview.js";
import { Row } from "./row.js";
import { arranging } from "./sheet-arranging.js";
import { merging } from "./sheet-merging.js";
import { recovering } from "./sheet-recovery.js";
import { speaking } from "./sheet-speaking.js";
import { typing } from "./sheet-typing.js";

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
    this.deleted = [];
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
    this.chooser.addEventListener("up", (event) => this.goUp() && event.preventDefault());
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
    on("desk:state", (detail) => {
      this.merge(detail);
      this.showInPreview();
    });
    this.addEventListener("focusin", () => this.showInPreview());
  }

  /** The preview shows the paragraph in which the caret is; from the field for the next one, the one before it. */
  showInPreview() {
    if (this.contains(document.activeElement)) {
      const row = this.rowOf(document.activeElement) ?? this.aboveEntry();
      follow(row ? this.inOrder.filter((other) => other.version).indexOf(row) : -1);
    }
  }

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

  url(name, key) {
    return this.dataset[name].replace(this.dataset.zero, key);
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

  /** The row above the field for the next speaker. */
  aboveEntry() {
    const place = this.entry.closest("li");
    const above = place ? place.previousElementSibling : this.body.lastElementChild;
    return above && this.rows.get(above.dataset.row);
  }

  renumber() {
    this.inOrder.forEach((row, index) => row.number(index + 1));
  }
}

Object.assign(ContributionList.prototype, arranging, merging, recovering, speaking, typing);
customElements.define("contribution-list", ContributionList);
