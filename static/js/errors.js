/** After a rejected form: puts the focus on the summary of errors, and its links on the inputs that they name. */

const summary = document.querySelector("[data-error-summary]");

summary?.focus();

summary?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const input = link && document.getElementById(link.hash.slice(1));
  if (input) {
    event.preventDefault();
    input.focus();
  }
});
