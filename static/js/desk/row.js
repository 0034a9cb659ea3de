/** One contribution on the sheet: its text, its state, what is wrong with it, and two texts to choose from. */

import { wordDiff } from "./word-diff.js";

const GROWS_BY_ITSELF = window.CSS?.supports?.("field-sizing", "content");

/** A row around its element. `version` is the one read; `isDirty`: there is something that the server does not have. */
export class Row {
  constructor(list, { key, version = 0, kind = "speech", text = "", warnings = [] }) {
    this.list = list;
    this.key = key;
    this.version = version;
    this.isDirty = false;
    this.confirmedAt = 0;
    this.element = list.querySelector("[data-row-template]").content.firstElementChild.cloneNode(true);
    this.element.dataset.row = key;
    this.text = this.element.querySelector("textarea");
    this.kindField = this.element.querySelector("[data-kind-field]");
    this.text.value = text;
    this.kind = kind;
    this.warn(warnings);
    this.show("saved");
    this.grow();
  }

  get kind() {
    return this.kindField.value;
  }

  set kind(kind) {
    this.kindField.value = kind;
    this.element.className = `entry entry--${kind}`;
  }

  get value() {
    return this.text.value;
  }

  /** Whether the text fits into one line as it is shown. */
  get isOneLine() {
    const style = getComputedStyle(this.text);
    const height = this.text.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    return height < 2 * parseFloat(style.lineHeight);
  }

  /** Shows another text, with the caret where it was. */
  set value(text) {
    const { selectionStart, selectionEnd } = this.text;
    const hasFocus = document.activeElement === this.text;
    this.text.value = text;
    if (hasFocus) {
      this.text.setSelectionRange(Math.min(selectionStart, text.length), Math.min(selectionEnd, text.length));
    }
    this.grow();
  }

  grow() {
    if (!GROWS_BY_ITSELF) {
      this.text.style.height = "auto";
      this.text.style.height = `${this.text.scrollHeight}px`;
    }
  }

  /** state: "saved" or "unsaved"; a word for screen readers, a shape for all. */
  show(state) {
    const mark = this.element.querySelector("[data-state]");
    mark.dataset.state = state;
    mark.querySelector("[data-state-word]").textContent = this.list.dataset[state === "saved" ? "wordSaved" : "wordUnsaved"];
    mark.title = mark.textContent;
  }

  number(number) {
    const label = `${this.list.dataset.wordRow} ${number}`;
    this.text.setAttribute("aria-label", label);
    this.element.querySelector("[data-menu-label]").textContent = label;
  }

  warn(sentences) {
    const place = this.element.querySelector("[data-warnings]");
    place.replaceChildren(
      ...sentences.map((sentence, index) => {
        const line = document.createElement("p");
        line.className = "entry__warning";
        line.id = `warning-${this.key}-${index}`;
        line.textContent = sentence;
        return line;
      }),
    );
    const ids = [...place.children].map((line) => line.id).join(" ");
    if (ids) {
      this.text.setAttribute("aria-describedby", ids);
    } else {
      this.text.removeAttribute("aria-describedby");
    }
  }

  focus({ atEnd = true } = {}) {
    this.text.focus();
    const place = atEnd ? this.text.value.length : 0;
    this.text.setSelectionRange(place, place);
  }

  /** Both texts side by side; `choose` is called with "mine", "theirs" or "both". */
  showConflict({ stored, deleted }, choose) {
    this.conflict = { stored, deleted };
    const place = this.element.querySelector("[data-conflict]");
    const words = this.list.querySelector("[data-words]").content;
    const say = (name) => words.querySelector(`[data-${name}]`).textContent;
    place.replaceChildren(this.list.querySelector("[data-conflict-template]").content.cloneNode(true));
    const who = stored ?? deleted;
    place.querySelector("[data-who]").textContent = [
      say(stored ? "conflict-changed" : "conflict-deleted"),
      [who.by, who.at].filter(Boolean).join(", "),
    ].join(" ");
    const parts = stored ? wordDiff(this.value, stored.text) : [{ text: this.value, in: "both" }];
    put(place.querySelector("[data-mine]"), parts, "first");
    if (stored) {
      put(place.querySelector("[data-theirs]"), parts, "second");
    } else {
      place.querySelector("[data-theirs-part]").remove();
      place.querySelector("[data-choose='both']").remove();
      place.querySelector("[data-choose='mine'] .kern-label").textContent = say("bring-back");
      place.querySelector("[data-choose='theirs'] .kern-label").textContent = say("let-go");
    }
    place.onclick = (event) => {
      const button = event.target.closest("[data-choose]");
      if (button) {
        this.hideConflict();
        choose(button.dataset.choose);
      }
    };
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", place.querySelector("[data-who]").textContent);
    place.hidden = false;
    this.element.classList.add("entry--conflict");
  }

  hideConflict() {
    this.conflict = null;
    this.element.querySelector("[data-conflict]").hidden = true;
    this.element.querySelector("[data-conflict]").replaceChildren();
    this.element.classList.remove("entry--conflict");
  }
}

/** The words of one side; those that the other side does not have are marked. */
function put(place, parts, side) {
  place.replaceChildren(
    ...parts
      .filter((part) => part.in === "both" || part.in === side)
      .map((part) => {
        const word = document.createElement(part.in === "both" || !part.text.trim() ? "span" : "mark");
        word.textContent = part.text;
        return word;
      }),
  );
}
