/** Everyday work with drafts: findings, fixes, views and commands. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { ENGLISH, FRENCH } from "./drafts";
import { Editor, hindrance, PROJECT } from "./harness/editor";
import { scenarios } from "./harness/scenario";
import { watchMarks } from "./harness/timing";

const LABELS = "*L’Assemblée générale*,\n\n*Rappelant* sa résolution 70/1 du 25 septembre 2015,\n\n"
    + "1. *Prie* le Secrétaire général :\n\na) De lui faire rapport ;\n\nb) De publier le rapport.\n";

describe("drafting", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: {
                "projet.md": FRENCH,
                "draft.md": ENGLISH,
                "mashru.md": { copy: join(PROJECT, "examples", "maktabat-bi-akhta.ar.md") },
                "long.md": longDraft(),
                "labels.md": LABELS,
                "labels.txt": LABELS.replaceAll("*", ""),
            },
        });
        await editor.show("projet.md");
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("underlines errors where they are", async (editor) => {
        await editor.squiggles().first().waitFor();
        await editor.statusShows(/reslint FR·ECOSOC/);
        const word = await wordBox(editor, "Rappelant sa", "Rappelant");
        const marks = await editor.squiggles().evaluateAll((all) =>
            all.map((one) => one.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
        assert.ok(
            marks.some((mark) => Math.abs(mark.left - word.left) < 2 && Math.abs(mark.right - word.right) < 2
                && mark.top < word.bottom && mark.bottom > word.top),
            JSON.stringify({ word, marks }),
        );
        await editor.picture("01-squiggles");
    });

    scenario("does not paint the bracket of a label as an error", async (editor) => {
        for (const name of ["labels.md", "labels.txt"]) {
            await editor.file(name);
            await editor.statusShows(/reslint FR·GA/);
            const brackets = editor.page.locator(".view-line span span", { hasText: "a)" });
            await brackets.first().waitFor();
            assert.equal(await editor.page.locator(".unexpected-closing-bracket").count(), 0, name);
        }
        await editor.picture("01b-labels");
    });

    scenario("writes the next letter on Enter in plain text, too", async (editor) => {
        await editor.goTo(7, 1);
        await editor.page.keyboard.press("End");
        await editor.page.keyboard.press("Enter");
        await editor.until("text", () => editor.text(), (text) => text.includes("\nb) \n\nc) De publier"));
        await editor.command("File: Revert File");
        await editor.until("text", () => editor.text(), (text) => !text.includes("c) "));
        await editor.file("projet.md");
    });

    scenario("lists codes with their places in Problems", async (editor) => {
        const rows = await editor.until("problems", () => editor.problems(), (all) => all.some((row) => row.includes("FORM004")));
        const places = rows.filter((row) => row.includes("reslint")).map((row) => {
            const found = /reslint\s*\(?([A-Z]+\d{3})\)?.*\[Ln (\d+), Col (\d+)\]/.exec(row);
            return found === null ? row : `${found[1]} ${found[2]}:${found[3]}`;
        });
        for (const place of ["LEAD002 18:1", "FORM003 22:90", "NUM001 28:1", "FORM004 30:35"]) {
            assert.ok(places.includes(place), `${place} not in ${places.join(", ")}`);
        }
        await editor.picture("02-problems");
        await editor.page.keyboard.press("Control+Shift+M");
    });

    scenario("puts opening words in italics by a quick fix", async (editor) => {
        await editor.goTo(18, 3);
        await editor.quickFix("Emphasize the leading phrase", "03-quick-fix");
        await editor.until("text", () => editor.text(), (text) => text.includes("*Rappelant* sa résolution"));
    });

    scenario("shows what a citation is, under the pointer", async (editor) => {
        const box = await wordBox(editor, "Rappelant également", "70/1");
        await editor.page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        const hover = editor.page.locator(".monaco-hover:visible", { hasText: "70/1" }).first();
        await hover.filter({ hasText: "2015" }).waitFor();
        await editor.picture("04-hover");
        await editor.page.mouse.move(700, 5);
    });

    scenario("applies all safe fixes, in one step", async (editor) => {
        await editor.goTo(1, 1);
        await editor.command("reslint: Apply All Safe Fixes");
        await editor.until("text", () => editor.text(), (text) => text.includes("de la question."));
        // A reference may depend on the other number: that fix is not safe.
        await editor.statusShows(/^\s*reslint FR·ECOSOC\s+1\s*$/);
        assert.match(await editor.text(), /aussi bien que des livres,/);
        await editor.picture("05-fixed");
        await editor.page.keyboard.press("Control+Z");
        await editor.until("text", () => editor.text(), (text) => !text.includes("de la question.") && text.includes("des livres;"));
    });

    scenario("shows a new error until it is fixed", async (editor) => {
        await editor.file("draft.md");
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
        // In “paragraph 2 above”: there is no paragraph 7. The finding is shown after a pause.
        await editor.goTo(13, 85);
        assert.match(await editor.text(), /paragraph 2 above/);
        await editor.page.keyboard.press("Backspace");
        await editor.page.keyboard.type("7");
        await editor.squiggles().first().waitFor();
        await editor.picture("06-error-typed");
        await editor.page.keyboard.press("Backspace");
        await editor.page.keyboard.type("2");
        await editor.squiggles().first().waitFor({ state: "detached" });
    });

    scenario("completes opening words", async (editor) => {
        await editor.goTo(7, 61);
        await editor.page.keyboard.press("Enter");
        await editor.page.keyboard.press("Enter");
        await editor.page.keyboard.type("*Reaff");
        await editor.page.keyboard.press("Control+Space");
        const entry = editor.page.locator(".suggest-widget .monaco-list-row", { hasText: "Reaffirming" }).first();
        await entry.waitFor();
        await editor.picture("07-completion");
        await editor.page.keyboard.press("Enter");
        await editor.until("text", () => editor.text(), (text) => text.includes('*Reaffirming'));
        await editor.command("File: Revert File");
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
    });

    scenario("shows the structure: symbols, and the view Resolution", async (editor) => {
        await editor.file("projet.md");
        await editor.page.keyboard.press("Control+Shift+O");
        await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "Encourage" }).first().waitFor();
        await editor.picture("08-symbols");
        await editor.page.keyboard.press("Escape");
        await editor.openView();
        const texts = await editor.until("rows", () => editor.rows.allInnerTexts(), (all) => all.some((text) => text.includes("Encourage")));
        const joined = texts.join("\n");
        for (const part of ["Preamble", "Operative", "Notes", "Resolutions cited", "Bodies mentioned"]) {
            assert.ok(joined.includes(part), `${part} in ${joined}`);
        }
        for (const name of ["Notes", "Resolutions cited", "Bodies mentioned"]) {
            await editor.rows.filter({ hasText: name }).locator(".monaco-tl-twistie").click();
        }
        await editor.rows.filter({ hasText: /2006\/46/ }).first().waitFor();
        await editor.picture("09-resolution");
        await editor.rows.filter({ hasText: "Encourage" }).first().click();
        await editor.page.locator(".statusbar-item", { hasText: /Ln 28/ }).waitFor();
    });

    scenario("explains the rule at the cursor", async (editor) => {
        await editor.goTo(28, 1);
        await editor.command("reslint: Explain the Rule at the Cursor");
        await editor.page.locator(".tab", { hasText: "NUM001" }).waitFor();
        await editor.webPage("NUM001");
        await editor.picture("10-explained");
        await editor.command("View: Close Editor");
        await editor.page.locator(".tab", { hasText: "NUM001" }).waitFor({ state: "detached" });
    });

    scenario("offers language, organ and more in the status bar", async (editor) => {
        await editor.file("projet.md");
        await editor.status.click();
        await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "Restart" }).waitFor();
        await editor.picture("11-menu");
        await editor.pick("Organ");
        await editor.pick("General Assembly");
        await editor.statusShows(/reslint FR·GA/);
        await editor.command("reslint: Choose the Organ of This Draft");
        await editor.pick("As detected");
        await editor.statusShows(/reslint FR·ECOSOC/);
    });

    scenario("shows the structure as text, and exports a report", async (editor) => {
        await editor.command("reslint: Show the Structure of the Draft");
        await editor.page.locator(".tab", { hasText: "Structure of projet.md" }).waitFor();
        await editor.picture("12-outline");
        await editor.command("reslint: Export a Report as HTML");
        const input = editor.page.locator(".quick-input-widget:visible input.input");
        await editor.until("dialog", () => input.inputValue().catch(() => ""), (value) => value.endsWith("projet.html"));
        const report = join(editor.workspace, "projet.html");
        const html = await editor.until("report", async () => {
            // The dialog takes no answer while it looks at what is on the disk.
            if (await input.isVisible()) {
                await input.press("Enter", { timeout: 1000 }).catch(() => undefined);
            }
            return existsSync(report) ? readFileSync(report, "utf8") : "";
        }, (text) => text.includes("</html>"));
        assert.match(html, /NUM001/);
        await editor.command("View: Close Editors in Other Groups");
    });

    scenario("begins a draft from a template", async (editor) => {
        await editor.command("reslint: New Draft from a Template");
        await editor.pick("Security Council");
        await editor.pick("Spanish");
        await editor.until("text", () => editor.text(), (text) => text.includes("El Consejo de Seguridad"));
        await editor.statusShows(/reslint ES·SC/);
        await editor.picture("13-template");
    });

    scenario("checks all drafts of the folder", async (editor) => {
        await editor.command("reslint: Check All Drafts of a Folder");
        const toast = editor.page.locator(".notification-toast", { hasText: "drafts checked" });
        await toast.waitFor();
        assert.match(await toast.innerText(), /6 drafts checked: \d+ errors/);
        await editor.picture("14-folder");
        await editor.command("Notifications: Clear All Notifications");
    });

    scenario("reads Arabic from right to left", async (editor) => {
        await editor.file("mashru.md");
        await editor.statusShows(/reslint AR·GA/);
        await editor.squiggles().first().waitFor();
        await editor.picture("15-arabic");
    });

    scenario("checks a long draft between keystrokes", async (editor) => {
        await editor.file("long.md");
        await editor.statusShows(/^\s*reslint EN·GA\s*$/);
        const timing = await watchMarks(editor.page);
        // The number of a paragraph that the next one refers to: found where nobody writes.
        await editor.goTo(9, 2);
        for (let turn = 0; turn < 8; turn += 1) {
            await editor.page.keyboard.press("Backspace");
            await editor.squiggles().first().waitFor();
            await editor.page.keyboard.type("1");
            await editor.squiggles().first().waitFor({ state: "detached" });
        }
        const measured = await timing.stop();
        console.log(`keystroke to squiggle, ${Math.round(longDraft().length / 1024)} KB draft: ${measured}`);
    });

    scenario("goes on when the server is killed, and restarts when told", async (editor) => {
        await editor.file("projet.md");
        await editor.squiggles().first().waitFor();
        const [first] = editor.servers();
        assert.ok(first !== undefined);
        process.kill(first, "SIGKILL");
        const [second] = await editor.until("another server", () => editor.servers().filter((pid) => pid !== first), (pids) => pids.length === 1);
        await editor.statusShows(/reslint FR·ECOSOC\s+\d+/);
        await editor.squiggles().first().waitFor();
        await editor.rowCounts("Encourage", 1);
        await editor.page.mouse.move(700, 5);
        await editor.picture("16-after-a-crash");
        await editor.command("reslint: Restart");
        await editor.until("a third server", () => editor.servers().filter((pid) => pid !== second), (pids) => pids.length === 1);
        await editor.statusShows(/reslint FR·ECOSOC\s+\d+/);
    });

    scenario("has a page among the extensions, without broken pictures", async (editor) => {
        const row = editor.page.locator(".extensions-list .monaco-list-row", { hasText: "reslint" }).first();
        const listed = async (): Promise<boolean> => {
            await editor.command("Extensions: Show Installed Extensions");
            return row.waitFor({ timeout: 10_000 }).then(() => true, () => false);
        };
        await editor.until("the list of extensions", listed, (shown) => shown);
        await row.click();
        const page = await editor.webPage("reslint for Visual Studio Code");
        const broken = await page.locator("img").evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth === 0).length);
        assert.equal(broken, 0);
        await editor.picture("19-page");
    });

    for (const [name, theme] of [["dark", "Dark Modern"], ["high-contrast", "Default High Contrast"], ["high-contrast-light", "Default High Contrast Light"]] as const) {
        scenario(`can be read in the theme ${theme}`, async (editor) => {
            // Read at the start.
            editor.configure({ "workbench.colorTheme": theme });
            await editor.show("projet.md");
            await editor.page.locator(name === "dark" ? ".monaco-workbench.vs-dark" : name === "high-contrast" ? ".monaco-workbench.hc-black" : ".monaco-workbench.hc-light").waitFor();
            await editor.squiggles().first().waitFor();
            await editor.problems();
            await editor.openView();
            await editor.rowCounts("Encourage", 1);
            await editor.picture(`17-${name}`);
        });
    }

    scenario("can be used in a narrow window", async (editor) => {
        await editor.page.setViewportSize({ width: 640, height: 700 });
        await editor.until("the window", async () => (await editor.page.locator(".monaco-workbench").boundingBox())?.width, (width) => width === 640);
        await editor.settled();
        const status = await editor.status.boundingBox();
        assert.ok(status !== null && status.x > 0 && status.x + status.width <= 640, JSON.stringify(status));
        await editor.picture("18-narrow");
    });
});

/** A draft of about 80 KB without errors. */
function longDraft(): string {
    const lines = ["# Village libraries", "", "*The General Assembly*,", "", "*Noting* that village libraries lend tools as well as books,", "", "*Aware* that lamps are wanting,", ""];
    for (let number = 1; number <= 400; number += 1) {
        const end = number === 400 ? "." : ";";
        lines.push(`${number}. *Invites* Member States to keep library number ${number} of each district open in the evening, so that all who work by day may read by lamplight, borrow tools and seeds, and meet those who write${number === 2 ? ", in accordance with paragraph 1 above" : ""}${end}`, "");
    }
    return lines.join("\n");
}

/** The position of a word of a line in the window. */
async function wordBox(editor: Editor, line: string, word: string): Promise<DOMRect> {
    return editor.page.evaluate(([inLine, searched]) => {
        for (const element of document.querySelectorAll<HTMLElement>(".editor-group-container.active .view-line")) {
            const text = element.textContent.replaceAll("\u00a0", " ");
            if (!text.includes(inLine)) {
                continue;
            }
            let at = text.indexOf(searched);
            const end = at + searched.length;
            const range = document.createRange();
            let passed = 0;
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
                const length = node.textContent?.length ?? 0;
                if (at >= 0 && at < passed + length) {
                    range.setStart(node, at - passed);
                    at = -1;
                }
                if (end <= passed + length) {
                    range.setEnd(node, end - passed);
                    break;
                }
                passed += length;
            }
            return range.getBoundingClientRect().toJSON() as DOMRect;
        }
        throw new Error(`no line with ${inLine}`);
    }, [line, word] as const);
}
