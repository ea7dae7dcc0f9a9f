/** Drafts in the editor, and what the editor knows of them. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Api } from "../../src/extension";

export const PATIENCE = 60_000;
export const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

export function extension(): vscode.Extension<Api> {
    const found = vscode.extensions.getExtension<Api>("reslint.reslint");
    assert.ok(found !== undefined);
    return found;
}

/** The address of a file of the workspace. */
export function uriOf(name: string): vscode.Uri {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    return vscode.Uri.joinPath(folder, name);
}

/** Opens and shows a file of the workspace. */
export async function open(name: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(uriOf(name));
    await vscode.window.showTextDocument(document);
    return document;
}

/** Writes a file of the workspace, shows it, and waits until it is checked. */
export async function draft(name: string, text: string): Promise<vscode.TextDocument> {
    await vscode.workspace.fs.writeFile(uriOf(name), Buffer.from(text));
    const document = await open(name);
    await checked(document);
    return document;
}

/** Waits until the text of a draft, as it is now, is checked. */
export async function checked(document: vscode.TextDocument): Promise<void> {
    await until(
        () => (extension().isActive ? extension().exports.session()?.statuses.of(document) : undefined),
        (status) => status?.state === "checked" && status.version === document.version,
    );
}

/** Where words of a draft begin, or end; `from` is the beginning of the words that they follow. */
export function placeOf(document: vscode.TextDocument, words: string, end: "start" | "end" = "start"): vscode.Position {
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, `${words} in ${document.getText()}`);
    return document.positionAt(at + (end === "end" ? words.length : 0));
}

/** The range of words of a draft. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
    return new vscode.Range(placeOf(document, words), placeOf(document, words, "end"));
}

/** Puts the cursor before or after words of the active draft, or at an offset. */
export function putCursor(document: vscode.TextDocument, where: string | number, end: "start" | "end" = "end"): void {
    const place = typeof where === "number" ? document.positionAt(where) : placeOf(document, where, end);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document === document);
    editor.selection = new vscode.Selection(place, place);
}

/** Types, as a keyboard does. */
export async function type(text: string): Promise<void> {
    await vscode.commands.executeCommand("type", { text });
}

/** Waits until a draft has a text. */
export async function becomes(document: vscode.TextDocument, text: string): Promise<void> {
    await until(() => document.getText(), (now) => now === text).catch(() => {
        assert.equal(document.getText(), text);
    });
}

/** Forgets what was changed since a draft was saved. */
export async function close(document: vscode.TextDocument): Promise<void> {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

/** Code, line and column (from 1) of each finding, sorted. */
export function findings(document: { readonly uri: vscode.Uri }): string[] {
    return vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === "reslint")
        .map(({ code, range }) => {
            const value = typeof code === "object" ? code.value : (code ?? "");
            return `${value} ${range.start.line + 1}:${range.start.character + 1}`;
        })
        .sort();
}

export async function edit(document: vscode.TextDocument, text: string): Promise<void> {
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
    await vscode.workspace.applyEdit(change);
}

export async function until<T>(value: () => T, good: (value: T) => boolean): Promise<T> {
    const end = Date.now() + PATIENCE / 2;
    for (;;) {
        const now = value();
        if (good(now)) {
            return now;
        }
        if (Date.now() > end) {
            throw new Error(`still ${JSON.stringify(now)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
