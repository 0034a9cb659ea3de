/**
 * Order of the blocks: without this each has a number field. With it buttons move them, and Alt with the arrow keys;
 * the fields are still sent, with what the list shows.
 */

const list = document.querySelector("[data-block-order]");
const announcer = document.querySelector("[data-announcer]");
const KEYS = { ArrowUp: "up", ArrowDown: "down" };

const rows = () => [...list.querySelectorAll("[data-block]")];
const button = (row, direction) => row.querySelector(`[data-direction="${direction}"]`);

/** Numbers follow the list; the first can't go up, nor the last down. */
function number() {
  rows().forEach((row, place, all) => {
    row.querySelector("input").value = place + 1;
    button(row, "up").disabled = place === 0;
    button(row, "down").disabled = place === all.length - 1;
  });
}

function move(row, direction) {
  const other = direction === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (!other) {
    return;
  }
  other[direction === "up" ? "before" : "after"](row);
  number();
  const pressed = button(row, direction);
  (pressed.disabled ? button(row, direction === "up" ? "down" : "up") : pressed).focus();
  const block = row.querySelector("label").textContent;
  announcer.textContent = announcer.dataset.sentence
    .replace("{block}", block)
    .replace("{place}", rows().indexOf(row) + 1);
}

list?.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-direction]");
  if (pressed) {
    move(pressed.closest("[data-block]"), pressed.dataset.direction);
  }
});

list?.addEventListener("keydown", (event) => {
  const direction = event.altKey && KEYS[event.key];
  const row = event.target.closest("[data-block]");
  if (direction && row) {
    event.preventDefault();
    move(row, direction);
  }
});

if (list) {
  rows().forEach((row) => {
    row.querySelector("input").type = "hidden";
    row.querySelector("label").removeAttribute("for");
    row.querySelector(".block-order__moves").hidden = false;
  });
  number();
}
