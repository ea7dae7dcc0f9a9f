// Elements of the page, made without ever parsing text as HTML.

type Child = Node | string;

/** Make an element with attributes, listeners (`on…`) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Return the element of the frame with this id. */
export function byId<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element ${id}`);
  return found as Kind;
}

/** Say something in the line of status, which screen readers read out. */
export function say(text: string): void {
  const status = byId("status");
  status.textContent = text;
  status.classList.remove("wrong");
}

/** Say there what did not work. */
export function sayWrong(text: string): void {
  say(text);
  byId("status").classList.add("wrong");
}
