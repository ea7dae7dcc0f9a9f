/** Quick fixes: which come first, and what they change. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { close, draft, findings, LANGUAGES, placeOf, until, type Language } from "./drafts";

/** By language: a draft that opens with a word that is no leading phrase, and a phrase near to it. */
const NEAR: Readonly<Record<Language, { text: string; word: string; phrase: string }>> = {
    en: { text: "*The General Assembly*,\n\n*Pondering* its earlier work,\n\n1. *Decides* to act.\n", word: "Pondering", phrase: "Considering" },
    fr: { text: "*L’Assemblée générale*,\n\n*Rapelant* ses travaux,\n\n1. *Décide* d’agir.\n", word: "Rapelant", phrase: "Rappelant" },
    es: { text: "*La Asamblea General*,\n\n*Recodando* su labor,\n\n1. *Decide* actuar.\n", word: "Recodando", phrase: "Recordando" },
    ru: { text: "*Генеральная Ассамблея*,\n\n*отмечаея* свою работу,\n\n1. *постановляет* действовать.\n", word: "отмечаея", phrase: "отмечая" },
    ar: { text: "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى عملها،\n\n***وإذ تلاحض*** القوارب،\n\n1 - ***تقرر*** التجديف؛\n\n2 - ***تقرر*** الإبحار.\n", word: "وإذ تلاحض", phrase: "وإذ تلاحظ" },
    zh: { text: "*大会*，\n\n**注意倒**船只，\n\n1. **决定**划船。\n", word: "注意倒", phrase: "注意到" },
};

export function actions(): void {
    describe("quick fixes", () => {
        for (const language of LANGUAGES) {
            it(`begin with the nearest leading phrases in ${language}`, async () => {
                const { text, word, phrase } = NEAR[language];
                const document = await draft(`near.${language}.md`, text);
                await until(() => findings(document), (all) => all.some((one) => one.startsWith("LEAD001 ")));
                const found = await offered(document, word);
                const titles = found.map((one) => one.title);
                const at = titles.findIndex((title) => title.includes(phrase));
                assert.ok(at >= 0 && at < 3, titles.join("\n"));
                const edit = found[at]?.edit;
                assert.ok(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
                assert.equal(document.getText(), text.replace(word, phrase));
                await close(document);
            });
        }

        it("offer to ignore the rule in the project", async () => {
            const document = await draft("ignored.md", NEAR.en.text);
            await until(() => findings(document), (all) => all.length > 0);
            const found = await offered(document, NEAR.en.word);
            const ignoring = found.find((one) => one.title === "Ignore LEAD001 in this project (settings file)");
            const uris = ignoring?.edit?.entries().map(([uri]) => uri.path.split("/").at(-1));
            assert.deepEqual(uris, ["reslint.yaml"]);
            await close(document);
        });
    });
}

async function offered(document: vscode.TextDocument, words: string): Promise<vscode.CodeAction[]> {
    const place = placeOf(document, words);
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider", document.uri, new vscode.Range(place, place), "quickfix", 30,
    );
    return found;
}
