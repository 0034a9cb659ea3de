/** What is typed into the rows of the sheet: kept at once, and the keys that act on a row. Part of <contribution-list>. */

import { openDialog } from "./dialogs.js";
import * as drafts from "./drafts.js";
import { codeBefore, filled, replaceIn, selectUnknown } from "./modules.js";
import * as outbox from "./outbox.js";
import { isOnlyMark } from "./sheet-speaking.js";

export const typing = {
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
  },

  /** Keeps what a row says as a draft, and lets it be sent. */
  keep(row, { now = false, checkpoint = false, restore = false } = {}) {
    if (row.conflict) {
      drafts.save("row", row.key, { ...outbox.draftOf(row.key), text: row.value, kind: row.kind });
      return;
    }
    const earlier = outbox.draftOf(row.key);
    row.isDirty = true;
    row.show("unsaved");
    const restores = restore || earlier?.restore;
    outbox.queue("row", row.key, { ...this.draft(row, { restores }), sent: earlier?.sent ?? [], checkpoint, restore: restores }, { now });
  },

  /** What is sent of a row; one that is new, or brought back, says behind which it stands. */
  draft(row, { restores = false } = {}) {
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
      after: restores || !row.version ? (before?.key ?? "") : null,
    };
  },

  key(event) {
    const row = this.rowOf(event.target);
    if (!row || event.target !== row.text || event.isComposing) {
      return;
    }
    const chord = [event.ctrlKey && "Control", event.altKey && "Alt", event.shiftKey && "Shift", event.code === "KeyI" ? "I" : event.key].filter(Boolean).join("+");
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
      "Alt+I": () => this.entryTo(row, "after"),
      "Alt+Shift+I": () => this.entryTo(row, "before"),
      ArrowUp: () => this.goBeyond(row, -1),
      ArrowDown: () => this.goBeyond(row, 1),
    };
    if (acts[chord]?.()) {
      event.preventDefault();
    }
  },

  /** Up and down move the caret inside a text; where they can't move it any further they lead to the neighbour. */
  goBeyond(row, step) {
    const place = row.text.selectionStart;
    const isCaret = place === row.text.selectionEnd;
    if (isCaret && row.isOneLine) {
      return this.go(row, step);
    }
    setTimeout(() => {
      if (isCaret && document.activeElement === row.text && row.text.selectionStart === place) {
        this.go(row, step);
      }
    });
    return false;
  },

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
  },

  /** Enter: the paragraph is done, the next speaker may be chosen. */
  commit(row) {
    if (row.value.trim()) {
      this.keep(row, { now: true, checkpoint: true });
    }
    this.entryToEnd();
    this.focusEntry();
    return true;
  },

  expand(row) {
    const found = codeBefore(row.text, this.modules);
    if (!found) {
      return false;
    }
    replaceIn(row.text, found.start, found.end, filled(found.module.text, this.values()));
    selectUnknown(row.text);
    return true;
  },

  /** A row that is left is a checkpoint; one that was emptied is deleted, one that never had a word was never there. */
  left(event) {
    const row = this.rowOf(event.target);
    if (!row || event.target !== row.text || row.element.contains(event.relatedTarget)) {
      return;
    }
    const mark = row.value.trim();
    if ((!mark && row.version) || (!mark && row.isDirty)) {
      this.remove(row);
    } else if (!mark || (!row.version && !row.isDirty && isOnlyMark(mark))) {
      this.drop(row);
    } else if (row.isDirty) {
      this.keep(row, { now: true, checkpoint: true });
    }
  },
};
