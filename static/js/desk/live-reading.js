/** <live-reading>: the record of a running session, asked for anew every few seconds; unchanged it costs one line. */

import { LoginNeeded, parse, request } from "./api.js";
import { swap } from "./swap.js";

const SECONDS = { visible: 5, hidden: 60 };

class LiveReading extends HTMLElement {
  connectedCallback() {
    this.querySelector("[data-plain]").hidden = true;
    this.querySelector("[data-record]").id = "live-record";
    this.etag = "";
    this.show("fresh");
    this.again = () => document.visibilityState === "visible" && this.poll();
    document.addEventListener("visibilitychange", this.again);
    this.poll();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.again);
  }

  show(state) {
    for (const name of ["fresh", "stale"]) {
      this.querySelector(`[data-${name}]`).hidden = name !== state;
    }
  }

  async poll() {
    clearTimeout(this.timer);
    try {
      const answer = await request(this.dataset.url, { headers: this.etag ? { "If-None-Match": this.etag } : {} });
      if (answer.status === 404 || answer.status === 403) {
        window.location.reload();
        return;
      }
      if (answer.status === 200) {
        this.etag = answer.headers.get("ETag");
        const next = parse(answer.html).querySelector("live-reading");
        swap(this.querySelector("[data-record]"), next.querySelector("[data-record]").innerHTML);
        this.querySelector("[data-as-of]").textContent = next.querySelector("[data-as-of]").textContent;
      }
      this.show("fresh");
    } catch (error) {
      this.show("stale");
      if (error instanceof LoginNeeded) {
        window.location.reload();
        return;
      }
    }
    this.timer = setTimeout(() => this.poll(), SECONDS[document.visibilityState] * 1000);
  }
}

customElements.define("live-reading", LiveReading);
