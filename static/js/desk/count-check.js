/**
 * <count-check>: says while votes are counted whether they add up and what they mean. The server knows the rules: it is
 * asked for the words and stores nothing. Without connection it says nothing; the form is checked when it is sent.
 */

import { request } from "./api.js";

const PAUSE = 150;
const FIELDS = ["form", "majority", "yes", "no", "abstain", "invalid", "not_voting"];

/** Fetches what counts would mean: {problem, result}, or null if the server can't say. */
export async function meaning(url, values, signal) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "" && value !== undefined));
  try {
    const answer = await request(`${url}?${query}`, { signal });
    return answer.status === 200 ? answer.data : null;
  } catch {
    return null;
  }
}

class CountCheck extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.controller = new AbortController();
    this.form.addEventListener("input", () => this.later(), { signal: this.controller.signal });
    this.form.elements.majority?.addEventListener("change", (event) => this.openElection(event.target.value));
    this.later();
  }

  disconnectedCallback() {
    this.controller.abort();
    this.asking?.abort();
    clearTimeout(this.timer);
  }

  /** Whoever chooses the majority of an election enters people next. */
  openElection(majority) {
    const fold = this.form.querySelector("[data-electoral]");
    if (fold?.dataset.electoral.split(" ").includes(majority)) {
      fold.open = true;
    }
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  async check() {
    this.asking?.abort();
    this.asking = new AbortController();
    const values = Object.fromEntries(FIELDS.map((name) => [name, this.form.elements[name]?.value]));
    if (this.form.elements.puts_rejection?.checked) {
      values.puts_rejection = "on";
    }
    const isCounted = ["yes", "no", "abstain"].some((name) => values[name]);
    const said = isCounted ? await meaning(this.dataset.url, values, this.asking.signal) : null;
    const line = this.querySelector("[data-said]");
    const words = said && (said.problem || said.result);
    line.hidden = !words;
    line.classList.toggle("count-check--problem", Boolean(said?.problem));
    line.querySelector(".kern-icon").className = `kern-icon kern-icon--${said?.problem ? "warning" : "success"}`;
    line.querySelector("[data-words]").textContent = words || "";
  }
}

customElements.define("count-check", CountCheck);
