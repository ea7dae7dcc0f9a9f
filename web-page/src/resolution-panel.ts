// The draft as a resolution, findings in their places: the report of reslint in a frame.

import { post } from "./api";
import type { DraftEditor } from "./editor";
import { byId, say, sayWrong } from "./elements";
import type { Choices } from "./choices";
import { words } from "./words";

export class ResolutionPanel {
  private readonly frame = byId<HTMLIFrameElement>("resolution-frame");
  private shown = "";

  constructor(
    private readonly editor: DraftEditor,
    private readonly choices: Choices,
  ) {}

  /** Ask for the page of the draft and show it, unless it is shown already. */
  async refresh(): Promise<void> {
    const { text } = this.editor;
    const fields = { ...this.choices.fields, text, filename: "draft.md", to: "html" };
    const key = JSON.stringify(fields);
    if (key === this.shown) return;
    if (!this.shown) say(words("checking"));
    try {
      const response = await post("/api/convert", fields);
      const page = await response.text();
      const scrolled = this.frame.contentWindow?.scrollY ?? 0;
      this.frame.addEventListener("load", () => this.prepare(scrolled), { once: true });
      // Neither script nor form runs in the frame; the page around it has a policy of its own.
      this.frame.srcdoc = page;
      if (!this.shown) say("");
      this.shown = key;
    } catch (error) {
      sayWrong(words("failed", { message: String(error) }));
    }
  }

  /** Leave only the draft in the frame, and lead from its findings to the editor. */
  private prepare(scrolled: number): void {
    const page = this.frame.contentDocument;
    if (!page) return;
    for (const one of page.querySelectorAll("header, footer, .skip, .summary, .rules, .toolbar")) one.remove();
    page.querySelector("details")?.setAttribute("open", "");
    page.addEventListener("click", (event) => {
      const target = (event.target as Element).closest("mark, .badge, .card");
      if (!target) return;
      event.preventDefault();
      const id = (target.getAttribute("data-f") ?? target.getAttribute("href") ?? target.id).split(" ")[0] ?? "";
      const finding = this.editor.findings[Number(id.replace(/^.*-/, "")) - 1];
      if (finding) this.editor.jump(finding.range.start, finding.range.end);
    });
    this.frame.contentWindow?.scrollTo(0, scrolled);
  }
}
