/** How paragraphs on the sheet are put elsewhere: moved, split, joined, inserted, deleted, brought back. Part of <contribution-list>. */

import * as outbox from "./outbox.js";
import { Row } from "./row.js";
import { announce } from "./status.js";

const UNDO_SECONDS = 30;

export const arranging = {
  drop(row) {
    this.rows.delete(row.key);
    row.element.remove();
    this.renumber();
  },

  remove(row) {
    const neighbour = this.neighbour(row, 1) ?? this.neighbour(row, -1);
    const hadFocus = row.element.contains(document.activeElement);
    const text = row.value.trim() ? row.value : (row.lastText ?? "");
    const deleted = { key: row.key, kind: row.kind, text, after: this.before(row)?.key ?? "", version: row.version };
    if (text) {
      this.deleted.push(deleted);
    }
    const earlier = outbox.draftOf(row.key);
    if (row.version || earlier?.sent?.length) {
      outbox.queue("row", row.key, { ...this.draft(row), op: "remove", sent: earlier?.sent ?? [] }, { now: true });
    } else {
      outbox.forget("row", row.key);
    }
    this.drop(row);
    this.gone.set(row.key, Infinity);
    if (hadFocus) {
      if (neighbour) {
        neighbour.focus();
      } else {
        this.focusEntry();
      }
    }
    if (text) {
      this.offerUndo(text);
    }
    return true;
  },

  offerUndo(text) {
    const bar = this.querySelector("[data-undo]");
    bar.querySelector("[data-undo-text]").textContent = `${this.dataset.wordRemoved} „${text.slice(0, 60)}“`;
    bar.hidden = false;
    announce(`${this.dataset.wordRemoved} Alt+U`);
    clearTimeout(this.undoTimer);
    this.undoTimer = setTimeout(() => this.hideUndo(), UNDO_SECONDS * 1000);
  },

  hideUndo() {
    const bar = this.querySelector("[data-undo]");
    if (bar.contains(document.activeElement)) {
      this.focusEntry();
    }
    bar.hidden = true;
  },

  /** Brings back what was deleted last, then what was deleted before it. */
  undo() {
    const deleted = this.deleted.pop();
    if (!deleted) {
      return false;
    }
    const row = new Row(this, { ...deleted, version: deleted.version });
    this.rows.set(row.key, row);
    this.gone.delete(row.key);
    this.insert(row, deleted.after);
    this.keep(row, { now: true, restore: true });
    row.focus();
    this.hideUndo();
    if (this.deleted.length) {
      this.offerUndo(this.deleted.at(-1).text);
    }
    announce(this.dataset.wordRestored);
    return true;
  },

  insert(row, after) {
    const before = after && this.rows.get(after);
    if (before) {
      before.element.after(row.element);
    } else if (after === "") {
      this.body.prepend(row.element);
    } else {
      this.body.append(row.element);
    }
    this.renumber();
  },

  /** First the rest as a row of its own, then the shortened text: at no moment a word is missing. */
  split(row) {
    const place = row.text.selectionStart;
    const [first, second] = [row.value.slice(0, place).trimEnd(), row.value.slice(place).trimStart()];
    if (!first || !second) {
      return false;
    }
    const next = new Row(this, { key: crypto.randomUUID(), kind: row.kind, text: second });
    this.rows.set(next.key, next);
    row.element.after(next.element);
    this.renumber();
    this.keep(next, { now: true });
    row.value = first;
    this.keep(row, { now: true });
    next.focus({ atEnd: false });
    return true;
  },

  join(row) {
    const before = this.before(row);
    if (!before || before.conflict || row.conflict) {
      return false;
    }
    const place = before.value.trimEnd().length;
    const rest = row.value;
    before.value = `${before.value.trimEnd()} ${rest.trimStart()}`;
    this.keep(before, { now: true });
    before.text.focus();
    before.text.setSelectionRange(place, place);
    this.remove(row);
    // What was joined is still there: bringing the second row back would say it twice.
    this.deleted = this.deleted.filter(({ key }) => key !== row.key);
    this.hideUndo();
    return true;
  },

  move(row, step) {
    const neighbour = this.neighbour(row, step);
    if (!neighbour) {
      return true;
    }
    if (step < 0) {
      neighbour.element.before(row.element);
    } else {
      neighbour.element.after(row.element);
    }
    row.text.focus();
    this.renumber();
    outbox.queue(
      "place",
      row.key,
      { item: this.dataset.item, session: this.dataset.session, url: this.url("placeUrl", row.key), after: this.before(row)?.key ?? "" },
      { now: true },
    );
    announce(this.dataset.wordMoved);
    return true;
  },

  go(row, step) {
    const neighbour = this.neighbour(row, step);
    if (neighbour) {
      neighbour.focus({ atEnd: step < 0 });
    } else if (step > 0) {
      this.focusEntry();
    }
    return Boolean(neighbour) || step > 0;
  },

  /** From the field for the next speaker to the row above it. */
  goUp() {
    const row = this.aboveEntry();
    row?.focus();
    return Boolean(row);
  },

  entryTo(row, where) {
    const place = document.createElement("li");
    place.className = "entry entry--next";
    row.element[where](place);
    place.append(this.entry);
    this.focusEntry();
    return true;
  },

  entryToEnd() {
    const place = this.entry.closest("li");
    if (place) {
      this.body.after(this.entry);
      place.remove();
    }
  },
};
