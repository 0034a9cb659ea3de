/**
 * The live desk: keeps its panels fresh, goes from item to item without leaving the page, and binds its keys.
 * What is typed is kept by the contributions themselves; this script may fail without a word being lost.
 */

import { LoginNeeded, Offline, parse, request } from "./api.js";
import "./contributions.js";
import "./count-check.js";
import { openDialog } from "./dialogs.js";
import { bindKey } from "./keys.js";
import { callLater, sendCalls } from "./calls.js";
import "./form-drafts.js";
import "./login.js";
import * as outbox from "./outbox.js";
import "./panel-forms.js";
import "./person-select.js";
import "./roll-call.js";
import { swap } from "./swap.js";
import { announce } from "./status.js";
import { announceAll, report } from "./telling.js";

const SECONDS = { visible: 5, hidden: 30, offline: 3 };
const desk = document.querySelector("[data-desk]");
let etag = null;
let timer = null;
let isOffline = false;
let isLoggedOut = false;
// Answers to what was asked before the last change of item are too late.
let round = 0;

/** Asks for the state and shows it; 304 costs the server no reading. */
async function poll() {
  clearTimeout(timer);
  const mine = ++round;
  const askedAt = performance.now();
  try {
    await sendCalls();
    const answer = await request(desk.dataset.stateUrl, { headers: etag ? { "If-None-Match": etag } : {} });
    if (mine !== round) {
      return;
    }
    cameBack();
    if (answer.status === 200) {
      etag = answer.headers.get("ETag");
      show({ ...answer.data, askedAt });
    }
  } catch (error) {
    if (mine !== round) {
      return;
    }
    failed(error);
  }
  schedule();
}

function schedule() {
  clearTimeout(timer);
  const pace = isOffline ? "offline" : document.visibilityState;
  timer = setTimeout(poll, (SECONDS[pace] ?? SECONDS.visible) * 1000);
}

function failed(error) {
  if (error instanceof Offline) {
    isOffline = true;
    outbox.lost();
  } else if (error instanceof LoginNeeded) {
    if (!isLoggedOut) {
      report(error);
    }
  } else {
    throw error;
  }
}

function cameBack() {
  if (isOffline || isLoggedOut) {
    isOffline = false;
    isLoggedOut = false;
    outbox.reached();
    document.dispatchEvent(new CustomEvent("desk:online"));
  }
}

function show(state) {
  if (state.user !== desk.dataset.user) {
    // Somebody else has logged in: nothing of one clerk is sent as the other's.
    window.location.reload();
    return;
  }
  for (const [id, html] of Object.entries(state.panels)) {
    swap(document.getElementById(id), html);
  }
  document.dispatchEvent(new CustomEvent("desk:state", { detail: state }));
}

/** Shows another item in place. Without connection its title and an empty sheet: typing goes on. */
async function openItem(url, { push = true, takesFocus = true } = {}) {
  const mine = ++round;
  clearTimeout(timer);
  const key = url.match(/([0-9a-f-]{36})\/(?:call\/)?$/)?.[1];
  try {
    const answer = await request(url);
    if (mine !== round) {
      return;
    }
    if (answer.status !== 200 || !answer.html) {
      window.location.assign(url);
      return;
    }
    cameBack();
    put(parse(answer.html).querySelector("[data-desk]"));
  } catch (error) {
    failed(error);
    if (!key) {
      return;
    }
    putBlank(key);
  }
  if (push) {
    window.history.pushState({}, "", url);
  }
  document.title = desk.dataset.title;
  etag = null;
  announce(document.querySelector("#panel-head h1")?.textContent ?? "");
  if (takesFocus) {
    toEntry();
  }
  schedule();
}

function put(next) {
  for (const name of ["item", "stateUrl", "title"]) {
    desk.dataset[name] = next.dataset[name];
  }
  for (const panel of desk.querySelectorAll("[id^='panel-']")) {
    swap(panel, next.querySelector(`#${panel.id}`)?.innerHTML ?? "", { force: true });
  }
  document.querySelector("contribution-list")?.replaceWith(next.querySelector("contribution-list"));
}

/** An item that was never loaded: what is known of it is its place in the agenda. */
function putBlank(key) {
  const link = document.getElementById(`step-${key}`);
  const title = link?.querySelector(".desk-agenda__text")?.firstChild.textContent ?? "";
  const before = desk.dataset.item;
  const stateUrl = desk.dataset.stateUrl.replace(before, key);
  Object.assign(desk.dataset, { item: key, stateUrl });
  desk.querySelectorAll("[data-item-link][aria-current]").forEach((step) => step.removeAttribute("aria-current"));
  link?.setAttribute("aria-current", "page");
  const note = document.createElement("p");
  note.className = "nothing";
  note.textContent = desk.dataset.notLoaded;
  const heading = document.createElement("h1");
  heading.textContent = `${link?.dataset.label ?? ""} ${title}`;
  for (const id of ["panel-head", "panel-decision", "panel-votes", "panel-preview"]) {
    swap(document.getElementById(id), id === "panel-head" ? heading.outerHTML + note.outerHTML : note.outerHTML, { force: true });
  }
  const list = document.querySelector("contribution-list");
  list?.replaceWith(list.blank({ item: key, before, number: link?.dataset.label ?? "", title }));
}

/** The item `step` places further in the agenda; without connection it is all that is known. */
function goBy(step) {
  const links = [...desk.querySelectorAll("#panel-agenda [data-item-link]")];
  const link = links[links.findIndex((one) => one.dataset.itemLink === desk.dataset.item) + step];
  if (!link) {
    return false;
  }
  if (step > 0) {
    callLater(desk.dataset.user, `${link.href}call/`, new Date().toISOString());
  }
  return openItem(link.href);
}

function toEntry() {
  const list = document.querySelector("contribution-list");
  if (list?.focusEntry) {
    list.focusEntry();
  } else {
    document.getElementById("panel-head").focus();
  }
}

desk.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-item-link]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openItem(link.href);
  }
});

desk.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-call]");
  if (!form) {
    return;
  }
  event.preventDefault();
  const at = new Date().toISOString();
  const url = form.getAttribute("action");
  const page = url.replace(/call\/$/, "");
  try {
    const data = new FormData(form);
    data.set("at", at);
    const answer = await request(url, { form: data });
    announceAll(answer.data?.messages);
  } catch (error) {
    callLater(desk.dataset.user, url, at);
    failed(error);
  }
  await openItem(page, { push: form.dataset.call !== desk.dataset.item });
});

window.addEventListener("popstate", () => openItem(window.location.href, { push: false }));
document.addEventListener("desk:note", (event) => announceAll([event.detail]));
document.addEventListener("desk:refresh", poll);
document.addEventListener("desk:login-needed", () => {
  isLoggedOut = true;
});
document.addEventListener("desk:offline", () => {
  isOffline = true;
  schedule();
});
document.addEventListener("desk:saved", () => {
  clearTimeout(timer);
  timer = setTimeout(poll, 700);
});
document.addEventListener("desk:login", poll);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && poll());
window.addEventListener("online", poll);

for (const [key, find, otherwise] of [
  ["Alt+KeyN", () => document.getElementById("next-item"), () => goBy(1)],
  ["Alt+KeyB", () => document.getElementById("previous-item"), () => goBy(-1)],
  ["Alt+KeyJ", () => document.getElementById("call-now")],
  ["Alt+KeyA", () => desk.querySelector("[data-key='A']")],
  ["Alt+KeyR", () => desk.querySelector("[data-key='R']")],
  ["Alt+KeyW", () => desk.querySelector("[data-key='W']")],
  ["Alt+KeyE", () => desk.querySelector("[data-key='E']")],
]) {
  bindKey(key, null, () => (find() ? find().click() : otherwise?.()));
}
bindKey("Alt+KeyC", null, toEntry);
bindKey("Alt+KeyV", null, () => document.getElementById("panel-votes").focus());
// In the panel of the votes a letter is enough.
for (const letter of ["E", "Z", "N", "B"]) {
  bindKey(`Key${letter}`, document.getElementById("panel-votes"), () => {
    const act = desk.querySelector(`#panel-votes [data-key='${letter}']`);
    act?.click();
    return Boolean(act);
  });
}
bindKey("Alt+KeyP", null, () => document.getElementById("panel-preview").focus());

function showKeys() {
  const dialog = parse(document.getElementById("desk-dialog").innerHTML).querySelector("dialog");
  dialog.querySelector("[data-dialog-body]").replaceChildren(parse(document.getElementById("desk-keys").innerHTML));
  dialog.querySelector("[data-dialog-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

bindKey("Alt+KeyK", null, showKeys);
desk.querySelector("[data-keys]").addEventListener("click", showKeys);

if (desk.querySelector("[data-agenda-fold]") && window.matchMedia("(max-width: 60rem)").matches) {
  desk.querySelector("[data-agenda-fold]").open = false;
}
schedule();

export { openDialog, openItem };
