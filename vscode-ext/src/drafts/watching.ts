/** Watches for the first document that looks like a draft. */
import * as vscode from "vscode";
import { LOOKED_AT, looksLikeDraft } from "./recognition";

/** The documents that reslint checks in the editor. */
export const SELECTOR = [
    { scheme: "file", language: "markdown" },
    { scheme: "untitled", language: "markdown" },
    { scheme: "file", language: "plaintext" },
    { scheme: "untitled", language: "plaintext" },
];

const SETTINGS_FILES = ["reslint.yaml", "reslint.yml"];
const PAUSE_IN_TYPING = 300;

/** Whether the document is of a type that reslint checks. */
export function isReadable(document: vscode.TextDocument): boolean {
    return vscode.languages.match(SELECTOR, document) > 0;
}

/** Whether reslint is switched on for the document and the document looks like a draft. */
export function isDraft(document: vscode.TextDocument): boolean {
    return isReadable(document) && isEnabled(document) && looksLikeDraft(beginning(document));
}

/** Whether the settings let reslint check the document. */
export function isEnabled(document: vscode.TextDocument): boolean {
    return vscode.workspace.getConfiguration("reslint", document).get<boolean>("enable", true);
}

export interface Watch extends vscode.Disposable {
    /** Settled when all documents that were open at the start have been examined. */
    readonly looked: Promise<unknown>;
}

/**
 * Calls `found` once, with the first draft that is opened or written. A document with a settings file
 * of reslint beside or above it counts too.
 */
export function whenFirstDraft(found: (document: vscode.TextDocument) => void): Watch {
    const subscriptions: vscode.Disposable[] = [];
    const dispose = (): void => { vscode.Disposable.from(...subscriptions).dispose(); };
    let done = false;
    const settle = (document: vscode.TextDocument): void => {
        if (!done) {
            done = true;
            dispose();
            found(document);
        }
    };
    const look = async (document: vscode.TextDocument): Promise<void> => {
        if (!done && (isDraft(document) || (await hasSettingsFile(document)))) {
            settle(document);
        }
    };
    let pause: NodeJS.Timeout | undefined;
    subscriptions.push(
        vscode.workspace.onDidOpenTextDocument((document) => void look(document)),
        vscode.workspace.onDidChangeTextDocument(({ document }) => {
            if (isReadable(document)) {
                clearTimeout(pause);
                pause = setTimeout(() => {
                    if (!done && isDraft(document)) {
                        settle(document);
                    }
                }, PAUSE_IN_TYPING);
            }
        }),
        { dispose: () => { clearTimeout(pause); } },
    );
    return { dispose, looked: Promise.all(vscode.workspace.textDocuments.map(look)) };
}

/** Whether a settings file is in the document's folder or above it, within the workspace. */
async function hasSettingsFile(document: vscode.TextDocument): Promise<boolean> {
    const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    if (root === undefined || document.uri.scheme !== "file" || !isReadable(document) || !isEnabled(document)) {
        return false;
    }
    let folder = vscode.Uri.joinPath(document.uri, "..");
    for (;;) {
        for (const name of SETTINGS_FILES) {
            try {
                await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
                return true;
            } catch {
                // No such file: keep looking.
            }
        }
        const parent = vscode.Uri.joinPath(folder, "..");
        if (folder.path === root.path || parent.path === folder.path) {
            return false;
        }
        folder = parent;
    }
}

function beginning(document: vscode.TextDocument): string {
    const end = document.positionAt(LOOKED_AT);
    return document.getText(new vscode.Range(new vscode.Position(0, 0), end));
}
