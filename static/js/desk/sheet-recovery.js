/** What earlier tabs left on the sheet of an item. Part of <contribution-list>. */

import * as drafts from "./drafts.js";
import * as outbox from "./outbox.js";
import { Row } from "./row.js";
import { announce } from "./status.js";

export const recovering = {
  async recover() {
    await outbox.start();
    const own = drafts.own().filter((draft) => draft.kind === "row" && draft.data.op === "save");
    const here = own.filter((draft) => draft.data.item === this.dataset.item);
    for (const { key, data } of here) {
      const row = this.rows.get(key) ?? this.revived(key, data);
      row.isDirty = true;
      row.value = data.text;
      row.kind = data.kind;
      row.version = Math.min(row.version, data.version) || data.version;
      row.show("unsaved");
    }
    if (here.length) {
      announce(this.dataset.wordRecovered);
      this.note(this.dataset.wordRecovered);
    }
    const elsewhere = new Set(own.filter((draft) => draft.data.session === this.dataset.session && draft.data.item !== this.dataset.item).map((draft) => draft.data.item));
    const labels = [...elsewhere].map((item) => document.getElementById(`step-${item}`)?.dataset.label).filter(Boolean);
    if (labels.length) {
      this.note(`${this.dataset.wordElsewhere} ${labels.join(", ")}`);
    }
    for (const { key, data } of outbox.openConflicts()) {
      this.conflict({ key, ...data });
    }
  },

  revived(key, data) {
    const row = new Row(this, { key, version: data.version, kind: data.kind, text: data.text });
    this.rows.set(key, row);
    this.insert(row, data.after);
    return row;
  },

  note(text) {
    document.dispatchEvent(new CustomEvent("desk:note", { detail: { level: "info", text } }));
  },
};
