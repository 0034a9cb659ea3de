/**
 * What is not safe on the server yet is kept in the browser's storage, apart for each user and tab, and survives both.
 * A draft is {kind, key, data}: kind "row" is a contribution, "place" its move, "form" the entries of a form.
 */

const PREFIX = "gremia:draft";
const TAB = "gremia:tab";
const user = document.body.dataset.user ?? "";
let tab = newTab();
let isFull = false;

function newTab() {
  try {
    return window.sessionStorage.getItem(TAB) ?? crypto.randomUUID();
  } catch {
    return crypto.randomUUID();
  }
}

function rememberTab() {
  try {
    window.sessionStorage.setItem(TAB, tab);
  } catch {
    // Without it a reload is a new tab, which adopts what the old one left.
  }
}

/** Holds a lock as long as the tab lives; a duplicated tab gets a name of its own. */
function holdTab() {
  if (!navigator.locks) {
    rememberTab();
    return Promise.resolve();
  }
  return new Promise((done) => {
    navigator.locks.request(`${TAB}:${tab}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        tab = crypto.randomUUID();
        navigator.locks.request(`${TAB}:${tab}`, () => new Promise(() => {}));
      }
      rememberTab();
      done();
      return lock ? new Promise(() => {}) : null;
    });
  });
}

/** Resolves when drafts may be read and written under this tab's name. */
export const ready = holdTab();

function place(kind, key) {
  return [PREFIX, user, tab, kind, key].join(":");
}

function entries() {
  try {
    return Object.keys(window.localStorage)
      .filter((name) => name.startsWith(`${PREFIX}:`))
      .map((name) => ({ name, raw: window.localStorage.getItem(name) }));
  } catch {
    return [];
  }
}

/** Keeps `data`; false if the browser has no room for it, which the clerk is told. */
export function save(kind, key, data) {
  try {
    window.localStorage.setItem(place(kind, key), JSON.stringify(data));
    isFull = false;
  } catch {
    isFull = true;
  }
  return !isFull;
}

export function load(kind, key) {
  return parsed(read(place(kind, key)));
}

export function remove(kind, key) {
  try {
    window.localStorage.removeItem(place(kind, key));
  } catch {
    // Nothing is stored where nothing can be.
  }
}

function read(name) {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

function parsed(raw) {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

/** The drafts of a user (the present one) in all tabs: [{name, tab, kind, key, data}]; what can't be read is left out. */
export function list(owner = user) {
  return entries()
    .map(({ name, raw }) => {
      const [whose, where, kind, ...key] = name.slice(PREFIX.length + 1).split(":");
      return { name, user: whose, tab: where, kind, key: key.join(":"), data: parsed(raw) };
    })
    .filter((draft) => draft.user === owner && draft.data);
}

/** Throws all drafts of a user away. */
export function clear(owner = user) {
  for (const draft of list(owner)) {
    window.localStorage.removeItem(draft.name);
  }
}

/** Makes the drafts of tabs that are gone this tab's own; an older draft of the same row stays where it is. */
export async function adopt() {
  await ready;
  const held = (await navigator.locks?.query())?.held ?? [];
  const alive = new Set(held.map((lock) => lock.name.slice(TAB.length + 1)));
  for (const draft of list()) {
    const isMine = draft.tab === tab;
    if (isMine || alive.has(draft.tab) || load(draft.kind, draft.key)) {
      continue;
    }
    if (save(draft.kind, draft.key, draft.data)) {
      window.localStorage.removeItem(draft.name);
    }
  }
}

/** The drafts of this tab. */
export function own() {
  return list().filter((draft) => draft.tab === tab);
}

window.addEventListener("beforeunload", (event) => {
  if (isFull) {
    event.preventDefault();
  }
});
