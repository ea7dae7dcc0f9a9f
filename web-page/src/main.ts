// The page: an editor, what is found in the draft, files that come and go.

import { Choices } from "./choices";
import { compare } from "./concordance";
import { connect } from "./connection";
import { DraftEditor } from "./editor";
import { byId, say, sayWrong } from "./elements";
import { Files } from "./files";
import { FindingsPanel } from "./findings-panel";
import { ResolutionPanel } from "./resolution-panel";
import { StructurePanel } from "./structure-panel";
import { Tabs } from "./tabs";
import { words } from "./words";

const pauseOfTyping = 600;

let timer = 0;
const tabs = new Tabs(() => void refresh());
const editor = new DraftEditor({
  found: (found) => {
    findings.show(found);
    refreshSoon();
  },
  status: (status) => {
    const known = status.state === "checked" || status.state === "checking";
    byId("recognized").textContent =
      known && status.language
        ? words("recognized", { what: `${status.language} ${status.organ ?? ""}`.trim() })
        : "";
    byId("no-findings").textContent = words(whenNoFindings(status.state));
    if (status.state === "error" && status.message) say(status.message);
  },
  changed: () => {
    // A long draft takes seconds until its status comes.
    if (!findings.count) byId("no-findings").textContent = words("checking");
    refreshSoon();
  },
});
const choices = new Choices(() => {
  void editor.choose(choices.forServer);
  refreshSoon();
});
const findings = new FindingsPanel(editor);
const structure = new StructurePanel(editor);
const resolution = new ResolutionPanel(editor, choices);
new Files(editor, choices, compare);

function whenNoFindings(state: string): "checking" | "empty" | "notDraft" | "clean" {
  if (state === "checking") return "checking";
  if (state !== "silent") return "clean";
  return editor.text.trim() ? "notDraft" : "empty";
}

async function refresh(): Promise<void> {
  if (tabs.shown === "structure" && editor.client.connected) await structure.refresh();
  if (tabs.shown === "resolution") await resolution.refresh();
}

function refreshSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void refresh(), pauseOfTyping);
}

byId("fix-all").addEventListener("click", () => {
  void editor.fixAll().then(
    (count) => say(words("applied", { count })),
    (error: unknown) => sayWrong(words("failed", { message: String(error) })),
  );
});

say(words("connecting"));
connect(editor.client, {
  opened: () => {
    say("");
    document.body.dataset.connected = "yes";
    void editor.choose(choices.forServer);
  },
  lost: (tooMany) => {
    document.body.dataset.connected = "no";
    sayWrong(tooMany ? words("tooMany") : words("lost"));
  },
});
