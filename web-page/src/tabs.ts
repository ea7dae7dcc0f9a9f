// Tabs as screen readers and keyboards know them.

export class Tabs {
  private readonly tabs = [...document.querySelectorAll<HTMLElement>("[role=tab]")];

  constructor(private readonly changed: () => void) {
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.select(tab));
      tab.addEventListener("keydown", (event) => this.move(event, tab));
    }
  }

  /** The name of the panel that is shown. */
  get shown(): string {
    return this.tabs.find((tab) => tab.ariaSelected === "true")?.getAttribute("aria-controls")?.replace("panel-", "") ?? "";
  }

  private select(chosen: HTMLElement): void {
    for (const tab of this.tabs) {
      const isChosen = tab === chosen;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = !isChosen;
    }
    this.changed();
  }

  private move(event: KeyboardEvent, tab: HTMLElement): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const shown = this.tabs.filter((one) => !one.hidden);
    const next = shown[(shown.indexOf(tab) + step + shown.length) % shown.length];
    if (next) {
      this.select(next);
      next.focus();
    }
  }
}
