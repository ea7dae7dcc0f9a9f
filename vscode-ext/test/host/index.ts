/**
 * Tests inside the extension host: the extension from its folder and the full VS Code API, without a
 * window. Results are written to the file in RESLINT_HOST_OUTCOME.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import * as vscode from "vscode";
import { actions } from "./actions";
import { edit, extension, findings, open, PATIENCE, until } from "./drafts";
import { reading } from "./reading";
import { writing } from "./writing";

export async function run(): Promise<void> {
    const lines: string[] = [];
    const say = (line: string): void => {
        lines.push(line);
        writeFileSync(process.env.RESLINT_HOST_OUTCOME ?? "", `${lines.join("\n")}\n`);
    };
    const mocha = new Mocha({ ui: "bdd", timeout: PATIENCE, reporter: "min", bail: false });
    // Some of them alone, while one writes them.
    mocha.grep(new RegExp(process.env.RESLINT_HOST_ONLY ?? "", "u"));
    mocha.suite.emit("pre-require", globalThis, "", mocha);
    tests(lines);
    writing();
    reading();
    actions();
    const failures = await new Promise<number>((resolve) => {
        mocha
            .run(resolve)
            .on("pass", (test) => { say(`ok ${test.title} (${test.duration ?? 0} ms)`); })
            .on("fail", (test, error: Error) => { say(`not ok ${test.title}: ${error.stack ?? error.message}`); });
    });
    say(failures === 0 ? "PASS" : "FAIL");
}

function tests(lines: string[]): void {
    describe("reslint", () => {
        it("loads only its entry point without a draft", async () => {
            await open("notes.md");
            const api = await extension().activate();
            await api.looked;
            assert.equal(api.session(), undefined);
            assert.ok(!Object.keys(require.cache).some((path) => path.endsWith("session.js")));
            lines.push(`# activation took ${api.activation.toFixed(1)} ms`);
        });

        it("has the findings of the command line, at the same places", async () => {
            const document = await open("errors.md");
            const found = await until(() => findings(document), (all) => all.length > 0);
            const expected = commandLine(extension().extensionPath, document.uri.fsPath).map(({ code, line, column }) => {
                // Columns of the command line count code points, the editor's UTF-16 units.
                const units = Array.from(document.lineAt(line - 1).text).slice(0, column - 1).join("").length;
                return `${code} ${line}:${units + 1}`;
            });
            assert.ok(expected.length > 10);
            assert.deepEqual(found, expected.sort());
        });

        it("formats, folds, and lists the symbols of a draft", async () => {
            const document = await open("errors.md");
            const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
            assert.ok(symbols.length > 0);
            const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
            assert.ok(folds.length > 0);
            const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>("vscode.executeFormatDocumentProvider", document.uri, {});
            assert.ok(edits.length > 0);
        });

        it("applies all safe fixes, as one step", async () => {
            const document = await open("errors.md");
            const before = document.getText();
            await vscode.commands.executeCommand("reslint.fixAll");
            assert.notEqual(document.getText(), before);
            await vscode.commands.executeCommand("undo");
            assert.equal(document.getText(), before);
        });

        it("fixes on save only while that is switched on", async () => {
            const document = await open("saved.md");
            await until(() => findings(document), (all) => all.length > 0);
            await vscode.commands.executeCommand("reslint.fixOnSave");
            await edit(document, "\n");
            // The paragraph of the cursor is left alone. By a command: setting the selection may be undone by
            // the event of the edit, which still has the old place.
            await vscode.commands.executeCommand("cursorBottom");
            await document.save();
            assert.match(document.getText(), /^\*The Security Council\*,/);
            await vscode.commands.executeCommand("reslint.fixOnSave");
            const actions = vscode.workspace.getConfiguration("editor", { languageId: "markdown" }).inspect("codeActionsOnSave");
            assert.equal(actions?.globalLanguageValue, undefined);
        });

        it("follows the settings", async () => {
            const document = await open("errors.md");
            const all = await until(() => findings(document), (found) => found.length > 0);
            const settings = vscode.workspace.getConfiguration("reslint");
            await settings.update("ignore", ["LEAD"], vscode.ConfigurationTarget.Workspace);
            const fewer = await until(() => findings(document), (found) => found.length < all.length);
            assert.deepEqual(fewer, all.filter((one) => !one.startsWith("LEAD")));
            await settings.update("ignore", undefined, vscode.ConfigurationTarget.Workspace);
            await until(() => findings(document), (found) => found.length === all.length);
        });

        it("leaves other texts alone", async () => {
            const document = await open("notes.md");
            const session = extension().exports.session();
            await until(() => session?.statuses.of(document)?.state, (state) => state === "silent");
            assert.deepEqual(findings(document), []);
        });
    });
}

interface Reported { readonly code: string; readonly line: number; readonly column: number }

/** What the command line of the packages carried here says of a file. */
function commandLine(extensionPath: string, path: string): Reported[] {
    const bundle = join(extensionPath, "bundled");
    const compiled = readdirSync(bundle).filter((name) => name.startsWith("cp")).map((name) => join(bundle, name));
    const program = `
import sys
here = "cp%d%d" % sys.version_info[:2]
sys.path[:0] = [p for p in ${JSON.stringify(compiled)} if p.endswith(here)] + [${JSON.stringify(join(bundle, "libs"))}]
from reslint.cli.main import main
main(["check", ${JSON.stringify(path)}, "--format", "json", "--no-cache", "--exit-zero"])`;
    const output = execFileSync("python3", ["-I", "-S", "-X", "utf8", "-c", program], { encoding: "utf8" });
    const report = JSON.parse(output) as { files: { diagnostics: Reported[] }[] };
    return report.files.flatMap(({ diagnostics }) => diagnostics);
}
