/**
 * The one way from the desk to the server. Failures that pass are told apart from answers: without network or server
 * `Offline` is thrown, without login `LoginNeeded`; every other answer, also a refusal, is the caller's.
 */

export class Offline extends Error {}

export class LoginNeeded extends Error {
  constructor(address) {
    super("The login has expired.");
    this.address = address;
  }
}

// What a proxy says while the server behind it restarts.
const GATEWAY_ERRORS = [502, 503, 504];

// A refusal of what was asked before the last login says nothing about it.
let logins = 0;
document.addEventListener("desk:login", () => {
  logins += 1;
});

/** The token that Django keeps in a cookie; read anew each time, because a login changes it. */
export function csrfToken() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

/**
 * Asks the server. `json` or `form` (FormData) make it a POST; `fragment` asks for the inside of a page.
 * Answers {status, data, html, headers}: `data` where the answer is JSON, `html` where it is a page.
 */
export async function request(url, options = {}) {
  const { method, json, form, fragment = true, headers = {}, signal } = options;
  const asked = logins;
  const body = json === undefined ? form : JSON.stringify(json);
  const verb = method ?? (body === undefined ? "GET" : "POST");
  const all = { Accept: "application/json, text/html", ...headers };
  if (fragment) {
    all["Gremia-Fragment"] = "1";
  }
  // Nothing of one user is sent as another one's, who may have logged in elsewhere in this browser.
  if (document.body.dataset.user) {
    all["Gremia-User"] = document.body.dataset.user;
  }
  if (json !== undefined) {
    all["Content-Type"] = "application/json";
  }
  if (verb !== "GET") {
    all["X-CSRFToken"] = csrfToken();
  }
  // A form that was shown before a new login still holds the old token.
  if (form?.has("csrfmiddlewaretoken")) {
    form.set("csrfmiddlewaretoken", csrfToken());
  }
  let response;
  let text;
  try {
    response = await fetch(url, { method: verb, body, headers: all, signal, credentials: "same-origin" });
    text = await response.text();
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new Offline(error.message);
  }
  if (GATEWAY_ERRORS.includes(response.status)) {
    throw new Offline(`The server answers ${response.status}.`);
  }
  const isJson = (response.headers.get("Content-Type") ?? "").startsWith("application/json");
  const data = isJson && text ? JSON.parse(text) : null;
  if (response.status === 401) {
    if (asked !== logins) {
      return request(url, options);
    }
    throw new LoginNeeded(data?.login ?? "");
  }
  return { status: response.status, data, html: isJson ? "" : text, headers: response.headers };
}

/** The element that a fragment's HTML holds. Scripts in it don't run: the Content-Security-Policy sees to that, too. */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}
