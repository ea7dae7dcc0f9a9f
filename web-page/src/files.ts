// Files: opened or dropped, and taken home in the format that is wanted.

import { post, save } from "./api";
import type { Choices } from "./choices";
import type { DraftEditor } from "./editor";
import { byId, say, sayWrong } from "./elements";
import { words } from "./words";

/** What is taken home: the fields of the request, and the ending of the name. */
const targets: Record<string, { to: string; comments?: string; ending?: string }> = {
  md: { to: "md", ending: ".md" },
  docx: { to: "docx", ending: ".docx" },
  comments: { to: "docx", comments: "true", ending: ".docx" },
  same: { to: "same" },
  html: { to: "html", ending: ".html" },
};

export class Files {
  /** The file from which the draft came, None for one that was typed. */
  private original: File | null = null;

  constructor(
    private readonly editor: DraftEditor,
    private readonly choices: Choices,
    private readonly compare: (files: File[]) => Promise<void>,
  ) {
    const input = byId<HTMLInputElement>("file");
    byId("open").addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      void this.take([...(input.files ?? [])]);
      input.value = "";
    });
    const menu = byId<HTMLSelectElement>("take-home");
    menu.addEventListener("change", () => {
      const { value } = menu;
      menu.value = "";
      void this.takeHome(value);
    });
    this.acceptDrops();
  }

  /** Open one file, or compare several. */
  async take(files: File[]): Promise<void> {
    if (files.length > 1) return this.compare(files);
    const [file] = files;
    if (!file) return;
    const before = this.editor.text.trim();
    if (before && !confirm(words("replaceDraft", { name: file.name }))) return;
    try {
      const response = await post("/api/convert", { file, to: "md" });
      this.editor.replace(await response.text());
      this.original = file;
      byId("same").hidden = /\.(md|markdown|txt)$/i.test(file.name);
      say(words("draftFrom", { name: file.name }));
    } catch (error) {
      sayWrong(words("failed", { message: messageOf(error) }));
    }
  }

  private async takeHome(kind: string): Promise<void> {
    const target = targets[kind];
    if (!target) return;
    const { text } = this.editor;
    const name = this.original?.name ?? "draft.md";
    const stem = name.replace(/\.[^.]*$/, "");
    const ending = target.ending ?? name.slice(stem.length);
    if (kind === "md") {
      save(new Blob([text], { type: "text/markdown" }), stem + ending);
      return;
    }
    const fields: Record<string, string | File> = { ...this.choices.fields, to: target.to };
    if (target.comments) fields.comments = target.comments;
    // The file itself goes along, so that its own layout is kept and changes are written into it.
    const goesAlong = this.original && kind !== "html" && (kind === "same" || /\.doc[xm]$/i.test(name));
    if (goesAlong && this.original) Object.assign(fields, { file: this.original, edited: text });
    else Object.assign(fields, { text, filename: `${stem}.md` });
    try {
      const response = await post("/api/convert", fields);
      save(await response.blob(), stem + ending);
      const left = Number(response.headers.get("Reslint-Left-Out") ?? 0);
      say(left > 0 ? words("leftOut", { count: left }) : "");
    } catch (error) {
      sayWrong(words("failed", { message: messageOf(error) }));
    }
  }

  private acceptDrops(): void {
    const body = document.body;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    window.addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      body.classList.add("dropping");
    });
    window.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) body.classList.remove("dropping");
    });
    // Before the editor, which would insert the file's bytes as text.
    window.addEventListener(
      "drop",
      (event) => {
        body.classList.remove("dropping");
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        void this.take([...(event.dataTransfer?.files ?? [])]);
      },
      { capture: true },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
