/**
 * Logging in again in place. It never opens by itself: whoever types would type into it. What is unsent stays in the
 * browser and is sent afterwards, unless somebody else has logged in.
 */

import { openDialog } from "./dialogs.js";
import { bindKey } from "./keys.js";

let address = "";
let isOpen = false;

document.addEventListener("desk:login-needed", (event) => {
  address = event.detail || address;
});

async function logIn() {
  if (isOpen || !address) {
    return;
  }
  isOpen = true;
  const answer = await openDialog(address);
  isOpen = false;
  if (answer) {
    document.querySelectorAll("[data-dialog-problem]").forEach((problem) => {
      problem.hidden = true;
    });
    document.dispatchEvent(new CustomEvent("desk:login"));
  }
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-login-again]")) {
    logIn();
  }
});

bindKey("Alt+KeyL", null, logIn);
