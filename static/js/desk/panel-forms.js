/** Forms in the panels of the desk that are one act each: sent in place, and the desk shows what came of it. */

import { request } from "./api.js";
import { openDialog } from "./dialogs.js";
import { showStatus } from "./outbox.js";
import { setStatus } from "./status.js";
import { announceAll, finished, report } from "./telling.js";

const sending = new WeakSet();

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-act]");
  if (!form || form.closest("dialog") || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  if (sending.has(form)) {
    return;
  }
  sending.add(form);
  const url = form.getAttribute("action");
  const panel = form.closest("[id^='panel-']");
  setStatus("saving");
  const asked = request(url, { form: new FormData(form, event.submitter) });
  try {
    if (form.dataset.act) {
      // It leads to a dialog of this name.
      asked.then(told, () => {});
      await openDialog(url, { label: form.dataset.act, asked });
    } else {
      const answer = await asked;
      told(answer);
      if (panel?.contains(document.activeElement)) {
        // What was pressed may be gone after the act.
        panel.focus();
      }
      await (answer.data ? finished(answer.data) : openDialog(url, { asked }));
    }
  } catch (error) {
    report(error);
  } finally {
    sending.delete(form);
  }
  asked.catch(() => {
    const problem = document.getElementById("desk-dialog").content.querySelector("[data-dialog-problem]").firstChild;
    announceAll([{ level: "warning", text: problem.textContent }]);
  });
});

function told(answer) {
  if (answer.status < 400) {
    showStatus();
  } else {
    setStatus("error");
  }
}
