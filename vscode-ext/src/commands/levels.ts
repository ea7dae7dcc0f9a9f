/** Commands "One Level In" and "One Level Out", on Tab and Shift+Tab after a label. */
import * as vscode from "vscode";
import { isReadable } from "../drafts/watching";
import { changeLevel } from "../server/protocol";
import type { Server } from "../server/server";

/** The beginning of a line up to the cursor: a label and nothing else. */
const ONLY_A_LABEL = /^\s*[*_]{0,3}(?:[0-9]{1,3}(?:[.)]| ?-)|\(?[\p{L}]{1,5}[.)]|[‘’][0-9]{1,2}[‘’])[*_]{0,3}\s*$/u;

/** Moves the paragraph at the cursor; where that is not possible, does what the key does otherwise. */
export async function moveLevel(server: Server, by: 1 | -1): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
        return;
    }
    const { document, selection } = editor;
    const { version } = document;
    const position = selection.active;
    const edits = await server.ask(changeLevel, {
        textDocument: { uri: document.uri.toString() },
        position: { line: position.line, character: position.character },
        by,
    });
    if (edits === undefined || edits.length === 0) {
        await vscode.commands.executeCommand(by === 1 ? "tab" : "outdent");
        return;
    }
    if (document.version !== version) {
        return; // The text changed in the meantime.
    }
    await editor.edit((builder) => {
        for (const { range, newText } of edits) {
            builder.replace(
                new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
                newText,
            );
        }
    });
}

/** Keeps the context `reslint.atLabel`: whether nothing but a label stands before the cursor. */
export class LabelContext implements vscode.Disposable {
    private atLabel = false;
    private readonly subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { this.update(textEditor); });

    private update({ document, selection }: vscode.TextEditor): void {
        const { line, character } = selection.active;
        const at = selection.isEmpty && isReadable(document)
            && ONLY_A_LABEL.test(document.lineAt(line).text.slice(0, character));
        if (at !== this.atLabel) {
            this.atLabel = at;
            void vscode.commands.executeCommand("setContext", "reslint.atLabel", at);
        }
    }

    dispose(): void {
        this.subscription.dispose();
    }
}
