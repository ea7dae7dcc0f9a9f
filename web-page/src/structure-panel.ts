// The structure of the draft as reslint understands it: each row leads to its paragraph.

import { document_, type DraftEditor } from "./editor";
import { byId, element } from "./elements";
import { severities, type Range, type Severity } from "./finding";
import { placeName } from "./words";

interface Row {
  kind: string;
  label: string;
  text: string;
  range: Range;
  findings: Record<Severity, number>;
  children: Row[];
}

interface Outline {
  title: string;
  sections: Row[];
  notes: { number: string; text: string; range: Range }[];
}

export class StructurePanel {
  constructor(private readonly editor: DraftEditor) {}

  /** Ask for the structure and show it. */
  async refresh(): Promise<void> {
    const outline = await this.editor.client.request<object, Outline | null>("reslint/outline", {
      textDocument: { uri: document_ },
    });
    const shown = outline ? this.list(outline.sections) : [];
    byId("structure").replaceChildren(...shown);
  }

  private list(rows: Row[]): HTMLElement[] {
    if (rows.length === 0) return [];
    return [element("ul", {}, ...rows.map((row) => element("li", {}, this.row(row), ...this.list(row.children))))];
  }

  private row(row: Row): HTMLElement {
    const worst = severities.find((one) => row.findings[one] > 0);
    const badge = worst
      ? [element("span", { class: `badge ${worst}` }, String(severities.reduce((sum, one) => sum + row.findings[one], 0)))]
      : [];
    return element(
      "button",
      { type: "button", class: `go kind-${row.kind.replace(" ", "-")}`, onclick: () => this.editor.jump(row.range.start) },
      element("span", { class: "label" }, row.label),
      element("bdi", {}, row.text || (row.label ? "" : placeName(row.kind))),
      ...badge,
    );
  }
}
