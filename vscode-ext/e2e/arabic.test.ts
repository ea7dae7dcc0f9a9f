/** An Arabic draft, from right to left: view, hints, hover and preview. */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { Frame, Locator } from "playwright-core";
import { Editor, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

const DRAFT = "إن الجمعية العامة،\n\n"
    + "*وإذ تشير* إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015 بشأن مكتبات القرى في المناطق الريفية،\n\n"
    + "1 - *تقرر* إعلان أسبوع للمكتبات المفتوحة في كل مقاطعة من المقاطعات؛\n\n"
    + "2 - *تدعو* الدول الأعضاء إلى إبقاء مكتبة واحدة على الأقل مفتوحة مساء في كل مقاطعة؛\n\n"
    + "3 - *تشجع* القرى على إعارة مصباح مع كل كتاب، وفقا للفقرة 2 أعلاه؛\n\n"
    + "5 - *تطلب* إلى الأمين العام أن يقدم تقريرا في دورتها الحادية والثمانين\n";

describe("Arabic", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({ files: { "mashru.md": DRAFT }, settings: { "reslint.inlayHints": "all" } });
        await editor.show("mashru.md");
        // The server starts for the first time.
        await editor.status.filter({ hasText: /reslint AR·GA/ }).waitFor({ timeout: 150_000 });
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("shows the first words of a paragraph in the view and in symbols", async (editor) => {
        await editor.openView();
        await editor.rowCounts("تطلب", 2);
        await editor.settled();
        for (const phrase of ["وإذ تشير", "تقرر", "تدعو", "تشجع", "تطلب"]) {
            assert.ok(await inSight(editor.rows.filter({ hasText: phrase }).first(), phrase), `${phrase} in the view`);
        }
        await editor.picture("70-arabic-view");
        await editor.page.keyboard.press("Control+Shift+O");
        const symbol = editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "تدعو" }).first();
        await symbol.waitFor();
        assert.ok(await inSight(symbol, "تدعو"), "the leading phrase among the symbols");
        await editor.picture("71-arabic-symbols");
        await editor.page.keyboard.press("Escape");
    });

    scenario("shows under the pointer what a citation is", async (editor) => {
        const citation = editor.page.locator(".view-line span", { hasText: "70/1" }).last();
        await citation.hover();
        const hover = editor.page.locator(".monaco-hover:visible", { hasText: "70/1" }).first();
        await hover.filter({ hasText: "2015" }).waitFor();
        await editor.picture("72-arabic-hover");
        await editor.page.mouse.move(700, 5);
    });

    scenario("shows hints within the lines, and the draft as printed beside them", async (editor) => {
        await editor.squiggles().first().waitFor();
        await editor.page.locator(".view-lines", { hasText: "→" }).first().waitFor();
        await editor.command("Markdown: Open Preview to the Side");
        const contrast = await contrastOf(await printed(editor));
        assert.ok(contrast >= 4.5, `contrast of the printed draft: ${contrast}`);
        await editor.picture("73-arabic-preview");
        await editor.command("View: Close All Editors");
    });

    for (const [name, theme, mark] of [["dark", "Dark Modern", ".vs-dark"], ["high-contrast", "Default High Contrast", ".hc-black"]] as const) {
        scenario(`can be read in the theme ${theme}, beside the view and the preview`, async (editor) => {
            // Read at the start.
            editor.configure({ "workbench.colorTheme": theme });
            await editor.show("mashru.md");
            await editor.page.locator(`.monaco-workbench${mark}`).waitFor();
            await editor.squiggles().first().waitFor();
            await editor.openView();
            await editor.rowCounts("تطلب", 2);
            await editor.file("mashru.md");
            await editor.command("Markdown: Open Preview to the Side");
            const contrast = await contrastOf(await printed(editor));
            assert.ok(contrast >= 4.5, `contrast of the printed draft: ${contrast}`);
            await editor.picture(`74-arabic-${name}`);
            await editor.command("View: Close All Editors");
        });
    }

    scenario("can be read in a narrow window", async (editor) => {
        await editor.page.setViewportSize({ width: 640, height: 700 });
        await editor.show("mashru.md");
        await editor.statusShows(/reslint AR·GA/);
        await editor.openView();
        await editor.rowCounts("تطلب", 2);
        await editor.until("the window", async () => (await editor.page.locator(".monaco-workbench").boundingBox())?.width, (width) => width === 640);
        await editor.settled();
        for (const phrase of ["وإذ تشير", "تقرر", "تدعو", "تشجع", "تطلب"]) {
            assert.ok(await inSight(editor.rows.filter({ hasText: phrase }).first(), phrase), `${phrase} in the view`);
        }
        await editor.picture("75-arabic-narrow");
    });
});

/** Whether a word of a row is drawn within the row, not cut off at a side. */
async function inSight(row: Locator, word: string): Promise<boolean> {
    return row.evaluate((element, searched) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(searched) ?? -1;
            if (at < 0) {
                continue;
            }
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + searched.length);
            const box = range.getBoundingClientRect();
            let around = node.parentElement;
            while (around !== null && element.contains(around)) {
                const { left, right } = around.getBoundingClientRect();
                if (getComputedStyle(around).overflow !== "visible" && (box.left < left - 1 || box.right > right + 1)) {
                    return false;
                }
                around = around.parentElement;
            }
            return box.width > 0;
        }
        return false;
    }, word);
}

/** The frame of the preview in which the draft stands from right to left. */
async function printed(editor: Editor): Promise<Frame> {
    const shown = async (): Promise<Frame | undefined> => {
        for (const frame of editor.page.frames()) {
            // A frame may go while it is asked.
            if (await frame.locator('.reslint-draft[dir="rtl"] p').count().catch(() => 0) > 0) {
                return frame;
            }
        }
        return undefined;
    };
    const frame = await editor.until("the preview", shown, (found) => found !== undefined);
    assert.ok(frame !== undefined);
    return frame;
}

/** The contrast of the text of the printed draft with what lies behind it, as WCAG counts it. */
async function contrastOf(frame: Frame): Promise<number> {
    return frame.locator(".reslint-draft p").first().evaluate((element) => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        if (canvas === null) {
            return 0;
        }
        // Backgrounds from the outermost in, over the window's own.
        const layers: string[] = [];
        for (let one: Element | null = element; one !== null; one = one.parentElement) {
            layers.unshift(getComputedStyle(one).backgroundColor);
        }
        const window = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background");
        const luminance = (): number => {
            const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => {
                const share = part / 255;
                return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
        };
        for (const colour of [window, ...layers]) {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        }
        const behind = luminance();
        canvas.fillStyle = getComputedStyle(element).color;
        canvas.fillRect(0, 0, 1, 1);
        const text = luminance();
        return (Math.max(behind, text) + 0.05) / (Math.min(behind, text) + 0.05);
    });
}
