/** Writing a draft: levels, references after a renumbering, notes from a page, the printed view. */
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { Editor, hindrance, PROJECT } from "./harness/editor";
import { scenarios } from "./harness/scenario";

const TOP = "*The General Assembly*,\n\n*Recalling* its earlier work on reading in rural areas,\n\n"
    + "1. *Decides* to proclaim a week of open libraries;\n\n";
const BELOW = "2. *Invites* Member States to keep at least one library open in the evening;\n\n"
    + "3. *Requests* the Secretary-General to report, in accordance with paragraph 2 above.\n";
const SEVERAL = `${TOP}2. To sail;\n\n3. To fish;\n\n4. *Requests* the Secretary-General to report.\n`;
const PASTED = "The General Assembly,\n\nTaking note of the report of the Secretary-General,1\n\n"
    + "Decides to proclaim a week of open libraries.\n\n1 A/80/123.\n";

const UNNUMBERED = "*The General Assembly*,\n\n*Noting* the report of the Secretary-General,\n\n"
    + "*Decides* to proclaim a week of open libraries;\n\n*Requests* the Secretary-General to report to it.\n";

describe("writing", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: {
                "draft.md": TOP + BELOW,
                "levels.md": `${TOP}2. \n\n3. *Requests* the Secretary-General to report.\n`,
                "several.md": SEVERAL,
                "pasted.md": PASTED,
                "empty.md": "",
                "mashru.md": { copy: join(PROJECT, "examples", "maktabat-bi-akhta.ar.md") },
            },
            settings: { "reslint.inlayHints": "all" },
        });
        await editor.show("draft.md");
        // The server starts for the first time.
        await editor.status.filter({ hasText: /reslint EN·GA/ }).waitFor({ timeout: 150_000 });
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("shows what a reference means within the line", async (editor) => {
        await editor.page.locator(".view-lines", { hasText: "→ Invites Member States" }).first().waitFor();
        await editor.picture("40-inlay-hints");
    });

    scenario("lets references follow their paragraphs when a number is doubled", async (editor) => {
        await editor.goTo(7, 1);
        await editor.page.keyboard.type("2. *Encourages* all villages to lend seeds;");
        await editor.page.keyboard.press("Escape");
        await editor.page.keyboard.press("Enter");
        await editor.page.keyboard.press("Escape");
        await editor.until("text", () => editor.text(), (text) => text.includes("lend seeds;\n"));
        await editor.goTo(1, 1);
        await editor.squiggles().first().waitFor();
        const lines = (await editor.text()).split("\n");
        await editor.goTo(lines.findIndex((line) => line.startsWith("2. *Invites")) + 1, 1);
        await editor.quickFix("Number the paragraphs in order", "41-renumber");
        await editor.confirm();
        await editor.until("text", () => editor.text(), (text) =>
            text.includes("3. *Invites*") && text.includes("4. *Requests*") && text.includes("paragraph 3 above"));
    });

    scenario("moves a paragraph one level in by Tab and out by Shift+Tab", async (editor) => {
        await editor.file("levels.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(7, 4);
        await editor.page.keyboard.press("Tab");
        await editor.until("text", () => editor.text(), (text) =>
            text.includes("open libraries:") && text.includes("\n(a) ") && text.includes("2. *Requests*"));
        await editor.picture("42-level-in");
        await editor.page.keyboard.press("Shift+Tab");
        await editor.until("text", () => editor.text(), (text) =>
            text.includes("\n2. ") && text.includes("3. *Requests*"));
    });

    scenario("moves the paragraphs of several cursors together, in one undo step", async (editor) => {
        await editor.file("several.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(7, 4);
        // One of them stands in the empty line between.
        for (const cursors of ["2 selections", "3 selections"]) {
            await editor.command("Add Cursor Below");
            await editor.page.locator(".statusbar-item", { hasText: cursors }).waitFor();
        }
        await editor.page.keyboard.press("Tab");
        const items = SEVERAL.replace("open libraries;", "open libraries:").replace("2. To", "(a) To").replace("3. To", "(b) To").replace("4. *R", "2. *R");
        await editor.until("text", () => editor.text(), (text) => text === items);
        await editor.picture("42b-levels-of-several-cursors");
        await editor.page.keyboard.press("Control+Z");
        await editor.until("text", () => editor.text(), (text) => text === SEVERAL);
        await editor.page.keyboard.press("Control+Y");
        await editor.until("text", () => editor.text(), (text) => text === items);
        await editor.page.keyboard.press("Shift+Tab");
        await editor.until("text", () => editor.text(), (text) => text === SEVERAL);
    });

    scenario("offers numbers glued to words as notes", async (editor) => {
        await editor.file("pasted.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(3, 53);
        await editor.command("Refactor...");
        await editor.page.locator(".action-widget .monaco-list-row", { hasText: "markers of notes" }).first().click();
        await editor.until("text", () => editor.text(), (text) =>
            text.includes("Secretary-General,[^1]") && text.includes("[^1]: A/80/123."));
    });

    scenario("numbers an operative part that was pasted without numbers", async (editor) => {
        await editor.file("empty.md");
        await editor.page.evaluate(async (text) => navigator.clipboard.writeText(text), UNNUMBERED);
        await editor.page.keyboard.press("Control+V");
        await editor.statusShows(/reslint EN·GA\s+1/);
        await editor.goTo(5, 3);
        await editor.quickFix("Insert the number 1–2", "42c-pasted-without-numbers");
        await editor.confirm();
        const numbered = UNNUMBERED.replace("*Decides*", "1. *Decides*").replace("*Requests*", "2. *Requests*");
        await editor.until("text", () => editor.text(), (text) => text === numbered);
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
    });

    scenario("shows a draft as it is printed in the Markdown preview", async (editor) => {
        await editor.file("mashru.md");
        await editor.statusShows(/reslint AR·GA/);
        await editor.command("Markdown: Open Preview to the Side");
        await editor.until("the preview", async () => {
            for (const frame of editor.page.frames()) {
                // A frame may go while it is asked.
                if (await frame.locator('.reslint-draft[dir="rtl"] .notes').count().catch(() => 0) > 0) {
                    return true;
                }
            }
            return false;
        }, (shown) => shown);
        await editor.picture("43-preview");
    });
});
