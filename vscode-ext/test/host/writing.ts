/** What the editor does while somebody writes: numbers, levels, snippets, names, saving. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { becomes, checked, close, draft, findings, LANGUAGES, placeOf, putCursor, rangeOf, type, until, type Language } from "./drafts";

/** By language: a draft with a list, of which every paragraph can be followed by another one. */
const LISTS: Readonly<Record<Language, string>> = {
    en: "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Decides* to paint the boats;\n\n2. *Invites* all villages:\n\n"
        + "(a) To row;\n\n(b) To sail;\n\n3. *Requests* a report on paragraph 2 above.\n",
    fr: "*L’Assemblée générale*,\n\n*Notant* les bateaux,\n\n1. *Décide* de peindre les bateaux ;\n\n2. *Invite* tous les villages :\n\n"
        + "a) À ramer ;\n\nb) À naviguer ;\n\n3. *Demande* un rapport sur le paragraphe 2 ci-dessus.\n",
    es: "*La Asamblea General*,\n\n*Observando* las barcas,\n\n1. *Decide* pintar las barcas;\n\n2. *Invita* a todas las aldeas a:\n\n"
        + "a) Remar;\n\nb) Navegar;\n\n3. *Solicita* un informe sobre el párrafo 2 de la presente resolución.\n",
    ru: "*Генеральная Ассамблея*,\n\n*отмечая* лодки,\n\n1. *постановляет* покрасить лодки;\n\n2. *предлагает* всем деревням:\n\n"
        + "a) грести;\n\nb) плавать;\n\n3. *просит* представить доклад о пункте 2 выше.\n",
    ar: "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** القوارب،\n\n1 - ***تقرر*** طلاء القوارب؛\n\n2 - ***تدعو*** جميع القرى إلى ما يلي:\n\n"
        + "(أ) التجديف؛\n\n(ب) الإبحار؛\n\n3 - ***تطلب*** تقريرا عن الفقرة 2 أعلاه.\n",
    zh: "**大会**，\n\n**注意到**船只，\n\n1. **决定**油漆船只；\n\n2. **邀请**所有村庄：\n\n"
        + "(a) 划船；\n\n(b) 扬帆；\n\n3. **请**就上文第2段提出报告。\n",
};

/** By language: what is in the first numbered paragraph and the first item, and the changes after Enter. */
const ENTER: Readonly<Record<Language, { first: string; item: string; numbers: [string, string][]; letters: [string, string][] }>> = {
    en: {
        first: "paint the boats;", item: "To row;",
        numbers: [["2. *I", "3. *I"], ["3. *R", "4. *R"], ["paragraph 2 above", "paragraph 3 above"]],
        letters: [["(b) To", "(c) To"]],
    },
    fr: {
        first: "peindre les bateaux ;", item: "À ramer ;",
        numbers: [["2. *I", "3. *I"], ["3. *D", "4. *D"], ["paragraphe 2", "paragraphe 3"]],
        letters: [["b) À", "c) À"]],
    },
    es: {
        first: "pintar las barcas;", item: "Remar;",
        numbers: [["2. *I", "3. *I"], ["3. *S", "4. *S"], ["párrafo 2", "párrafo 3"]],
        letters: [["b) N", "c) N"]],
    },
    ru: {
        first: "покрасить лодки;", item: "грести;",
        numbers: [["2. *п", "3. *п"], ["3. *п", "4. *п"], ["пункте 2", "пункте 3"]],
        letters: [["b) п", "c) п"]],
    },
    ar: {
        first: "طلاء القوارب؛", item: "التجديف؛",
        numbers: [["2 - ***تدعو", "3 - ***تدعو"], ["3 - ***تطلب", "4 - ***تطلب"], ["الفقرة 2", "الفقرة 3"]],
        letters: [["(ب) ا", "(ج) ا"]],
    },
    zh: {
        first: "油漆船只；", item: "划船；",
        numbers: [["2. **邀请", "3. **邀请"], ["3. **请", "4. **请"], ["第2段", "第3段"]],
        letters: [["(b) 扬", "(c) 扬"]],
    },
};
const SECOND: Readonly<Record<Language, string>> = { en: "(b) ", fr: "b) ", es: "b) ", ru: "b) ", ar: "(ب) ", zh: "(b) " };

/** A text with changes, each of which was there once, from the last to the first. */
function changed(text: string, changes: readonly (readonly [string, string])[]): string {
    return [...changes].reverse().reduce((now, [old, written]) => {
        assert.equal(now.split(old).length, 2, old);
        return now.replace(old, written);
    }, text);
}

export function writing(): void {
    describe("while somebody writes", () => {
        for (const language of LANGUAGES) {
            const text = LISTS[language];
            const { first, item, numbers, letters } = ENTER[language];

            it(`Enter writes the next number, and the next letter, in ${language}; one undo takes the numbers back`, async () => {
                const document = await draft(`enter.${language}.md`, text);
                assert.deepEqual(findings(document), []);
                putCursor(document, first);
                await type("\n");
                const label = language === "ar" ? "2 - " : "2. ";
                await becomes(document, changed(text, numbers).replace(first, `${first}\n\n${label}`));
                const { active } = vscode.window.activeTextEditor?.selection ?? {};
                assert.equal(document.lineAt(active?.line ?? 0).text.slice(0, active?.character), label);
                await enterUndone(document, text, first);
                putCursor(document, item);
                await type("\n");
                await becomes(document, changed(text, letters).replace(item, `${item}\n\n${SECOND[language]}`));
                await enterUndone(document, text, item);
                await close(document);
            });
        }

        it("Enter counts on in roman numerals and in labels of every frame", async () => {
            const text = LISTS.en.replace("(b) To sail;", "(i) In sunshine;\n\n(ii) In rain;\n\n(iii) In snow;");
            const document = await draft("enter.roman.md", text);
            putCursor(document, "In rain;");
            await type("\n");
            await becomes(document, text.replace("In rain;\n\n(iii)", "In rain;\n\n(iii) \n\n(iv)"));
            await enterUndone(document, text, "In rain;");
            putCursor(document, "In snow;");
            await type("\n");
            await becomes(document, text.replace("In snow;", "In snow;\n\n(iv) "));
            await close(document);
        });

        it("Enter writes nothing within a paragraph, and after the last full stop", async () => {
            const document = await draft("enter.nothing.md", LISTS.en);
            putCursor(document, "to paint ");
            await type("\n");
            await becomes(document, LISTS.en.replace("to paint ", "to paint \n"));
            await undone(document, LISTS.en);
            putCursor(document, "2 above.");
            await type("\n");
            await becomes(document, `${LISTS.en}\n`);
            await close(document);
        });

        for (const language of LANGUAGES) {
            const { text, above, label, start, below } = LEVELS[language];

            it(`a paragraph goes one level in and out again in ${language}, with marks and numbers`, async () => {
                const document = await draft(`level.${language}.md`, text);
                putCursor(document, start, "start");
                await vscode.commands.executeCommand("reslint.levelIn");
                const number = language === "ar" ? "2 - " : "2. ";
                await becomes(document, changed(text, [above, [`${number}${start}`, `${label}${start}`], below]));
                await checked(document);
                await vscode.commands.executeCommand("reslint.levelOut");
                await becomes(document, text);
                await close(document);
            });

            it(`a snippet counts on in ${language}, and what is left of it is a finding`, async () => {
                const document = await draft(`snippet.${language}.md`, `${text.trimEnd().slice(0, -1)}${FINAL[language]}\n\nop-${language}`);
                putCursor(document, document.getText().length);
                const found = await completions(document);
                const snippet = found.find((one) => one.label === `op-${language}`);
                assert.ok(snippet?.insertText instanceof vscode.SnippetString, JSON.stringify(found.map((one) => one.label)));
                const number = language === "ar" ? "4 - " : "4. ";
                // Another phrase that is typed instead of those offered keeps the emphasis around it.
                const mark = language === "ar" ? "***" : language === "zh" ? "**" : "*";
                assert.ok(snippet.insertText.value.startsWith(`${number}${mark}$\{1|`), snippet.insertText.value);
                assert.ok(snippet.insertText.value.includes(`|}${mark}`), snippet.insertText.value);
                assert.ok(snippet.range instanceof vscode.Range);
                const editor = vscode.window.activeTextEditor;
                await editor?.insertSnippet(snippet.insertText, snippet.range);
                await vscode.commands.executeCommand("leaveSnippet");
                await checked(document);
                const line = document.lineCount;
                const column = document.lineAt(line - 1).text.indexOf("[…]") + 1;
                assert.ok(column > 0 && document.lineAt(line - 1).text.startsWith(number));
                await until(() => findings(document), (all) => all.includes(`TYPO017 ${line}:${column}`));
                await close(document);
            });
        }

        it("a body, a note and a paragraph get another name wherever they stand", async () => {
            const document = await draft("rename.md", NAMED);
            assert.deepEqual(await prepared(document, placeOf(document, "Children’s Fund", "end")), [rangeText(document, "United Nations Children’s Fund"), "United Nations Children’s Fund"]);
            await renamed(document, placeOf(document, "Children’s Fund"), "World Food Programme", NAMED.replaceAll("United Nations Children’s Fund", "World Food Programme"));
            await renamed(document, placeOf(document, "[^2]").translate(0, 2), "3", NAMED.replaceAll("[^2]", "[^3]"));
            const moved = NAMED.replace("\n1. ", "\n7. ").replace("paragraph 1 above", "paragraph 7 above").replace("paragraphs 1 and 2", "paragraphs 7 and 2");
            await renamed(document, placeOf(document, "1. *Decides*"), "7", moved);
            await renamed(document, placeOf(document, "1 above"), "7", moved);
            await assert.rejects(async () => rename(document, placeOf(document, "1. *Decides*"), "2"), /There is a paragraph 2 already/);
            await close(document);
        });

        for (const [language, at, number, changes] of NUMBERS_RENAMED) {
            it(`the number of a paragraph and its references change together in ${language}`, async () => {
                const text = LISTS[language];
                const document = await draft(`rename.${language}.md`, text);
                await renamed(document, placeOf(document, at), number, changed(text, changes));
                await close(document);
            });
        }

        it("fix and format on save leave alone where the cursor stands and what was typed last", async () => {
            const kinds = vscode.workspace.getConfiguration("editor", { languageId: "markdown" });
            for (const [key, value] of [["codeActionsOnSave", { "source.fixAll.reslint": "explicit" }], ["formatOnSave", true]] as const) {
                await kinds.update(key, value, vscode.ConfigurationTarget.Workspace, true);
                const document = await draft(`saved.${key}.md`, UNFINISHED);
                putCursor(document, "Secretary-General t");
                await type("o");
                await saved(document);
                const typed = UNFINISHED.replace("General t\n", "General to\n");
                await becomes(document, typed.replace("\nNoting", "\n*Noting*").replace("4. Requests", "4. *Requests*"));
                await type(" report");
                assert.ok(document.getText().includes("the Secretary-General to report\n"));
                await close(document);
                // The cursor is in one paragraph, the last change was in another.
                const other = await draft(`cursor.${key}.md`, UNFINISHED);
                putCursor(other, "Secretary-General t");
                await type("o");
                putCursor(other, "4. Req");
                await saved(other);
                await becomes(other, typed.replace("\nNoting", "\n*Noting*"));
                // Without a change since it was opened, the cursor alone counts.
                await close(other);
                const third = await draft(`untouched.${key}.md`, UNFINISHED);
                putCursor(third, "Noting");
                await saved(third);
                await becomes(third, UNFINISHED.replace("4. Requests", "4. *Requests*").replace("General t\n", "General t;\n"));
                await close(third);
                await kinds.update(key, undefined, vscode.ConfigurationTarget.Workspace, true);
            }
        });
    });
}

/** By language: a draft of which the second numbered paragraph can be made an item of the first, and what changes then. */
const LEVELS: Readonly<Record<Language, { text: string; above: [string, string]; label: string; start: string; below: [string, string] }>> = {
    en: {
        text: "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Decides* to row;\n\n2. To sail;\n\n3. *Requests* a report.\n",
        above: ["to row;", "to row:"], label: "(a) ", start: "To sail;", below: ["3. *R", "2. *R"],
    },
    fr: {
        text: "*L’Assemblée générale*,\n\n*Notant* les bateaux,\n\n1. *Décide* de ramer ;\n\n2. De naviguer ;\n\n3. *Demande* un rapport.\n",
        above: ["de ramer ;", "de ramer :"], label: "a) ", start: "De naviguer ;", below: ["3. *D", "2. *D"],
    },
    es: {
        text: "*La Asamblea General*,\n\n*Observando* las barcas,\n\n1. *Decide* remar;\n\n2. Navegar;\n\n3. *Solicita* un informe.\n",
        above: ["remar;", "remar:"], label: "a) ", start: "Navegar;", below: ["3. *S", "2. *S"],
    },
    ru: {
        text: "*Генеральная Ассамблея*,\n\n*отмечая* лодки,\n\n1. *постановляет* грести;\n\n2. плавать;\n\n3. *просит* представить доклад.\n",
        above: ["грести;", "грести:"], label: "a) ", start: "плавать;", below: ["3. *п", "2. *п"],
    },
    ar: {
        text: "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** القوارب،\n\n1 - ***تقرر*** التجديف؛\n\n2 - الإبحار؛\n\n3 - ***تطلب*** تقريرا.\n",
        above: ["التجديف؛", "التجديف:"], label: "(أ) ", start: "الإبحار؛", below: ["3 - ***ت", "2 - ***ت"],
    },
    zh: {
        text: "**大会**，\n\n**注意到**船只，\n\n1. **决定**划船；\n\n2. 扬帆；\n\n3. **请**提出报告。\n",
        above: ["划船；", "划船："], label: "(a) ", start: "扬帆；", below: ["3. **请", "2. **请"],
    },
};
/** The mark at the end of a paragraph that another one follows. */
const FINAL: Readonly<Record<Language, string>> = { en: ";", fr: " ;", es: ";", ru: ";", ar: "؛", zh: "；" };

const NAMED = "*The General Assembly*,\n\n*Recalling* the report of the Secretary-General,[^1]\n\n"
    + "*Noting* the work of the United Nations Children’s Fund,[^2]\n\n1. *Decides* to paint the boats;\n\n"
    + "2. *Requests* the Secretary-General to act on paragraph 1 above;\n\n"
    + "3. *Invites* the United Nations Children’s Fund to read paragraphs 1 and 2 above.\n\n[^1]: A/80/123.\n\n[^2]: A/80/124.\n";

const NUMBERS_RENAMED: readonly (readonly [Language, string, string, readonly [string, string][]])[] = [
    ["fr", "2. *Invite*", "8", [["2. *Inv", "8. *Inv"], ["paragraphe 2", "paragraphe 8"]]],
    ["es", "2. *Invita*", "8", [["2. *Inv", "8. *Inv"], ["párrafo 2", "párrafo 8"]]],
    ["ru", "2. *предлагает*", "8", [["2. *пред", "8. *пред"], ["пункте 2", "пункте 8"]]],
    ["ar", "2 - ***تدعو", "8", [["2 - ***تدعو", "8 - ***تدعو"], ["الفقرة 2", "الفقرة 8"]]],
    ["zh", "2. **邀请", "8", [["2. **邀请", "8. **邀请"], ["第2段", "第8段"]]],
];

const UNFINISHED = "*The General Assembly*,\n\nNoting its earlier work,\n\n1. *Decides* to proclaim a week of open libraries;\n\n"
    + "2. *Invites* Member States to keep libraries open;\n\n3. *Encourages* the Secretary-General t\n\n4. Requests the Secretary-General to report.\n";

async function completions(document: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
    const place = vscode.window.activeTextEditor?.selection.active;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, place);
    return list.items;
}

function rangeText(document: vscode.TextDocument, words: string): string {
    return JSON.stringify(rangeOf(document, words));
}

async function prepared(document: vscode.TextDocument, place: vscode.Position): Promise<[string, string]> {
    const { range, placeholder } = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>("vscode.prepareRename", document.uri, place);
    return [JSON.stringify(range), placeholder];
}

async function rename(document: vscode.TextDocument, place: vscode.Position, name: string): Promise<vscode.WorkspaceEdit> {
    return vscode.commands.executeCommand<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, place, name);
}

/** Gives what is at a place another name, compares the draft, and takes that back. */
async function renamed(document: vscode.TextDocument, place: vscode.Position, name: string, expected: string): Promise<void> {
    const text = document.getText();
    assert.ok(await vscode.workspace.applyEdit(await rename(document, place, name)));
    assert.equal(document.getText(), expected);
    await undone(document, text);
}

async function saved(document: vscode.TextDocument): Promise<void> {
    assert.ok(document.isDirty || document.getText() !== "");
    await vscode.commands.executeCommand("workbench.action.files.save");
    await until(() => document.isDirty, (dirty) => !dirty);
}

/** One undo takes back all numbers that Enter changed, the next one the line end itself. */
async function enterUndone(document: vscode.TextDocument, text: string, after: string): Promise<void> {
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), text.replace(after, `${after}\n`));
    await undone(document, text);
}

async function undone(document: vscode.TextDocument, text: string): Promise<void> {
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), text);
    await checked(document);
}
