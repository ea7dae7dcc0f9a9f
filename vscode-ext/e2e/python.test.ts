/** No Python, or not the right one: what is said, and how it goes on. */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { FRENCH, NOTES } from "./drafts";
import { Editor, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

describe("Python", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: { "projet.md": FRENCH, "notes.md": NOTES },
            settings: { "reslint.interpreter": ["/no/such/python3"] },
        });
        await editor.show("notes.md");
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("nothing is started for a text that is no draft", async () => {
        await editor.page.locator(".statusbar-item", { hasText: "Markdown" }).waitFor();
        // As long as it takes to start in the next scenario.
        await editor.page.waitForTimeout(5000);
        assert.equal(await editor.status.count(), 0);
        assert.deepEqual(editor.servers(), []);
    });

    scenario("without a Python, it is said clearly, with what can be done", async () => {
        await editor.file("projet.md");
        await editor.statusSays("no Python");
        const toast = editor.page.locator(".notification-toast", { hasText: "/no/such/python3" });
        await toast.waitFor();
        assert.match(await toast.innerText(), /Python 3\.11 to 3\.14/);
        await editor.picture("22-no-python");
        await toast.getByRole("button", { name: "Choose a Python" }).click();
        await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: /Python 3\.\d+/ }).first().waitFor();
        await editor.picture("23-choose-python");
    });

    scenario("a Python chosen from the list is used at once", async () => {
        await editor.pick("Python 3.");
        await editor.statusSays(/reslint FR·ECOSOC/);
        await editor.squiggles().first().waitFor();
        assert.equal(editor.servers().length, 1);
    });
});
