/**
 * Order of the agenda: the buttons of each item work without this. With it the page stays where it is, Alt and the
 * arrow keys press the buttons, and items can be dragged by their handles.
 */

const KEYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "outdent", ArrowRight: "indent" };
const agenda = document.querySelector("[data-agenda]");
const announcer = document.querySelector("[data-announcer]");

/** Posts a move and shows the agenda that the server answers with; its messages are read out. */
async function send(form, data) {
  const response = await fetch(form.action, { method: "POST", body: data });
  if (!response.ok) {
    window.location.reload();
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  agenda.replaceChildren(...page.querySelector("[data-agenda]").childNodes);
  document.querySelector(".messages")?.remove();
  const messages = page.querySelector(".messages");
  announcer.textContent = [...(messages?.querySelectorAll("p") ?? [])].map((p) => p.textContent).join(" ");
  if (messages?.querySelector(".message--danger")) {
    document.querySelector(".page-head").before(messages);
  }
  showHandles();
}

function showHandles() {
  agenda.querySelectorAll("[data-handle]").forEach((handle) => handle.removeAttribute("hidden"));
}

/** The focus stays on the moved item: on the same button, or on the first one that still works. */
function focusOn(key, direction) {
  const item = agenda.querySelector(`[data-item="${CSS.escape(key)}"]`);
  const form = item?.querySelector("form");
  const button = form?.querySelector(`[value="${direction}"]:not(:disabled)`) ?? form?.querySelector("button:enabled");
  button?.focus();
}

agenda?.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-move]");
  if (!form) {
    return;
  }
  event.preventDefault();
  const key = form.closest("[data-item]")?.dataset.item;
  await send(form, new FormData(form, event.submitter));
  if (key) {
    focusOn(key, event.submitter.value);
  }
});

agenda?.addEventListener("keydown", (event) => {
  const direction = event.altKey && KEYS[event.key];
  const item = event.target.closest("[data-item]");
  if (!direction || !item) {
    return;
  }
  event.preventDefault();
  item.querySelector(`form[data-move] [value="${direction}"]:not(:disabled)`)?.click();
});

agenda?.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest("[data-handle]");
  if (!handle || event.button !== 0) {
    return;
  }
  event.preventDefault();
  const item = handle.closest("[data-item]");
  const list = item.parentElement;
  const before = [...list.children];
  item.classList.add("agenda-order__item--dragged");

  const follow = (move) => {
    const others = [...list.children].filter((row) => row !== item);
    const next = others.find((row) => {
      const box = row.getBoundingClientRect();
      return move.clientY < box.top + box.height / 2;
    });
    list.insertBefore(item, next ?? null);
  };

  const stop = async (end) => {
    document.removeEventListener("pointermove", follow);
    document.removeEventListener("pointerup", stop);
    document.removeEventListener("pointercancel", stop);
    item.classList.remove("agenda-order__item--dragged");
    const place = [...list.children].indexOf(item);
    if (end.type === "pointercancel") {
      list.replaceChildren(...before);
    } else if (before[place] !== item) {
      const form = item.querySelector("form[data-move]");
      const data = new FormData(form);
      data.set("to", String(place));
      await send(form, data);
      focusOn(item.dataset.item, "up");
    }
  };

  // On the document: a handle that is moved within the page would lose the pointer.
  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerup", stop);
  document.addEventListener("pointercancel", stop);
});

if (agenda) {
  showHandles();
}
