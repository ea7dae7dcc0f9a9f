/** What must not disturb somebody who writes: saves, other views, other programs, several cursors, input methods. */
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { ENGLISH, FRENCH } from "./drafts";
import { Editor, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

const TOP = "*The General Assembly*,\n\n*Recalling* its earlier work on reading in rural areas,\n\n";
const PLAIN = `${TOP}1. Decides to proclaim a week of open libraries\n\n`
    + "2. Invites Member States to keep one library open in the evening\n\n"
    + "3. Encourages the lending of a lamp with each book, in accordance with paragraph 2 above\n\n"
    + "4. Requests the Secretary-General to report to it at its eighty-first session\n";
const CHINESE = "大会，\n\n*回顾*其关于乡村图书馆的工作，\n\n1. *决定*宣布开放图书馆周；\n\n2. *请*秘书长提出报告。\n";

describe("undisturbed writing", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: {
                "draft.md": ENGLISH,
                "plain.md": PLAIN,
                "split.md": PLAIN,
                "auto.md": PLAIN,
                "clean.md": ENGLISH,
                "several.md": ENGLISH,
                "zh.md": CHINESE,
                "projet.md": FRENCH,
            },
            settings: {
                "editor.codeActionsOnSave": { "source.fixAll.reslint": "always" },
                "editor.formatOnSave": true,
                // Markdown has a setting of its own for this.
                "[markdown]": { "editor.wordWrap": "off", "editor.formatOnType": true },
            },
        });
        await editor.show("draft.md");
        // The server starts for the first time.
        await editor.status.filter({ hasText: /reslint EN·GA/ }).waitFor({ timeout: 150_000 });
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);
    const onDisk = (name: string): string => readFileSync(join(editor.workspace, name), "utf8");

    scenario("takes all numbers back by one undo", async (editor) => {
        await editor.goTo(9, 1);
        await editor.page.keyboard.press("End");
        await editor.page.keyboard.press("Enter");
        await editor.until("text", () => editor.text(), (text) =>
            text.includes("3. *Invites*") && text.includes("5. *Requests*") && text.includes("paragraph 3 above"));
        await editor.picture("90-numbered-on-enter");
        await editor.page.keyboard.press("Control+Z");
        await editor.until("text", () => editor.text(), (text) =>
            text.includes("2. *Invites*") && text.includes("4. *Requests*") && text.includes("paragraph 2 above"));
        await editor.page.keyboard.press("Control+Z");
        await editor.until("text", () => editor.text(), (text) => `${text}\n` === ENGLISH || text === ENGLISH);
    });

    scenario("takes a number back that gets no text", async (editor) => {
        await editor.goTo(11, 1);
        await editor.page.keyboard.press("End");
        await editor.page.keyboard.press("Enter");
        await editor.until("text", () => editor.text(), (text) => text.includes("\n3. \n\n4. *Encourages*"));
        await editor.page.keyboard.press("Enter");
        await editor.until("text", () => editor.text(), (text) =>
            text.includes("evening;\n\n\n\n3. *Encourages*") && text.includes("4. *Requests*"));
    });

    scenario("keeps emphasis on a phrase that is typed in a snippet, and counts what follows on", async (editor) => {
        // Where the number was.
        await editor.page.keyboard.type("op-en");
        await editor.page.keyboard.press("Control+Space");
        await editor.page.locator(".suggest-widget .monaco-list-row", { hasText: "op-en" }).first().click();
        await editor.until("text", () => editor.text(), (text) =>
            /\n3\. \*\w+\* \[…\];\n\n4\. \*Encourages\*/.test(text) && text.includes("5. *Requests*"));
        await editor.page.keyboard.type("Urges", { delay: 50 });
        await editor.page.keyboard.press("Escape");
        await editor.page.keyboard.press("Tab");
        await editor.page.keyboard.type("all to read");
        await editor.until("text", () => editor.text(), (text) => text.includes("\n3. *Urges* all to read;\n\n4. "));
        await editor.picture("90b-snippet-in-the-middle");
        await editor.command("File: Revert File");
        await editor.until("text", () => editor.text(), (text) => text === ENGLISH);
    });

    scenario("spares the paragraphs of both cursors when a draft is saved in two views", async (editor) => {
        await editor.file("split.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(7, 5);
        await editor.command("View: Split Editor Right");
        await editor.until("two views", () => editor.page.locator(".editor-group-container").count(), (count) => count === 2);
        await editor.goTo(5, 1);
        await editor.page.keyboard.press("End");
        await editor.page.keyboard.type(" and");
        await editor.picture("91-two-views");
        await editor.page.keyboard.press("Control+S");
        await editor.until("the file", () => onDisk("split.md"), (text) => text.includes("4. *Requests*"));
        const saved = onDisk("split.md");
        assert.ok(saved.includes("\n1. Decides to proclaim a week of open libraries and\n"), saved);
        assert.ok(saved.includes("\n2. Invites Member States to keep one library open in the evening\n"), saved);
        assert.ok(saved.includes("\n3. *Encourages*"), saved);
        await editor.command("View: Close Editors in Other Groups");
        await editor.command("View: Close All Editors");
    });

    scenario("keeps a phrase that is typed while the draft is saved again and again", async (editor) => {
        editor.configure({ "files.autoSave": "afterDelay", "files.autoSaveDelay": 150 });
        await editor.show("auto.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(7, 1);
        await editor.page.keyboard.press("End");
        await editor.page.keyboard.type(", and to lend seeds; tools and", { delay: 120 });
        await editor.until("the file", () => onDisk("auto.md"), (text) => text.includes("tools and\n"));
        assert.ok(onDisk("auto.md").includes("\n2. Invites Member States to keep one library open in the evening, and to lend seeds; tools and\n"), onDisk("auto.md"));
        await editor.picture("92-auto-save");
        editor.configure({ "files.autoSave": "off" });
        await editor.show("clean.md");
    });

    scenario("follows another program in a draft without changes, and keeps changes that are not saved", async (editor) => {
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
        writeFileSync(join(editor.workspace, "clean.md"), ENGLISH.replace("*Noting* that", "Noting that"));
        await editor.statusShows(/reslint EN·GA\s+1/);
        writeFileSync(join(editor.workspace, "clean.md"), ENGLISH);
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
        await editor.goTo(1, 1);
        await editor.page.keyboard.type("# Ours\n\n");
        writeFileSync(join(editor.workspace, "clean.md"), FRENCH);
        await editor.until("text", () => editor.text(), (text) => text.includes("# Ours"));
        await editor.statusShows(/reslint EN·GA/);
        await editor.picture("93-changed-outside");
        await editor.command("File: Revert File");
        await editor.statusShows(/reslint FR·ECOSOC/);
        rmSync(join(editor.workspace, "clean.md"));
        writeFileSync(join(editor.workspace, "clean.md"), ENGLISH);
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
    });

    scenario("types with several cursors as it does in any text", async (editor) => {
        await editor.file("several.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(9, 1);
        await editor.page.keyboard.press("End");
        await editor.page.keyboard.press("Shift+ArrowLeft");
        for (let cursors = 1; cursors < 3; cursors += 1) {
            await editor.page.keyboard.press("Control+D");
        }
        await editor.page.locator(".statusbar-item", { hasText: /selections/ }).waitFor();
        await editor.page.keyboard.press("ArrowRight");
        await editor.page.keyboard.press("Backspace");
        await editor.page.keyboard.type(" and rain;");
        await editor.page.keyboard.press("Enter");
        await editor.picture("94-several-cursors");
        const expected = ENGLISH.replace(/^([123]\. .*);$/gm, "$1 and rain;\n");
        await editor.until("text", () => editor.text(), (text) => text === expected);
    });

    scenario("lets an input method compose", async (editor) => {
        await editor.file("zh.md");
        await editor.statusShows(/reslint ZH·GA/);
        await editor.goTo(5, 1);
        await editor.page.keyboard.press("End");
        const session = await editor.page.context().newCDPSession(editor.page);
        for (const text of ["b", "bi", "bing", "bing qie"]) {
            await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
            await editor.page.waitForTimeout(150);
        }
        await editor.picture("95-composing");
        await session.send("Input.insertText", { text: "并且" });
        await editor.until("text", () => editor.text(), (text) => text.includes("开放图书馆周；并且\n"));
        await editor.picture("96-composed");
    });
});
