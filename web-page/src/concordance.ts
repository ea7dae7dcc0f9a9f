// Several versions of one draft: their differences in a list, and side by side in a page.

import { post } from "./api";
import { address } from "./connection";
import { byId, element, say, sayWrong } from "./elements";
import { language, placeName, words } from "./words";

interface Report {
  files: {
    path: string;
    language: string;
    diagnostics: { code: string; message: string; severity: string; line: number; column: number; paragraph: string }[];
  }[];
  summary: { files: number; diagnostics: number };
}

const most = 6;

/** Compare files and show what differs. */
export async function compare(files: File[]): Promise<void> {
  if (files.length > most) {
    sayWrong(words("tooManyVersions", { count: files.length }));
    return;
  }
  say(words("comparing", { count: files.length }));
  const panel = byId("concordance");
  try {
    const response = await post("/api/concordance", { file: files });
    const report = (await response.json()) as Report;
    const { summary } = report;
    const text = summary.diagnostics
      ? words("compared", { count: summary.diagnostics, files: summary.files })
      : words("noDifference");
    say(text);
    panel.replaceChildren(
      element("p", {}, text),
      element("button", { type: "button", onclick: () => showSideBySide(files) }, words("sideBySide")),
      ...report.files.map(fileOf),
    );
    byId("tab-concordance").hidden = false;
    byId("tab-concordance").click();
  } catch (error) {
    sayWrong(words("failed", { message: error instanceof Error ? error.message : String(error) }));
  }
}

function fileOf(file: Report["files"][number]): HTMLElement {
  const rows = file.diagnostics.map((one) =>
    element(
      "li",
      { class: `finding ${one.severity}` },
      element(
        "span",
        { class: "where" },
        `${one.paragraph ? `${placeName(one.paragraph)} · ` : ""}${one.line}:${one.column}`,
      ),
      " ",
      element("span", { class: "code" }, one.code),
      " ",
      element("bdi", { class: "message" }, one.message),
    ),
  );
  const list = rows.length ? element("ul", {}, ...rows) : element("p", { class: "where" }, words("agrees"));
  return element("section", {}, element("h3", {}, `${file.path} (${file.language})`), list);
}

/** Post the files again as a form: the browser shows the answer as a page of its own. */
function showSideBySide(files: File[]): void {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  const input = element("input", { type: "file", name: "file", multiple: true });
  input.files = chosen.files;
  const form = element(
    "form",
    {
      method: "post",
      action: address("/api/concordance"),
      enctype: "multipart/form-data",
      target: "_blank",
      hidden: true,
    },
    input,
    element("input", { name: "format", value: "html" }),
    element("input", { name: "message_language", value: language }),
  );
  document.body.append(form);
  form.submit();
  form.remove();
}
