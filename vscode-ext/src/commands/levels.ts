/** Commands "One Level In" and "One Level Out", on Tab and Shift+Tab after a label. */
import * as vscode from "vscode";
import { isReadable } from "../drafts/watching";
import { changeLevels } from "../server/protocol";
import type { Server } from "../server/server";

/** The beginning of a line up to the cursor: a label and nothing else. */
const ONLY_A_LABEL = /^\s*[*_]{0,3}(?:[0-9]{1,3}(?:[.)]| ?-)|\(?[\p{L}]{1,5}[.)]|[‘’][0-9]{1,2}[‘’])[*_]{0,3}\s*$/u;

/** Whether nothing but a label stands before a cursor. */
function isAtLabel(document: vscode.TextDocument, { active }: vscode.Selection): boolean {
    return ONLY_A_LABEL.test(document.lineAt(active.line).text.slice(0, active.character));
}

/** Moves the paragraph at each cursor; where none can be moved, does what the key does otherwise. */
export async function moveLevel(server: Server, by: 1 | -1): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
        return;
    }
    const { document, selections } = editor;
    const { version } = document;
    // Of several cursors, some may stand in the empty lines between paragraphs.
    const meant = selections.length === 1 ? selections : selections.filter((one) => isAtLabel(document, one));
    const edits = await server.ask(changeLevels, {
        textDocument: { uri: document.uri.toString() },
        positions: meant.map(({ active: { line, character } }) => ({ line, character })),
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

/** Keeps the context `reslint.atLabel`: whether each cursor stands after a label, or in an empty line beside such ones. */
export class LabelContext implements vscode.Disposable {
    private atLabel = false;
    private readonly subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { this.update(textEditor); });

    private update({ document, selections }: vscode.TextEditor): void {
        const at = isReadable(document)
            && selections.some((one) => isAtLabel(document, one))
            && selections.every((one) => one.isEmpty
                && (isAtLabel(document, one) || document.lineAt(one.active.line).isEmptyOrWhitespace));
        if (at !== this.atLabel) {
            this.atLabel = at;
            void vscode.commands.executeCommand("setContext", "reslint.atLabel", at);
        }
    }

    dispose(): void {
        this.subscription.dispose();
    }
}
