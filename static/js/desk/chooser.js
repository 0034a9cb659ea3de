/**
 * Choosing a person by a few letters: a combobox after the pattern of the ARIA Authoring Practices. The first match is
 * taken by Enter. Used by the speaker field, and inside a text for one more mark.
 */

import { plain } from "./letters.js";

const SHOWN = 8;
// So many letters are looked for inside of words too: "vors" is the Ausschussvorsitzende.
const INSIDE = 3;
let count = 0;

/** How well a person fits what was typed: 0 best (short code), null not at all. Each part must be in some word. */
function rank(person, typed) {
  if (person.codes.some((code) => plain(code) === typed)) {
    return 0;
  }
  const words = plain(person.find).split(/[\s,.()/-]+/).filter(Boolean);
  const parts = typed.split(/[\s.]+/).filter(Boolean);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) {
    return plain(person.find).startsWith(typed) ? 1 : 2;
  }
  return parts.every((part) => words.some((word) => word.includes(part) && part.length >= INSIDE)) ? 3 : null;
}

/** The people who fit, best first, in the order of the list among equals; those barred last. */
export function matches(people, query) {
  const typed = plain(query.trim());
  return people
    .map((person, index) => ({ person, index, rank: typed ? rank(person, typed) : 2 }))
    .filter((found) => found.rank !== null)
    .sort((a, b) => Boolean(a.person.barred) - Boolean(b.person.barred) || a.rank - b.rank || a.index - b.index)
    .map((found) => found.person);
}

/**
 * <person-chooser>: an input and a list. Events: "choose" (detail: person, or null for nobody), "leave" (Escape),
 * "digit" (detail: "1"…"9", typed while empty), "guest", "up" (↑ while empty: prevented if something lies above).
 */
export class PersonChooser extends HTMLElement {
  connectedCallback() {
    if (this.input) {
      return;
    }
    count += 1;
    this.people = this.people ?? [];
    this.input = this.querySelector("input");
    this.list = this.querySelector("[role=listbox]");
    this.list.id = `people-${count}`;
    this.input.setAttribute("aria-controls", this.list.id);
    this.input.addEventListener("input", () => this.show());
    this.input.addEventListener("focus", () => this.input.value && this.show());
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        event.preventDefault();
        this.take(this.found[Number(option.dataset.index)]);
      }
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  show() {
    const query = this.input.value;
    this.found = matches(this.people, query).slice(0, SHOWN);
    if (this.dataset.guest) {
      this.found.push({ isGuest: true, name: this.dataset.guest });
    }
    this.list.replaceChildren(...this.found.map((person, index) => this.option(person, index)));
    this.list.hidden = !this.found.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.select(0);
  }

  option(person, index) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.setAttribute("role", "option");
    option.dataset.index = String(index);
    option.classList.toggle("chooser__option--barred", Boolean(person.barred));
    const name = document.createElement("span");
    name.textContent = person.isGuest ? person.name : `${person.role} ${person.name}`.trim();
    const about = document.createElement("span");
    about.className = "muted";
    about.textContent = person.barred || person.about || "";
    option.append(name, about);
    return option;
  }

  select(index) {
    this.selected = this.found.length ? (index + this.found.length) % this.found.length : -1;
    [...this.list.children].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === this.selected));
    });
    const option = this.list.children[this.selected];
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const isEmpty = !this.input.value.trim();
    if (/^[1-9]$/.test(event.key) && isEmpty) {
      event.preventDefault();
      this.tell("digit", event.key);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (event.key === "ArrowUp" && isEmpty && !this.isOpen && !this.tell("up")) {
        return;
      }
      if (!this.isOpen) {
        this.show();
      } else {
        this.select(this.selected + (event.key === "ArrowDown" ? 1 : -1));
      }
    } else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey && !isEmpty)) {
      event.preventDefault();
      this.take(isEmpty && !this.isOpen ? null : this.found?.[this.selected]);
    } else if (event.key === "Escape" && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Escape") {
      this.tell("leave");
    }
  }

  take(person) {
    if (person === undefined) {
      return;
    }
    const typed = this.input.value;
    this.input.value = "";
    this.close();
    if (person?.isGuest) {
      this.tell("guest", typed);
    } else {
      this.tell("choose", person);
    }
  }

  tell(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
  }
}

customElements.define("person-chooser", PersonChooser);
