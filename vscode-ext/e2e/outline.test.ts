/** The setting that leaves only the parts of the draft in the outline. */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { FRENCH } from "./drafts";
import { Editor, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

describe("outline without the headings of Markdown", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: { "projet.md": FRENCH },
            settings: { "[markdown]": { "outline.showStrings": false } },
        });
        await editor.show("projet.md");
        // The server starts for the first time.
        await editor.squiggles().first().waitFor({ timeout: 150_000 });
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("shows the parts of the draft alone", async (editor) => {
        await editor.page.locator(".pane-header", { hasText: "Outline" }).click();
        const rows = editor.page.locator(".outline-tree .monaco-list-row");
        await rows.filter({ hasText: "Bibliothèques de village" }).first().waitFor();
        await editor.picture("53-outline");
        const texts = await rows.allInnerTexts();
        assert.ok(texts.length >= 2, texts.join("\n"));
        assert.ok(!texts.some((text) => text.trim().startsWith("#")), texts.join("\n"));
    });
});
