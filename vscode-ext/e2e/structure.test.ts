/** Structure, hover and findings that stay; files of a folder that change outside; other versions. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { ENGLISH, FRENCH } from "./drafts";
import type { Locator } from "playwright-core";
import { Editor, EXTENSION, hindrance, PROJECT } from "./harness/editor";
import { scenarios } from "./harness/scenario";

const BEYOND = ENGLISH.replace("*Decides* to proclaim a week of open libraries", "*Decides to proclaim a week of open libraries in all the villages of the world*");
const WITH_ERROR = ENGLISH.replace("*Noting* that", "Noting that");
const NEW_PHRASE = ENGLISH.replace("*Noting* that", "*Pondering* that");
const FRENCH_VERSION = "*L’Assemblée générale*,\n\n*Rappelant* sa résolution 70/1 du 25 septembre 2015,\n\n"
    + "1. *Décide* de proclamer une semaine des bibliothèques ;\n\n2. *Prie* le Secrétaire général de lui faire rapport.\n";
const ENGLISH_VERSION = "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
    + "1. *Decides* to proclaim a week of libraries;\n\n2. *Requests* the Secretary-General to report to it.\n";

/** A draft of forty paragraphs, each followed by `between`. */
function long(organ: string, preamble: string, opening: string, end: string, between: string): string {
    const paragraphs = Array.from({ length: 40 }, (_, index) => `${index + 1}. ${opening} ${index + 1}${index < 39 ? end : "."}${between}`);
    return `${[organ, preamble, ...paragraphs].join("\n\n")}\n`;
}

describe("structure", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: {
                "beyond.md": BEYOND,
                "snippet.md": ENGLISH.split("4. *Requests*")[0] ?? "",
                "long.md": { copy: join(PROJECT, "examples", "bibliotheques-avec-fautes.fr.md") },
                "pondering.md": NEW_PHRASE,
                "projet.md": FRENCH,
                "old/gone.md": WITH_ERROR,
                "old/left.md": WITH_ERROR,
                "other/fixed.md": WITH_ERROR,
                "versions/fr/draft.md": FRENCH_VERSION,
                "versions/en/draft.md": ENGLISH_VERSION,
                "scrolled.en.md": long("*The General Assembly*,", "*Recalling* its resolution 70/1 of 25 September 2015,", "*Decides* to open library number", ";", ""),
                "scrolled.fr.md": long("*L’Assemblée générale*,", "*Rappelant* sa résolution 70/1 du 25 septembre 2015,", "*Décide* d’ouvrir la bibliothèque numéro", " ;", "\n\n<!-- à relire -->"),
            },
            settings: { "problems.showCurrentInStatus": false },
        });
        await editor.show("beyond.md");
        // The server starts for the first time.
        await editor.status.filter({ hasText: /reslint EN·GA/ }).waitFor({ timeout: 150_000 });
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("keeps a finding under the cursor without blinking while its words are typed", async (editor) => {
        await editor.goTo(9, 40);
        await editor.squiggles("warning").or(editor.squiggles()).first().waitFor();
        // In each frame: how many marks the line has.
        await editor.page.evaluate(() => {
            const counts: number[] = [];
            (window as unknown as { reslintCounts: number[] }).reslintCounts = counts;
            const frame = (): void => {
                counts.push(document.querySelectorAll(".monaco-editor .squiggly-error, .monaco-editor .squiggly-warning").length);
                requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);
        });
        await editor.page.keyboard.type(" and again", { delay: 60 });
        await editor.until("text", () => editor.text(), (text) => text.includes(" and again"));
        await editor.settled();
        const counts = await editor.page.evaluate(() => (window as unknown as { reslintCounts: number[] }).reslintCounts);
        assert.ok(counts.length > 10 && counts.every((count) => count > 0), counts.join(" "));
        await editor.picture("80-beyond-the-phrase");
    });

    scenario("counts on in a snippet", async (editor) => {
        await editor.file("snippet.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(15, 1);
        await editor.page.keyboard.type("op-en");
        await editor.page.keyboard.press("Control+Space");
        await editor.page.locator(".suggest-widget .monaco-list-row", { hasText: "op-en" }).first().click();
        await editor.until("text", () => editor.text(), (text) => /\n4\. \*\w+\* \[…\];/.test(text));
        await editor.picture("81-snippet");
        await editor.page.keyboard.press("Escape");
        await editor.page.keyboard.press("Escape");
    });

    scenario("keeps a hover short enough to need no scroll", async (editor) => {
        await editor.file("projet.md");
        await editor.statusShows(/reslint FR·ECOSOC/);
        await editor.goTo(18, 3);
        await editor.page.keyboard.press("Control+K");
        await editor.page.keyboard.press("Control+I");
        const hover = editor.page.locator(".monaco-resizable-hover, .monaco-hover").filter({ hasText: "Source" }).first();
        await hover.waitFor();
        const message = "Rappelant";
        assert.ok((await hover.innerText()).includes(message));
        const overflow = await hover.locator(".monaco-scrollable-element").first().evaluate((element) => {
            const inner = element.querySelector<HTMLElement>(".monaco-hover-content") ?? element;
            return inner.scrollHeight - element.clientHeight;
        });
        await editor.picture("82-hover");
        assert.ok(overflow <= 1, `${overflow} pixels of the hover are hidden`);
        await editor.page.keyboard.press("Escape");
    });

    scenario("shows headings of the draft above the text, and no notes", async (editor) => {
        await editor.file("long.md");
        await editor.statusShows(/reslint FR/);
        await editor.page.setViewportSize({ width: 1280, height: 420 });
        const lines = (await editor.page.evaluate(() => document.querySelectorAll(".view-line").length));
        assert.ok(lines > 0);
        await editor.goTo(1, 1);
        await editor.page.keyboard.press("Control+End");
        await editor.page.locator(".sticky-widget-line-content, .sticky-line-content").first().waitFor();
        const above = await editor.page.locator(".sticky-widget-line-content, .sticky-line-content").allInnerTexts();
        await editor.picture("83-sticky-scroll");
        assert.ok(above.every((line) => !/^(\[\^|¹|²|<sup>)/.test(line.trim())), above.join("\n"));
        await editor.page.setViewportSize({ width: 1280, height: 800 });
    });

    scenario("shows only what has findings in the view, on request", async (editor) => {
        await editor.file("projet.md");
        await editor.openView();
        await editor.rows.filter({ hasText: "Encourage" }).first().waitFor();
        await editor.rows.filter({ hasText: "Invite" }).first().waitFor();
        await editor.command("reslint: Show Only Paragraphs with Findings");
        await editor.rows.filter({ hasText: "Invite" }).first().waitFor({ state: "detached" });
        await editor.rows.filter({ hasText: "Encourage" }).first().waitFor();
        await editor.picture("84-only-findings");
        const texts = await editor.rows.allInnerTexts();
        assert.ok(texts.every((text) => !/Prie|Rappelant également|Resolutions cited/.test(text)), texts.join("\n"));
        await editor.command("reslint: Show All Paragraphs");
        await editor.rows.filter({ hasText: "Invite" }).first().waitFor();
    });

    scenario("ignores a rule in the project by a quick fix", async (editor) => {
        await editor.file("pondering.md");
        await editor.statusShows(/reslint EN·GA\s+1/);
        await editor.goTo(7, 3);
        await editor.quickFix("Ignore LEAD001 in this project", "85-ignore-in-the-project");
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
        const settings = (): string => {
            try {
                return readFileSync(join(editor.workspace, "reslint.yaml"), "utf8");
            } catch {
                return "";
            }
        };
        await editor.until("settings", settings, (text) => text === "ignore:\n  - LEAD001\n");
        rmSync(join(editor.workspace, "reslint.yaml"));
        await editor.statusShows(/reslint EN·GA\s+1/);
    });

    scenario("shows findings of Word files after a check of the folder, and forgets what is gone outside", async (editor) => {
        convert(join(editor.workspace, "old", "left.md"), join(editor.workspace, "old", "word.docx"));
        await editor.command("reslint: Check All Drafts of a Folder");
        await editor.page.locator(".notification-toast", { hasText: "drafts checked" }).waitFor();
        await editor.command("Notifications: Clear All Notifications");
        await editor.problems();
        await editor.page.locator(".panel .viewpane-filter input").fill("**/old/**, **/other/**");
        await editor.page.locator(".panel .codicon-collapse-all").first().click();
        const listed = async (): Promise<string> => (await editor.page.locator(".markers-panel").innerText());
        await editor.until("problems", listed, (text) => ["word.docx", "gone.md", "left.md", "fixed.md"].every((name) => text.includes(name)));
        await editor.picture("86-folder");
        rmSync(join(editor.workspace, "old", "gone.md"));
        await editor.until("a file deleted outside", listed, (text) => !text.includes("gone.md"));
        writeFileSync(join(editor.workspace, "other", "fixed.md"), ENGLISH);
        await editor.until("a file fixed outside", listed, (text) => !text.includes("fixed.md"));
        writeFileSync(join(editor.workspace, "reslint.yaml"), "exclude: [old/]\n");
        await editor.until("files excluded", listed, (text) => !text.includes("left.md") && !text.includes("word.docx"));
        rmSync(join(editor.workspace, "reslint.yaml"));
        await editor.page.locator(".panel .viewpane-filter input").fill("");
        await editor.command("View: Hide Panel");
    });

    scenario("opens the other version beside, at the same paragraph", async (editor) => {
        const input = editor.page.locator(".quick-input-widget:visible input.input");
        await editor.page.keyboard.press("Control+P");
        await input.waitFor();
        await input.fill("versions/en/draft.md");
        await editor.page.locator('.quick-input-list .monaco-list-row[aria-label^="draft.md"]').filter({ hasText: "versions/en" }).first().click();
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(7, 5);
        await editor.command("reslint: Open Another Version Beside");
        await editor.page.locator(".editor-group-container .view-lines", { hasText: "Secrétaire général" }).first().waitFor();
        await editor.picture("87-versions");
        await editor.command("View: Close Editors in Other Groups");
    });

    scenario("scrolls two versions together, to paragraphs that belong together", async (editor) => {
        // Each paragraph of the French version is followed by a comment: it stands on other lines.
        await editor.file("scrolled.en.md");
        await editor.statusShows(/reslint EN·GA/);
        await editor.goTo(1, 1);
        await editor.command("reslint: Open Another Version Beside");
        const [left, right] = [0, 1].map((index) => editor.page.locator(".editor-group-container").nth(index));
        assert.ok(left !== undefined && right !== undefined);
        await right.locator(".view-lines", { hasText: "L’Assemblée" }).waitFor();
        await editor.page.keyboard.press("Control+End");
        await editor.until("the end of the first version", () => firstNumber(left), (number) => number > 10);
        await together(editor, left, right);
        await wheel(editor, left, -300);
        await together(editor, left, right);
        await editor.picture("88-scrolled-together");
        await wheel(editor, right, -300);
        await together(editor, right, left);
        await editor.page.keyboard.press("Control+Home");
        await editor.until("the beginning of the other version", () => firstNumber(right), (number) => number === 1);
        await editor.command("View: Close Editors in Other Groups");
    });
});

/** Turns the wheel over a view. */
async function wheel(editor: Editor, view: Locator, by: number): Promise<void> {
    const box = await view.locator(".view-lines").boundingBox();
    assert.ok(box !== null);
    await editor.page.mouse.move(box.x + 50, box.y + 50);
    await editor.page.mouse.wheel(0, by);
}

/** The number of the first paragraph in sight that has one. */
async function firstNumber(view: Locator): Promise<number> {
    return view.locator(".view-lines").evaluate((element) => {
        const top = element.closest(".monaco-scrollable-element")?.getBoundingClientRect().top ?? 0;
        const lines = [...element.querySelectorAll<HTMLElement>(".view-line")]
            .map((line) => ({ top: line.getBoundingClientRect().top, text: line.innerText.replaceAll("\u00a0", " ") }))
            .filter((line) => line.top >= top - 1 && /^\d+\. /.test(line.text))
            .sort((one, other) => one.top - other.top);
        return Number.parseInt(lines[0]?.text ?? "0", 10);
    });
}

/** Waits until one view shows what belongs to the first lines of the other, and that it does so at rest. */
async function together(editor: Editor, moved: Locator, other: Locator): Promise<void> {
    await editor.settled();
    await editor.until("the same paragraph", async () => [await firstNumber(moved), await firstNumber(other)],
        ([here = 0, there = 0]) => here > 0 && Math.abs(here - there) <= 1);
}

/** Converts a draft by the reslint that the extension carries. */
function convert(from: string, to: string): void {
    const program = `
import sys
sys.path[:0] = [${JSON.stringify(join(EXTENSION, "bundled"))} + "/" + part for part in ("cp%d%d" % sys.version_info[:2], "libs")]
from reslint.cli.main import main
main(["convert", ${JSON.stringify(from)}, ${JSON.stringify(to)}])`;
    execFileSync("python3", ["-I", "-S", "-X", "utf8", "-c", program]);
}
