/**
 * <roll-call>: a roll call by exception. Everybody starts at "yes", or as the faction, which is said by Shift and leads
 * on to the next; a number, the arrows or a few letters lead to a person, J/N/E/X say what he or she called. Who votes
 * otherwise than expected is marked. Totals and result follow at once.
 */

import { meaning } from "./count-check.js";
import { plain } from "./letters.js";
import { announce } from "./status.js";

const CHOICES = { KeyJ: "yes", KeyN: "no", KeyE: "abstain", KeyX: "not_voting" };
const PAUSE = 200;
const DIGITS_WITHIN = 1500;

class RollCall extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.voters = [...this.querySelectorAll("[data-voter]")];
    this.search = this.querySelector("[data-search]");
    this.typed = "";
    if (!this.voters.length) {
      return;
    }
    this.querySelector("[data-help]").hidden = false;
    if ("fresh" in this.dataset) {
      this.setOpen("yes"); // Not all: somebody may have chosen before this script had come.
    }
    for (const part of this.querySelectorAll("[data-with-script]")) {
      part.hidden = part.dataset.withScript === "no";
    }
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("click", (event) => this.preset(event));
    this.addEventListener("change", () => this.count());
    this.search.querySelector("input").addEventListener("input", (event) => this.find(event.target.value));
    this.count();
    this.goTo(0);
  }

  get current() {
    const voter = document.activeElement?.closest?.("[data-voter]");
    return voter && this.contains(voter) ? this.voters.indexOf(voter) : (this.place ?? 0);
  }

  /** Focuses a voter: the chosen button, or the first one. */
  goTo(place) {
    const voter = this.voters[Math.max(0, Math.min(place, this.voters.length - 1))];
    this.place = this.voters.indexOf(voter);
    this.voters.forEach((other) => other.classList.toggle("voter--current", other === voter));
    (voter.querySelector("input:checked") ?? voter.querySelector("input")).focus();
  }

  set(voter, choice) {
    const button = voter.querySelector(`input[value="${choice}"]`);
    button.checked = true;
    voter.dataset.choice = choice;
  }

  /** For everybody of whom nothing is said yet. */
  setOpen(choice) {
    this.voters.filter((voter) => !voter.querySelector("input:checked")).forEach((voter) => this.set(voter, choice));
  }

  key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (this.search.contains(event.target)) {
      this.keyInSearch(event);
      return;
    }
    const isInVoter = event.target.closest("[data-voter]");
    const choice = CHOICES[event.code];
    if (choice) {
      this.call(choice, event.shiftKey);
    } else if (/^Digit\d$|^Numpad\d$/.test(event.code) && !event.shiftKey) {
      this.digit(event.code.at(-1));
    } else if (event.key === "ArrowDown" && isInVoter) {
      this.goTo(this.current + 1);
    } else if (event.key === "ArrowUp" && isInVoter) {
      this.goTo(this.current - 1);
    } else if (event.key === "/") {
      this.openSearch();
    } else if (event.key === "Enter" && isInVoter) {
      this.querySelector("[data-close]").focus();
      announce(this.summary());
    } else {
      return;
    }
    event.preventDefault();
  }

  /** What the person called, or with `isFaction` everybody of the group; then the next one. */
  call(choice, isFaction) {
    this.typed = "";
    const place = this.current;
    const voter = this.voters[place];
    const group = isFaction ? [...voter.closest("[data-group]").querySelectorAll("[data-voter]")] : [voter];
    if (isFaction) {
      this.expect(voter.closest("[data-group]"), choice);
    } else {
      this.set(voter, choice);
    }
    this.count();
    this.goTo(isFaction ? this.voters.indexOf(group.at(-1)) + 1 : place + 1);
  }

  /** A faction votes as one; who of it votes otherwise is marked from now on. */
  expect(group, choice) {
    group.dataset.expected = choice;
    group.querySelectorAll("[data-voter]").forEach((voter) => this.set(voter, choice));
  }

  /** The buttons that a page without script sends: here they act at once. */
  preset(event) {
    const button = event.target.closest("button[name=preset]");
    if (!button) {
      return;
    }
    event.preventDefault();
    const [choice, number] = button.value.split(":");
    if (number) {
      this.expect(this.querySelectorAll("[data-group]")[Number(number) - 1], choice);
    } else {
      this.setOpen(choice);
    }
    this.count();
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Digits typed soon after each other are one number. */
  digit(digit) {
    clearTimeout(this.digits);
    this.typed += digit;
    if (Number(this.typed) > this.voters.length) {
      this.typed = digit;
    }
    this.digits = setTimeout(() => {
      this.typed = "";
    }, DIGITS_WITHIN);
    if (Number(this.typed)) {
      this.goTo(Number(this.typed) - 1);
    }
  }

  openSearch() {
    this.search.hidden = false;
    const input = this.search.querySelector("input");
    input.value = "";
    input.focus();
  }

  find(letters) {
    const found = this.voters.findIndex((voter) => plain(voter.querySelector("legend").textContent.replace(/[\d\s]+/, "")).startsWith(plain(letters)));
    this.place = found >= 0 ? found : this.place;
    this.voters.forEach((voter, place) => voter.classList.toggle("voter--current", place === this.place));
    this.voters[this.place ?? 0].scrollIntoView({ block: "nearest" });
  }

  keyInSearch(event) {
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.search.hidden = true;
      this.goTo(this.place ?? 0);
    }
  }

  count() {
    const totals = {};
    for (const voter of this.voters) {
      const choice = voter.querySelector("input:checked")?.value ?? "";
      const { expected = "yes" } = voter.closest("[data-group]").dataset;
      voter.dataset.choice = choice;
      voter.classList.toggle("voter--otherwise", Boolean(choice) && choice !== expected);
      totals[choice] = (totals[choice] ?? 0) + 1;
    }
    this.querySelector("[data-open-only]").hidden = !totals[""];
    for (const place of this.querySelectorAll("[data-total]")) {
      place.textContent = String(totals[place.dataset.total] ?? 0);
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.mean(totals), PAUSE);
  }

  async mean(totals) {
    const { form, majority, resultUrl } = this.dataset;
    const counts = Object.fromEntries(["yes", "no", "abstain", "not_voting"].map((name) => [name, totals[name] ?? 0]));
    const rejection = "putsRejection" in this.dataset ? { puts_rejection: "on" } : {};
    const said = totals[""] ? null : await meaning(resultUrl, { form, majority, ...counts, ...rejection });
    const line = this.querySelector("[data-result]");
    line.textContent = said?.result ?? "";
    line.hidden = !line.textContent;
  }

  summary() {
    const totals = [...this.querySelectorAll("[data-total]")].map((dd) => `${dd.previousElementSibling.textContent} ${dd.textContent}`);
    return [...totals, this.querySelector("[data-result]").textContent].filter(Boolean).join(", ");
  }
}

customElements.define("roll-call", RollCall);
