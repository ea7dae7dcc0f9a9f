// Language, organ and profile of the draft: chosen, or recognized.

import { byId } from "./elements";

const names = ["language", "organ", "profile"] as const;

export class Choices {
  constructor(changed: () => void) {
    for (const name of names) byId<HTMLSelectElement>(name).addEventListener("change", changed);
  }

  /** What the language server is told. */
  get forServer(): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, this.value(name)]));
  }

  /** The fields of a request: what is recognized is left out. */
  get fields(): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, this.value(name)]).filter(([, value]) => value !== "auto"));
  }

  private value(name: (typeof names)[number]): string {
    return byId<HTMLSelectElement>(name).value;
  }
}
