// The list of findings, with filters by severity, fixes, and the reason of each rule.

import type { DraftEditor } from "./editor";
import { byId, element, say } from "./elements";
import { severities, severityOf, type Finding, type Severity } from "./finding";
import { renderMarkdown } from "./markdown";
import { placeName, words } from "./words";

const names = { error: "errors", warning: "warnings", info: "infos", hint: "hints" } as const;

/** A list of thousands would slow the page down. */
const rowsAtFirst = 200;

export class FindingsPanel {
  private findings: Finding[] = [];
  private hidden = new Set<Severity>();
  private most = rowsAtFirst;
  private readonly list = byId("findings");
  private readonly filters = byId("filters");

  constructor(private readonly editor: DraftEditor) {}

  show(findings: Finding[]): void {
    this.findings = findings;
    this.draw();
  }

  /** The number of findings shown or hidden. */
  get count(): number {
    return this.findings.length;
  }

  private draw(): void {
    const counts = Object.fromEntries(severities.map((one) => [one, 0])) as Record<Severity, number>;
    for (const finding of this.findings) counts[severityOf(finding)]++;
    this.filters.replaceChildren(
      ...severities.filter((one) => counts[one] > 0).map((one) => this.filter(one, counts[one])),
    );
    const shown = this.findings.filter((finding) => !this.hidden.has(severityOf(finding)));
    this.list.replaceChildren(...shown.slice(0, this.most).map((finding) => this.row(finding)));
    if (shown.length > this.most) this.list.append(this.more(shown.length));
    byId("no-findings").hidden = this.findings.length > 0;
    byId<HTMLButtonElement>("fix-all").disabled = !this.findings.some(
      (finding) => finding.data?.fix?.safety === "safe",
    );
    byId("count").textContent = String(this.findings.length);
  }

  private filter(severity: Severity, count: number): HTMLElement {
    return element(
      "button",
      {
        type: "button",
        class: `chip ${severity}`,
        "aria-pressed": String(!this.hidden.has(severity)),
        onclick: () => {
          if (!this.hidden.delete(severity)) this.hidden.add(severity);
          this.draw();
          this.filters.querySelector<HTMLElement>(`.${severity}`)?.focus();
        },
      },
      `${words(names[severity])} ${count}`,
    );
  }

  private more(count: number): HTMLElement {
    const show = (): void => {
      this.most = count;
      this.draw();
    };
    return element("li", {}, element("button", { type: "button", onclick: show }, words("showAll", { count })));
  }

  private row(finding: Finding): HTMLElement {
    const { range, code, message, data } = finding;
    const place = data?.paragraph ? `${placeName(data.paragraph)} · ` : "";
    const fix = data?.fix;
    const reason = element("div", { class: "reason", hidden: true });
    const buttons = element("div", { class: "buttons" });
    if (fix) {
      const title = fix.safety === "safe" ? words("fix") : words("fixUnsafe");
      const act = (): void => {
        this.editor.fix(finding);
        say(words("applied", { count: 1 }));
      };
      buttons.append(element("button", { type: "button", title: fix.title, onclick: act }, title));
    }
    const toggle = element("button", { type: "button", "aria-expanded": "false" }, words("explain"));
    toggle.addEventListener("click", () => void this.explain(code, reason, toggle));
    buttons.append(toggle);
    return element(
      "li",
      { class: `finding ${severityOf(finding)}` },
      element(
        "button",
        { type: "button", class: "go", onclick: () => this.editor.jump(range.start, range.end) },
        element("span", { class: "where" }, `${place}${range.start.line + 1}:${range.start.character + 1}`),
        element("span", { class: "code" }, code),
        element("bdi", { class: "message" }, message),
      ),
      buttons,
      reason,
    );
  }

  private async explain(code: string, reason: HTMLElement, toggle: HTMLElement): Promise<void> {
    reason.hidden = !reason.hidden;
    toggle.setAttribute("aria-expanded", String(!reason.hidden));
    if (reason.hidden || reason.hasChildNodes()) return;
    try {
      const page = await this.editor.client.request<object, { markdown: string }>("reslint/explain", { code });
      reason.replaceChildren(renderMarkdown(page.markdown));
    } catch (error) {
      reason.textContent = String(error);
    }
  }
}
