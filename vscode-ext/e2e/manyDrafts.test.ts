/** A folder of two hundred drafts in six languages: what was found in them stays true while they change outside. */
import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { Editor, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

/** By language: a draft of which the second paragraph is not emphasized, and the words of that paragraph. */
const WRONG: readonly (readonly [language: string, text: string, phrase: string, right: string])[] = [
    ["en", "*The General Assembly*,\n\nNoting the boats,\n\n1. *Decides* to row;\n\n2. *Requests* a report.\n", "Noting", "*Noting*"],
    ["fr", "*L’Assemblée générale*,\n\nNotant les bateaux,\n\n1. *Décide* de ramer ;\n\n2. *Demande* un rapport.\n", "Notant", "*Notant*"],
    ["es", "*La Asamblea General*,\n\nObservando las barcas,\n\n1. *Decide* remar;\n\n2. *Solicita* un informe.\n", "Observando", "*Observando*"],
    ["ru", "*Генеральная Ассамблея*,\n\nотмечая лодки,\n\n1. *постановляет* грести;\n\n2. *просит* представить доклад.\n", "отмечая", "*отмечая*"],
    ["ar", "***إن الجمعية العامة***،\n\nإذ تلاحظ القوارب،\n\n1 - ***تقرر*** التجديف؛\n\n2 - ***تطلب*** تقريرا.\n", "إذ تلاحظ", "***إذ تلاحظ***"],
    ["zh", "**大会**，\n\n注意到船只，\n\n1. **决定**划船；\n\n2. **请**提出报告。\n", "注意到", "**注意到**"],
];
const DRAFTS = 204;
/** Drafts of the folder, by name; each has one error. */
const FILES = Object.fromEntries(Array.from({ length: DRAFTS }, (_, number) => {
    const [language = "", text = ""] = WRONG[number % WRONG.length] ?? [];
    return [`many/${language}/draft-${number}.md`, text];
}));

describe("many drafts", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({ files: { "first.md": WRONG[0]?.[1] ?? "", ...FILES } });
        await editor.show("first.md");
        // The server starts for the first time.
        await editor.squiggles().first().waitFor({ timeout: 150_000 });
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    /** How many errors there are in all drafts, as the status bar says. */
    const errors = async (): Promise<number> => {
        const label = await editor.page.locator("[id='status.problems']").innerText();
        return Number(/\d+/.exec(label)?.[0] ?? "-1");
    };
    const errorsBecome = (count: number): Promise<number> => editor.until(`${count} errors`, errors, (now) => now === count, 120_000);
    const path = (name: string): string => join(editor.workspace, name);

    scenario("shows the errors of all drafts after a check of the folder", async (editor) => {
        await errorsBecome(1);
        await editor.command("reslint: Check All Drafts of a Folder");
        const toast = editor.page.locator(".notification-toast", { hasText: "drafts checked" });
        await toast.filter({ hasText: `${DRAFTS + 1} drafts checked: ${DRAFTS + 1} errors` }).waitFor();
        await editor.command("Notifications: Clear All Notifications");
        await errorsBecome(DRAFTS + 1);
        const rows = await editor.problems();
        assert.ok(rows.some((row) => row.includes("draft-")), rows.join("\n"));
        await editor.picture("a0-many-drafts");
        await editor.command("View: Hide Panel");
    });

    scenario("forgets those of drafts and folders that are deleted outside", async () => {
        rmSync(path("many/fr/draft-1.md"));
        await errorsBecome(DRAFTS);
        rmSync(path("many/zh"), { recursive: true });
        await errorsBecome(DRAFTS - DRAFTS / 6);
    });

    scenario("follows drafts that are fixed, broken and made outside", async () => {
        const left = DRAFTS - DRAFTS / 6;
        for (const [index, [language, text, phrase, right]] of WRONG.slice(0, 5).entries()) {
            writeFileSync(path(`many/${language}/draft-${index + 6}.md`), text.replace(phrase, right));
        }
        await errorsBecome(left - 5);
        for (const [index, [language, text]] of WRONG.slice(0, 5).entries()) {
            writeFileSync(path(`many/${language}/draft-${index + 6}.md`), text);
        }
        await errorsBecome(left);
        mkdirSync(path("many/new"));
        writeFileSync(path("many/new/draft.md"), WRONG[1]?.[1] ?? "");
        await errorsBecome(left + 1);
        rmSync(path("many/new"), { recursive: true });
        await errorsBecome(left);
    });

    scenario("follows drafts and folders that get another name outside", async (editor) => {
        const left = DRAFTS - DRAFTS / 6;
        renameSync(path("many/es/draft-2.md"), path("many/es/renamed.md"));
        renameSync(path("many/ru"), path("many/russian"));
        await editor.problems();
        const names = "**/renamed.md, **/russian/**";
        const listed = async (): Promise<string> => {
            // Each input starts the delay again after which the filter is used: write it once.
            const filter = editor.page.locator(".panel .viewpane-filter input");
            if ((await filter.inputValue()) !== names) await filter.fill(names);
            return editor.page.locator(".markers-panel").innerText();
        };
        await editor.until("renamed drafts", listed, (text) => text.includes("renamed.md") && text.includes("russian"));
        await editor.page.locator(".panel .viewpane-filter input").fill("");
        await editor.command("View: Hide Panel");
        await errorsBecome(left);
    });

    scenario("follows what is excluded, and what is no more", async (editor) => {
        const left = DRAFTS - DRAFTS / 6;
        writeFileSync(path("reslint.yaml"), "exclude: [many/ar/]\n");
        await errorsBecome(left - DRAFTS / 6);
        writeFileSync(path("reslint.yaml"), "ignore: [LEAD002]\n");
        await errorsBecome(0);
        rmSync(path("reslint.yaml"));
        await errorsBecome(left);
        await editor.picture("a1-many-drafts-changed");
    });

    scenario("shows what is left in a draft that was opened and is closed again", async (editor) => {
        const left = DRAFTS - DRAFTS / 6;
        await editor.file("renamed.md");
        await editor.statusShows(/reslint ES·GA\s+1/);
        await errorsBecome(left);
        await editor.command("View: Close Editor");
        await errorsBecome(left);
    });
});
