/** What the editor shows of a draft: selections, symbols, hover, suggestions, other drafts. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { checked, close, draft, findings, placeOf, putCursor, rangeOf, until, uriOf } from "./drafts";

const CITING = "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n*Noting* the report of the Secretary-General,[^1]\n\n"
    + "1. *Requests* the Secretary-General to report, at an early date, on reading rooms;\n\n2. *Decides* to act on paragraph 1 above.\n\n[^1]: A/80/123.\n\n[^2]: A/80/124.\n";

export function reading(): void {
    describe("a draft that is read", () => {
        it("is selected by phrase, clause, paragraph and section", async () => {
            const document = await draft("selection.md", CITING);
            putCursor(document, "at an ea");
            const selected: string[] = [];
            const editor = vscode.window.activeTextEditor;
            assert.ok(editor !== undefined);
            for (let step = 0; step < 8 && selected.at(-1) !== CITING; step += 1) {
                const before = editor.selection;
                await vscode.commands.executeCommand("editor.action.smartSelect.expand");
                await until(() => editor.selection, (now) => !now.isEqual(before));
                selected.push(document.getText(editor.selection));
            }
            const paragraph = "1. *Requests* the Secretary-General to report, at an early date, on reading rooms;";
            const expected = [
                "at an early date", paragraph.slice(3), paragraph,
                `${paragraph}\n\n2. *Decides* to act on paragraph 1 above.`,
            ];
            assert.deepEqual(selected.filter((one) => expected.includes(one)), expected, JSON.stringify(selected));
            putCursor(document, "*Requ");
            await vscode.commands.executeCommand("editor.action.smartSelect.expand");
            await until(() => document.getText(editor.selection), (now) => now !== "");
            assert.ok(["Requests", "*Requests*"].includes(document.getText(editor.selection)));
            await close(document);
        });

        it("is found in the workspace by its symbol and by words of its title", async () => {
            await vscode.workspace.fs.writeFile(uriOf("found.md"), Buffer.from(`A/RES/80/912\n\n# 80/912. Painting of boats\n\n${CITING}`));
            const document = await draft("asking.md", CITING);
            for (const query of ["80/912", "painting"]) {
                const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", query);
                // The built-in Markdown support knows the heading by itself.
                const ours = found.filter(({ location, name }) => location.uri.path.endsWith("/found.md") && !name.startsWith("#"));
                assert.deepEqual(ours.map(({ name }) => name), ["A/RES/80/912 Painting of boats"], query);
            }
            await close(document);
        });

        it("names the drafts that cite the same resolution, each at its place", async () => {
            await vscode.workspace.fs.writeFile(uriOf("cites.md"), Buffer.from(CITING.replace("*Noting*", "*Noting*")));
            await vscode.workspace.fs.writeFile(uriOf("cites-another.md"), Buffer.from(CITING.replace("70/1 of", "70/2 of")));
            const document = await draft("cited.md", CITING);
            const found = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, placeOf(document, "70/1"));
            const citation = rangeOf(document, "resolution 70/1 of 25 September 2015");
            const places = found.filter(({ uri }) => /\/(cited|cites|cites-another)\.md$/.test(uri.path));
            assert.deepEqual(places.map(({ uri }) => uri.path.split("/").at(-1)), ["cited.md", "cites.md"]);
            for (const { range } of places) {
                assert.ok(range.isEqual(citation), JSON.stringify(range));
            }
            await close(document);
        });

        it("is completed by notes, numbers of paragraphs, resolutions and dates, and not in a span of years", async () => {
            const begun = CITING.split("2. *Decides*")[0] ?? "";
            const end = "\n\n[^1]: A/80/123.\n\n[^2]: A/80/124.\n";
            let number = 0;
            const offered = async (typed: string): Promise<vscode.CompletionItem[]> => {
                number += 1;
                const document = await draft(`completed.${number}.md`, `${begun}2. *Decides* ${typed}${end}`);
                const place = placeOf(document, typed, "end");
                const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, place, undefined, 20);
                await close(document);
                return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet);
            };
            const notes = await offered("to read the report[^");
            assert.deepEqual(notes.map(labelOf).slice(0, 3), ["[^2]", "[^3]", "[^1]"]);
            assert.match(`${notes[0]?.detail}`, /no marker yet.*A\/80\/124\./);
            const [first, ...others] = await offered("to act on paragraph ");
            assert.equal(first === undefined ? "" : labelOf(first), "1");
            assert.match(`${first?.detail}`, /Requests the Secretary-General/);
            assert.deepEqual(others.map(labelOf), []);
            for (const [typed, label, detail] of [
                ["to recall A/RES/80/10", "A/RES/80/10", /\d+ \w+ 2025.*International Day of the World’s Indigenous Women and Girls/],
                ["to recall S/RES/1325", "S/RES/1325(2000)", /31 October 2000/],
                ["to recall E/RES/2021/1", "E/RES/2021/10", /2021/],
                ["to recall A/HRC/RES/50/1", "A/HRC/RES/50/10", /2022/],
            ] as const) {
                const item = (await offered(typed)).find((one) => labelOf(one) === label);
                assert.match(`${item?.detail} ${JSON.stringify(item?.label)}`, detail, `${typed}: ${JSON.stringify(item)}`);
            }
            // A date as the draft writes dates, where the resolution is cited for the first time.
            const cited = (await offered("to recall its resolution 80/10")).find((one) => labelOf(one) === "80/10");
            assert.match(textOf(cited), /^80\/10 of \d+ \w+ 2025$/);
            assert.deepEqual((await offered("a budget for 2024/2")).map(labelOf), []);
            assert.deepEqual((await offered("a budget for 2024/2025")).map(labelOf), []);
        });

        it("has a hover that says the message once, and a note's text first", async () => {
            const text = CITING.replace("*Noting* the report", "Noting the report").replace("70/1 of 25 September 2015", "80/10");
            const document = await draft("hover.md", text);
            await until(() => findings(document), (all) => all.some((one) => one.startsWith("LEAD002 5:")));
            const [finding] = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.start.line === 4);
            const hover = await hovered(document, placeOf(document, "Noting").translate(0, 2));
            // VS Code shows the message itself, above the rest.
            assert.ok(finding !== undefined && !hover.includes(finding.message), hover);
            const [wrong, right] = [...hover.matchAll(/^\*\*(?:Wrong|Right):\*\* `(.*)` *$/gm)].map(([, example]) => example ?? "");
            assert.equal(right, wrong?.replace("Recalling", "*Recalling*"));
            assert.match(hover, /\*\*Why\*\*: .+\n\n\*\*Source\*\*: \[United Nations Editorial Manual/);
            const note = await hovered(document, placeOf(document, "[^1]").translate(0, 2));
            assert.match(note, /^\**.*1.*\**\s+A\/80\/123\./);
            const citation = await hovered(document, placeOf(document, "80/10"));
            assert.match(citation, /^\*\*\[A\/RES\/80\/10\].*\n\nInternational Day of the World’s Indigenous Women and Girls\n\nadopted on \d+ \w+ 2025/);
            await close(document);
        });

        it("has an outline in which notes span only themselves, and of which the counts are right", async () => {
            const document = await draft("outline.md", CITING.replace("1. *Requests*", "## I. Reading rooms\n\n1. *Requests*"));
            const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
            // The built-in Markdown support lists the heading by itself, too.
            const ours = symbols.filter((one) => ["Preamble", "Operative part", "Notes"].includes(one.name));
            assert.deepEqual(ours.map((one) => one.name), ["Preamble", "Operative part", "Notes"]);
            const [preamble, operative, notes] = ours;
            assert.ok(preamble !== undefined && operative !== undefined && notes !== undefined);
            assert.ok(notes.range.isEqual(new vscode.Range(placeOf(document, "[^1]:"), placeOf(document, "A/80/124.", "end"))), JSON.stringify(notes.range));
            assert.ok(preamble.range.end.isBefore(operative.range.start) && operative.range.end.isBefore(notes.range.start));
            assert.deepEqual([preamble.detail, operative.detail, notes.detail], ["2", "2", "2"]);
            await close(document);
        });

        it("underlines the words beyond a leading phrase, and goes on doing so while they are typed", async () => {
            const text = CITING.replace("*Requests* the Secretary-General to report, at an early date, on reading rooms", "*Requests the Secretary-General to report, at an early date, on all reading rooms of the world*");
            const document = await draft("beyond.md", text);
            await until(() => findings(document), (all) => all.some((one) => one.startsWith("LEAD003")));
            const [found] = lead003(document);
            assert.ok(found !== undefined);
            assert.equal(found.range.start.line, found.range.end.line);
            assert.equal(document.getText(found.range), " the Secretary-General to report, at an early date, on all reading rooms of the world");
            const seen: number[] = [];
            const listening = vscode.languages.onDidChangeDiagnostics(() => { seen.push(lead003(document).length); });
            putCursor(document, "at an early");
            for (const letter of " day") {
                await vscode.commands.executeCommand("type", { text: letter });
                await checked(document);
            }
            listening.dispose();
            assert.ok(seen.every((count) => count === 1), JSON.stringify(seen));
            assert.equal(lead003(document).length, 1);
            await close(document);
        });
    });
}

function lead003(document: vscode.TextDocument): vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(document.uri).filter(({ code }) =>
        (typeof code === "object" ? code.value : code) === "LEAD003");
}

function labelOf(item: vscode.CompletionItem): string {
    return typeof item.label === "string" ? item.label : item.label.label;
}

function textOf(item: vscode.CompletionItem | undefined): string {
    const text = item?.insertText ?? "";
    return typeof text === "string" ? text : text.value;
}

async function hovered(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, place);
    return hovers.flatMap(({ contents }) => contents).map((one) => (one instanceof vscode.MarkdownString ? one.value : "")).join("\n");
}
