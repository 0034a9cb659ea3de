/** Who speaks, and sentences that stand ready: each begins a row of the sheet. Part of <contribution-list>. */

import { openDialog } from "./dialogs.js";
import { filled, replaceIn, selectUnknown } from "./modules.js";
import { announce } from "./status.js";

const OPEN = "\u27e8";
const CLOSE = "\u27e9";

/** Whether a text is a speaker mark and nothing else. */
export function isOnlyMark(text) {
  return new RegExp(`^${OPEN}[^${CLOSE}]*${CLOSE}$`).test(text);
}

export const speaking = {
  begin(person) {
    if (person) {
      this.speaker = person;
    }
    const row = this.add({ text: person ? `${OPEN}${person.mark}${CLOSE} ` : "" });
    row.focus();
    if (person?.barred) {
      row.warn([`${person.role} ${person.name}: ${person.barred}`]);
    }
  },

  standard(digit) {
    const module = this.modules.find((one) => one.digit === digit);
    if (!module) {
      return;
    }
    const row = this.add({ kind: module.kind, text: filled(module.text, this.values()) });
    this.keep(row, { now: true, checkpoint: true });
    if (!selectUnknown(row.text)) {
      this.entryToEnd();
      this.focusEntry();
    }
    announce(row.value);
  },

  async guest(typed) {
    const before = new Set(this.people.map((person) => person.key));
    const answer = await openDialog(`${this.dataset.guestUrl}?${new URLSearchParams({ name: typed })}`);
    this.wantsGuest = answer ? before : null;
    if (!answer) {
      this.chooser.input.value = typed;
      this.focusEntry();
    }
  },

  /** What stands for the placeholders of text modules now. */
  values() {
    const time = new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Berlin" });
    const speaker = this.speaker ?? this.lastSpeaker();
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
  },

  /** Who spoke last on the sheet, after it was loaded anew. */
  lastSpeaker() {
    const marks = this.inOrder.flatMap((row) => row.value.match(new RegExp(`(?<=${OPEN})[^${CLOSE}]+(?=${CLOSE})`, "g")) ?? []);
    return this.people.find((person) => person.mark === marks.at(-1));
  },

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
  },
};
