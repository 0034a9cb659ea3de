/**
 * Sends what drafts hold, one after the other, until the server has confirmed it. Works on every page: a draft of a row
 * is {item, session, url, op, version, kind, text, after, checkpoint, restore, chosen, sent, at}; `sent` are the texts
 * of saves whose answers may have been lost: if the server has one of them, it is our own.
 */

import { LoginNeeded, Offline, request as ask } from "./api.js";
import * as drafts from "./drafts.js";
import { setStatus } from "./status.js";

const PAUSE = 600;
const LONGEST_PAUSE = 15000;
const REMEMBERED = 12;

// In the order in which they were first changed: a row is created before another is put behind it.
const waiting = new Map();
const conflicts = new Map();
const refused = new Map();
let timer = null;
let pause = 1000;
let isSending = false;
let needsLogin = false;
let isOffline = false;

/** A server that failed is as good as none: what was sent is sent again. */
async function request(url, options) {
  const answer = await ask(url, options);
  if (answer.status >= 500) {
    throw new Offline(`The server answers ${answer.status}.`);
  }
  return answer;
}

const name = (kind, key) => `${kind}:${key}`;

function tell(type, detail) {
  document.dispatchEvent(new CustomEvent(`row:${type}`, { detail }));
}

/** The gravest of what holds for the texts. Whoever else has had an answer lets this say what is still open. */
export function showStatus() {
  if (needsLogin) {
    setStatus("login", pending());
  } else if (conflicts.size) {
    setStatus("conflict", openConflicts().map(({ data }) => data.data?.item));
  } else if (isOffline) {
    setStatus("offline", pending());
  } else if (refused.size) {
    setStatus("error");
  } else {
    setStatus(waiting.size ? "saving" : "saved");
  }
}

/** The server can't be reached, as somebody else has found out. */
export function lost() {
  isOffline = true;
  showStatus();
}

/** The server has answered somebody else: what waits is sent. */
export function reached() {
  isOffline = false;
  needsLogin = false;
  showStatus();
  again();
}

/** How many drafts are not on the server yet, those that wait for a choice included. */
export function pending() {
  return new Set([...waiting.keys(), ...conflicts.keys(), ...refused.keys()]).size;
}

/** Keeps a draft and sends it: a moment after the last key, or `now`. */
export function queue(kind, key, data, { now = false } = {}) {
  const id = name(kind, key);
  const isKept = drafts.save(kind, key, { ...data, at: new Date().toISOString() });
  refused.delete(id);
  if (conflicts.has(id)) {
    return;
  }
  waiting.set(id, { kind, key });
  if (!isKept) {
    setStatus("error");
  } else if (!isOffline && !needsLogin) {
    setStatus("saving");
  }
  schedule(now ? 0 : PAUSE);
}

/** The draft of a row, if it has one. */
export function draftOf(key) {
  return drafts.load("row", key);
}

export function isWaiting(key) {
  return ["row", "place"].some((kind) => waiting.has(name(kind, key)) || conflicts.has(name(kind, key)));
}

/** The drafts that wait for a choice: [{key, data: {data, stored, deleted}}]. */
export function openConflicts() {
  return [...conflicts].map(([id, answer]) => {
    const key = id.slice(id.indexOf(":") + 1);
    return { key, data: { data: drafts.load("row", key), ...answer } };
  });
}

/** The clerk has chosen: the draft is sent again as one that has seen the stored version. */
export function settle(key, data) {
  conflicts.delete(name("row", key));
  queue("row", key, { ...data, chosen: true }, { now: true });
}

/** The clerk lets the own text go. */
export function forget(kind, key) {
  drafts.remove(kind, key);
  for (const pile of [waiting, conflicts, refused]) {
    pile.delete(name(kind, key));
  }
  showStatus();
}

function schedule(delay) {
  clearTimeout(timer);
  timer = setTimeout(pump, delay);
}

async function pump() {
  if (isSending || needsLogin) {
    return;
  }
  isSending = true;
  try {
    while (waiting.size) {
      const [id, entry] = waiting.entries().next().value;
      await send(id, entry);
      isOffline = false;
      pause = 1000;
    }
  } catch (error) {
    stop(error);
  } finally {
    isSending = false;
    showStatus();
  }
}

function stop(error) {
  if (error instanceof LoginNeeded) {
    needsLogin = true;
    document.dispatchEvent(new CustomEvent("desk:login-needed", { detail: error.address }));
    return;
  }
  if (!(error instanceof Offline)) {
    schedule(LONGEST_PAUSE);
    throw error;
  }
  isOffline = true;
  schedule(pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

async function send(id, { kind, key }) {
  const data = drafts.load(kind, key);
  if (!data) {
    waiting.delete(id);
    return;
  }
  if (kind === "place") {
    await sendPlace(id, key, data);
  } else if (data.op === "remove") {
    await sendRemoval(id, key, data);
  } else {
    await sendText(id, key, data);
  }
}

async function sendText(id, key, data) {
  if (!data.text.trim()) {
    // Emptied, and not left yet: there is nothing to keep until something is typed, or the row is deleted.
    waiting.delete(id);
    return;
  }
  const sent = [...(data.sent ?? []).filter((text) => text !== data.text), data.text].slice(-REMEMBERED);
  drafts.save("row", key, { ...data, sent });
  const { version, text, after, checkpoint, restore, chosen } = data;
  const body = { id: key, version, kind: data.kind, text, after: after ?? null, checkpoint, restore, chosen };
  const answer = await request(data.url, { json: body });
  const current = drafts.load("row", key);
  if (answer.status === 200) {
    confirmed(id, key, data, current, answer.data);
  } else if (answer.status === 409) {
    contradicted(id, key, { ...(current ?? data), sent }, answer.data);
  } else {
    refuse(id, key, answer);
  }
}

function confirmed(id, key, data, current, answer) {
  const isSame = current && current.op !== "remove" && current.text === data.text && current.kind === data.kind;
  if (!current || (isSame && current.checkpoint === data.checkpoint)) {
    drafts.remove("row", key);
    waiting.delete(id);
  } else {
    // Typed on while it was sent. What was asked for once (to bring back, to choose) is done.
    drafts.save("row", key, { ...current, version: answer.version, restore: false, chosen: false, sent: [] });
  }
  tell("saved", { key, version: answer.version, warnings: answer.warnings, isDone: !waiting.has(id) });
  document.dispatchEvent(new CustomEvent("desk:saved"));
}

function contradicted(id, key, data, answer) {
  if (answer.stored && data.sent.includes(answer.stored.text)) {
    drafts.save("row", key, { ...data, version: answer.stored.version });
    return;
  }
  waiting.delete(id);
  conflicts.set(id, answer);
  tell("conflict", { key, data, ...answer });
}

async function sendRemoval(id, key, data) {
  if (data.version > 0 || data.sent?.length) {
    const answer = await request(data.removeUrl, { json: { version: data.version } });
    if (answer.status === 409) {
      const isOurs = data.sent?.includes(answer.data.stored.text);
      if (isOurs) {
        drafts.save("row", key, { ...data, version: answer.data.stored.version });
        return;
      }
      waiting.delete(id);
      conflicts.set(id, answer.data);
      tell("conflict", { key, data, ...answer.data });
      return;
    }
    if (answer.status !== 200 && answer.status !== 404) {
      refuse(id, key, answer);
      return;
    }
  }
  if (drafts.load("row", key)?.op === "remove") {
    drafts.remove("row", key);
    waiting.delete(id);
    tell("removed", { key });
  }
  document.dispatchEvent(new CustomEvent("desk:saved"));
}

async function sendPlace(id, key, data) {
  const answer = await request(data.url, { json: { after: data.after } });
  if (answer.status !== 200 && answer.status !== 404) {
    refuse(id, key, answer);
    return;
  }
  if (drafts.load("place", key)?.after === data.after || answer.status === 404) {
    drafts.remove("place", key);
    waiting.delete(id);
  }
  document.dispatchEvent(new CustomEvent("desk:saved"));
}

/** The server can't take it as it is. The text stays here and on the page, until the clerk changes it. */
function refuse(id, key, answer) {
  waiting.delete(id);
  refused.set(id, answer);
  tell("refused", { key, errors: Object.values(answer.data?.errors ?? {}).flat(), status: answer.status });
}

/** Takes up what earlier tabs left, and sends it. */
export async function start() {
  await drafts.adopt();
  for (const draft of drafts.own().filter((one) => one.kind !== "form")) {
    waiting.set(name(draft.kind, draft.key), { kind: draft.kind, key: draft.key });
  }
  if (waiting.size) {
    schedule(0);
  }
}

/** Sends everything now; true if nothing is left that the server does not have. */
export async function sendAll() {
  await start();
  clearTimeout(timer);
  for (let round = 0; round < 50 && isSending; round += 1) {
    await new Promise((done) => setTimeout(done, 100));
  }
  await pump();
  return pending() === 0;
}

function again() {
  if (waiting.size) {
    schedule(0);
  }
}

window.addEventListener("online", again);
document.addEventListener("visibilitychange", again);
document.addEventListener("desk:login-needed", () => {
  needsLogin = true;
  showStatus();
});
document.addEventListener("desk:login", reached);
