/** First steps, a whole folder fixed, fixes that are shown first, errors in settings. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { ENGLISH } from "./drafts";
import { Editor, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

const WITH_ERROR = ENGLISH.replace("*Noting* that", "Noting that");
const FIXED = ENGLISH;
const UNSAFE = ENGLISH.replace("*Noting* that village libraries", "*Noting* that, as per resolution 70/1, village libraries");

describe("folders, settings, first steps", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: {
                "first.md": WITH_ERROR,
                "unsafe.md": UNSAFE,
                "mine/one.md": WITH_ERROR,
                "mine/two.md": WITH_ERROR,
                "mine/sub/three.md": WITH_ERROR,
                "mine/clean.md": FIXED,
                "yours/four.md": WITH_ERROR,
            },
            settings: { "workbench.startupEditor": "welcomePageInEmptyWorkbench" },
        });
        await editor.show("first.md");
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);
    const onDisk = (name: string): string => readFileSync(join(editor.workspace, name), "utf8");

    scenario("opens the first steps beside the first draft, and ticks what is done", async (editor) => {
        const { page } = editor;
        await page.locator(".gettingStartedContainer .getting-started-step").first().waitFor({ timeout: 150_000 });
        const ticked = (step: string): Promise<number> =>
            page.locator(".getting-started-step", { hasText: step }).locator(".codicon.complete").count();
        await editor.until("a tick at Python", () => ticked("Only Python is needed"), (count) => count === 1, 150_000);
        await editor.until("a tick at the draft", () => ticked("Open a draft, or start one"), (count) => count === 1);
        assert.equal(await ticked("See the reason, then fix it"), 0);
        await editor.squiggles().first().waitFor();
        await editor.picture("50-first-steps");
        await editor.goTo(7, 3);
        await editor.quickFix("Emphasize the leading phrase", "51-quick-fix-of-the-first-steps");
        await editor.until("a tick at the fix", () => ticked("See the reason, then fix it"), (count) => count === 1);
        await page.locator(".getting-started-step", { hasText: "Find your way" }).click();
        await page.locator(".getting-started-step.expanded a", { hasText: "Picture" }).click();
        await page.locator(".tab.active", { hasText: "resolution.svg" }).waitFor();
        // Its size is known once it is drawn.
        await page.locator(".statusbar-item", { hasText: "560x360" }).waitFor();
        await editor.picture("52-picture-of-a-step");
        await editor.command("View: Close All Editors");
        const dialog = page.locator(".monaco-dialog-box .monaco-button", { hasText: "Don't Save" });
        await dialog.click();
    });

    scenario("shows an unsafe fix before it makes it", async (editor) => {
        await editor.file("unsafe.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(7, 18);
        await editor.quickFix("pursuant to resolution", "53-unsafe-fix");
        await editor.page.locator(".bulk-edit-panel .monaco-list-row").first().waitFor();
        assert.match(await editor.text(), /as per/);
        await editor.picture("54-preview-of-an-unsafe-fix");
        await editor.confirm();
        await editor.until("text", () => editor.text(), (text) => text.includes("pursuant to resolution"));
    });

    scenario("fixes the drafts of a folder and nothing else", async (editor) => {
        const { page } = editor;
        await editor.file("two.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(1, 1);
        await page.keyboard.type("Unsaved: ");
        await page.keyboard.press("Control+Shift+E");
        await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "mine" }).first().click({ button: "right" });
        // A menu takes no click at first, but keys: the item under the pointer has the focus.
        await page.locator(".context-view .action-item", { hasText: "Fix All Drafts of a Folder" }).hover();
        await page.locator(".context-view .action-item.focused", { hasText: "Fix All Drafts" }).waitFor();
        await page.keyboard.press("Enter");
        const dialog = page.locator(".monaco-dialog-box");
        await dialog.filter({ hasText: "Safe fixes: 3, in drafts: 3." }).waitFor();
        await editor.picture("55-fixes-of-a-folder");
        await dialog.locator(".monaco-button", { hasText: "Preview" }).click();
        await page.locator(".multiDiffEntry", { hasText: "three.md" }).first().waitFor();
        await editor.picture("56-preview-of-a-folder");
        await page.locator(".notification-toast .monaco-button", { hasText: "Apply" }).click();
        await editor.until("the files", () => ["mine/one.md", "mine/sub/three.md"].map(onDisk), (texts) => texts.every((text) => text === FIXED));
        assert.equal(onDisk("mine/two.md"), WITH_ERROR);
        assert.equal(onDisk("yours/four.md"), WITH_ERROR);
        await editor.file("two.md");
        await editor.until("text", () => editor.text(), (text) => text.startsWith("Unsaved: ") && text.includes("*Noting*"));
        await page.locator(".notification-toast", { hasText: "Fixed and saved: 2." }).first().waitFor();
    });

    scenario("opens an error in settings from the menu, at its line", async (editor) => {
        writeFileSync(join(editor.workspace, "reslint.yaml"), "# ours\nprofile: standard\nseverty: {}\n");
        await editor.file("unsafe.md");
        await editor.until("the status", () => editor.status.innerHTML(), (html) => html.includes("codicon-warning"));
        await editor.status.click();
        await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "reslint.yaml" }).first().waitFor();
        await editor.picture("57-error-in-settings");
        await editor.pick("reslint.yaml");
        await editor.page.locator(".statusbar-item", { hasText: "Ln 3, Col" }).waitFor();
        await editor.page.locator(".tab.active", { hasText: "reslint.yaml" }).waitFor();
        await editor.picture("58-settings-at-the-error");
    });
});
