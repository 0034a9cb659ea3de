/**
 * <person-select>: a list of people in a form becomes a field of a few letters. The list stays the form's entry.
 * With `data-submits` Enter takes the person and sends the form; Tab only takes. Fields in `data-for` follow the choice.
 */

import { PersonChooser } from "./chooser.js";

class PersonSelect extends HTMLElement {
  connectedCallback() {
    this.select = this.querySelector("select");
    if (!this.select || this.chooser) {
      return;
    }
    this.chooser = this.build();
    const wrapper = this.select.closest(".kern-form-input__select-wrapper") ?? this.select;
    wrapper.before(this.chooser);
    wrapper.hidden = true;
    this.chooser.people = [...this.select.options].filter((option) => option.value).map((option) => this.person(option));
    const { input } = this.chooser;
    input.value = this.select.value ? this.select.selectedOptions[0].textContent.trim() : "";
    this.select.addEventListener("change", () => {
      input.value = this.select.value ? this.select.selectedOptions[0].textContent.trim() : "";
      this.narrow();
    });
    input.addEventListener("input", () => {
      this.select.value = "";
      this.narrow();
    });
    input.addEventListener("keydown", (event) => {
      this.key = event.key;
    }, { capture: true });
    this.chooser.addEventListener("choose", (event) => this.take(event.detail));
    this.closest("form").querySelectorAll("[data-needs-script]").forEach((hint) => {
      hint.hidden = false;
    });
    this.narrow();
  }

  /** Shows what belongs to the choice only: `data-for` names the first words ("leaves:…") of the values it is for. */
  narrow() {
    const [kind] = this.select.value.split(":");
    for (const part of this.closest("form").querySelectorAll("[data-for]")) {
      part.hidden = !part.dataset.for.split(" ").includes(kind);
    }
  }

  build() {
    const chooser = new PersonChooser();
    chooser.className = "chooser";
    const input = document.createElement("input");
    const list = document.createElement("ul");
    Object.assign(input, { type: "text", id: this.select.id, className: "kern-form-input__input chooser__input", autocomplete: "off", spellcheck: false });
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "data-first": "" };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
      if (this.select.hasAttribute(name)) {
        input.setAttribute(name, this.select.getAttribute(name));
      }
    }
    this.select.id = "";
    list.className = "chooser__list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.querySelector("label, legend")?.textContent.trim() ?? "");
    list.hidden = true;
    chooser.append(input, list);
    return chooser;
  }

  person(option) {
    const group = option.parentElement.matches("optgroup") ? option.parentElement.label : "";
    const name = option.textContent.trim();
    return { key: option.value, name, role: "", codes: (option.dataset.codes ?? "").split(" ").filter(Boolean), find: name, about: group, barred: "" };
  }

  take(person) {
    const form = this.closest("form");
    if (person) {
      this.select.value = person.key;
      this.chooser.input.value = person.name;
      this.narrow();
    }
    const isReady = Boolean(this.select.value);
    if ("submits" in this.dataset && this.key === "Enter" && isReady) {
      form.requestSubmit();
    } else if (isReady) {
      const fields = [...form.querySelectorAll("input:not([type=hidden]), select, textarea, button")].filter((field) => field.checkVisibility?.() ?? field.offsetParent);
      fields[fields.indexOf(this.chooser.input) + 1]?.focus();
    }
  }
}

customElements.define("person-select", PersonSelect);
