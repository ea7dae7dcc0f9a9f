/** A folder that is not trusted brings in no rules and no Python of its own. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { ENGLISH } from "./drafts";
import { Editor, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

const RULE = `rules:
  - code: HOUSE001
    name: no-lamps
    check: text.forbidden
    languages: [en]
    severity: error
    parameters:
      words: [lamp]
    message:
      en: 'Not “{match}”.'
      fr: 'Pas « {match} ».'
    why: Our delegation speaks of lights, and only of lights.
    examples:
      - language: en
        in: operative
        bad: '1. *Decides* to lend a lamp.'
        at: lamp
        good: '1. *Decides* to lend a light.'
`;

describe("trust", { skip: hindrance() ?? false }, () => {
    let editor: Editor;
    let ran = "";

    before(async () => {
        editor = await Editor.open({
            trust: true,
            files: {
                "draft.md": ENGLISH.replace("*Noting* that", "Noting that"),
                "reslint.yaml": "rules: [rules]\n",
                "rules/words.yaml": RULE,
                "python3": "",
            },
        });
        ran = join(editor.workspace, "ran");
        const python = join(editor.workspace, "python3");
        writeFileSync(python, `#!/bin/sh\ntouch ${ran}\nexec python3 "$@"\n`);
        chmodSync(python, 0o755);
        editor.writeWorkspaceSettings({ "reslint.interpreter": [python] });
        await editor.show("draft.md");
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("in restricted mode, drafts are checked by the rules of reslint alone", async () => {
        await editor.page.getByText("Restricted Mode").first().waitFor();
        await editor.squiggles().first().waitFor();
        const rows = (await editor.problems()).join("\n");
        assert.match(rows, /LEAD002/);
        assert.doesNotMatch(rows, /HOUSE001/);
        assert.equal(existsSync(ran), false);
        await editor.picture("20-restricted");
    });

    scenario("once the folder is trusted, its rules hold, and its Python runs", async () => {
        await editor.page.getByText("Restricted Mode").first().click();
        await editor.page.getByRole("button", { name: /^Trust$/ }).first().click();
        await editor.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor({ state: "detached" });
        await editor.page.locator(".monaco-modal-editor-block .codicon-close").click();
        const rows = await editor.until("problems", async () => (await editor.problems()).join("\n"), (text) => text.includes("HOUSE001"));
        assert.match(rows, /LEAD002/);
        assert.equal(existsSync(ran), true);
        await editor.picture("21-trusted");
    });
});
