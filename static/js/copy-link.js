/** Buttons that copy the text they name. Without this module the text can be selected and copied by hand. */

for (const button of document.querySelectorAll("button[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  const told = button.parentElement.querySelector("[role='status']");
  if (!source || !navigator.clipboard) {
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      told.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(source);
      told.textContent = button.dataset.failed;
    }
  });
}
