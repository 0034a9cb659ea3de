/** What the server says about the sheet: saved, contradicted, changed by others. Part of <contribution-list>. */

import * as outbox from "./outbox.js";
import { Row } from "./row.js";
import { announce } from "./status.js";

export const merging = {
  saved({ key, version, warnings, isDone }) {
    const row = this.rows.get(key);
    if (!row) {
      return;
    }
    row.version = version;
    row.confirmedAt = performance.now();
    row.lastText = row.value.trim() ? row.value : row.lastText;
    if (warnings) {
      row.warn(warnings);
    }
    if (isDone) {
      row.isDirty = false;
      row.show("saved");
    }
  },

  conflict({ key, data, stored, deleted }) {
    if (data.item !== this.dataset.item) {
      return;
    }
    let row = this.rows.get(key);
    if (!row) {
      row = new Row(this, { key, version: data.version, kind: data.kind, text: data.text });
      this.rows.set(key, row);
      this.gone.delete(key);
      this.insert(row, data.after);
    }
    row.isDirty = true;
    row.show("unsaved");
    row.showConflict({ stored, deleted }, (choice) => this.choose(row, data, { stored, deleted }, choice));
    announce(row.element.querySelector("[data-who]").textContent);
  },

  choose(row, data, { stored, deleted }, choice) {
    if (choice === "theirs") {
      outbox.forget("row", row.key);
      row.isDirty = false;
      if (deleted) {
        this.drop(row);
        this.focusEntry();
        return;
      }
      row.version = stored.version;
      row.kind = stored.kind;
      row.value = stored.text;
      row.show("saved");
      row.text.focus();
      document.dispatchEvent(new CustomEvent("desk:refresh"));
      return;
    }
    if (choice === "both") {
      row.value = `${row.value}\n\n${stored.text}`;
    }
    row.version = stored?.version ?? row.version;
    row.isDirty = true;
    outbox.settle(row.key, { ...this.draft(row, { restores: Boolean(deleted) }), sent: [], restore: Boolean(deleted) });
    row.focus();
  },

  rowRefused({ key, errors }) {
    const row = this.rows.get(key);
    row?.warn([`${this.dataset.wordRefused} ${errors.join(" ")}`.trim()]);
  },

  /** Shows what others did, without touching a row that has unsaved words or that somebody types in. */
  merge(state) {
    if (state.item !== this.dataset.item) {
      return;
    }
    this.people = state.people;
    this.chooser.people = this.people;
    this.dataset.vote = state.vote ?? "";
    this.takeGuest();
    const known = new Set(state.contributions.map((row) => row.id));
    for (const row of [...this.rows.values()]) {
      const isOthers = row.version && !row.isDirty && row.confirmedAt < state.askedAt && !outbox.isWaiting(row.key);
      if (isOthers && !known.has(row.key) && document.activeElement !== row.text) {
        this.drop(row);
      }
    }
    let last = null;
    for (const told of state.contributions) {
      const row = this.rows.get(told.id) ?? this.newcomer(told, state.askedAt, last);
      if (row) {
        this.refresh(row, told);
        this.order(row, last);
        last = row;
      }
    }
    this.renumber();
  },

  newcomer(told, askedAt, last) {
    if ((this.gone.get(told.id) ?? -1) > askedAt) {
      return null;
    }
    const row = new Row(this, { ...told, key: told.id });
    this.rows.set(row.key, row);
    if (last) {
      last.element.after(row.element);
    } else {
      this.body.prepend(row.element);
    }
    return row;
  },

  refresh(row, told) {
    if (row.isDirty || row.conflict || told.version < row.version) {
      return;
    }
    row.warn(told.warnings);
    if (told.version > row.version) {
      row.version = told.version;
      row.kind = told.kind;
      row.value = told.text;
    }
  },

  /** A row follows the one before it, unless somebody is in it or its own move is on the way. */
  order(row, last) {
    if (outbox.isWaiting(row.key) || row.element.contains(document.activeElement)) {
      return;
    }
    const before = this.before(row, (other) => other.version > 0 && !outbox.isWaiting(other.key));
    if ((before?.key ?? null) !== (last?.key ?? null)) {
      if (last) {
        last.element.after(row.element);
      } else {
        this.body.prepend(row.element);
      }
    }
  },

  takeGuest() {
    const known = this.wantsGuest;
    const guest = known && this.people.find((person) => !known.has(person.key));
    if (guest) {
      this.wantsGuest = null;
      this.begin(guest);
    }
  },
};
