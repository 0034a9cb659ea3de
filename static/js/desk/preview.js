/** The preview beside the input shows the paragraph that is being written, without moving the page. */

/** Scrolls the panel, if it scrolls, to its paragraph number `place` (from 0); -1: nothing that it has. */
export function follow(place) {
  const panel = document.getElementById("panel-preview");
  const paragraph = panel?.querySelectorAll(".contribution")[place];
  if (!paragraph || panel.scrollHeight <= panel.clientHeight) {
    return;
  }
  const [outer, inner] = [panel.getBoundingClientRect(), paragraph.getBoundingClientRect()];
  if (inner.bottom > outer.bottom) {
    panel.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top);
  } else if (inner.top < outer.top) {
    panel.scrollTop += inner.top - outer.top;
  }
}
