/**
 * Suggestions for the box of the search, by the ARIA pattern of a combobox. Without this script the box is a plain field.
 */

const WAIT = 120;
let lists = 0;

function enhance(input) {
  const list = document.createElement("ul");
  let timer, asked;
  Object.assign(list, { id: `suggestions-${++lists}`, className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  list.lang = "de";
  input.after(list);
  const set = (name, value) => input.setAttribute(`aria-${name}`, value);
  input.setAttribute("role", "combobox");
  set("autocomplete", "list");
  set("controls", list.id);
  set("expanded", "false");

  const chosen = () => list.querySelector("[aria-selected=true]");
  const choose = (option) => {
    chosen()?.removeAttribute("aria-selected");
    option?.setAttribute("aria-selected", "true");
    option ? set("activedescendant", option.id) : input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    clearTimeout(timer);
    asked = null;
    list.hidden = true;
    set("expanded", "false");
    choose(null);
  };
  const take = (option) => {
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  };
  const show = (words) => {
    list.replaceChildren(...words.map((word, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.textContent = word;
      return option;
    }));
    choose(null);
    list.hidden = !words.length;
    set("expanded", String(Boolean(words.length)));
  };
  const ask = async () => {
    const text = asked = input.value;
    try {
      const response = await fetch(`${input.dataset.suggestions}?${new URLSearchParams({ q: text })}`);
      const { suggestions } = await response.json();
      if (asked === text && document.activeElement === input) {
        show(suggestions.filter((word) => word !== text));
      }
    } catch {
      close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length < 3) {
      close();
    } else {
      timer = setTimeout(ask, WAIT);
    }
  });
  input.addEventListener("keydown", (event) => {
    const options = [...list.children];
    if (list.hidden || event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const place = options.indexOf(chosen()) + step;
      choose(place === -2 ? options.at(-1) : options[place] ?? null);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      take(chosen());
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => event.target.role === "option" && take(event.target));
  input.addEventListener("blur", close);
}

document.querySelectorAll("input[data-suggestions]").forEach(enhance);
